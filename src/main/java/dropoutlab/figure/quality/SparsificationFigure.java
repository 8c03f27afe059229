package dropoutlab.figure.quality;

import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.MethodLook;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series.Look;
import dropoutlab.figure.plot.Series.Spread;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Quality;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The error on what remains as the most uncertain examples are left out, with its 95 % interval. It falls where the
/// uncertainty knows which predictions are bad; the thin dotted oracle, its dots further apart from method to method, leaves out those of the largest error. The area
/// between the two stands beside the name: 0 is best.
public final class SparsificationFigure implements Figure {
  private final Chart chart;
  private final SparsificationTold told;

  /// @param error what is measured, with its unit: "RMSE, ppm" or "share wrong"
  public SparsificationFigure(List<Quality.Sparsification> methods, String error) {
    told = new SparsificationTold(List.copyOf(methods), error);
    List<Series> series = new ArrayList<>();
    Span heights = new Span().add(0);
    for (Quality.Sparsification each : methods) {
      series.add(series(each, error));
      for (Quality.Left point : each.points()) heights.add(point.error()).add(point.oracle());
      if (!each.points().isEmpty()) heights.add(each.points().getFirst().high());
    }
    boolean first = true;
    for (Quality.Sparsification each : methods) {
      series.add(oracle(each, first ? Words.of("figure.sparsification.oracle") : "", error));
      first = false;
    }
    Scale x = new Scale(false, 0, 100, 0, 1);
    Scale y = Scale.linear(0, heights.max() > 0 ? 1.04 * heights.max() : 1, 0, 1);
    chart = new Chart(series, x, y, Words.of("figure.sparsification.x"), error);
  }

  private static double[] leftOut(Quality.Sparsification method) {
    return method.points().stream().mapToDouble(point -> 100 * point.leftOut()).toArray();
  }

  private static Series series(Quality.Sparsification method, String error) {
    List<Quality.Left> points = method.points();
    String name = method.method().title();
    String label = Words.of("figure.sparsification.name", name, Numbers.fixed(method.area(), 3));
    return new Series(label, name, leftOut(method),
        points.stream().mapToDouble(Quality.Left::error).toArray(),
        points.stream().mapToDouble(Quality.Left::low).toArray(),
        points.stream().mapToDouble(Quality.Left::high).toArray(), Look.of(method.method(), Spread.RIBBON, false),
        i -> told(name, error, points.get(i)));
  }

  private static String told(String name, String error, Quality.Left point) {
    String interval = Words.of("figure.interval", Numbers.reading(point.low()), Numbers.reading(point.high()));
    return Words.of("figure.sparsification.told", name, Shown.percent(point.leftOut()), error,
        Numbers.reading(point.error()), interval, Numbers.reading(point.oracle()));
  }

  private static Series oracle(Quality.Sparsification method, String label, String error) {
    List<Quality.Left> points = method.points();
    MethodLook look = MethodLook.of(method.method());
    return Series.of(label, leftOut(method), points.stream().mapToDouble(Quality.Left::oracle).toArray(),
        Look.line(look::colour, 1, 1.5, 2 + 1.5 * look.ordinal()), i -> Words.of("figure.sparsification.oracle.told",
            Shown.percent(points.get(i).leftOut()), error, Numbers.reading(points.get(i).oracle())));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    chart.draw(pen, width, height, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return chart.hit(x, y, width, height);
  }

  @Override public Description describe() { return told.describe(); }

  @Override public Optional<DataTable> table() { return told.table(); }
}

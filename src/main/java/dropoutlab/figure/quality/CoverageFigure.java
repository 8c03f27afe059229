package dropoutlab.figure.quality;

import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.Diagonal;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
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
import dropoutlab.words.Unit;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The share of held-out targets that lie inside the predicted central intervals, against the probability that these
/// claim, with its 95 % interval. On the diagonal a method keeps its promise; below it, it is too sure of itself. Half
/// the mean width of its own 95 % interval stands beside its name: of two honest methods the sharper is the better.
public final class CoverageFigure implements Figure {
  private static final double NAMED = .95;

  private final Chart chart;
  private final CoverageTold told;

  /// @param target what is predicted, with its unit
  public CoverageFigure(List<Quality.Coverage> methods, String target) {
    told = new CoverageTold(List.copyOf(methods), target);
    List<Series> series = methods.stream().map(each -> series(each, Unit.behind(target))).toList();
    Span claimed = new Span();
    Span held = new Span();
    for (Series each : series) {
      claimed.addAll(each.x());
      held.addAll(each.low()).addAll(each.y());
    }
    double from = claimed.isEmpty() ? 0 : Math.clamp(10 * Math.floor((claimed.min() - 1) / 10), 0, 90);
    double lowest = held.isEmpty() ? 0 : Math.clamp(10 * Math.floor(held.min() / 10), 0, from);
    chart = new Chart(Diagonal.with(series, from, 100), new Scale(false, from, 100, 0, 1),
        new Scale(false, lowest, 100, 0, 1), Words.of("figure.coverage.x"), Words.of("figure.coverage.y"), 4);
  }

  private static Series series(Quality.Coverage coverage, String unit) {
    List<Quality.Level> levels = coverage.levels();
    double[] x = levels.stream().mapToDouble(level -> 100 * level.nominal()).toArray();
    double[] y = levels.stream().mapToDouble(level -> 100 * level.observed()).toArray();
    double[] low = levels.stream().mapToDouble(level -> 100 * level.low()).toArray();
    double[] high = levels.stream().mapToDouble(level -> 100 * level.high()).toArray();
    String name = coverage.method().title();
    return new Series(named(name, levels, unit), name, x, y, low, high,
        Look.of(coverage.method(), Spread.WHISKERS, true), i -> told(name, levels.get(i), unit));
  }

  /// The interval of 95 %, or the widest that there is.
  static Quality.Level named(List<Quality.Level> levels) {
    Quality.Level best = levels.getLast();
    for (Quality.Level level : levels) if (Math.abs(level.nominal() - NAMED) < .005) best = level;
    return best;
  }

  /// With its width.
  private static String named(String name, List<Quality.Level> levels, String unit) {
    if (levels.isEmpty()) return name;
    Quality.Level best = named(levels);
    return Words.of("figure.coverage.name", name, Shown.percent(best.nominal()),
        Numbers.reading(best.meanWidth() / 2) + unit);
  }

  private static String told(String name, Quality.Level level, String unit) {
    return Words.of("figure.coverage.told", name, Shown.percent(level.nominal()), Shown.percent(level.observed()),
        Shown.percent(level.low()), Shown.percent(level.high()), Numbers.reading(level.meanWidth()) + unit);
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

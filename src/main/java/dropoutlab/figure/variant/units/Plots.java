package dropoutlab.figure.variant.units;

import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.View.Panel;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PrunedCurve;
import dropoutlab.frame.Rates;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Plots that several pieces of evidence share.
final class Plots {
  private Plots() {}

  static double[] numbered(int count) { return IntStream.rangeClosed(1, count).mapToDouble(i -> i).toArray(); }

  private static int shape(Side side) { return side.letter() == Side.Letter.A ? 0 : 1; }

  /// A line of one side.
  ///
  /// @param name at its end; empty where there is room for none, since the marks tell A from B too
  static Series line(Side side, String name, double[] x, double[] y, IntFunction<String> told) {
    return Series.of(name, x, y, new Series.Look(side::colour, 1.8, true, shape(side), Series.Spread.NONE, side.dash()),
        told);
  }

  /// Marks alone.
  static Series points(Side side, double[] x, double[] y, IntFunction<String> told) {
    Integer[] order = IntStream.range(0, x.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
    double[] xs = new double[x.length], ys = new double[x.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = x[order[i]];
      ys[i] = y[order[i]];
    }
    return Series.of("", xs, ys, new Series.Look(side::colour, 0, true, shape(side), Series.Spread.NONE), i ->
        told.apply(order[i]));
  }

  /// The learnt p of each layer over the epochs; of Gaussian dropout α = p / (1 - p).
  static Panel rates(Dense dense) {
    boolean alpha = dense.has(DropoutSpec.LearntGaussian.class);
    List<Series> series = new ArrayList<>();
    Span epochs = new Span().add(0).add(1), span = new Span().add(0);
    for (Side side : dense.versus().sides())
      for (int column : dense.columns())
        if (column > 0 && Dense.method(side, column).learnsRate())
          series.add(rate(side, column, alpha, epochs, span, series));
    return new Panel(Words.of(alpha ? "units.plot.alpha" : "units.plot.p"), note(dense),
        new Chart(series, epochs.scale(0), span.scale(.08), Words.of("figure.loss.x"), ""));
  }

  /// The layers of B have the same dashes, and no names of their own.
  private static Series rate(Side side, int column, boolean alpha, Span epochs, Span span, List<Series> before) {
    Rates rates = side.state().rates();
    double[] x = new double[rates.size()], y = new double[rates.size()];
    for (int row = 0; row < x.length; row++) {
      double p = rates.p(column, row);
      x[row] = rates.epoch(row);
      y[row] = alpha ? p / (1 - p) : p;
    }
    epochs.addAll(x);
    span.addAll(y);
    String name = Words.of("figure.layer_name.hidden", column);
    Series.Look look = new Series.Look(side::colour, column == 1 ? 2.2 : 1.4, false, -1, Series.Spread.NONE,
        column % 2 == 1 ? side.dash() : new double[] {1, 3});
    boolean named = before.stream().noneMatch(each -> each.label().equals(name));
    return Series.of(named ? name : "", x, y, look, row -> Words.of("units.plot.rate.told", name, (int) x[row],
        Numbers.fixed(y[row], 3)));
  }

  /// How strongly the entropy term of Concrete dropout holds p.
  private static String note(Dense dense) {
    for (Side side : dense.versus().sides())
      for (int column : dense.columns())
        if (column > 0 && Dense.method(side, column) instanceof DropoutSpec.Concrete concrete)
          return concrete.dropoutRegulariser() == 0 ? Words.of("units.plot.p.free")
              : Words.of("units.plot.p.note", Numbers.brief(concrete.dropoutRegulariser()));
    return Words.of("units.plot.alpha.note");
  }

  /// Loss and wrong classes of the networks when the least of them is removed.
  static List<Panel> pruned(Dense dense, List<Optional<PrunedCurve>> curves) {
    List<Panel> panels = new ArrayList<>();
    panels.add(pruned(dense, curves, false));
    if (curves.stream().flatMap(Optional::stream).anyMatch(curve -> !curve.wrong().isEmpty()))
      panels.add(pruned(dense, curves, true));
    return panels;
  }

  private static Panel pruned(Dense dense, List<Optional<PrunedCurve>> curves, boolean wrong) {
    List<Series> series = new ArrayList<>();
    Span span = new Span().add(0);
    for (int i = 0; i < curves.size(); i++) {
      Side side = dense.versus().sides().get(i);
      curves.get(i).ifPresent(curve -> {
        double[] x = curve.shares().stream().mapToDouble(share -> 100 * share).toArray();
        double[] y = wrong ? curve.wrong().stream().mapToDouble(share -> 100 * share).toArray()
            : curve.losses().stream().mapToDouble(Double::doubleValue).toArray();
        span.addAll(y);
        series.add(line(side, side.letter().name(), x, y, at ->
            Words.of("units.plot.pruned.told", Shown.percent(x[at] / 100), Numbers.fixed(y[at], wrong ? 1 : 3))));
      });
    }
    return new Panel(Words.of(wrong ? "units.plot.pruned.wrong" : "units.plot.pruned.loss"),
        Words.of("units.plot.pruned.note"),
        new Chart(series, Scale.linear(0, 90, 0, 1), span.scale(.06), Words.of("units.plot.pruned.x"), ""));
  }

  /// The mean size of the weights that follow a place: those of standard dropout are used times 1 - p.
  static Panel behind(Dense dense) {
    List<Bars.Bar> bars = new ArrayList<>();
    for (Side side : dense.versus().sides()) {
      double size = 0, p = 0;
      int count = 0;
      boolean standard = false;
      for (int column : dense.columns()) {
        if (column < 1) continue;
        Matrix weights = side.view().layers().get(column + 1).weights();
        for (int i = 0; i < weights.size(); i++) size += Math.abs(weights.get(i));
        count += weights.size();
        p = Dense.p(side, column);
        standard = Dense.method(side, column) instanceof DropoutSpec.Standard;
      }
      if (count == 0) continue;
      bars.add(new Bars.Bar(Words.of("units.plot.behind.trained", side.letter().name()), size / count, side, false));
      if (standard)
        bars.add(new Bars.Bar(Words.of("units.plot.behind.used", side.letter().name(), Numbers.fixed(1 - p, 2)),
            (1 - p) * size / count, side, true));
    }
    return new Panel(Words.of("units.plot.behind"), Words.of("units.plot.behind.note"), new Bars(bars));
  }
}

package dropoutlab.figure.variant.units;

import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.View.Panel;
import dropoutlab.frame.FactorCounts;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.UnitsEvidence;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The plots of the evidence about units: what was drawn beside its law, whether the mean is kept, and what the method
/// is for.
record UnitsPlots(Dense dense, UnitsEvidence evidence) {
  private static final int ANSWER_BINS = 24;

  private record Drawn(Side side, UnitsEvidence.Drawn drawn) {}

  private List<Drawn> drawn() {
    List<Side> sides = dense.versus().sides();
    return IntStream.range(0, sides.size()).boxed()
        .flatMap(i -> evidence.sides().get(i).drawn().map(drawn -> new Drawn(sides.get(i), drawn)).stream()).toList();
  }

  List<Panel> panels() {
    if (drawn().isEmpty()) return List.of();
    if (evidence.sides().getFirst().depths().isPresent()) return List.of(factors(), depths(false), depths(true));
    if (evidence.sides().getFirst().pruned().isPresent())
      return Plots.pruned(dense, evidence.sides().stream().map(UnitsEvidence.Of::pruned).toList());
    if (dense.has(DropoutSpec.Concrete.class) || dense.has(DropoutSpec.LearntGaussian.class))
      return List.of(factors(), mean(), Plots.rates(dense));
    if (dense.has(DropoutSpec.Uniform.class)) return List.of(factors(), answers(), ratio());
    return List.of(factors(), mean(), dense.has(DropoutSpec.Standard.class) ? Plots.behind(dense) : answers());
  }

  private Panel factors() {
    List<HistogramRows.Row> rows = drawn().stream().map(each -> {
      FactorCounts counts = each.drawn.factors();
      return new HistogramRows.Row(each.side, counts.from(), counts.width(), counts.counts(), counts.expected(),
          List.of(counts.mean()),
          List.of(reading("units.plot.mean", counts.mean(), counts.closedMean()),
              reading("units.plot.variance", counts.variance(), counts.closedVariance())));
    }).toList();
    return new Panel(Words.of("units.plot.factors"), Words.of("units.plot.factors.note",
        drawn().getFirst().drawn.layer(), evidence.masks()), 1.1,
        new HistogramRows(rows, Words.of("units.plot.heads")));
  }

  private static HistogramRows.Reading reading(String key, double drawn, double law) {
    return new HistogramRows.Reading(Words.of(key), Numbers.fixed(drawn, 3), Numbers.fixed(law, 3));
  }

  private Panel mean() {
    Span span = new Span().add(0);
    List<Series> series = new ArrayList<>();
    for (Drawn each : drawn()) {
      Matrix before = each.drawn.before(), means = each.drawn.means();
      span.addAll(before).addAll(means);
      series.add(Plots.points(each.side, before.toArray(), means.toArray(),
          i -> Words.of("units.plot.mean.told", i + 1, Numbers.fixed(before.get(i), 3),
              Numbers.fixed(means.get(i), 3))));
    }
    double[] ends = {span.min(), span.max()};
    series.add(Series.of("", ends, ends, Series.Look.line(Theme::muted, 1, 2, 3), _ -> ""));
    Scale scale = span.scale(.06);
    return new Panel(Words.of("units.plot.kept"), Words.of("units.plot.kept.note", evidence.masks()), .9,
        new Chart(series, scale, scale, Words.of("units.plot.y"), Words.of("units.plot.kept.y")));
  }

  private Panel answers() {
    Span span = new Span();
    if (dense.schema().task() == Task.CLASSIFICATION) span.add(0).add(1);
    for (Drawn each : drawn()) span.addAll(each.drawn.answers()).add(each.drawn.off());
    double width = Math.max(1e-9, span.length()) / ANSWER_BINS;
    List<HistogramRows.Row> rows = drawn().stream().map(each -> {
      List<Integer> counts = counts(each.drawn.answers(), span.min(), width);
      double mean = mean(each.drawn.answers());
      return new HistogramRows.Row(each.side, span.min(), width, counts, List.of(), List.of(each.drawn.off()),
          List.of(new HistogramRows.Reading(Words.of("units.plot.on"), Numbers.fixed(mean, 3), ""),
              new HistogramRows.Reading(Words.of("units.plot.off"), Numbers.fixed(each.drawn.off(), 3), "")));
    }).toList();
    String of = dense.schema().task() == Task.REGRESSION ? dense.schema().target()
        : Words.of("figure.probability", dense.schema().className(drawn().getFirst().drawn.column()));
    return new Panel(Words.of("units.plot.answers"), Words.of("units.plot.answers.note", of),
        new HistogramRows(rows, ""));
  }

  private static List<Integer> counts(Matrix values, double from, double width) {
    int[] counts = new int[ANSWER_BINS];
    for (int i = 0; i < values.size(); i++)
      counts[Math.clamp((int) ((values.get(i) - from) / width), 0, ANSWER_BINS - 1)]++;
    return IntStream.of(counts).boxed().toList();
  }

  private static double mean(Matrix values) {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) sum += values.get(i);
    return sum / values.size();
  }

  private Panel ratio() {
    List<Side> sides = dense.versus().sides();
    List<Bars.Bar> bars = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      Side side = sides.get(i);
      evidence.sides().get(i).ratio().ifPresent(ratio -> {
        bars.add(new Bars.Bar(Words.of("units.plot.ratio.measured", side.letter().name()), ratio.measured(), side,
            false));
        bars.add(new Bars.Bar(Words.of("units.plot.ratio.closed", side.letter().name()), ratio.closed(), side, true));
      });
    }
    return new Panel(Words.of("units.plot.ratio"), Words.of("units.plot.ratio.note"), new Bars(bars));
  }

  private Panel depths(boolean variance) {
    List<Side> sides = dense.versus().sides();
    List<Series> series = new ArrayList<>();
    Span span = new Span().add(variance ? 1 : 0);
    for (int i = 0; i < sides.size(); i++) {
      Side side = sides.get(i);
      evidence.sides().get(i).depths().ifPresent(depths -> {
        List<Double> layers = variance ? depths.variances() : depths.means();
        double[] y = layers.stream().mapToDouble(Double::doubleValue).toArray();
        span.addAll(y);
        series.add(Plots.line(side, "", Plots.numbered(y.length), y, at ->
            Words.of("units.plot.depth.told", at + 1, Numbers.fixed(y[at], 3))));
      });
    }
    Scale y = variance && span.max() > 10 ? Scale.log(Math.max(.1, span.min()), span.max(), 0, 1) : span.scale(.15);
    return new Panel(Words.of(variance ? "units.plot.depth.variance" : "units.plot.depth.mean"),
        Words.of(variance ? "units.plot.depth.variance.note" : "units.plot.depth.mean.note"),
        new Chart(series, Scale.linear(1, 10, 0, 1), y, Words.of("units.plot.depth.x"), ""));
  }
}

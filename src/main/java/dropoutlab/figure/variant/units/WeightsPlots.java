package dropoutlab.figure.variant.units;

import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.View.Panel;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.WeightsEvidence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The plots of the evidence about weights: the sum that enters a unit, the two inferences of DropConnect, and what
/// pruning costs.
record WeightsPlots(Dense dense, WeightsEvidence evidence) {
  List<Panel> panels() {
    List<Panel> panels = new ArrayList<>();
    List<Side> sides = dense.versus().sides();
    List<HistogramRows.Row> sums = IntStream.range(0, sides.size()).boxed()
        .flatMap(i -> evidence.sides().get(i).sum().map(sum -> row(sides.get(i), sum)).stream()).toList();
    if (!sums.isEmpty()) {
      WeightsEvidence.Sum first = evidence.sides().stream().flatMap(of -> of.sum().stream()).findFirst().orElseThrow();
      panels.add(new Panel(Words.of("units.plot.sum"), Words.of("units.plot.sum.note", first.layer(), first.unit() + 1),
          new HistogramRows(sums, "")));
    }
    for (int i = 0; i < sides.size(); i++) {
      Side side = sides.get(i);
      evidence.sides().get(i).rules().ifPresent(rules -> panels.addAll(rules(side, rules)));
    }
    if (evidence.sides().getFirst().pruned().isPresent())
      panels.addAll(Plots.pruned(dense, evidence.sides().stream().map(WeightsEvidence.Of::pruned).toList()));
    return panels.subList(0, Math.min(3, panels.size()));
  }

  private static HistogramRows.Row row(Side side, WeightsEvidence.Sum sum) {
    return new HistogramRows.Row(side, sum.from(), sum.width(), sum.counts(), sum.expected(), List.of(sum.mean()),
        List.of(new HistogramRows.Reading(Words.of("units.plot.mean"), Numbers.fixed(sum.mean(), 2), ""),
            new HistogramRows.Reading(Words.of("units.plot.sd"), Numbers.fixed(sum.sd(), 2), "")));
  }

  private List<Panel> rules(Side side, WeightsEvidence.Rules rules) {
    Span x = new Span().add(0).addAll(rules.drawn()), y = new Span().add(0);
    Series matched = points(side, rules.drawn(), rules.matched(), 0, side::colour, y);
    Series byMean = points(side, rules.drawn(), rules.byMean(), 2, Theme::ink, y);
    Series exact = Series.of("", new double[] {x.min(), x.max()}, new double[] {0, 0},
        Series.Look.line(Theme::muted, 1, 2, 3), _ -> "");
    return List.of(new Panel(Words.of("units.plot.rules"), Words.of("units.plot.rules.note", evidence.masks()),
            new Chart(List.of(matched, byMean, exact), x.scale(.06), y.scale(.12), Words.of("units.plot.rules.x"), "")),
        new Panel(Words.of("units.plot.error"), Words.of("units.plot.error.note"), .8, new Bars(List.of(
            new Bars.Bar(Words.of("units.plot.rules.matched"), rules.error(rules.matched()), side, false),
            new Bars.Bar(Words.of("units.plot.rules.mean"), rules.error(rules.byMean()), side, true)))));
  }

  /// How far an inference is from the mean over masks.
  private static Series points(Side side, Matrix drawn, Matrix inference, int shape, Series.Ink ink, Span span) {
    double[] away = new double[drawn.size()];
    for (int i = 0; i < away.length; i++) away[i] = inference.get(i) - drawn.get(i);
    span.addAll(away);
    Series plain = Plots.points(side, drawn.toArray(), away,
        i -> Words.of("units.plot.rules.told", i + 1, Numbers.fixed(drawn.get(i), 3),
            Numbers.fixed(inference.get(i), 3)));
    return Series.of("", plain.x(), plain.y(), new Series.Look(ink, 0, false, shape, Series.Spread.NONE), plain.told());
  }
}

package dropoutlab.figure.variant.time;

import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.View.Panel;
import dropoutlab.frame.TimeEvidence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/// The evidence: the noise of the masks in the memory, how long something is remembered, and what zoneout draws.
final class TimePlots {
  private final List<Measured> sides;
  private final List<Lane> lanes;

  /// @param lanes what is pictured of the sides
  TimePlots(List<Measured> sides, List<Lane> lanes) {
    this.sides = List.copyOf(sides);
    this.lanes = List.copyOf(lanes);
  }

  record Measured(Side side, Optional<TimeEvidence.Network> found) {
    List<Double> values(Function<TimeEvidence.Network, List<Double>> of) { return found.map(of).orElse(List.of()); }
  }

  List<Panel> panels() {
    List<Panel> panels = new ArrayList<>();
    panels.add(new Panel(Words.of("time.noise"), Words.of("time.noise.note"),
        chart(TimeEvidence.Network::noise, 1, "time.noise.told", false)));
    panels.add(new Panel(Words.of("time.recall"), Words.of("time.recall.note"),
        chart(TimeEvidence.Network::recall, 0, "time.recall.told", true)));
    draws().ifPresent(figure -> panels.add(new Panel(Words.of("time.draws"), Words.of("time.draws.note"), figure)));
    List<Lane> drawn = lanes.stream().filter(lane -> lane.marking() != Lane.Marking.NONE).toList();
    if (panels.size() < 3 && !drawn.isEmpty())
      panels.add(new Panel(Words.of("time.share"), Words.of("time.share.note"), new SharePlot(drawn)));
    return panels;
  }

  /// @param first the x of the first value
  private Figure chart(Function<TimeEvidence.Network, List<Double>> of, int first, String told, boolean share) {
    List<Series> series = new ArrayList<>();
    double most = 0;
    int longest = 2;
    for (Measured each : sides) {
      List<Double> values = each.values(of);
      double[] x = new double[values.size()], y = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = first + i;
        y[i] = values.get(i);
        most = Math.max(most, y[i]);
      }
      longest = Math.max(longest, x.length);
      series.add(series(each.side, x, y, told));
    }
    Scale height = Scale.linear(0, share ? 1 : most > 0 ? 1.08 * most : 1, 0, 1);
    return new LetteredChart(new Chart(series, Scale.linear(first, first + longest - 1, 0, 1), height,
        Words.of(share ? "time.recall.x" : "time.noise.x"), ""));
  }

  private static Series series(Side side, double[] x, double[] y, String told) {
    Series.Look look = new Series.Look(side::colour, 2, side.letter() == Side.Letter.A, -1, Series.Spread.NONE,
        side.dash());
    String letter = side.letter().name(), name = Words.of("time.name", letter, side.method().shortName());
    return new Series(name, letter, x, y, new double[0], new double[0], look, i ->
        Words.of(told, name, Numbers.brief(x[i]), Numbers.fixed(y[i], 3)));
  }

  /// Zoneout's closed form as a line and what was drawn as marks; empty where neither network has it.
  private Optional<Figure> draws() {
    List<Series> series = new ArrayList<>();
    double most = 0;
    int longest = 2;
    for (Measured each : sides) {
      List<TimeEvidence.Draw> draws = each.found.map(TimeEvidence.Network::draws).orElse(List.of());
      if (draws.isEmpty()) continue;
      double[] x = new double[draws.size()], measured = new double[x.length], expected = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = i + 1;
        measured[i] = draws.get(i).measured();
        expected[i] = draws.get(i).expected();
        most = Math.max(most, Math.max(measured[i], expected[i]));
      }
      longest = Math.max(longest, x.length);
      IntFunction<String> told = i -> Words.of("time.draws.told", Numbers.brief(x[i]), Numbers.reading(measured[i]),
          Numbers.reading(expected[i]));
      series.add(marks(each.side, x, measured, told));
      series.add(Series.of("", x, expected, Series.Look.line(Theme::ink, 1, 3, 3), told));
    }
    if (series.isEmpty()) return Optional.empty();
    Scale height = Scale.linear(0, most > 0 ? 1.1 * most : 1, 0, 1);
    return Optional.of(new LetteredChart(new Chart(series, Scale.linear(1, longest, 0, 1), height,
        Words.of("time.noise.x"), "")));
  }

  private static Series marks(Side side, double[] x, double[] y, IntFunction<String> told) {
    String letter = side.letter().name();
    int shape = side.letter() == Side.Letter.A ? 0 : 1;
    Series.Look look = new Series.Look(side::colour, 0, false, shape, Series.Spread.NONE, Marks.SOLID);
    return new Series(letter, letter, x, y, new double[0], new double[0], look, told);
  }
}

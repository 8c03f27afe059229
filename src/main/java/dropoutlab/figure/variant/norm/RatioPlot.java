package dropoutlab.figure.variant.norm;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.NormEvidence.Network;
import dropoutlab.frame.NormEvidence.Noise;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ratio of the variances behind each layer of dropout, as it was measured and as its formula gives it. On the line
/// both are the same.
record RatioPlot(List<NormView.Measured> measured) implements Figure {
  private static final double REACH = 12, RADIUS = 3.6;

  RatioPlot { measured = List.copyOf(measured); }

  private record Dot(Side side, int number, double expected, double found) {}

  private List<Dot> dots() {
    List<Dot> dots = new ArrayList<>();
    for (NormView.Measured each : measured) each.found().ifPresent(network -> add(dots, each.side(), network));
    return dots;
  }

  private static void add(List<Dot> dots, Side side, Network network) {
    for (int i = 0; i < network.noises().size(); i++) {
      Noise noise = network.noises().get(i);
      dots.add(new Dot(side, i + 1, noise.expected(), network.layers().get(noise.layer()).ratio()));
    }
  }

  private Axes axes(double width, double height) {
    double most = dots().stream().mapToDouble(dot -> Math.max(dot.expected, dot.found)).max().orElse(1);
    Scale scale = Scale.linear(0, Math.max(1.05, 1.05 * most), 0, 1);
    return Axes.layOut(scale, scale, Words.of("besideview.norm.formula"), Words.of("besideview.norm.measured"), width,
        height, 0);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    axes.draw(pen, theme);
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    pen.line(axes.leftPx(), axes.bottomPx(), axes.rightPx(), axes.topPx());
    for (Dot dot : dots().reversed())
      dot.side.mark(pen, theme, axes.x().px(dot.expected), axes.y().px(dot.found), RADIUS);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    return dots().stream().filter(dot -> Math.hypot(axes.x().px(dot.expected) - x, axes.y().px(dot.found) - y) < REACH)
        .<Hit>map(dot -> new Hit.Place(dot.expected, dot.found,
            Words.of("besideview.norm.ratio.told", dot.side.letter().name(),
            dot.number, Numbers.reading(dot.found), Numbers.reading(dot.expected)))).findFirst();
  }
}

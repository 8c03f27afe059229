package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is left of each singular value for every p: the closed form as lines, the engine's trainings as circles, and a
/// cross where a direction dies.
record SurvivalPlot(RegulariserPicture.Equalise of, boolean hidden) implements Figure {
  private static final double MOST = .95, REACH = 9;
  private static final double[][] DASHES = {{}, {7, 4}, {2.5, 3}, {1, 3}};
  private static final Type NUMBER = new Type(Face.NUMBER, 11), BOLD = new Type(Face.NUMBER_BOLD, 11),
      SMALL = new Type(Face.TEXT, 11);

  private Plot plot(double width, double height) {
    double highest = of.s().stream().mapToDouble(s -> s).max().orElse(1);
    Axes axes = Axes.layOut(Plot.rates(), Scale.linear(0, 1.06 * highest, 0, 1), "", "", width,
        Math.max(1, height - Plot.HEAD), 14);
    return new Plot(axes.with(a -> a.y(axes.y().at(axes.bottomPx() + Plot.HEAD - 2, axes.topPx() + Plot.HEAD))));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plot plot = plot(width, height);
    Heading.draw(pen, theme, 0, 12, width, Words.of("claimregulariser.level.path"),
        Words.of("claimregulariser.level.path_rest"));
    plot.axes().draw(pen, theme, false);
    plot.upright(pen, theme, of.p());
    if (hidden) for (double s : of.s()) plot.ring(pen, theme, 0, s, theme.ink());
    else drawLines(pen, theme, plot);
    drawRates(pen, theme, plot, width);
    if (hidden || width < 240) return;
    double x = plot.axes().rightPx() - 2, y = plot.axes().topPx() + 10;
    pen.fill(theme.card());
    double wide = pen.textWidth(Words.of("claimregulariser.level.lines"), SMALL) + 6;
    pen.fillRect(x - wide + 3, y - 10, wide, 13);
    pen.fill(theme.accent());
    pen.text(Words.of("claimregulariser.level.lines"), x, y, SMALL, Align.RIGHT);
    pen.fill(theme.ink());
    pen.text(Words.of("claimregulariser.level.circles"), x, y + 15, SMALL, Align.RIGHT);
  }

  private void drawLines(Pen pen, Theme theme, Plot plot) {
    for (int i = 0; i < of.s().size(); i++) {
      pen.stroke(theme.accent(), 2, DASHES[i % DASHES.length]);
      plot.line(pen, of.path(), 0, 1 + i);
    }
    for (int i = 0; i < of.s().size(); i++)
      for (int row = 0; row < of.trained().rows(); row++) {
        double p = of.trained().at(row, 0);
        if (p <= of.drowned().get(i) + .05) plot.ring(pen, theme, p, of.trained().at(row, 1 + i), theme.ink());
      }
    pen.stroke(theme.ink(), 1.5, Marks.SOLID);
    for (double p : of.drowned()) if (p > 0 && p < MOST) Marks.cross(pen, plot.x(p), plot.y(0), 4);
  }

  private record Rate(double p, boolean present) {}

  /// Below the axis: both ends, the present p, and where directions die, as far as there is room.
  private void drawRates(Pen pen, Theme theme, Plot plot, double width) {
    List<Rate> rates = new ArrayList<>(List.of(new Rate(of.p(), true), new Rate(0, false), new Rate(MOST, false)));
    if (!hidden) of.drowned().stream().filter(p -> p > 0 && p < MOST).forEach(p -> rates.add(new Rate(p, false)));
    List<double[]> taken = new ArrayList<>();
    for (Rate each : rates) {
      String shown = Shown.briefRate(each.present ? each.p : Math.rint(1000 * each.p) / 1000)
          .replaceFirst("(\\.\\d+?)0+$", "$1");
      if (each.p == MOST) shown = Words.of("claimregulariser.level.p", shown);
      Type type = each.present ? BOLD : NUMBER;
      double half = pen.textWidth(shown, type) / 2, x = Math.min(plot.x(each.p), width - half);
      double from = x - half - .5, to = x + half + .5;
      if (taken.stream().anyMatch(other -> from < other[1] && other[0] < to)) continue;
      taken.add(new double[] {from, to});
      pen.fill(each.present ? theme.accent() : theme.muted());
      pen.text(shown, x, plot.axes().bottomPx() + 17, type, Align.CENTRE);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plot plot = plot(width, height);
    if (!hidden && Math.abs(y - plot.axes().bottomPx()) < 2 * REACH)
      for (double p : of.drowned())
        if (p > 0 && p < MOST && Math.abs(plot.x(p) - x) < REACH)
          return Optional.of(new Hit.Setting("p", List.of(p),
              Words.of("claimregulariser.level.dies_hit", Shown.dropRate(p))));
    double p = plot.rate(x, y, MOST);
    if (Double.isNaN(p)) return Optional.empty();
    List<String> left = new ArrayList<>();
    int row = Math.clamp(Math.round(100 * p), 0, of.path().rows() - 1);
    for (int i = 0; i < of.s().size(); i++) left.add(Numbers.fixed(of.path().at(row, 1 + i), 3));
    return Optional.of(new Hit.Setting("p", List.of(p), hidden ? Shown.dropRate(p)
        : Words.of("claimregulariser.level.left_hit", Shown.dropRate(p), Words.parted(left))));
  }
}

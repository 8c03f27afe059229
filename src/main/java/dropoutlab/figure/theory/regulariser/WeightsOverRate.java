package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Both weights against p: the closed form as lines, and what the engine trained as circles on them.
record WeightsOverRate(RegulariserPicture.AdaptiveL2 of, Showing showing) implements Figure {
  private static final double MOST = .95;
  /// Near p = 0 the weights may be so large that nothing else could be read; from this row on the plot has room for
  /// them.
  private static final int STEEP = 5;
  private static final double[][] DASHES = {{6, 4}, {}};
  private static final Type UNKNOWN = new Type(Face.NUMBER_BOLD, 13);

  private Plot plot(double width, double height) {
    Span y = new Span().add(0);
    for (int i = STEEP; i < of.path().rows(); i++) y.add(of.path().at(i, 1)).add(of.path().at(i, 2));
    Axes axes = Axes.layOut(Plot.rates(), y.scale(.06), "p", "", width, Math.max(1, height - Plot.HEAD),
        EndLabels.room(List.of(Words.of("claimregulariser.l2.second")), 12));
    return new Plot(axes.with(a -> a.y(axes.y().at(axes.bottomPx() + Plot.HEAD, axes.topPx() + Plot.HEAD))));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plot plot = plot(width, height);
    Heading.draw(pen, theme, 0, 12, width, Words.of("claimregulariser.l2.weights"), Words.of("claimregulariser.lines"));
    plot.axes().draw(pen, theme);
    plot.upright(pen, theme, of.p());
    List<EndLabels.Label> names = new ArrayList<>();
    plot.clip(pen);
    for (int j = 0; j < 2; j++) {
      boolean asked = j == 1 && showing.hidden();
      if (asked) continue;
      pen.stroke(theme.accent(), j == 1 ? 2.4 : 1.6, DASHES[j]);
      plot.line(pen, of.path(), 0, 1 + j);
      for (int i = 0; i < of.trained().rows(); i++)
        plot.ring(pen, theme, of.trained().at(i, 0), of.trained().at(i, 1 + j), theme.ink());
      double end = plot.y(of.path().at(of.path().rows() - 1, 1 + j));
      names.add(new EndLabels.Label(Words.of(j == 0 ? "claimregulariser.l2.first" : "claimregulariser.l2.second"), end,
          theme.accent(), j == 1));
    }
    pen.unclip();
    EndLabels.draw(pen, theme, names, plot.axes().rightPx(), plot.axes());
    drawAsked(pen, theme, plot);
  }

  private void drawAsked(Pen pen, Theme theme, Plot plot) {
    double x = plot.x(of.p());
    if (showing.hidden()) {
      pen.fill(theme.accent());
      pen.text(Words.of("claimregulariser.unknown"), x + 8, plot.axes().topPx() + 14, UNKNOWN, Align.LEFT);
    } else {
      pen.fill(theme.accent());
      pen.fillOval(x, plot.y(of.exact().get(1)), 4);
    }
    pen.stroke(theme.ink(), 1, Marks.SOLID);
    double guess = plot.y(showing.guessed(0));
    if (Double.isFinite(guess))
      GuessMark.draw(pen, x, Math.clamp(guess, plot.axes().topPx() - 4, plot.axes().bottomPx() + 4), theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    double p = plot(width, height).rate(x, y, MOST);
    if (Double.isNaN(p)) return Optional.empty();
    int row = Math.clamp(Math.round(100 * p), 0, of.path().rows() - 1);
    String first = Numbers.fixed(of.path().at(row, 1), 4), second = Numbers.fixed(of.path().at(row, 2), 4);
    return Optional.of(new Hit.Setting("p", List.of(p), showing.hidden()
        ? Words.of("claimregulariser.l2.one_hit", Shown.dropRate(p), first)
        : Words.of("claimregulariser.l2.both_hit", Shown.dropRate(p), first, second)));
  }
}

package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The penalty against weight 2, while weight 1 stays; dashed L2 that begins alike. A person draws the curve first.
record PenaltyCurve(RegulariserPicture.FallingPenalty of, Showing showing) implements Figure {
  private static final Type SMALL = new Type(Face.TEXT, 11), BOLD = new Type(Face.TEXT_BOLD, 11);
  private static final double STEPS = 100, REACH = 12;

  private Plot plot(double width, double height) {
    Matrix curve = of.curve();
    double room = EndLabels.room(List.of(Words.of("claimregulariser.falling.dropout")), 12);
    Axes axes = Axes.layOut(Scale.linear(curve.at(0, 0), curve.at(curve.rows() - 1, 0), 0, 1),
        Scale.linear(0, of.highest(), 0, 1), Words.of("claimregulariser.falling.w2"), "", width,
        Math.max(1, height - Plot.HEAD), room);
    return new Plot(axes.with(a -> a.y(axes.y().at(axes.bottomPx() + Plot.HEAD, axes.topPx() + Plot.HEAD))));
  }

  private double flat(double w2) {
    return of.curvature().get(0) * of.w().get(0) * of.w().get(0) + of.curvature().get(1) * w2 * w2;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plot plot = plot(width, height);
    Heading.draw(pen, theme, 0, 12, width, Words.of("claimregulariser.falling.curve"),
        Words.of("claimregulariser.falling.curve_rest", Numbers.brief(of.w().get(0))));
    plot.axes().draw(pen, theme);
    plot.upright(pen, theme, of.w().get(1));
    pen.clip(plot.axes().leftPx() - 5, plot.axes().topPx(), plot.axes().rightPx() - plot.axes().leftPx() + 10,
        plot.axes().bottomPx() - plot.axes().topPx() + 5);
    pen.stroke(theme.rival(), 1.8, 6, 4);
    plot.line(pen, of.curve().at(0, 0), of.curve().at(of.curve().rows() - 1, 0), this::flat);
    if (!showing.hidden()) drawPenalty(pen, theme, plot);
    else plot.ring(pen, theme, 0, alone(), theme.ink());
    pen.unclip();
    drawGuess(pen, theme, plot);
    if (plot.axes().worded()) drawNames(pen, theme, plot, width);
  }

  /// The penalty of weight 1 alone.
  private double alone() {
    int best = 0;
    for (int i = 1; i < of.curve().rows(); i++)
      if (Math.abs(of.curve().at(i, 0)) < Math.abs(of.curve().at(best, 0))) best = i;
    return of.curve().at(best, 1);
  }

  private void drawPenalty(Pen pen, Theme theme, Plot plot) {
    pen.stroke(theme.muted(), 1, 1.5, 3);
    pen.line(plot.axes().leftPx(), plot.y(alone()), plot.axes().rightPx(), plot.y(alone()));
    pen.stroke(theme.accent(), 2.4, Marks.SOLID);
    plot.line(pen, of.curve(), 0, 1);
    pen.fill(theme.accent());
    pen.fillOval(plot.x(of.w().get(1)), plot.y(of.penalty()), 6);
    for (int i = 0; i < of.engine().rows(); i++)
      plot.ring(pen, theme, of.engine().at(i, 0), of.engine().at(i, 1), theme.ink());
  }

  private void drawGuess(Pen pen, Theme theme, Plot plot) {
    List<Double> xs = new ArrayList<>(), ys = new ArrayList<>();
    for (int i = 0; i < of.places().size(); i++) {
      if (showing.hidden()) {
        pen.stroke(Palette.withAlpha(theme.faint(), .8), 1, 1, 3);
        pen.line(plot.x(of.places().get(i)), plot.axes().topPx(), plot.x(of.places().get(i)), plot.axes().bottomPx());
      }
      if (!Double.isFinite(showing.guessed(i))) continue;
      xs.add(plot.x(of.places().get(i)));
      ys.add(Math.clamp(plot.y(showing.guessed(i)), plot.axes().topPx(), plot.axes().bottomPx()));
    }
    pen.stroke(theme.ink(), 1.2, 1.5, 2.5);
    pen.polyline(xs.stream().mapToDouble(x -> x).toArray(), ys.stream().mapToDouble(y -> y).toArray(), xs.size());
    for (int i = 0; i < xs.size(); i++) GuessMark.draw(pen, xs.get(i), ys.get(i), theme);
    if (showing.next() < 0 || showing.next() >= of.places().size()) return;
    double guess = showing.guessed(showing.next());
    GuessMark.ring(pen, plot.x(of.places().get(showing.next())),
        plot.y(Double.isFinite(guess) ? guess : of.highest() / 2), theme);
  }

  private void drawNames(Pen pen, Theme theme, Plot plot, double width) {
    Axes axes = plot.axes();
    List<EndLabels.Label> names = new ArrayList<>();
    if (!showing.hidden()) names.add(new EndLabels.Label(Words.of("claimregulariser.falling.dropout"),
        plot.y(of.curve().at(of.curve().rows() - 1, 1)), theme.accent(), true));
    names.add(new EndLabels.Label(Words.of("claimregulariser.falling.l2"),
        plot.y(Math.min(of.highest(), flat(of.curve().at(of.curve().rows() - 1, 0)))), theme.rivalText(), false));
    EndLabels.draw(pen, theme, names, axes.rightPx(), axes);
    if (showing.hidden()) drawNext(pen, theme, axes, width);
    else drawLeast(pen, theme, plot);
  }

  private void drawNext(Pen pen, Theme theme, Axes axes, double width) {
    String next = Words.of("claimregulariser.next");
    if (showing.next() < 0 || pen.textWidth(next, SMALL) > axes.rightPx() - axes.leftPx() || width < 200) return;
    double x = axes.rightPx() - 4, wide = pen.textWidth(next, SMALL);
    pen.fill(Palette.withAlpha(theme.card(), .85));
    pen.fillRect(x - wide - 3, axes.bottomPx() - 22, wide + 6, 15);
    pen.fill(theme.ink());
    pen.text(next, x, axes.bottomPx() - 11, SMALL, Align.RIGHT);
  }

  /// What the eye is to see: from where weight 2 is 0 the penalty falls, to its least.
  private void drawLeast(Pen pen, Theme theme, Plot plot) {
    Axes axes = plot.axes();
    double x = plot.x(of.least().get(0)), y = plot.y(of.least().get(1));
    String said = Words.of("claimregulariser.falling.least_at", Numbers.fixed(of.least().get(1), 4),
        Numbers.fixed(of.least().get(0), 3));
    double wide = pen.textWidth(said, BOLD), below = Math.min(y + 34, axes.bottomPx() - 8);
    if (below < y + 16 || wide > axes.rightPx() - axes.leftPx()) return;
    double left = Math.clamp(x + 14, axes.leftPx() + 4, axes.rightPx() - wide);
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    pen.line(x, y + 6, Math.clamp(x, left - 3, left + wide), below - (x > left ? 12 : 5));
    pen.fill(Palette.withAlpha(theme.card(), .85));
    pen.fillRect(left - 2, below - 11, wide + 4, 15);
    pen.fill(theme.accent());
    pen.text(said, left, below, BOLD, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plot plot = plot(width, height);
    if (!plot.axes().worded() || !plot.axes().contains(x, y)) return Optional.empty();
    if (showing.hidden()) return Optional.of(guess(plot, x, y));
    int best = 0;
    for (int i = 1; i < of.engine().rows(); i++) if (away(plot, i, x, y) < away(plot, best, x, y)) best = i;
    if (away(plot, best, x, y) < REACH) {
      double at = of.engine().at(best, 0), found = of.engine().at(best, 1);
      return Optional.of(new Hit.Place(at, found, Words.of("claimregulariser.falling.engine_hit", Numbers.brief(at),
          Numbers.fixed(found, 7))));
    }
    double w2 = Math.rint(20 * plot.axes().x().data(x)) / 20;
    return Optional.of(new Hit.Setting("w", List.of(of.w().get(0), w2), Words.of("claimregulariser.falling.set_hit",
        Numbers.brief(of.w().get(0)), Numbers.brief(w2))));
  }

  private double away(Plot plot, int i, double x, double y) {
    return Math.hypot(plot.x(of.engine().at(i, 0)) - x, plot.y(of.engine().at(i, 1)) - y);
  }

  /// The place nearest to the pointer, and the height there.
  private Hit guess(Plot plot, double x, double y) {
    int nearest = 0;
    for (int i = 1; i < of.places().size(); i++)
      if (Math.abs(plot.x(of.places().get(i)) - x) < Math.abs(plot.x(of.places().get(nearest)) - x)) nearest = i;
    double step = of.highest() / STEPS;
    double value = Math.clamp(Math.rint(plot.axes().y().data(y) / step) * step, 0, of.highest());
    return new Hit.Guess(nearest, value, Words.of("claimregulariser.falling.guess_hit",
        Numbers.brief(of.places().get(nearest)),
        Numbers.reading(value)));
  }
}

package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Trace;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// How far apart both layers are after each step: exactly as a line, by the engine as dots, and as circles at (1 - p)²
/// times the rate.
record ApartPlot(ScalingPicture.TwoPaths of, Showing showing) implements Figure {
  private static final double HEAD = 26, LEAST = .7, ROOM = 1.15, STEP = .01, MOST_GUESS = 1.2;
  private static final int MARKS = 16;

  private Axes axes(double width, double height) {
    double most = LEAST;
    for (int i = 0; i < of.apart().rows(); i++) most = Math.max(most, ROOM * of.apart().at(i, 0));
    if (Double.isFinite(showing.guessed(0))) most = Math.max(most, showing.guessed(0) + .05);
    if (showing.hidden()) most = MOST_GUESS;
    Scale y = Scale.linear(0, most, 0, 1);
    Axes axes = Axes.layOut(Scale.linear(0, of.steps(), 0, 1), y, Words.of("claimscaling.paths.axis"), "", width,
        height, 12);
    return axes.worded() ? axes.with(to -> to.y(y.at(axes.bottomPx(), Math.min(HEAD, axes.bottomPx() - 1)))) : axes;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    Heading.draw(pen, theme, 2, 12, width, Words.of("claimscaling.paths.apart.title"),
        Words.of("claimscaling.paths.apart.rest"),
        Words.of("claimscaling.paths.apart.brief"));
    axes.draw(pen, theme);
    if (!showing.hidden()) drawApart(pen, theme, axes);
    int every = Math.max(1, of.steps() / MARKS);
    for (int i = 0; i <= of.steps(); i += every)
      EngineMark.draw(pen, theme, axes.x().px(i), axes.y().px(of.apart().at(i, 2)), 2.4, theme.accent());
    drawGuess(pen, theme, axes);
    if (axes.worded()) drawNames(pen, theme, axes);
  }

  private void drawApart(Pen pen, Theme theme, Axes axes) {
    double[] xs = new double[of.steps() + 3], ys = new double[xs.length];
    for (int i = 0; i <= of.steps(); i++) {
      xs[i] = axes.x().px(i);
      ys[i] = axes.y().px(of.apart().at(i, 0));
    }
    xs[of.steps() + 1] = axes.rightPx();
    xs[of.steps() + 2] = axes.leftPx();
    ys[of.steps() + 1] = ys[of.steps() + 2] = axes.bottomPx();
    pen.fill(Palette.withAlpha(theme.accent(), .12));
    pen.polygon(xs, ys, xs.length);
    pen.stroke(theme.accent(), 2, Marks.SOLID);
    Trace trace = new Trace(pen, 2);
    for (int i = 0; i <= of.steps(); i++) trace.add(xs[i], ys[i]);
    trace.end();
    pen.fill(theme.accent());
    int every = Math.max(1, of.steps() / MARKS);
    for (int i = 0; i <= of.steps(); i += every) pen.fillOval(xs[i], axes.y().px(of.apart().at(i, 1)), 2.6);
  }

  private void drawGuess(Pen pen, Theme theme, Axes axes) {
    double guess = showing.guessed(0);
    if (!Double.isFinite(guess)) return;
    double x = axes.leftPx() + 14, y = axes.y().px(guess);
    pen.stroke(theme.ink(), 1, 1, 3);
    pen.line(axes.leftPx(), y, axes.rightPx(), y);
    GuessMark.draw(pen, x, y, theme);
    if (showing.next() == 0) GuessMark.ring(pen, x, y, theme);
  }

  private void drawNames(Pen pen, Theme theme, Axes axes) {
    Type bold = new Type(Face.TEXT_BOLD, axes.textSize()), words = new Type(Face.TEXT, axes.textSize());
    double guess = showing.guessed(0), most = of.apart().at(of.furthest(), 0);
    double top = showing.hidden() ? Double.NaN : axes.y().px(most);
    if (Double.isFinite(guess)) {
      pen.fill(theme.ink());
      double y = axes.y().px(guess) - 6;
      boolean clear = !(Math.abs(y - top + 8) < 1.3 * axes.textSize());
      pen.text(Words.of("claimscaling.jensen.you", Numbers.brief(guess)), axes.rightPx() - 2,
          clear ? y : y + 1.7 * axes.textSize(), words, Align.RIGHT);
    }
    if (showing.hidden() || most < 1e-4) return;
    pen.fill(theme.accent());
    String text = Words.of("claimscaling.paths.most.label", Numbers.reading(most));
    double x = axes.x().px(of.furthest()), wide = pen.textWidth(text, bold);
    boolean right = x + 8 + wide < axes.rightPx();
    pen.text(text, right ? x + 8 : x - 8, Math.max(top, axes.topPx() + 8) + 3, bold, right ? Align.LEFT : Align.RIGHT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    if (showing.hidden()) {
      double guess = Math.clamp(STEP * Math.rint(axes.y().data(y) / STEP), 0, MOST_GUESS);
      return Optional.of(new Hit.Guess(0, guess, Words.of("claimscaling.jensen.you", Numbers.brief(guess))));
    }
    int step = (int) Math.clamp(Math.round(axes.x().data(x)), 0, of.steps());
    String told = Words.of("claimscaling.paths.told.apart",
        Words.count("claimscaling.paths.steps", step, Numbers.count(step)),
        Numbers.reading(of.apart().at(step, 0)), Numbers.reading(of.apart().at(step, 2)));
    return Optional.of(step == 0 ? new Hit.Place(0, 0, told) : new Hit.Setting("steps", List.of((double) step), told));
  }
}

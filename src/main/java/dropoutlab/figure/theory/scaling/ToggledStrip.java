package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.ScalingPicture.Backward;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// How far off the gradients are where the mode was toggled: a bar, exact, with the engine's ring at its end.
record ToggledStrip(Backward of, Showing showing) implements Figure {
  private static final double MOST = 2, BAR = 14, TOP = 26, STEP = .01, RIGHT = 16;
  private static final Type NUMBER = new Type(Face.NUMBER, 11);

  private static double x(double share, double width) { return Math.clamp(share / MOST, 0, 1) * (width - RIGHT) + 4; }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    String said = showing.hidden() ? Words.of("claimscaling.backward.unknown") : Shown.percent(of.share());
    Heading.draw(pen, theme, 0, 12, width, Words.of("claimscaling.backward.strip"),
        Words.of("claimscaling.backward.strip_rest", said), Words.of("claimscaling.backward.strip_brief", said));
    double middle = TOP + BAR / 2;
    pen.fill(Palette.mix(theme.card(), theme.line(), .45));
    pen.fillRect(x(0, width), TOP, x(MOST, width) - x(0, width), BAR);
    if (!showing.hidden()) drawShare(pen, width, middle, theme);
    double guess = showing.guessed(0);
    GuessMark.draw(pen, x(guess, width), middle, theme);
    if (showing.next() == 0 && Double.isFinite(guess)) GuessMark.ring(pen, x(guess, width), middle, theme);
    pen.fill(theme.muted());
    for (double tick : List.of(0.0, 1.0, MOST))
      pen.text(Shown.percent(tick), Math.clamp(x(tick, width), 12, width - 17), TOP + BAR + 15, NUMBER, Align.CENTRE);
  }

  private void drawShare(Pen pen, double width, double middle, Theme theme) {
    pen.fill(theme.rivalPale());
    pen.fillRect(x(0, width), TOP, x(of.share(), width) - x(0, width), BAR);
    pen.stroke(theme.rival(), 2, Marks.SOLID);
    pen.line(x(of.share(), width), TOP - 2, x(of.share(), width), TOP + BAR + 2);
    EngineMark.draw(pen, theme, x(of.measured(), width), middle, 4, theme.rival());
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (y < TOP - 6 || y > TOP + BAR + 6) return Optional.empty();
    double share = Math.clamp(Math.rint((x - 4) / (width - RIGHT) * MOST / STEP) * STEP, 0, MOST);
    return Optional.of(new Hit.Guess(0, share, Shown.percent(share)));
  }
}

package dropoutlab.figure.theory.ensemble;

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
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.EnsemblePicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How far T passes are from the mean over all masks, on average as a line and those of the engine as circles, beside
/// the errors of the three shortcuts; where the line meets the integral's, that many passes do as well.
record ErrorPlot(EnsemblePicture.NearlyNormal of, Showing showing) implements Figure {
  private static final double HEAD = 30, LEAST = 1e-7, MOST_PASSES = 1e9;

  private double integralError() { return Math.abs(of.integral() - of.exact()); }

  private Axes axes(double width, double height) {
    double size = Axes.textSize(width, height), passes = passesShown();
    double least = of.sd() / Math.sqrt(passes), most = of.sd();
    for (double each : errors()) {
      if (each < LEAST) continue;
      least = Math.min(least, each);
      most = Math.max(most, each);
    }
    Scale y = most < LEAST ? Scale.log(1e-6, 1, 0, 1) : Scale.log(Math.max(LEAST, .7 * least), 1.3 * most, 0, 1);
    Axes axes = Axes.layOut(Scale.log(1, passes, 0, 1), y, "", "", width, height, 6);
    return axes.with(to -> to.y(y.at(height - 3.4 * size, HEAD)).textSize(size));
  }

  /// The integral's own error only where it is no longer asked for.
  private List<Double> errors() {
    List<Double> errors = new ArrayList<>(List.of(Math.abs(of.off() - of.exact()), Math.abs(of.probit() - of.exact())));
    if (!showing.hidden()) errors.add(integralError());
    return errors;
  }

  private double passesShown() {
    double equal = showing.hidden() || integralError() < LEAST ? 0 : of.equalPasses();
    return Math.clamp(StrictMath.pow(10, Math.ceil(StrictMath.log10(Math.max(1, 2 * equal)))), 1e5, MOST_PASSES);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    Heading.draw(pen, theme, 2, 12, width - 2, Words.of("claimensemble.normal.errors"),
        Words.of("claimensemble.normal.errors.rest"));
    axes.draw(pen, theme);
    if (axes.worded()) {
      pen.fill(theme.muted());
      pen.text(Words.of("claimensemble.normal.axis"), axes.rightPx(), height - 4, new Type(Face.TEXT, axes.textSize()),
          Align.RIGHT);
    }
    pen.clip(axes.leftPx(), axes.topPx(), axes.rightPx() - axes.leftPx(), axes.bottomPx() - axes.topPx());
    drawPasses(pen, theme, axes);
    pen.unclip();
    drawShortcuts(pen, theme, axes);
    if (!showing.hidden()) drawMeeting(pen, theme, axes);
    double guess = showing.guessed(0);
    if (Double.isFinite(guess)) drawGuess(pen, theme, axes, axes.x().px(StrictMath.pow(10, guess + 1)));
  }

  private static void drawGuess(Pen pen, Theme theme, Axes axes, double x) {
    GuessMark.draw(pen, x, axes.bottomPx(), theme);
    pen.fill(theme.ink());
    if (axes.worded())
      pen.text(Words.of("claimensemble.normal.you"), x + GuessMark.RADIUS + 3, axes.bottomPx() - 4,
          new Type(Face.TEXT, axes.textSize()), Align.LEFT);
  }

  private void drawPasses(Pen pen, Theme theme, Axes axes) {
    if (of.sd() < LEAST) return;
    pen.stroke(theme.accent(), 2, Marks.SOLID);
    double most = axes.x().to();
    pen.line(axes.x().px(1), axes.y().px(of.sd()), axes.x().px(most), axes.y().px(of.sd() / Math.sqrt(most)));
    for (int i = 0; i < of.running().rows(); i++)
      EngineMark.draw(pen, theme, axes.x().px(of.running().at(i, 0)), below(axes, of.running().at(i, 1)),
          theme.accent());
  }

  /// The height of an error, below the plot for those that it does not show.
  private static double below(Axes axes, double error) {
    return error < axes.y().from() ? axes.bottomPx() + 20 : axes.y().px(error);
  }

  private void drawShortcuts(Pen pen, Theme theme, Axes axes) {
    List<Double> taken = new ArrayList<>();
    if (!showing.hidden())
      shortcut(pen, theme, axes, taken, integralError(), Words.of("claimensemble.normal.short.integral"),
          theme.rival(), true, 2, Marks.SOLID);
    shortcut(pen, theme, axes, taken, Math.abs(of.off() - of.exact()), Words.of("claimensemble.normal.short.off"),
        theme.ink(), false, 1.2, 2, 3);
    shortcut(pen, theme, axes, taken, Math.abs(of.probit() - of.exact()),
        Words.of("claimensemble.normal.short.probit"), theme.rival(), false, 1.5, 5, 3);
  }

  /// The error of a shortcut, with its name where no other is.
  private void shortcut(Pen pen, Theme theme, Axes axes, List<Double> taken, double error, String name, int argb,
                               boolean bold, double thick, double... dash) {
    if (error < axes.y().from()) return;
    double y = axes.y().px(error);
    pen.stroke(argb, thick, dash);
    pen.line(axes.leftPx(), y, axes.rightPx(), y);
    if (!axes.worded() || taken.stream().anyMatch(other -> Math.abs(other - y) < 1.3 * axes.textSize())) return;
    taken.add(y);
    Type type = new Type(bold ? Face.TEXT_BOLD : Face.TEXT, axes.textSize());
    String text = Words.of("claimensemble.normal.short", name, Numbers.reading(error));
    // At that end where the passes' line is not.
    double room = pen.textWidth(text, type);
    boolean right = of.sd() / Math.sqrt(axes.x().data(axes.rightPx() - room - 12)) < error;
    pen.fill(argb == theme.rival() ? theme.rivalText() : argb);
    pen.text(text, right ? axes.rightPx() - 2 : axes.leftPx() + 3, y - 5, type, right ? Align.RIGHT : Align.LEFT);
  }

  /// Where so many passes err as the integral does.
  private void drawMeeting(Pen pen, Theme theme, Axes axes) {
    if (integralError() < LEAST || of.sd() < LEAST || of.equalPasses() > axes.x().to()) return;
    double x = axes.x().px(of.equalPasses()), y = axes.y().px(integralError());
    pen.stroke(theme.ink(), 1.2, 1, 3);
    pen.line(x, y, x, axes.bottomPx());
    pen.fill(theme.ink());
    pen.fillOval(x, y, 4);
    if (!axes.worded()) return;
    Type type = new Type(Face.TEXT_BOLD, axes.textSize());
    String text = Words.of("claimensemble.normal.equal", Numbers.count(of.equalPasses()));
    double wide = pen.textWidth(text, type);
    pen.fill(Palette.withAlpha(theme.card(), .85));
    double left = Math.max(axes.leftPx() + 2, x - wide - 8),
        baseline = Math.min(y + 1.8 * axes.textSize(), axes.bottomPx() - 5);
    pen.fillRect(left - 2, baseline - axes.textSize(), wide + 4, 1.3 * axes.textSize());
    pen.fill(theme.ink());
    pen.text(text, left, baseline, type, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    double passes = Math.max(1, Math.rint(axes.x().data(x)));
    return Optional.of(new Hit.Place(passes, axes.y().data(y), Words.of("claimensemble.normal.told.passes",
        Words.count("claimensemble.normal.passes", (long) passes, Numbers.count((long) passes)),
            Numbers.reading(of.sd() / Math.sqrt(passes)))));
  }
}

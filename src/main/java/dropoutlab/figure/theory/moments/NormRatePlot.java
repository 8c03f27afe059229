package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.MomentsPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The ratio for each p, with dropout before the norm and behind it, and with Uout: lines are exact, circles are the
/// engine's.
record NormRatePlot(MomentsPicture.BatchNorm of, Showing showing) implements Figure {
  private static final double MOST_P = .95, HIGH = .7;
  private static final double DETAILS_FROM = 370, DETAILS_HIGH = 200;

  private Axes axes(double width, double height) {
    Scale x = Scale.linear(0, MOST_P, 0, 1), y = Scale.linear(0, NormPlot.TOP, 0, 1);
    return NormPlot.axes(x, y, Words.of("claimmoments.norm.p"), width, height, 12);
  }

  private static boolean detailed(double width, double height) {
    return width >= DETAILS_FROM && height >= DETAILS_HIGH;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    if (axes.worded())
      Heading.draw(pen, theme, 2, 12, width - 4, Words.of("claimmoments.norm.rates"),
          Words.of("claimmoments.norm.rates.rest"));
    axes.draw(pen, theme);
    NormPlot.upright(pen, theme, axes, of.p());
    drawOther(pen, theme, axes);
    if (!showing.hidden()) drawChosen(pen, theme, axes);
    drawPresent(pen, theme, axes);
    if (!detailed(width, height)) return;
    drawNames(pen, theme, axes);
    NormPlot.key(pen, theme, axes, axes.leftPx() + 10, axes.bottomPx() - 12);
  }

  /// What competes: Uout, and dropout on the other side of the norm.
  private void drawOther(Pen pen, Theme theme, Axes axes) {
    pen.stroke(theme.muted(), 1.5, NormPlot.DASH);
    if (of.before()) NormPlot.level(pen, axes, 1);
    else NormPlot.line(pen, axes, of.rates());
    pen.stroke(theme.rival(), 1.8, 2, 3);
    NormPlot.level(pen, axes, of.uout());
    EngineMark.draw(pen, theme, axes.rightPx(), axes.y().px(of.uoutDot()), theme.rival());
  }

  private void drawChosen(Pen pen, Theme theme, Axes axes) {
    pen.stroke(theme.accent(), 2.4, Marks.SOLID);
    if (of.before()) NormPlot.line(pen, axes, of.rates());
    else NormPlot.level(pen, axes, 1);
    NormPlot.marks(pen, theme, axes, of.rateDots(), theme.accent());
  }

  private void drawPresent(Pen pen, Theme theme, Axes axes) {
    double x = axes.x().px(of.p()), y = axes.y().px(of.measured());
    if (showing.hidden()) NormPlot.unknown(pen, theme, axes, of.p());
    else {
      EngineMark.draw(pen, theme, x, y, 4.6, theme.accent());
      // Behind the norm its name tells the value.
      if (of.before()) NormPlot.value(pen, theme, axes, of.p(), y, Numbers.fixed(of.ratio(), 3));
    }
    double guess = axes.y().px(showing.guessed(0));
    GuessMark.draw(pen, x, guess, theme);
    if (showing.next() == 0 && Double.isFinite(guess)) GuessMark.ring(pen, x, guess, theme);
  }

  /// Names stand where the lines leave room: the lines of 1 lie at the top, and the curve falls below them.
  private void drawNames(Pen pen, Theme theme, Axes axes) {
    double right = axes.rightPx() - 6;
    Type plain = NormPlot.words(axes, false), bold = NormPlot.words(axes, true);
    pen.fill(of.before() ? theme.muted() : theme.accent());
    pen.text(Words.of("claimmoments.norm.behind"), right, axes.y().px(1) - 6, of.before() ? plain : bold, Align.RIGHT);
    pen.fill(theme.rivalText());
    Dragged beta = beta(axes);
    pen.text(Words.of("claimmoments.norm.uout.name"), beta.left() - 4, beta.baseline(), plain, Align.RIGHT);
    beta.draw(pen, theme);
    pen.text(uout(), right, beta.baseline(), plain, Align.RIGHT);
    if (!showing.hidden() || !of.before()) drawBefore(pen, theme, axes);
  }

  /// The name of the curve, where neither the present p nor its value is in the way.
  private void drawBefore(Pen pen, Theme theme, Axes axes) {
    boolean high = ratioAt(.5) > HIGH, upper = of.p() < .6;
    double at = high ? upper ? .92 : .46 : upper ? .62 : .3;
    pen.fill(of.before() ? theme.accent() : theme.muted());
    double x = axes.x().px(at) + (high ? -8 : 9), y = axes.y().px(ratioAt(at)) + (high ? 22 : -4);
    pen.text(Words.of("claimmoments.norm.before"), x, y,
        NormPlot.words(axes, of.before()), high ? Align.RIGHT : Align.LEFT);
  }

  private double ratioAt(double p) { return of.rates().at((int) Math.round(100 * p), 1); }

  private String uout() { return Words.of("claimmoments.norm.uout.value", Numbers.fixed(of.uout(), 3)); }

  private Dragged beta(Axes axes) {
    Type type = NormPlot.words(axes, false);
    String number = Numbers.fixed(of.beta(), 2);
    double right = axes.rightPx() - 6 - TextMeasure.width(uout(), type);
    return new Dragged("beta", 0, number, right - TextMeasure.width(number, type), axes.y().px(of.uout()) + 18, type,
        Words.of("claimmoments.norm.uout.told", Numbers.reading(of.uout()), Numbers.reading(of.uoutDot())));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (detailed(width, height)) {
      Optional<Hit> beta = beta(axes).hit(x, y);
      if (beta.isPresent()) return beta;
    }
    if (!axes.contains(x, y)) return Optional.empty();
    double p = Math.clamp(Math.rint(100 * axes.x().data(x)) / 100, 0, MOST_P);
    String told = showing.hidden() ? Words.of("claimmoments.norm.told.set", Shown.dropRate(p))
        : Words.of("claimmoments.norm.told", Shown.dropRate(p), Numbers.reading(ratioAt(p)));
    return Optional.of(new Hit.Setting("p", List.of(p), told));
  }
}

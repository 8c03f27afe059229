package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Trace;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.ScalingPicture.Microscope;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The mean of the followed cell over ever more masks, between what two standard errors allow: inverted, unscaled, and
/// divided by p. All three have the same masks.
record MeanFunnel(Microscope of, Showing showing) implements Figure {
  private static final double MOST = 10_000, FEW = 8;
  /// Where a guess stands, as a multiple of x, for "less than X", "X", "more than X".
  private static final double[] GUESSED = {.5, 1, 1.5};
  private static final double[] DIVIDED = {5, 4}, UNSCALED = {1.5, 2.5};

  private double x() { return of.followed(); }

  /// Up to twice x, or to two standard errors of a few masks where they are more, or to where dividing by a small p
  /// leads.
  private Scale range() {
    double spread = 1 + 2 * Math.sqrt(of.p() / (1 - of.p()) / FEW), least = of.p() > 0 && of.p() < 1 / 3.0 ? 3 : 2;
    double end = x() == 0 ? 1 : Math.clamp(spread, least, 4) * x();
    return Scale.linear(Math.min(0, end), Math.max(0, end), 1, 0);
  }

  private Axes axes(double width, double height) {
    double size = Axes.textSize(width, height);
    if (!Axes.roomForWords(width, height))
      return new Axes(new Scale(true, 1, MOST, 2, width - 2), range().at(height - 2, 2), "", "", size, width);
    double right = width - EndLabels.room(List.of(Words.of("claimscaling.micro.you_more"), inverted(), unscaled()),
        size);
    double left = PlotTicks.widest(ticks()) + 10;
    return new Axes(new Scale(true, 1, MOST, left, Math.max(left + 10, right)), range().at(height - 20, 24), "", "",
        size, width);
  }

  private String inverted() { return Words.of("claimscaling.micro.inverted", Numbers.brief(1 / (1 - of.p()))); }

  private static String unscaled() { return Words.of("claimscaling.micro.unscaled"); }

  private List<Double> ticks() {
    return List.of(x(), 0.0, range().from() < 0 ? range().from() : range().to(), (1 - of.p()) * x());
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    if (axes.worded()) {
      Heading.draw(pen, theme, 0, 12, width, Words.of("claimscaling.micro.means"),
          Words.of("claimscaling.micro.means_rest", Numbers.brief(x()), of.row() + 1),
          Words.of("claimscaling.micro.means_brief", Numbers.brief(x())));
      PlotTicks.drawY(pen, theme, axes, ticks());
      PlotTicks.drawX(pen, theme, axes, List.of(1.0, 10.0, 100.0, 1000.0, MOST), Numbers::count);
    }
    pen.clip(axes.leftPx() - 3, axes.topPx() - 3, axes.rightPx() - axes.leftPx() + 6,
        axes.bottomPx() - axes.topPx() + 6);
    drawFunnel(pen, theme, axes);
    drawTrail(pen, axes, 2, 1, theme.muted(), 1.7, UNSCALED);
    drawTrail(pen, axes, 1, 1, theme.accent(), 2.2, Marks.SOLID);
    if (!showing.hidden() && of.p() > 0) drawTrail(pen, axes, 2, 1 / of.p(), theme.ink(), 1.4, DIVIDED);
    pen.unclip();
    drawEnd(pen, theme, axes);
    if (axes.worded()) drawNames(pen, theme, axes);
  }

  private void drawFunnel(Pen pen, Theme theme, Axes axes) {
    int points = 60;
    double[] xs = new double[2 * points], ys = new double[2 * points];
    for (int i = 0; i < points; i++) {
      double masks = StrictMath.pow(MOST, i / (points - 1.0)), away = 2 * of.deviation() / Math.sqrt(masks);
      xs[i] = xs[2 * points - 1 - i] = axes.x().px(masks);
      ys[i] = held(axes, x() + away);
      ys[2 * points - 1 - i] = held(axes, x() - away);
    }
    pen.fill(theme.accentPale());
    pen.polygon(xs, ys, 2 * points);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    double exact = Math.round(axes.y().px(x())) + .5;
    pen.line(axes.leftPx(), exact, axes.rightPx(), exact);
  }

  private static double held(Axes axes, double value) {
    return Math.clamp(axes.y().px(value), axes.topPx() - 2, axes.bottomPx() + 2);
  }

  private void drawTrail(Pen pen, Axes axes, int column, double times, int colour, double width, double... dash) {
    pen.stroke(colour, width, dash);
    pen.fill(colour);
    Trace trace = new Trace(pen, 2.4);
    for (int i = 0; i < of.trail().rows(); i++)
      trace.add(axes.x().px(of.trail().at(i, 0)), Math.clamp(axes.y().px(times * of.trail().at(i, column)), -1e4, 1e4));
    trace.end();
  }

  private double last(int column) { return of.trail().at(of.trail().rows() - 1, column); }

  /// Where the engine has come to.
  private void drawEnd(Pen pen, Theme theme, Axes axes) {
    double at = axes.x().px(of.masks()), y = held(axes, last(1));
    EngineMark.draw(pen, theme, at, y, theme.accent());
    double guess = guess();
    if (Double.isFinite(guess)) GuessMark.draw(pen, axes.rightPx(), axes.y().px(guess), theme);
  }

  private double guess() {
    double option = showing.guessed(0);
    return option >= 0 && option < GUESSED.length ? GUESSED[(int) option] * x() : Double.NaN;
  }

  private String you() {
    return switch ((int) showing.guessed(0)) {
      case 0 -> Words.of("claimscaling.micro.you_less");
      case 1 -> Words.of("claimscaling.micro.you_x");
      default -> Words.of("claimscaling.micro.you_more");
    };
  }

  private EndLabels.Label divided(Axes axes, Theme theme) {
    if (showing.hidden())
      return new EndLabels.Label(Words.of("claimscaling.micro.divided_hidden"), axes.topPx(), theme.ink(), false);
    double y = of.p() == 0 ? axes.topPx() : held(axes, x() * (1 - of.p()) / of.p());
    return new EndLabels.Label(Words.of("claimscaling.micro.divided_by_p"), y, theme.ink(), false);
  }

  private void drawNames(Pen pen, Theme theme, Axes axes) {
    List<EndLabels.Label> labels = new ArrayList<>();
    labels.add(new EndLabels.Label(inverted(), held(axes, x()), theme.accent(), true));
    if (Double.isFinite(guess()))
      labels.add(new EndLabels.Label(you(), axes.y().px(guess()), theme.ink(), false));
    labels.add(divided(axes, theme));
    labels.add(new EndLabels.Label(unscaled(), held(axes, (1 - of.p()) * x()), theme.muted(), false));
    EndLabels.draw(pen, theme, labels, axes.rightPx(), axes);
    if (axes.rightPx() - axes.leftPx() < 170) return;
    Pen.Type type = PlotTicks.note(axes);
    pen.fill(theme.muted());
    // Clear of the unscaled means.
    boolean low = of.p() < .6 && x() >= 0;
    double baseline = low ? axes.bottomPx() - 7 : axes.topPx() + 14;
    pen.text(Words.of("claimscaling.micro.pale"), axes.x().px(low ? 13 : 400), baseline, type, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double xPx, double yPx, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(xPx, yPx)) return Optional.empty();
    int at = 0;
    while (at + 1 < of.trail().rows() && of.trail().at(at, 0) < axes.x().data(xPx)) at++;
    double masks = of.trail().at(at, 0), mean = of.trail().at(at, 1);
    return Optional.of(new Hit.Place(masks, mean, Words.of("claimscaling.micro.told_mean", Numbers.count(masks),
        Numbers.fixed(mean, 4), Shown.signedBrief(mean - x()), Numbers.fixed(of.trail().at(at, 2), 4),
        Numbers.brief(of.deviation() / Math.sqrt(masks)))));
  }
}

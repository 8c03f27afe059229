package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Trace;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.ScalingPicture.Microscope;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// The mean while learning, as a multiple of the value at inference, for each p: 1 for inverted and for standard
/// dropout, (1 - p) / p where someone divides by p, and 1 - p where nobody scales at all. Lines are exact, rings the
/// engine's.
record RatePlot(Microscope of, Showing showing) implements Figure {
  private static final double MOST = .95, LOW = .1, HIGH = 10, STEP = .01;
  private static final double[] DIVIDED = {5, 4}, UNSCALED = {1.5, 2.5}, NOW = {1, 3};

  private static List<String> names() {
    return List.of(Words.of("claimscaling.micro.inverted_and"), Words.of("claimscaling.micro.and_standard"),
        Words.of("claimscaling.micro.divided_hidden"));
  }

  private Axes axes(double width, double height) {
    double size = Axes.textSize(width, height), right = width - EndLabels.room(names(), size),
        left = PlotTicks.widest(List.of(HIGH, LOW)) + 10;
    return new Axes(new Scale(false, 0, MOST, left, Math.max(left + 10, right)),
        new Scale(true, LOW, HIGH, height - 20, 24), "", "", size, width);
  }

  private static double divided(double p) { return (1 - p) / p; }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    Heading.draw(pen, theme, 0, 12, width, Words.of("claimscaling.micro.rates"),
        Words.of("claimscaling.micro.rates_rest"));
    PlotTicks.drawY(pen, theme, axes, List.of(1.0, HIGH, LOW));
    PlotTicks.drawX(pen, theme, axes, List.of(0.0, .25, .5, .75, MOST), Shown::briefRate);
    double now = axes.x().px(of.p());
    pen.stroke(theme.accent(), 1.2, NOW);
    pen.line(now, axes.topPx(), now, axes.bottomPx());
    drawLine(pen, axes, p -> 1 - p, theme.muted(), 1.6, UNSCALED);
    drawLine(pen, axes, _ -> 1, theme.accent(), 2.4, Marks.SOLID);
    if (!showing.hidden()) drawLine(pen, axes, RatePlot::divided, theme.ink(), 1.5, DIVIDED);
    drawRings(pen, theme, axes);
    drawNames(pen, theme, axes);
    if (!showing.hidden()) drawNow(pen, theme, axes);
  }

  private void drawLine(Pen pen, Axes axes, DoubleUnaryOperator ratio, int colour, double width, double... dash) {
    pen.stroke(colour, width, dash);
    pen.fill(colour);
    Trace trace = new Trace(pen, 2);
    for (int i = 0; i <= 190; i++) {
      double p = i * MOST / 190, value = ratio.applyAsDouble(p);
      trace.add(axes.x().px(p), value >= LOW && value <= HIGH ? axes.y().px(value) : Double.NaN);
    }
    trace.end();
  }

  private void drawRings(Pen pen, Theme theme, Axes axes) {
    for (int i = 0; i < of.rates().rows(); i++) {
      double p = of.rates().at(i, 0), inverted = of.rates().at(i, 1), unscaled = of.rates().at(i, 2);
      ring(pen, theme, axes, p, unscaled, theme.muted());
      ring(pen, theme, axes, p, inverted, theme.accent());
      if (!showing.hidden()) ring(pen, theme, axes, p, unscaled / p, theme.ink());
    }
  }

  private static void ring(Pen pen, Theme theme, Axes axes, double p, double ratio, int colour) {
    if (ratio >= LOW && ratio <= HIGH) EngineMark.draw(pen, theme, axes.x().px(p), axes.y().px(ratio), colour);
  }

  private void drawNames(Pen pen, Theme theme, Axes axes) {
    double size = axes.textSize(), one = axes.y().px(1);
    List<EndLabels.Label> labels = new ArrayList<>();
    labels.add(new EndLabels.Label(names().get(0), one - .66 * size, theme.accent(), true));
    labels.add(new EndLabels.Label(names().get(1), one + .66 * size, theme.accent(), true));
    String divided = showing.hidden() ? names().getLast() : Words.of("claimscaling.micro.divided_by_p");
    double end = showing.hidden() ? axes.topPx() : axes.y().px(divided(.88));
    labels.add(new EndLabels.Label(divided, end, theme.ink(), false));
    EndLabels.draw(pen, theme, labels, axes.rightPx(), axes);
    if (axes.rightPx() - axes.leftPx() < 130) return;
    pen.fill(theme.muted());
    pen.text(Words.of("claimscaling.micro.unscaled_brief"), axes.x().px(.06), axes.y().px(.72) + size,
        PlotTicks.note(axes), Align.LEFT);
  }

  /// What dividing by p does at the present p.
  private void drawNow(Pen pen, Theme theme, Axes axes) {
    double ratio = divided(of.p());
    if (!(ratio >= LOW && ratio <= HIGH)) return;
    double x = axes.x().px(of.p()), y = axes.y().px(ratio);
    pen.stroke(theme.ink(), 1.5, Marks.SOLID);
    pen.strokeOval(x, y, 8);
    String text = ratio == 1 ? Words.of("claimscaling.micro.invisible")
        : Words.of("claimscaling.micro.times", Numbers.brief(ratio));
    Type type = PlotTicks.note(axes);
    double wide = TextMeasure.width(text, type), left = Math.min(x + 14, axes.rightPx() - wide - 3);
    // Above the curves, where those to the right of the middle leave room.
    double baseline = Math.max(axes.topPx() + 10, Math.min(y, axes.y().px(1)) - 24);
    pen.line(x + 3, y - 7.4, Math.max(left + 2, x + 5), baseline + 4);
    pen.fill(Palette.withAlpha(theme.card(), .85));
    pen.fillRect(left - 2, baseline - .85 * type.size(), wide + 4, 1.1 * type.size());
    pen.fill(theme.ink());
    pen.text(text, left, baseline, type, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double xPx, double yPx, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(xPx, yPx)) return Optional.empty();
    double p = Math.clamp(Math.rint(axes.x().data(xPx) / STEP) * STEP, 0, MOST);
    String text = Words.of("claimscaling.micro.told_rate", Shown.dropRate(p), Numbers.brief(1 - p));
    if (!showing.hidden() && p > 0)
      text += "\n" + Words.of("claimscaling.micro.told_divided", Numbers.brief(divided(p)));
    return Optional.of(new Hit.Setting("p", List.of(p), text));
  }
}

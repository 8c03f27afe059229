package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The plane of the gradient: those of single masks as discs, those of the engine's steps as circles, the mean of all
/// with an ellipse of two standard deviations, and the way to it from the gradient without dropout: the penalty.
record GradientCloud(RegulariserPicture.KMasks of, Showing showing) implements Figure {
  private static final Type WORDS = new Type(Face.TEXT, 12), BOLD = new Type(Face.TEXT_BOLD, 12),
      NUMBER = new Type(Face.NUMBER, 11.5);
  private static final double KEY = 20, LARGEST = 26, REACH = 12, SDS = 2;
  private static final int ELLIPSE = 72;

  private Plot plot(double width, double height) {
    Span x = new Span().addAll(0, of.mean().get(0), of.plain().get(0));
    Span y = new Span().addAll(0, of.mean().get(1), of.plain().get(1));
    for (int mask = 0; mask < of.single().rows(); mask++) {
      x.add(of.single().at(mask, 0));
      y.add(of.single().at(mask, 1));
    }
    String title = Words.of("claimregulariser.kmasks.axis_first");
    Axes axes = Axes.layOut(x.scale(.06), y.scale(.06), title, "", width, height, 14);
    Scale down = axes.y().at(axes.bottomPx(), Heading.HEIGHT + KEY + 18);
    return new Plot(axes.with(a -> a.y(down)));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Plot plot = plot(width, height);
    Heading.draw(pen, theme, 2, 12, width - 4, Words.of("claimregulariser.kmasks.cloud"),
        Words.of("claimregulariser.kmasks.cloud.rest"));
    drawKey(pen, theme);
    plot.axes().draw(pen, theme);
    pen.fill(theme.muted());
    pen.text(Words.of("claimregulariser.kmasks.axis_second"), 2, plot.axes().topPx() - 8, WORDS, Align.LEFT);
    plot.clip(pen);
    drawMasks(pen, theme, plot);
    if (!showing.hidden()) drawSteps(pen, theme, plot);
    drawPenalty(pen, theme, plot);
    pen.unclip();
    drawWords(pen, theme, plot);
    List<Dragged> numbers = numbers(plot);
    pen.fill(theme.ink());
    for (Dragged each : numbers) each.draw(pen, theme);
    pen.fill(theme.muted());
    Dragged first = numbers.get(1);
    pen.text(Words.of("claimregulariser.kmasks.w"), first.left() - 6, first.baseline(), WORDS, Align.RIGHT);
  }

  /// Area tells the probability.
  private void drawMasks(Pen pen, Theme theme, Plot plot) {
    pen.fill(Palette.withAlpha(theme.accent(), .32));
    for (int mask = 0; mask < of.single().rows(); mask++)
      if (of.single().at(mask, 2) > 0) pen.fillOval(x(plot, mask), y(plot, mask), radius(mask));
    pen.stroke(Palette.withAlpha(theme.accent(), .6), 1.2, 4, 3);
    drawEllipse(pen, plot, 1);
  }

  private double x(Plot plot, int mask) { return plot.x(of.single().at(mask, 0)); }

  private double y(Plot plot, int mask) { return plot.y(of.single().at(mask, 1)); }

  private double radius(int mask) {
    return Math.clamp(LARGEST * Math.sqrt(of.single().at(mask, 2)), 1.5, .6 * LARGEST);
  }

  private void drawSteps(Pen pen, Theme theme, Plot plot) {
    pen.stroke(Palette.withAlpha(theme.ink(), .45), 1, Marks.SOLID);
    for (int i = 0; i < of.gradients().rows(); i++)
      pen.strokeOval(plot.x(of.gradients().at(i, 0)), plot.y(of.gradients().at(i, 1)), 2.2);
    pen.stroke(theme.accent(), 2, Marks.SOLID);
    drawEllipse(pen, plot, of.k());
  }

  /// The points mean + 2 L (cos, sin) / √k, where L Lᵀ is the covariance.
  private void drawEllipse(Pen pen, Plot plot, int k) {
    double a = Math.sqrt(of.covariance().at(0, 0)), b = a > 0 ? of.covariance().at(1, 0) / a : 0;
    double c = Math.sqrt(Math.max(0, of.covariance().at(1, 1) - b * b)), reach = SDS / Math.sqrt(k);
    double[] xs = new double[ELLIPSE + 1], ys = new double[ELLIPSE + 1];
    for (int i = 0; i <= ELLIPSE; i++) {
      double angle = 2 * Math.PI * i / ELLIPSE, cos = Math.cos(angle), sin = Math.sin(angle);
      xs[i] = plot.x(of.mean().get(0) + reach * a * cos);
      ys[i] = plot.y(of.mean().get(1) + reach * (b * cos + c * sin));
    }
    pen.polyline(xs, ys, xs.length);
  }

  private void drawPenalty(Pen pen, Theme theme, Plot plot) {
    double x1 = plot.x(of.plain().get(0)), y1 = plot.y(of.plain().get(1));
    double x2 = plot.x(of.mean().get(0)), y2 = plot.y(of.mean().get(1));
    double length = Math.hypot(x2 - x1, y2 - y1);
    pen.stroke(theme.ink(), 2, Marks.SOLID);
    if (length > 8) {
      pen.line(x1, y1, x2, y2);
      double dx = (x2 - x1) / length, dy = (y2 - y1) / length;
      pen.polyline(new double[] {x2 - 8 * dx - 4 * dy, x2, x2 - 8 * dx + 4 * dy},
          new double[] {y2 - 8 * dy + 4 * dx, y2, y2 - 8 * dy - 4 * dx}, 3);
    }
    pen.stroke(theme.muted(), 1.6, Marks.SOLID);
    Marks.cross(pen, x1, y1, 4);
  }

  private void drawWords(Pen pen, Theme theme, Plot plot) {
    word(pen, theme, plot, Words.of("claimregulariser.kmasks.mean", pair(of.mean())), of.mean(), -12, theme.ink());
    if (of.p() == 0) return;
    String without = Words.of("claimregulariser.kmasks.without", pair(of.plain()));
    word(pen, theme, plot, without, of.plain(), 16, theme.muted());
  }

  private static String pair(List<Double> of) {
    return Words.of("claimregulariser.kmasks.pair", Numbers.brief(of.get(0)), Numbers.brief(of.get(1)));
  }

  /// Beside a place, on a ground of its own, so that it is read among the dots.
  private static void word(Pen pen, Theme theme, Plot plot, String text, List<Double> at, double down, int colour) {
    double wide = pen.textWidth(text, BOLD), x = plot.x(at.get(0)) + 10;
    if (x + wide > plot.axes().rightPx()) x = plot.x(at.get(0)) - 10 - wide;
    double y = Math.min(plot.y(at.get(1)) + down, plot.axes().bottomPx() - 6);
    pen.fill(Palette.withAlpha(theme.card(), .85));
    pen.fillRect(x - 3, y - 12, wide + 6, 16);
    pen.fill(colour);
    pen.text(text, x, y, BOLD, Align.LEFT);
  }

  private void drawKey(Pen pen, Theme theme) {
    double baseline = Heading.HEIGHT + 13;
    pen.fill(Palette.withAlpha(theme.accent(), .45));
    pen.fillOval(8, baseline - 4, 5);
    pen.fill(theme.muted());
    pen.text(singles(), 18, baseline, WORDS, Align.LEFT);
    pen.stroke(theme.ink(), 1, Marks.SOLID);
    pen.strokeOval(ring() + 5, baseline - 4, 3);
    pen.text(Words.of("claimregulariser.kmasks.steps_of"), ring() + 14, baseline, WORDS, Align.LEFT);
  }

  private String singles() { return Words.count("claimregulariser.kmasks.singles", of.single().rows()); }

  private double ring() { return 34 + TextMeasure.width(singles(), WORDS); }

  /// k in the key, and the weights at the upper right.
  private List<Dragged> numbers(Plot plot) {
    double k = ring() + 18 + TextMeasure.width(Words.of("claimregulariser.kmasks.steps_of"), WORDS);
    double second = plot.axes().rightPx() - wide(weight(1)), first = second - 8 - wide(weight(0));
    double above = plot.axes().topPx() - 8;
    return List.of(number("k", 0, Numbers.count(of.k()), k, Heading.HEIGHT + 13),
        number("w", 0, weight(0), first, above), number("w", 1, weight(1), second, above));
  }

  private String weight(int j) { return Numbers.fixed(of.w().get(j), 1); }

  private static double wide(String number) { return TextMeasure.width(number, NUMBER); }

  private static Dragged number(String control, int index, String number, double left, double baseline) {
    return new Dragged(control, index, number, left, baseline, NUMBER, Words.of("claimregulariser.drag"));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plot plot = plot(width, height);
    Optional<Hit> number = numbers(plot).stream().flatMap(each -> each.hit(x, y).stream()).findFirst();
    if (number.isPresent() || !plot.axes().contains(x, y)) return number;
    double nearest = REACH;
    Hit hit = null;
    for (int mask = 0; mask < of.single().rows(); mask++) {
      double away = Math.hypot(x(plot, mask) - x, y(plot, mask) - y);
      if (!(away < nearest)) continue;
      nearest = away;
      hit = new Hit.Place(of.single().at(mask, 0), of.single().at(mask, 1), told(mask));
    }
    return Optional.ofNullable(hit);
  }

  /// What all masks with this gradient have.
  private String told(int mask) {
    double share = 0;
    for (int other = 0; other < of.single().rows(); other++)
      if (of.single().at(other, 0) == of.single().at(mask, 0) && of.single().at(other, 1) == of.single().at(mask, 1))
        share += of.single().at(other, 2);
    String gradient = pair(List.of(of.single().at(mask, 0), of.single().at(mask, 1)));
    return Words.of("claimregulariser.kmasks.told.mask", gradient, Numbers.reading(share));
  }
}

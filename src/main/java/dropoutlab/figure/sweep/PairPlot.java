package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.Column;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/// The square plot of a value against its partner, both on one scale.
final class PairPlot {
  private static final double STRIP = 16, SMALL = .92;

  private final SweepView view;
  private final Column column;
  private final double size, left, top, side, strip, radius;
  private final BrokenScale x, y;
  private final boolean worded;

  PairPlot(SweepView view, Column column, double width, double height) {
    this.view = view;
    this.column = column;
    worded = Axes.roomForWords(width, height);
    size = Axes.textSize(width, height);
    double[] values = both();
    strip = DoubleStream.of(values).anyMatch(v -> v == Double.POSITIVE_INFINITY) ? STRIP : 0;
    double labels = worded ? labels(values) : 2, foot = worded ? 3.1 * size : 2, head = worded ? 1.5 * size : 2;
    side = Math.max(10, Math.min(width - labels - 10, height - foot - head));
    left = labels + Math.max(0, (width - labels - 10 - side) / 2);
    top = head;
    x = BrokenScale.of(values, strip, left, left + side);
    y = BrokenScale.of(values, strip, top + side, top);
    radius = Math.clamp(side / 70, 1.8, 3.4);
  }

  SweepView view() { return view; }

  /// Returns the values of both, of the seeds that are pairs.
  private double[] both() {
    List<Double> all = new ArrayList<>();
    for (int seed = 0; seed < column.values().size(); seed++)
      if (isPair(seed)) all.addAll(List.of(column.values().get(seed), column.partners().get(seed)));
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private boolean isPair(int seed) {
    return !Double.isNaN(column.values().get(seed)) && !Double.isNaN(column.partners().get(seed));
  }

  private double labels(double[] values) {
    Ticks ticks = Ticks.of(view, BrokenScale.of(values, 0, 0, 200).main(), 50, true);
    return Math.round(TextMeasure.widest(ticks.united(view).labels(), number()) + 14);
  }

  private Type number() { return new Type(Face.NUMBER, SMALL * size); }

  private Type words() { return new Type(Face.TEXT, SMALL * size); }

  List<Dot> dots() {
    List<Dot> dots = new ArrayList<>();
    for (int seed = 0; seed < column.values().size(); seed++) {
      if (!isPair(seed)) continue;
      double own = column.values().get(seed), other = column.partners().get(seed);
      boolean finite = Double.isFinite(own) && Double.isFinite(other);
      dots.add(new Dot(column.point(), seed, x.px(other), y.px(own), radius, finite ? Dot.Kind.VALUE
          : Dot.Kind.NOT_FINITE));
    }
    return dots;
  }

  void draw(Pen pen, Theme theme) {
    drawHalf(pen, theme);
    if (!x.empty()) drawGrid(pen, theme);
    if (worded) drawWords(pen, theme);
    new DotMarks(view).draw(pen, theme, dots());
    if (worded) drawSeed(pen, theme);
  }

  /// The half where the value is the better one, and the diagonal.
  private void drawHalf(Pen pen, Theme theme) {
    double right = left + side, bottom = top + side;
    boolean drops = view.drops(column.point());
    pen.fill(drops ? theme.accentPale() : Palette.withAlpha(theme.faint(), .14));
    if (view.lowerIsBetter()) pen.polygon(new double[] {left, right, right}, new double[] {bottom, bottom, top}, 3);
    else pen.polygon(new double[] {left, left, right}, new double[] {bottom, top, top}, 3);
    pen.stroke(theme.line(), 1);
    pen.strokeRect(left, top, side, side);
    pen.stroke(theme.muted(), 1.5, SweepColours.TWIN);
    pen.line(left, bottom, right, top);
  }

  private void drawGrid(Pen pen, Theme theme) {
    pen.stroke(theme.muted(), 1);
    for (double tick : ticks(x.main()).values()) {
      pen.line(x.px(tick), top + side, x.px(tick), top + side + 4);
      pen.line(left - 4, y.px(tick), left, y.px(tick));
    }
    pen.stroke(theme.faint(), 1, 1, 3);
    for (double at : x.breaks()) pen.line(at, top, at, top + side);
    for (double at : y.breaks()) pen.line(left, at, left + side, at);
  }

  private Ticks ticks(Scale of) { return Ticks.of(view, of, 3.6 * size, true).within(of); }

  private void drawWords(Pen pen, Theme theme) {
    drawTicks(pen, theme, x, y);
    double right = left + side;
    pen.fill(theme.muted());
    String partner = Words.of("sweepfigure.pair.axis", view.words().partner(), view.words().measured());
    pen.text(Fit.firstThatFits(pen, words(), right - 2, partner, view.words().partner()), right,
        top + side + 2.75 * size,
        words(), Align.RIGHT);
    pen.fill(view.drops(column.point()) ? theme.accent() : theme.ink());
    String name = view.words().named(column.point());
    pen.text(Fit.within(pen, name, new Type(Face.TEXT_BOLD, SMALL * size), side), left, top - .5 * size,
        new Type(Face.TEXT_BOLD, SMALL * size), Align.LEFT);
    drawHalves(pen, theme);
  }

  private void drawTicks(Pen pen, Theme theme, BrokenScale across, BrokenScale up) {
    pen.fill(theme.muted());
    if (!Double.isNaN(across.infinite())) drawInfinite(pen, across, up);
    if (across.empty()) return;
    Ticks ticks = ticks(across.main()).united(view);
    double free = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < ticks.values().size(); i++) {
      String label = ticks.labels().get(i);
      double at = across.px(ticks.values().get(i)), half = TextMeasure.width(label, number()) / 2;
      if (at - half > free + 4) {
        pen.text(label, at, top + side + 1.45 * size, number(), Align.CENTRE);
        free = at + half;
      }
      pen.text(label, left - 7, up.px(ticks.values().get(i)) + .33 * size, number(), Align.RIGHT);
    }
  }

  private void drawInfinite(Pen pen, BrokenScale across, BrokenScale up) {
    String text = Words.of("sweepfigure.pair.infinite");
    pen.text(text, across.infinite(), top + side + 1.45 * size, number(), Align.CENTRE);
    pen.text(text, left - 7, up.infinite() + .33 * size, number(), Align.RIGHT);
  }

  /// What each half says, in its outer corner.
  private void drawHalves(Pen pen, Theme theme) {
    boolean twin = view.isTwin() && view.drops(column.point()), lower = view.lowerIsBetter();
    if (!lower) return;
    pen.fill(theme.muted());
    drawHalf(pen, twin ? Words.of("sweepfigure.pair.worse") : Words.of("sweepfigure.pair.higher"), false);
    pen.fill(view.drops(column.point()) ? theme.accent() : theme.ink());
    drawHalf(pen, twin ? Words.of("sweepfigure.pair.better") : Words.of("sweepfigure.pair.lower"), true);
  }

  /// In the corner, or as near to it along the side as no dot lies beneath; not at all where the half ends before.
  private void drawHalf(Pen pen, String text, boolean below) {
    double wide = TextMeasure.width(text, words()), pad = 7, in = strip > 0 ? strip + 9 : 0;
    for (int step = 0; step < 4; step++) {
      double x = below ? left + side - in - pad - wide : left + pad;
      double baseline = below ? top + side - pad - step * 1.3 * size : top + in + pad + .8 * size + step * 1.3 * size;
      boolean inside = below ? x - left > top + side - (baseline - size)
          : x + wide - left < top + side - (baseline + .3 * size);
      if (!inside) return;
      if (dots().stream().noneMatch(dot -> isUnder(dot, x, baseline, wide))) {
        pen.text(text, x, baseline, words(), Align.LEFT);
        return;
      }
    }
  }

  private boolean isUnder(Dot dot, double x, double baseline, double wide) {
    double reach = view.seed().equals(OptionalInt.of(dot.seed())) ? 3 * size : radius + 1;
    return dot.along() > x - reach && dot.along() < x + wide + reach && dot.at() > baseline - .8 * size - reach
        && dot.at() < baseline + .2 * size + reach;
  }

  private void drawSeed(Pen pen, Theme theme) {
    if (view.seed().isEmpty()) return;
    dots().stream().filter(dot -> dot.seed() == view.seed().getAsInt()).findFirst().ifPresent(dot -> {
      String text = Words.of("sweepfigure.seed", view.seedAt(dot.seed()));
      double half = TextMeasure.width(text, words()) / 2, above = dot.at() - radius - 5;
      SeedLabel.draw(pen, theme, text,
          Math.clamp(dot.along(), left + half + 2, Math.max(left + half + 2, left + side - half - 2)),
          above - size < top ? dot.at() + radius + 3 + size : above, words());
    });
  }
}

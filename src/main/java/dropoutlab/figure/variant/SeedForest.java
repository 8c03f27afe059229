package dropoutlab.figure.variant;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.variant.seeds.PairedDifference;
import dropoutlab.predict.variant.seeds.SeedTable.Difference;
import dropoutlab.predict.variant.seeds.SeedWords;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The paired differences of a comparison over seeds, one row for each pair on one axis: a dot for each seed, and above
/// the dots their mean with its 95 % interval. A seed that is not finite is a cross at the right edge.
///
/// @param scale  at the pixels of the plot
/// @param top    of the first row
/// @param row    the height of a row
/// @param size   of the type
/// @param edge   where the crosses end, right of the plot
/// @param right  where the column of counts ends
record SeedForest(SeedWords words, Scale scale, double top, double row, double size, double edge, double right) {
  private static final double MARGIN = .06, CROSS = 3, REACH = 6;

  /// Returns the range of all dots and 0, and of the intervals as far as they leave room for the dots: with few seeds an
  /// interval would press them together.
  static Scale range(List<Difference> differences) {
    Span dots = new Span().add(0), intervals = new Span();
    for (Difference each : differences) {
      each.loss().values().forEach(dots::add);
      intervals.addAll(each.loss().low(), each.loss().high());
    }
    Span all = intervals.isEmpty() ? dots : dots.grownTowards(intervals);
    if (all.length() == 0) return Scale.linear(-1, 1, 0, 1);
    double room = MARGIN * all.length();
    return Scale.linear(all.min() - room, all.max() + room, 0, 1);
  }

  private List<Difference> differences() { return words.table().differences(); }

  private double lineY(int i) { return Math.round(top + (i + .36) * row); }

  private double dotY(int i) { return Math.round(top + (i + .36) * row + Math.clamp(.34 * row, 5, 14)); }

  private double bottom() { return top + differences().size() * row; }

  private double radius() { return Math.clamp(row / 9, 2, 4); }

  void draw(Pen pen, Theme theme) {
    double zero = Math.round(scale.px(0)) + .5;
    pen.stroke(theme.muted(), 1);
    pen.line(zero, top - 2, zero, bottom());
    for (int i = 0; i < differences().size(); i++) {
      drawWords(pen, theme, i);
      drawDots(pen, theme, i);
      drawInterval(pen, theme, i);
    }
    drawAxis(pen, theme);
  }

  private void drawWords(Pen pen, Theme theme, int i) {
    Difference each = differences().get(i);
    double baseline = lineY(i) + .36 * size;
    pen.fill(theme.ink());
    pen.text(SeedWords.title(each.pair()), 0, baseline, new Type(i == 0 ? Face.TEXT_BOLD : Face.TEXT, size), Align.LEFT);
    pen.text(count(each.loss()), right, baseline, new Type(Face.TEXT, size), Align.RIGHT);
  }

  static String count(PairedDifference of) {
    return of.n() == 0 ? "" : Words.of("compare.count", of.lower(), of.n());
  }

  private void drawDots(Pen pen, Theme theme, int i) {
    Difference each = differences().get(i);
    pen.fill(SeedLook.dot(theme, each.pair()));
    for (double value : each.loss().values())
      if (Double.isFinite(value)) pen.fillOval(scale.px(value), dotY(i), radius());
    int failed = each.loss().notFinite();
    if (failed == 0) return;
    double x = edge - CROSS, y = dotY(i);
    pen.stroke(theme.ink(), 1.4, Marks.SOLID);
    Marks.cross(pen, x, y, CROSS);
    if (failed == 1) return;
    pen.fill(theme.ink());
    pen.text(Integer.toString(failed), x - 2 * CROSS, y + .3 * size, new Type(Face.TEXT, .9 * size), Align.RIGHT);
  }

  /// Returns the room that the crosses want right of the plot.
  static double crosses(List<Difference> differences, double size) {
    int most = differences.stream().mapToInt(each -> each.loss().notFinite()).max().orElse(0);
    if (most == 0) return 0;
    return 4 * CROSS + (most == 1 ? 0 : TextMeasure.width(Integer.toString(most), new Type(Face.TEXT, size)));
  }

  private void drawInterval(Pen pen, Theme theme, int i) {
    PairedDifference of = differences().get(i).loss();
    if (of.n() < 2) return;
    double y = lineY(i), low = scale.px(of.low()), high = scale.px(of.high());
    double from = Math.max(low, scale.fromPx()), to = Math.min(high, scale.toPx()), cap = Math.clamp(row / 6, 3, 6);
    int colour = SeedLook.line(theme, differences().get(i).pair());
    pen.stroke(colour, 1.6, Marks.SOLID);
    pen.line(from, y, to, y);
    if (low == from) pen.line(low, y - cap, low, y + cap);
    if (high == to) pen.line(high, y - cap, high, y + cap);
    double x = scale.px(of.mean()), arm = Math.clamp(row / 5, 3.6, 6);
    pen.fill(colour);
    pen.polygon(new double[] {x, x + arm, x, x - arm}, new double[] {y - arm, y, y + arm, y}, 4);
  }

  private void drawAxis(Pen pen, Theme theme) {
    double base = Math.round(bottom()) + .5;
    Type type = new Type(Face.TEXT, .95 * size);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(scale.fromPx(), base, scale.toPx(), base);
    List<Double> ticks = ticks();
    List<String> labels = ticks.size() < 2 ? List.of("0") : scale.labels(ticks);
    for (int t = 0; t < ticks.size(); t++) {
      double x = Math.round(scale.px(ticks.get(t))) + .5;
      pen.stroke(theme.muted(), 1, Marks.SOLID);
      pen.line(x, base, x, base + 3);
      pen.fill(theme.muted());
      pen.text(ticks.get(t) > 0 ? "+" + labels.get(t) : labels.get(t), x, base + 4 + size, type, Align.CENTRE);
    }
  }

  /// A lone tick would be no scale; without any seed there is only 0.
  private List<Double> ticks() {
    if (differences().stream().allMatch(each -> each.loss().n() == 0)) return List.of(0.0);
    int fitting = Math.clamp((int) ((scale.toPx() - scale.fromPx()) / (5 * size)), 3, 7);
    List<Double> ticks = scale.ticks(fitting);
    for (int more = 1; more < 4 && ticks.size() < 2; more++) ticks = scale.ticks(fitting + more);
    return ticks;
  }

  /// Tells the seed under a point, or else what the row says.
  Optional<Hit> hit(double x, double y) {
    int i = (int) Math.floor((y - top) / row);
    if (i < 0 || i >= differences().size()) return Optional.empty();
    Difference each = differences().get(i);
    List<Double> values = each.loss().values();
    int nearest = -1;
    for (int k = 0; k < values.size(); k++)
      if (distance(values.get(k), x) <= (nearest < 0 ? REACH : distance(values.get(nearest), x))) nearest = k;
    boolean onDot = nearest >= 0 && Math.abs(y - dotY(i)) <= REACH;
    if (onDot) return Optional.of(new Hit.Place(values.get(nearest), i, Words.of("compare.dot",
        words.replicates().all().get(nearest).seed(), SeedWords.title(each.pair()), Shown.signed(values.get(nearest)))));
    return each.loss().n() == 0 ? Optional.empty()
        : Optional.of(new Hit.Place(each.loss().mean(), i, words.sentence(each)));
  }

  private double distance(double value, double x) {
    return Double.isFinite(value) ? Math.abs(scale.px(value) - x) : Double.POSITIVE_INFINITY;
  }
}

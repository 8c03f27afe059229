package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.Column;
import dropoutlab.predict.sweep.Paired;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The panel of differences: each seed minus its own partner a dot, beside the dots their median and its 95 % interval.
/// What lies beyond the scale is a triangle with its count.
final class DifferencePanel {
  static final double TRIANGLE = 3.6;
  /// The room of triangles and counts at an end.
  static final double END = 14;
  private static final double FENCE = 2.2, WORTH = 1.8, CAP = .9, BRACKET = .45, INSET = 5, EDGE = 2;

  private final SweepView view;
  private final ColumnAxis axis;
  private final Scale scale;
  private final double radius;
  /// Where dots end: beyond are triangles.
  private final double lowest, highest;
  private final List<Paired> series;
  private final List<Dot> dots;

  /// @param largest the radius of dots that have room enough
  DifferencePanel(SweepView view, ColumnAxis axis, double fromPx, double toPx, double largest) {
    this.view = view;
    this.axis = axis;
    series = paired(view);
    double[] all = series.stream().flatMap(paired -> paired.differences().stream()).mapToDouble(Double::doubleValue)
        .toArray();
    Span kept = kept(all, view.percent() ? .01 : .1);
    boolean above = Arrays.stream(all).anyMatch(v -> v > kept.max());
    boolean below = Arrays.stream(all).anyMatch(v -> v < kept.min());
    double way = Math.signum(toPx - fromPx);
    double from = fromPx + way * (below ? END : 0), to = toPx - way * (above ? END : 0);
    double in = Math.min(INSET, Math.abs(to - from) / 5);
    Scale inner = kept.scale(0).at(from + way * in, to - way * in);
    scale = Scale.linear(inner.data(fromPx), inner.data(toPx), fromPx, toPx);
    lowest = fromPx + way * (below ? END : EDGE);
    highest = toPx - way * (above ? END : EDGE);
    radius = Swarm.radius(series.stream().map(this::heights).toList(), axis.slot(0, 0, false).half(), largest);
    dots = List.copyOf(allDots());
  }

  Scale scale() { return scale; }

  /// Returns the dots: as many as there are pairs, but for those beyond.
  List<Dot> dots() { return dots; }

  /// What lies beyond one end of the scale in one column.
  record Beyond(int count, boolean above) {}

  /// Returns the differences that the scale has room for: all, unless a fence around the middle half gains much.
  private static Span kept(double[] all, double least) {
    double[] sorted = Arrays.stream(all).filter(Double::isFinite).sorted().toArray();
    Span whole = new Span().add(0).addAll(sorted);
    if (sorted.length < 4) return widened(whole, least);
    double low = sorted[sorted.length / 4], high = sorted[3 * sorted.length / 4], fence = FENCE * (high - low);
    Span kept = new Span().add(0);
    for (double v : sorted) if (v >= low - fence && v <= high + fence) kept.add(v);
    return kept.length() > 0 && whole.length() > WORTH * kept.length() ? kept : widened(whole, least);
  }

  private static Span widened(Span of, double least) { return of.length() > 0 ? of : new Span().addAll(-least, least); }

  /// Returns whether there is no pair yet.
  boolean isEmpty() { return series.stream().allMatch(paired -> paired.pairs() == 0); }

  private static List<Paired> paired(SweepView view) {
    return Stream.concat(view.series().stream().flatMap(each -> each.columns().stream()),
        view.confirmed().stream().map(Confirmed::column)).flatMap(column -> column.paired().stream()).toList();
  }

  /// Returns whether a difference is a dot.
  private boolean inside(double difference) {
    double px = scale.px(difference), low = Math.min(lowest, highest), high = Math.max(lowest, highest);
    return Double.isFinite(difference) && px >= low - 1e-9 && px <= high + 1e-9;
  }

  private double way() { return Math.signum(scale.toPx() - scale.fromPx()); }

  private double[] heights(Paired paired) {
    return paired.differences().stream().filter(this::inside).mapToDouble(scale::px).toArray();
  }

  private ColumnAxis.Slot slot(Series series, int column) {
    return axis.slot(column, view.series().indexOf(series), false);
  }

  private List<Dot> allDots() {
    List<Dot> dots = new ArrayList<>();
    for (Series series : view.series())
      for (int i = 0; i < series.columns().size(); i++) {
        Column column = series.columns().get(i);
        if (column.paired().isPresent())
          dots.addAll(dots(column, column.paired().get(), slot(series, i), Dot.Kind.DIFFERENCE));
      }
    for (int i = 0; i < view.confirmed().size(); i++) {
      Column column = view.confirmed().get(i).column();
      if (column.paired().isPresent())
        dots.addAll(dots(column, column.paired().get(), axis.anewSlot(i), Dot.Kind.CONFIRMED));
    }
    return dots;
  }

  private List<Dot> dots(Column column, Paired paired, ColumnAxis.Slot slot, Dot.Kind kind) {
    List<Double> all = paired.differences();
    int[] inside = IntStream.range(0, all.size()).filter(i -> inside(all.get(i))).toArray();
    double[] offsets = Swarm.offsets(heights(paired), radius, slot.half());
    List<Dot> dots = new ArrayList<>();
    for (int k = 0; k < inside.length; k++)
      dots.add(new Dot(column.point(), inside[k], slot.swarm() + offsets[k], scale.px(all.get(inside[k])),
          radius, kind));
    return dots;
  }

  /// Returns how many differences of a column lie beyond an end.
  Beyond beyond(Column column, boolean above) {
    long count = column.paired().stream().flatMap(paired -> paired.differences().stream())
        .filter(d -> !Double.isNaN(d) && !inside(d) && d > 0 == above).count();
    return new Beyond((int) count, above);
  }

  void draw(Pen pen, Theme theme) {
    double zero = scale.px(0);
    pen.stroke(theme.muted(), 1.6, SweepColours.TWIN);
    pen.line(axis.from(), zero, axis.to(), zero);
    new DotMarks(view).draw(pen, theme, dots);
    for (Series series : view.series())
      for (int i = 0; i < series.columns().size(); i++) {
        Column column = series.columns().get(i);
        for (boolean above : new boolean[] {true, false}) drawBeyond(pen, theme, column, slot(series, i), above);
        if (column.paired().isPresent()) drawMedian(pen, theme, series, column, slot(series, i).ring());
      }
    for (int i = 0; i < view.confirmed().size(); i++) {
      Column column = view.confirmed().get(i).column();
      for (boolean above : new boolean[] {true, false}) drawBeyond(pen, theme, column, axis.anewSlot(i), above);
      if (column.paired().isPresent())
        drawMedian(pen, theme, view.series().getFirst(), column, axis.anewSlot(i).ring());
    }
  }

  private void drawBeyond(Pen pen, Theme theme, Column column, ColumnAxis.Slot slot, boolean above) {
    if (beyond(column, above).count() == 0) return;
    double end = above ? scale.toPx() : scale.fromPx(), out = above ? way() : -way(), x = slot.swarm();
    pen.fill(SweepColours.of(view, column.point(), theme).full());
    double tip = end - out * 2, foot = tip - out * 1.7 * TRIANGLE;
    pen.polygon(new double[] {x - TRIANGLE, x, x + TRIANGLE}, new double[] {foot, tip, foot}, 3);
  }

  private void drawMedian(Pen pen, Theme theme, Series series, Column column, double x) {
    Paired paired = column.paired().orElseThrow();
    paired.interval().ifPresent(interval -> drawInterval(pen, theme, x, interval));
    if (paired.pairs() == 0 || !inside(paired.median())) return;
    int argb = SweepColours.of(view, column.point(), theme).full();
    new MedianMark(null, series.index(), argb, false, axis.ring()).drawRing(pen, theme, x, scale.px(paired.median()));
  }

  /// A bracket; open where the interval goes on beyond the scale.
  private void drawInterval(Pen pen, Theme theme, double x, Paired.Interval interval) {
    double low = end(interval.low()), high = end(interval.high());
    if (low == high) return;
    double cap = CAP * axis.ring();
    pen.stroke(theme.ink(), BRACKET * axis.ring());
    pen.line(x, low, x, high);
    if (inside(interval.low())) pen.line(x - cap, low, x + cap, low);
    if (inside(interval.high())) pen.line(x - cap, high, x + cap, high);
  }

  private double end(double value) {
    double least = Math.min(lowest, highest), most = Math.max(lowest, highest);
    if (!Double.isFinite(value)) return value > 0 ? highest : lowest;
    return Math.clamp(scale.px(value), least, most);
  }
}

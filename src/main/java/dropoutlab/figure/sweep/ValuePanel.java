package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.Column;
import dropoutlab.predict.sweep.Quartiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The panel of measured values: each seed a dot, beside the dots their median and middle half, and the partner across
/// all columns. It draws as if columns stood; [TurnedPen] lays them down.
final class ValuePanel {
  private static final double LARGEST = 3.4, SMALL_CROSS = 1.2, CROSS = 2.5, PITCH = 2 * CROSS + 2.6, STRIP_SHARE = .2;

  private final SweepView view;
  private final ColumnAxis axis;
  private final BrokenScale scale;
  private final double radius, pitch;
  private final List<Dot> dots;

  ValuePanel(SweepView view, ColumnAxis axis, double fromPx, double toPx) {
    this(view, axis, view.values(), fromPx, toPx);
  }

  /// @param values those for which the scale has room
  ValuePanel(SweepView view, ColumnAxis axis, double[] values, double fromPx, double toPx) {
    this.view = view;
    this.axis = axis;
    double half = axis.slot(0, 0, view.series().getFirst().beside()).half(), length = Math.abs(toPx - fromPx);
    int crosses = Math.max(view.most(Column::notFinite), notFiniteApart(view));
    pitch = pitch(crosses, 2 * half, STRIP_SHARE * length);
    double strip = Math.min(Math.max(strip(crosses, 2 * half, pitch), 14), STRIP_SHARE * length + 1);
    scale = BrokenScale.of(values, strip, fromPx, toPx);
    double largest = Math.clamp(Math.min(axis.width() / axis.series() / 22, length / 60), 1.1, LARGEST);
    radius = Swarm.radius(heights(), half, largest);
    dots = List.copyOf(allDots());
  }

  SweepView view() { return view; }

  ColumnAxis axis() { return axis; }

  BrokenScale scale() { return scale; }

  /// Returns the radius of most dots: what is crowded in a strip is smaller.
  double radius() { return radius; }

  /// Returns all dots and crosses: as many as there are results.
  List<Dot> dots() { return dots; }

  private static int notFiniteApart(SweepView view) {
    return view.series().stream().filter(Series::apart).mapToInt(each -> (int) each.columns().getFirst().partners()
        .stream().filter(v -> v == Double.POSITIVE_INFINITY).count()).max().orElse(0);
  }

  /// Returns how far crosses stand apart, so that all of a column fit.
  private static double pitch(int crosses, double wide, double long_) {
    double pitch = PITCH;
    while (pitch > 2 * SMALL_CROSS + .6 && strip(crosses, wide, pitch) > long_) pitch *= .93;
    return pitch;
  }

  private static double strip(int crosses, double wide, double pitch) {
    return Math.ceil(crosses / perRow(wide, pitch)) * pitch + 8;
  }

  private static double perRow(double wide, double pitch) { return Math.max(1, Math.floor(wide / pitch)); }

  private List<double[]> heights() {
    List<double[]> all = new ArrayList<>();
    for (Series series : view.series()) {
      for (Column column : series.columns()) all.add(onMain(column.values()));
      if (series.apart()) all.add(onMain(series.columns().getFirst().partners()));
    }
    view.confirmed().forEach(each -> all.add(onMain(each.column().values())));
    return all;
  }

  /// What stands in a strip, close together, must not make all dots small.
  private double[] onMain(List<Double> values) {
    return heights(values.stream().filter(value -> !scale.isBeyond(value)).toList());
  }

  private double[] heights(List<Double> values) {
    return values.stream().filter(Double::isFinite).mapToDouble(scale::px).toArray();
  }

  ColumnAxis.Slot slot(Series series, int column) {
    return axis.slot(column, view.series().indexOf(series), series.beside());
  }

  private List<Dot> allDots() {
    List<Dot> dots = new ArrayList<>();
    for (Series series : view.series()) {
      if (series.apart()) dots.addAll(dots(-1, series.columns().getFirst().partners(), axis.apartSlot(),
          Dot.Kind.PARTNER));
      for (int i = 0; i < series.columns().size(); i++) {
        Column column = series.columns().get(i);
        dots.addAll(dots(column.point(), column.values(), slot(series, i), Dot.Kind.VALUE));
      }
    }
    for (int i = 0; i < view.confirmed().size(); i++) {
      Column column = view.confirmed().get(i).column();
      dots.addAll(dots(column.point(), column.values(), axis.anewSlot(i), Dot.Kind.CONFIRMED));
    }
    return dots;
  }

  private List<Dot> dots(int point, List<Double> values, ColumnAxis.Slot slot, Dot.Kind kind) {
    List<Dot> dots = new ArrayList<>();
    int[] finite = IntStream.range(0, values.size()).filter(i -> Double.isFinite(values.get(i))).toArray();
    double[] heights = heights(values);
    double its = Swarm.radius(List.of(heights), slot.half(), radius);
    double[] offsets = Swarm.offsets(heights, its, slot.half());
    for (int k = 0; k < finite.length; k++)
      dots.add(new Dot(point, finite[k], slot.swarm() + offsets[k], scale.px(values.get(finite[k])), its, kind));
    int[] infinite = IntStream.range(0, values.size()).filter(i -> values.get(i) == Double.POSITIVE_INFINITY).toArray();
    double perRow = perRow(2 * slot.half(), pitch), rows = Math.ceil(infinite.length / perRow);
    double way = Math.signum(scale.main().toPx() - scale.main().fromPx());
    for (int k = 0; k < infinite.length; k++) {
      double row = Math.floor(k / perRow), in = k % perRow, full = Math.min(perRow, infinite.length - row * perRow);
      dots.add(new Dot(point, infinite[k], slot.swarm() + (in - (full - 1) / 2) * pitch,
          scale.infinite() + way * (row - (rows - 1) / 2) * pitch, pitch / PITCH * CROSS,
          kind == Dot.Kind.CONFIRMED ? kind : Dot.Kind.NOT_FINITE));
    }
    return dots;
  }

  void draw(Pen pen, Theme theme) {
    drawPartners(pen, theme);
    for (Series series : view.series()) drawLine(pen, theme, series);
    view.seed().ifPresent(seed -> drawSeed(pen, theme, seed));
    new DotMarks(view).draw(pen, theme, dots);
    for (Series series : view.series())
      for (int i = 0; i < series.columns().size(); i++) drawMiddle(pen, theme, series, i);
    for (int i = 0; i < view.confirmed().size(); i++) drawAnew(pen, theme, view.confirmed().get(i), axis.anewSlot(i));
  }

  private void drawPartners(Pen pen, Theme theme) {
    PartnerMarks marks = new PartnerMarks(this);
    boolean shared = view.series().size() == 1 || view.series().stream().map(Series::shared).distinct().count() == 1;
    for (Series series : view.series()) {
      if (series.shared().isPresent() && (shared || view.isChosenSeries(series)))
        marks.drawAcross(pen, theme, series, series.shared().get());
      if (series.beside()) marks.drawBeside(pen, theme, series);
    }
  }

  /// The line of the medians; dotted where it leaves the main scale.
  private void drawLine(Pen pen, Theme theme, Series series) {
    if (!axis.joined()) return;
    List<double[]> stretch = new ArrayList<>();
    int argb = lineColour(theme, series);
    for (int i = 0; i < series.columns().size(); i++) {
      Column column = series.columns().get(i);
      double median = column.quartiles().median();
      if (!Double.isFinite(median) || !axis.isPlaced(i)) continue;
      double[] next = {slot(series, i).ring(), scale.px(median), scale.isBeyond(median) ? 1 : 0};
      if (!stretch.isEmpty() && stretch.getLast()[2] + next[2] > 0) {
        drawStretch(pen, series, stretch, argb);
        pen.stroke(argb, 1.4, 1.5, 3.5);
        pen.line(stretch.getLast()[0], stretch.getLast()[1], next[0], next[1]);
        stretch.clear();
      }
      stretch.add(next);
    }
    drawStretch(pen, series, stretch, argb);
  }

  private int lineColour(Theme theme, Series series) {
    boolean drops = series.columns().stream().anyMatch(column -> view.drops(column.point()));
    return drops ? theme.accent() : theme.ink();
  }

  private static void drawStretch(Pen pen, Series series, List<double[]> stretch, int argb) {
    pen.stroke(argb, 2, SweepColours.dash(series.index()));
    double[] x = stretch.stream().mapToDouble(each -> each[0]).toArray();
    double[] y = stretch.stream().mapToDouble(each -> each[1]).toArray();
    if (x.length > 1) pen.polyline(x, y, x.length);
  }

  /// A thin line through all dots of a seed.
  private void drawSeed(Pen pen, Theme theme, int seed) {
    pen.stroke(Palette.withAlpha(theme.ink(), .75), .9);
    for (Series series : view.series()) {
      List<Dot> its = dots.stream().filter(dot -> dot.seed() == seed && dot.kind() != Dot.Kind.CONFIRMED
          && (dot.point() < 0
          || series.columns().stream().anyMatch(column -> column.point() == dot.point()))).toList();
      for (int i = 1; i < its.size(); i++)
        pen.line(its.get(i - 1).along(), its.get(i - 1).at(), its.get(i).along(), its.get(i).at());
    }
  }

  /// The bar of the middle half and the ring of the median.
  private void drawMiddle(Pen pen, Theme theme, Series series, int i) {
    Column column = series.columns().get(i);
    Quartiles quartiles = column.quartiles();
    boolean own = view.isOwn(column);
    int argb = own ? theme.muted() : SweepColours.of(view, column.point(), theme).full();
    new MedianMark(scale, series.index(), argb, own, axis.ring()).draw(pen, theme, slot(series, i).ring(), quartiles);
  }

  private void drawAnew(Pen pen, Theme theme, Confirmed confirmed, ColumnAxis.Slot slot) {
    Column column = confirmed.column();
    if (!column.partners().isEmpty())
      new MedianMark(scale, 0, theme.muted(), true, axis.ring()).draw(pen, theme, slot.partner(),
          SweepView.quartiles(column.partners()));
    int argb = SweepColours.of(view, column.point(), theme).full();
    new MedianMark(scale, 0, argb, false, axis.ring()).draw(pen, theme, slot.ring(), column.quartiles());
  }
}

package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.spec.sweep.Axis;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Where the columns of a sweep stand along its first axis: by their number, by its logarithm, or one beside the other.
///
/// @param centres of the columns, in pixels
/// @param width   that each may fill
/// @param apart   the place of a partner that is none of the columns; NaN without one
/// @param placed  whether a line through the column has a meaning: its value has a place on the scale
/// @param anew    of the columns of new seeds, behind the others
/// @param series  how many stand beside each other in each column
record ColumnAxis(double[] centres, double width, double from, double to, double apart, boolean[] placed,
                  double[] anew, int series) {
  private static final double WIDEST = 104;
  /// Columns by number may want so many times the room of columns beside each other; more, and they would be too
  /// narrow.
  private static final double SPARSE = 2.2;
  private static final double APART = 1.2;
  private static final Type LABEL = new Type(Face.TEXT_BOLD, 12);

  /// Where the dots of one series stand in one column, and their median.
  ///
  /// @param half how far the dots may reach to both sides
  record Slot(double swarm, double half, double ring, double partner, double left, double width) {}

  static ColumnAxis of(SweepView view, double from, double to) {
    Axis axis = view.axis();
    double[] units = units(axis, to - from);
    boolean apart = view.series().stream().anyMatch(Series::apart);
    double least = Arrays.stream(units).min().orElse(0) - (apart ? APART : 0);
    double most = Arrays.stream(units).max().orElse(0);
    int confirmed = view.confirmed().size();
    double width = (to - from) / (most - least + 1 + APART * confirmed), last = from + (most - least + .5) * width;
    double[] anew = IntStream.range(0, confirmed).mapToDouble(i -> last + APART * (i + 1) * width).toArray();
    double[] centres = Arrays.stream(units).map(unit -> from + (unit - least + .5) * width).toArray();
    return new ColumnAxis(centres, width, from, to, apart ? from + width / 2 : Double.NaN,
        placed(axis), anew, view.series().size());
  }

  /// Returns the columns' places, neighbours at least 1 apart. What has no place on the scale stands before all others.
  private static double[] units(Axis axis, double room) {
    int n = axis.points().size();
    double[] beside = IntStream.range(0, n).asDoubleStream().toArray();
    double[] places = IntStream.range(0, n).mapToDouble(i -> axis.place(i).orElse(Double.NaN)).toArray();
    double[] sorted = Arrays.stream(places).filter(Double::isFinite).sorted().toArray();
    if (axis.scale() == Axis.Scale.NAMES || sorted.length < 2) return beside;
    double gap = Double.POSITIVE_INFINITY;
    for (int i = 1; i < sorted.length; i++) gap = Math.min(gap, sorted[i] - sorted[i - 1]);
    int outside = n - sorted.length;
    double unit = gap;
    if (!(gap > 0) || (sorted[sorted.length - 1] - sorted[0]) / gap + 1 + outside > SPARSE * n) return beside;
    double span = (sorted[sorted.length - 1] - sorted[0]) / unit + 1 + outside * APART;
    double step = Math.max(APART, (widestOutside(axis, places) / 2 + 12) * span / room);
    double[] units = new double[n];
    for (int i = 0, before = 0; i < n; i++)
      units[i] = Double.isFinite(places[i]) ? (places[i] - sorted[0]) / unit : (before++ - outside) * step;
    return units;
  }

  private static double widestOutside(Axis axis, double[] places) {
    return TextMeasure.widest(IntStream.range(0, places.length).filter(i -> Double.isNaN(places[i]))
        .mapToObj(i -> axis.points().get(i).label()).toList(), LABEL);
  }

  private static boolean[] placed(Axis axis) {
    boolean[] placed = new boolean[axis.points().size()];
    for (int i = 0; i < placed.length; i++)
      placed[i] = axis.scale() != Axis.Scale.NAMES && axis.place(i).isPresent();
    return placed;
  }

  boolean isPlaced(int column) { return placed[column]; }

  /// Returns whether there is a line at all.
  boolean joined() {
    for (boolean each : placed) if (each) return true;
    return false;
  }

  /// Returns the radius of the medians' rings.
  double ring() { return Math.clamp(.12 * width / series, 2.1, MedianMark.RING); }

  Slot slot(int column, int of, boolean partnerBeside) {
    double each = Math.min(width, WIDEST * series) * .96 / series;
    double centre = centres[column] + (of - (series - 1) / 2.0) * each;
    return slot(centre, each, partnerBeside);
  }

  /// Returns the place of a partner that is none of the columns.
  Slot apartSlot() { return slot(apart, Math.min(width, WIDEST) * .96, false); }

  /// Returns the place of a value that is judged on new seeds, its partner beside it.
  Slot anewSlot(int i) { return slot(anew[i], Math.min(width, WIDEST) * .96, true); }

  private static Slot slot(double centre, double wide, boolean beside) {
    double left = centre - wide / 2;
    return beside
        ? new Slot(centre - .2 * wide, .28 * wide, centre + .2 * wide, centre + .4 * wide, left, wide)
        : new Slot(centre - .13 * wide, .35 * wide, centre + .35 * wide, Double.NaN, left, wide);
  }

  /// Returns the column in which a place lies, -1 for none.
  int at(double along) {
    for (int i = 0; i < centres.length; i++) if (Math.abs(along - centres[i]) <= width / 2) return i;
    return -1;
  }
}

package dropoutlab.figure.sweep;

import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Point;
import java.util.Arrays;
import java.util.List;

/// Where the columns of a sweep stand along its first axis: by their number, by its logarithm, or one beside the other.
///
/// @param centres of the columns, in pixels
/// @param width   that each may fill
/// @param apart   the place of a partner that is none of the columns; NaN without one
/// @param joined  whether a line from column to column has a meaning
/// @param series  how many stand beside each other in each column
record ColumnAxis(double[] centres, double width, double from, double to, double apart, boolean joined, int series) {
  private static final double WIDEST = 104;
  /// Columns by number may want so many times the room of columns beside each other; more, and they would be too narrow.
  private static final double SPARSE = 2.2;
  private static final double APART = 1.2;

  /// Where the dots of one series stand in one column, and their median.
  ///
  /// @param half how far the dots may reach to both sides
  record Slot(double swarm, double half, double ring, double partner, double left, double width) {}

  static ColumnAxis of(SweepView view, double from, double to) {
    Axis axis = view.axis();
    double[] units = units(axis);
    boolean apart = view.series().stream().anyMatch(Series::apart);
    double least = Arrays.stream(units).min().orElse(0) - (apart ? APART : 0), most = Arrays.stream(units).max().orElse(0);
    double width = (to - from) / (most - least + 1);
    double[] centres = Arrays.stream(units).map(unit -> from + (unit - least + .5) * width).toArray();
    return new ColumnAxis(centres, width, from, to, apart ? from + width / 2 : Double.NaN,
        axis.scale() != Axis.Scale.NAMES, view.series().size());
  }

  /// Returns the columns' places, neighbours at least 1 apart.
  private static double[] units(Axis axis) {
    double[] beside = new double[axis.points().size()];
    Arrays.setAll(beside, i -> i);
    double[] numbers = numbers(axis);
    if (numbers.length < 2) return beside;
    double[] sorted = Arrays.stream(numbers).sorted().toArray();
    double gap = Double.POSITIVE_INFINITY;
    for (int i = 1; i < sorted.length; i++) gap = Math.min(gap, sorted[i] - sorted[i - 1]);
    double length = sorted[sorted.length - 1] - sorted[0];
    if (!(gap > 0) || length / gap + 1 > SPARSE * numbers.length) return beside;
    double unit = gap;
    return Arrays.stream(numbers).map(number -> (number - sorted[0]) / unit).toArray();
  }

  /// Returns the points' numbers, on a logarithmic axis their logarithms; none if a point is no number. What is not
  /// positive stands a step before the first.
  private static double[] numbers(Axis axis) {
    if (axis.scale() == Axis.Scale.NAMES) return new double[0];
    double[] numbers = axis.points().stream().mapToDouble(ColumnAxis::number).toArray();
    if (Arrays.stream(numbers).anyMatch(Double::isNaN)) return new double[0];
    if (axis.scale() == Axis.Scale.LINEAR) return numbers;
    double[] logs = Arrays.stream(numbers).map(StrictMath::log).toArray();
    double[] positive = Arrays.stream(logs).filter(Double::isFinite).sorted().toArray();
    if (positive.length == 0) return new double[0];
    double step = positive.length < 2 ? 1 : (positive[positive.length - 1] - positive[0]) / (positive.length - 1);
    return Arrays.stream(logs).map(log -> Double.isFinite(log) ? log : positive[0] - step).toArray();
  }

  private static double number(Point point) {
    List<String> texts = point.set().isEmpty() ? List.of(point.label())
        : List.of(point.label(), point.set().getFirst().substring(point.set().getFirst().indexOf('=') + 1));
    for (String text : texts)
      try {
        return Double.parseDouble(text.strip());
      } catch (NumberFormatException e) {
        // The label is a word: the setting behind it may be a number.
      }
    return Double.NaN;
  }

  Slot slot(int column, int of, boolean partnerBeside) {
    double each = Math.min(width, WIDEST * series) * .96 / series;
    double centre = centres[column] + (of - (series - 1) / 2.0) * each;
    return slot(centre, each, partnerBeside);
  }

  /// Returns the place of a partner that is none of the columns.
  Slot apartSlot() { return slot(apart, Math.min(width, WIDEST) * .96, false); }

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

package dropoutlab.figure.learned;

import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.frame.History;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// A curve that jitters too much to be drawn as a line: the range of its values as a pale band and their running median
/// on top. The values are gathered in strips 6 pixels wide. A strip's median is taken with two neighbours on each side,
/// of at most 31 values a strip, evenly through it; near the beginning, where losses fall steeply, with as many
/// neighbours as there are on both sides. A curve is a ribbon when there are at least 4 values a strip, and when in
/// half of the strips the range, less what the median falls or rises, is higher than two line widths and 3 pixels. All
/// this depends on the values and the size of the plot alone.
final class Ribbon {
  private static final double STRIP = 6;
  private static final int FEWEST = 4;
  private static final int SAMPLES = 31;

  private final double[] x;
  private final double[] low;
  private final double[] high;
  private final double[] median;
  private final double[][] samples;
  private int count;

  private Ribbon(int strips) {
    x = new double[strips];
    low = new double[strips];
    high = new double[strips];
    median = new double[strips];
    samples = new double[strips][];
  }

  /// The ribbon of a curve, or null where it is better drawn as a line: it is calm, short, or interrupted.
  ///
  /// @param column of the history
  /// @param height from a value to its pixel, rising or falling throughout
  static Ribbon of(History history, int column, Scale x, DoubleUnaryOperator height, double lineWidth) {
    int first = 0;
    int last = history.size() - 1;
    while (first <= last && !Float.isFinite(history.value(column, first))) first++;
    if (last - first < 4 * FEWEST) return null;
    double length = x.px(history.epoch(last)) - x.px(history.epoch(first));
    int strips = (int) (length / STRIP);
    if (strips < 4 || (last - first + 1) / strips < FEWEST) return null;
    Ribbon ribbon = new Ribbon(strips + 2);
    if (!ribbon.gather(history, column, x, first, last)) return null;
    ribbon.smooth();
    ribbon.toPixels(height);
    return ribbon.isRough(2 * lineWidth + 3) ? ribbon : null;
  }

  /// Whether all values could be gathered; one that is not finite would have to interrupt the ribbon.
  private boolean gather(History history, int column, Scale x, int first, int last) {
    double zero = x.px(0);
    double perEpoch = x.px(1) - zero;
    int from = first;
    while (from <= last) {
      double end = (Math.floor((zero + perEpoch * history.epoch(from)) / STRIP) + 1) * STRIP;
      int to = firstFrom((end - zero) / perEpoch, history, from + 1, last + 1);
      // A strip at the end that is hardly begun would jump.
      if (last + 1 - to < FEWEST) to = last + 1;
      if (count == this.x.length || !add(history, column, from, to)) return false;
      this.x[count++] = zero + perEpoch * (history.epoch(from) + history.epoch(to - 1)) / 2;
      from = to;
    }
    this.x[0] = zero + perEpoch * history.epoch(first);
    this.x[count - 1] = zero + perEpoch * history.epoch(last);
    return true;
  }

  /// The first row in [low, high) with at least this epoch, or `high`.
  private static int firstFrom(double epoch, History history, int low, int high) {
    int from = low;
    int to = high;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (history.epoch(middle) < epoch) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  private boolean add(History history, int column, int from, int to) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    int stride = (to - from + SAMPLES - 1) / SAMPLES;
    double[] some = new double[(to - from + stride - 1) / stride];
    for (int k = 0; k < some.length; k++) some[k] = history.value(column, from + k * stride);
    for (int row = from; row < to; row++) {
      float value = history.value(column, row);
      // A value that is not finite stays in one of them.
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    if (!Float.isFinite(least) || !Float.isFinite(most)) return false;
    low[count] = least;
    high[count] = most;
    samples[count] = some;
    return true;
  }

  private void smooth() {
    for (int i = 0; i < count; i++) {
      int reach = Math.min(i, 2);
      int from = i - reach;
      int to = Math.min(count - 1, i + reach);
      median[i] = median(from, to);
    }
    median[0] = samples[0][0];
  }

  private double median(int from, int to) {
    int length = 0;
    for (int k = from; k <= to; k++) length += samples[k].length;
    double[] all = new double[length];
    int at = 0;
    for (int k = from; k <= to; k++) {
      System.arraycopy(samples[k], 0, all, at, samples[k].length);
      at += samples[k].length;
    }
    Arrays.sort(all);
    return all[length / 2];
  }

  private void toPixels(DoubleUnaryOperator height) {
    for (int i = 0; i < count; i++) {
      low[i] = height.applyAsDouble(low[i]);
      high[i] = height.applyAsDouble(high[i]);
      median[i] = height.applyAsDouble(median[i]);
    }
  }

  private boolean isRough(double heightPx) {
    double[] heights = new double[count];
    for (int i = 0; i < count; i++) {
      int before = Math.max(0, i - 1);
      int after = Math.min(count - 1, i + 1);
      heights[i] = Math.abs(high[i] - low[i]) - Math.abs(median[after] - median[before]) / (after - before);
    }
    Arrays.sort(heights);
    return heights[count / 2] > heightPx;
  }

  /// Where the line ends.
  double endPx() { return median[count - 1]; }

  /// Draws the range in a fill.
  void drawRange(Pen pen, int argb) {
    double[] xs = new double[2 * count];
    double[] ys = new double[2 * count];
    for (int i = 0; i < count; i++) {
      xs[i] = xs[2 * count - 1 - i] = x[i];
      ys[i] = high[i];
      ys[2 * count - 1 - i] = low[i];
    }
    pen.fill(argb);
    pen.polygon(xs, ys, xs.length);
  }

  /// Draws the median in the present stroke.
  void drawMedian(Pen pen) { pen.polyline(x, median, count); }
}

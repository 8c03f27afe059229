package dropoutlab.math;

/// The greatest values of square windows on a map and their positions; of several equal values the first is taken. NaN
/// counts as greater than every number; of several NaNs the last is taken.
public final class MaxPoolKernel {
  private MaxPoolKernel() {}

  /// Processes a row of `count` windows of `size` x `size`. The corner of the first is at index `corner` of `x`, and
  /// the next ones are `stride` apart. From index `to` on, `y` receives the maxima and `winners` their indices in `x`.
  ///
  /// @param width the distance from one row of the map to the next
  public static void ofRow(float[] x, int corner, int width, int size, int stride, int count, float[] y, int[] winners,
      int to) {
    boolean pairs = Vectors.USED && size == 2 && stride == 2;
    int done = pairs ? VectorMaxPool.ofPairs(x, corner, width, count, y, winners, to) : 0;
    for (int i = done; i < count; i++) {
      int winner = winner(x, corner + i * stride, width, size);
      winners[to + i] = winner;
      y[to + i] = x[winner];
    }
  }

  private static int winner(float[] x, int corner, int width, int size) {
    int winner = corner;
    for (int row = corner; row < corner + size * width; row += width)
      for (int at = row; at < row + size; at++) if (x[at] > x[winner] || Float.isNaN(x[at])) winner = at;
    return winner;
  }
}

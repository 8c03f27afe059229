package dropoutlab.math;

/// Copies of blocks between buffers in which rows lie at different distances. Many rows are short: a loop of vectors
/// costs a quarter of [System#arraycopy] there.
public final class Rows {
  private Rows() {}

  /// Copies `rows` rows of `cols` values, from `at` on `step` apart, to `toAt` on `toStep` apart.
  public static void copy(float[] from, int at, int step, float[] to, int toAt, int toStep, int rows, int cols) {
    if (Vectors.USED && VectorRows.copy(from, at, step, to, toAt, toStep, rows, cols)) return;
    for (int r = 0; r < rows; r++) System.arraycopy(from, at + r * step, to, toAt + r * toStep, cols);
  }

  /// Copies `rows` rows of `cols` values that lie one behind the other, from `at` on, into columns that begin at
  /// `toAt`, `colStep` from one row's column to the next; the values of a column are `step` apart.
  public static void copyTransposed(float[] from, int at, float[] to, int toAt, int step, int rows, int cols, int colStep) {
    for (int r = 0; r < rows; r++)
      for (int c = 0, i = at + r * cols, j = toAt + r * colStep; c < cols; c++, j += step) to[j] = from[i + c];
  }
}

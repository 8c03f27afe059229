package dropoutlab.math;

/// Copies blocks between buffers in which the rows are at different distances. Many rows are short, and for those a
/// loop of vectors costs a quarter of [System#arraycopy].
public final class Rows {
  private Rows() {}

  /// Copies `rows` rows of `cols` values, which are `step` apart from index `at` on, to rows that are `toStep` apart
  /// from `toAt` on.
  public static void copy(float[] from, int at, int step, float[] to, int toAt, int toStep, int rows, int cols) {
    if (Vectors.USED && VectorRows.copy(from, at, step, to, toAt, toStep, rows, cols)) return;
    for (int r = 0; r < rows; r++) System.arraycopy(from, at + r * step, to, toAt + r * toStep, cols);
  }

  /// Copies `rows` consecutive rows of `cols` values, from index `at` on, into columns. The first column begins at
  /// `toAt`, the next `colStep` later; the values of a column are `step` apart.
  public static void copyTransposed(float[] from, int at, float[] to, int toAt, int step, int rows, int cols, int colStep) {
    for (int r = 0; r < rows; r++)
      for (int c = 0, i = at + r * cols, j = toAt + r * colStep; c < cols; c++, j += step) to[j] = from[i + c];
  }
}

package dropoutlab.math;

/// The non-linearities of gates on blocks of rows: `rows` rows of `cols` values, the first at index `at`, `step` apart.
public final class Gates {
  private Gates() {}

  /// a ← σ(a + s), with [Elementary#sigmoid]'s bits.
  public static void sigmoid(float[] a, float[] s, int at, int step, int rows, int cols) {
    int done = Vectors.USED ? VectorGates.sigmoid(a, s, at, step, rows, cols) : 0;
    if (done == cols) return;
    for (int r = 0; r < rows; r++)
      for (int i = at + r * step + done, end = at + r * step + cols; i < end; i++) a[i] = Elementary.sigmoid(a[i] + s[i]);
  }

  /// a ← tanh(a + s), with [Elementary#tanh]'s bits.
  public static void tanh(float[] a, float[] s, int at, int step, int rows, int cols) {
    int done = Vectors.USED ? VectorGates.tanh(a, s, at, step, rows, cols) : 0;
    if (done == cols) return;
    for (int r = 0; r < rows; r++)
      for (int i = at + r * step + done, end = at + r * step + cols; i < end; i++) a[i] = Elementary.tanh(a[i] + s[i]);
  }
}

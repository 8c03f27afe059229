package dropoutlab.math;

/// The non-linearities of gates, on blocks of `rows` rows of `cols` values that are `step` apart. The block of `a`
/// begins at index `at`, that of `s` at `sAt`; the biases b are one row from `bAt` on.
public final class Gates {
  private Gates() {}

  /// a ← σ(a + s + b), with the bits of [Elementary#sigmoid].
  public static void sigmoid(float[] a, int at, float[] s, int sAt, float[] b, int bAt, int step, int rows, int cols) {
    int done = Vectors.USED ? VectorGates.sigmoid(a, at, s, sAt, b, bAt, step, rows, cols) : 0;
    if (done == cols) return;
    for (int r = 0; r < rows; r++)
      for (int j = done, i = at + r * step, k = sAt + r * step; j < cols; j++)
        a[i + j] = Elementary.sigmoid(a[i + j] + s[k + j] + b[bAt + j]);
  }

  /// a ← tanh(a + s + b), with the bits of [Elementary#tanh].
  public static void tanh(float[] a, int at, float[] s, int sAt, float[] b, int bAt, int step, int rows, int cols) {
    int done = Vectors.USED ? VectorGates.tanh(a, at, s, sAt, b, bAt, step, rows, cols) : 0;
    if (done == cols) return;
    for (int r = 0; r < rows; r++)
      for (int j = done, i = at + r * step, k = sAt + r * step; j < cols; j++)
        a[i + j] = Elementary.tanh(a[i + j] + s[k + j] + b[bAt + j]);
  }
}

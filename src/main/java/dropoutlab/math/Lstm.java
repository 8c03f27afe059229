package dropoutlab.math;

/// The elementwise operations of an LSTM on its gates, in one step of `rows` examples. The four gates i, f, g and o of
/// an example follow each other, with `units` values each; those of the first example begin at index `gateAt`. Arrays
/// with `units` values per example begin at `at`. The mask m on the candidate g begins at `maskAt` and is `maskStep`
/// further on for the next example.
public final class Lstm {
  private Lstm() {}

  /// Computes `c = f c' + i (m g)`, `t = tanh(c)` and `h = o t`.
  ///
  /// @param c holds c' from `at` on; the new c follows directly after it, and so does the new h in `h`
  public static void forward(float[] a, int gateAt, float[] m, int maskAt, int maskStep, float[] c, float[] t, float[] h,
      int at, int rows, int units) {
    int done = Vectors.USED ? VectorLstm.forward(a, gateAt, m, maskAt, maskStep, c, t, h, at, rows, units) : 0;
    if (done == units) return;
    for (int b = 0; b < rows; b++)
      for (int j = done, mask = maskAt + b * maskStep; j < units; j++) {
        int i = gateAt + 4 * b * units + j, f = i + units, g = f + units, o = g + units;
        int old = at + b * units + j, now = old + rows * units;
        c[now] = a[f] * c[old] + a[i] * (m[mask + j] * a[g]);
        t[old] = Elementary.tanh(c[now]);
        h[now] = a[o] * t[old];
      }
  }

  /// Computes the gradients by the inputs of the gates. With `d = dc + dh o (1 - t²)`:
  ///
  /// - `di = d m g i (1 - i)`, `df = d c' f (1 - f)`, `dg = d m i (1 - g²)`, `do = dh t o (1 - o)`
  /// - `dc' = d f`, and dh' is 0 so far
  ///
  /// @param da overwritten for this step
  /// @param dh the gradients by h, (examples x units), overwritten with dh'
  /// @param dc the gradients by c, (examples x units), overwritten with dc'
  public static void backward(float[] a, float[] da, int gateAt, float[] m, int maskAt, int maskStep, float[] c, float[] t,
      int at, float[] dh, float[] dc, int rows, int units) {
    int done = Vectors.USED ? VectorLstm.backward(a, da, gateAt, m, maskAt, maskStep, c, t, at, dh, dc, rows, units) : 0;
    if (done == units) return;
    for (int b = 0; b < rows; b++)
      for (int j = done, mask = maskAt + b * maskStep; j < units; j++) {
        int i = gateAt + 4 * b * units + j, f = i + units, g = f + units, o = g + units, n = b * units + j;
        float tanh = t[at + n], d = dc[n] + dh[n] * a[o] * (1 - tanh * tanh), dm = d * m[mask + j];
        da[i] = dm * a[g] * a[i] * (1 - a[i]);
        da[f] = d * c[at + n] * a[f] * (1 - a[f]);
        da[g] = dm * a[i] * (1 - a[g] * a[g]);
        da[o] = dh[n] * tanh * a[o] * (1 - a[o]);
        dc[n] = d * a[f];
        dh[n] = 0;
      }
  }
}

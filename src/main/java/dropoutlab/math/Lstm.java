package dropoutlab.math;

/// What an LSTM does with its gates in one step of `rows` examples, elementwise. An example's four gates i, f, g, o lie
/// behind each other, `units` values each, those of the first example from `gateAt` on. What has `units` values an
/// example begins at `at`. The mask m on the candidate g begins at `maskAt`, `maskStep` further for the next example.
public final class Lstm {
  private Lstm() {}

  /// `c = f c' + i (m g)`, `t = tanh(c)`, `h = o t`.
  ///
  /// @param c c' from `at` on; c follows behind it, and so h is written in `h`
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

  /// With `d = dc + dh o (1 - t²)`, the gradients by what went into the gates:
  ///
  /// - `di = d m g i (1 - i)`, `df = d c' f (1 - f)`, `dg = d m i (1 - g²)`, `do = dh t o (1 - o)`
  /// - `dc' = d f`, and dh' = 0 so far
  ///
  /// @param da overwritten at the step
  /// @param dh the gradients by h, (examples x units), with `dc` those by c; become dh' and dc'
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

package dropoutlab.math;

/// What an LSTM does with its gates in one step of all examples, elementwise. The arrays hold sequences, `steps` steps an
/// example: `a` the four gates i, f, g, o of a step behind each other, `units` values each, the others `units` values a step.
/// The mask m on the candidate g begins at `maskAt` for the first example, `maskStep` further for the next.
public final class Lstm {
  private Lstm() {}

  /// `c = f c' + i (m g)`, `t = tanh(c)`, `h = o t`.
  public static void forward(float[] a, float[] m, int maskAt, int maskStep, float[] last, float[] c, float[] t, float[] h,
      int rows, int steps, int step, int units) {
    int done = Vectors.USED ? VectorLstm.forward(a, m, maskAt, maskStep, last, c, t, h, rows, steps, step, units) : 0;
    if (done == units) return;
    for (int b = 0; b < rows; b++)
      for (int j = done, at = (b * steps + step) * units, mask = maskAt + b * maskStep; j < units; j++) {
        int i = 4 * at + j, f = i + units, g = f + units, o = g + units;
        c[at + j] = a[f] * last[at + j] + a[i] * (m[mask + j] * a[g]);
        t[at + j] = Elementary.tanh(c[at + j]);
        h[at + j] = a[o] * t[at + j];
      }
  }

  /// With `d = dc + dh o (1 - t²)`, the gradients by what went into the gates:
  ///
  /// - `di = d m g i (1 - i)`, `df = d c' f (1 - f)`, `dg = d m i (1 - g²)`, `do = dh t o (1 - o)`
  /// - `dc' = d f`, and dh' = 0 so far
  ///
  /// @param da overwritten at the step
  /// @param dh the gradients by h, (examples x units), with `dc` those by c; become dh' and dc'
  public static void backward(float[] a, float[] da, float[] m, int maskAt, int maskStep, float[] last, float[] t,
      float[] dh, float[] dc, int rows, int steps, int step, int units) {
    int done = Vectors.USED ? VectorLstm.backward(a, da, m, maskAt, maskStep, last, t, dh, dc, rows, steps, step, units) : 0;
    if (done == units) return;
    for (int b = 0; b < rows; b++)
      for (int j = done, at = (b * steps + step) * units, mask = maskAt + b * maskStep; j < units; j++) {
        int i = 4 * at + j, f = i + units, g = f + units, o = g + units, n = b * units + j;
        float tanh = t[at + j], d = dc[n] + dh[n] * a[o] * (1 - tanh * tanh), dm = d * m[mask + j];
        da[i] = dm * a[g] * a[i] * (1 - a[i]);
        da[f] = d * last[at + j] * a[f] * (1 - a[f]);
        da[g] = dm * a[i] * (1 - a[g] * a[g]);
        da[o] = dh[n] * tanh * a[o] * (1 - a[o]);
        dc[n] = d * a[f];
        dh[n] = 0;
      }
  }
}

package dropoutlab.math;

import static dropoutlab.math.Scalars.assertSame;
import static dropoutlab.math.Scalars.gaussian;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: the equations with [Elementary]'s functions of single numbers, rounded operation by operation; equal to the
/// last bit. The widths are tested with and without a remainder beside whole vectors.
class LstmTest {
  private static final int ROWS = 3;

  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void gatesAreThoseOfSingleNumbers(int cols) {
    int step = cols + 3, size = 4 + ROWS * step;
    float[] sigmoid = spread(size, 1), tanh = sigmoid.clone(), s = gaussian(size + 2, 2), b = gaussian(cols + 1, 3);
    float[] a = sigmoid.clone(), expectedSigmoid = a.clone(), expectedTanh = a.clone();
    for (int r = 0; r < ROWS; r++)
      for (int j = 0; j < cols; j++) {
        int i = 4 + r * step + j;
        float x = a[i] + s[i - 2] + b[1 + j];
        expectedSigmoid[i] = Elementary.sigmoid(x);
        expectedTanh[i] = Elementary.tanh(x);
      }
    Gates.sigmoid(sigmoid, 4, s, 2, b, 1, step, ROWS, cols);
    Gates.tanh(tanh, 4, s, 2, b, 1, step, ROWS, cols);
    assertSame("sigmoid", sigmoid, expectedSigmoid, size);
    assertSame("tanh", tanh, expectedTanh, size);
  }

  /// The numbers are small and large, because the functions take different paths for them.
  private static float[] spread(int count, int seed) {
    float[] values = gaussian(count, seed);
    for (int i = 0; i < count; i++) values[i] *= i % 3 == 0 ? 0.1f : i % 7 == 0 ? 60 : 2;
    return values;
  }

  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void cellsAreThoseOfSingleNumbers(int u) {
    float[] a = gaussian(ROWS * 4 * u + 2, 4), m = gaussian(ROWS * (u + 1), 5), c = gaussian(2 * ROWS * u + 1, 6);
    float[] t = new float[ROWS * u + 1], h = new float[2 * ROWS * u + 1];
    float[] expectedC = c.clone(), expectedT = t.clone(), expectedH = h.clone();
    for (int b = 0; b < ROWS; b++)
      for (int j = 0; j < u; j++) {
        int i = 2 + 4 * b * u + j, at = 1 + b * u + j, next = at + ROWS * u;
        expectedC[next] = a[i + u] * c[at] + a[i] * (m[b * (u + 1) + j] * a[i + 2 * u]);
        expectedT[at] = Elementary.tanh(expectedC[next]);
        expectedH[next] = a[i + 3 * u] * expectedT[at];
      }
    Lstm.forward(a, 2, m, 0, u + 1, c, t, h, 1, ROWS, u);
    assertSame("c", c, expectedC, c.length);
    assertSame("t", t, expectedT, t.length);
    assertSame("h", h, expectedH, h.length);
  }

  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void gradientsAreThoseOfSingleNumbers(int u) {
    float[] a = gaussian(ROWS * 4 * u + 2, 7), m = gaussian(u, 8), c = gaussian(ROWS * u + 1, 9), t = gaussian(ROWS * u + 1, 10);
    float[] da = new float[a.length], dh = gaussian(ROWS * u, 11), dc = gaussian(ROWS * u, 12);
    float[] expectedDa = da.clone(), expectedDc = dc.clone();
    for (int n = 0; n < ROWS * u; n++) {
      int i = 2 + 4 * (n / u * u) + n % u, f = i + u, g = f + u, o = g + u;
      float tanh = t[1 + n], d = dc[n] + dh[n] * a[o] * (1 - tanh * tanh), dm = d * m[n % u];
      expectedDa[i] = dm * a[g] * a[i] * (1 - a[i]);
      expectedDa[f] = d * c[1 + n] * a[f] * (1 - a[f]);
      expectedDa[g] = dm * a[i] * (1 - a[g] * a[g]);
      expectedDa[o] = dh[n] * tanh * a[o] * (1 - a[o]);
      expectedDc[n] = d * a[f];
    }
    Lstm.backward(a, da, 2, m, 0, 0, c, t, 1, dh, dc, ROWS, u);
    assertSame("da", da, expectedDa, da.length);
    assertSame("dc'", dc, expectedDc, dc.length);
    assertSame("dh'", dh, new float[ROWS * u], dh.length);
  }
}

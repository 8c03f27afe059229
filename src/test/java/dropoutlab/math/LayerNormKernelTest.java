package dropoutlab.math;

import static dropoutlab.math.Scalars.assertSame;
import static dropoutlab.math.Scalars.gaussian;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: the equations, one number after the other, equal to the last bit. Their mathematics is tested with the
/// layers.
class LayerNormKernelTest {
  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void rowsAreThoseOfSingleNumbers(int n) {
    for (int rows = 1; rows <= 7; rows++) requireSingleNumbers(rows, n);
  }

  private static void requireSingleNumbers(int rows, int n) {
    Tensor x = gaussian(rows, n, 1), gamma = gaussian(1, n, 2), beta = gaussian(1, n, 3), d = gaussian(rows, n, 4);
    Tensor hat = new Tensor(rows, n), y = new Tensor(rows, n), dx = new Tensor(rows, n);
    Tensor dGamma = gaussian(1, n, 5), dBeta = gaussian(1, n, 6);
    float[] scales = new float[rows], g = gamma.data(), b = beta.data();
    LayerNormKernel norms = new LayerNormKernel(n);
    norms.forward(x, 1e-5, gamma, beta, hat, scales, y);
    norms.backward(d, gamma, hat, scales, dx);
    norms.gradients(d, hat, dGamma, dBeta);

    float[] h = new float[rows * n], out = new float[rows * n], back = new float[rows * n], dg = new float[n], db = new float[n];
    for (int r = 0; r < rows; r++) {
      double sum = 0, squares = 0, e = 0, eh = 0;
      for (int j = 0; j < n; j++) sum += x.at(r, j);
      float high = (float) (sum / n), low = (float) (sum / n - high);
      for (int j = 0; j < n; j++) {
        float centred = x.at(r, j) - high - low;
        squares += (double) centred * centred;
        h[r * n + j] = centred;
      }
      float scale = (float) (1 / Math.sqrt(squares / n + 1e-5));
      for (int j = 0, i = r * n; j < n; j++, i++) {
        h[i] *= scale;
        out[i] = g[j] * h[i] + b[j];
        e += g[j] * d.data()[i];
        eh += (double) (g[j] * d.data()[i]) * h[i];
        dg[j] = Math.fma(d.data()[i], h[i], dg[j]);
        db[j] += d.data()[i];
      }
      for (int j = 0, i = r * n; j < n; j++, i++)
        back[i] = scale * (g[j] * d.data()[i] - (float) (e / n) - h[i] * (float) (eh / n));
    }
    assertSame("hat", hat.data(), h, h.length);
    assertSame("y", y.data(), out, out.length);
    assertSame("dx", dx.data(), back, back.length);
    assertSame("dGamma", dGamma.data(), dg, n);
    assertSame("dBeta", dBeta.data(), db, n);
  }

  /// By hand: (x - μ) / √v of 1 and 3 is -1 and 1, even if the mean hides most digits: 2^20 + 1/8 and 2^20 + 3/8.
  @Test void aLargeMeanTakesNothingAway() {
    Tensor hat = new Tensor(2, 2), y = new Tensor(2, 2), one = Tensor.of(1, 2, 1, 1), zero = new Tensor(1, 2);
    new LayerNormKernel(2).forward(Tensor.of(2, 2, 1, 3, 0x1p20f + 0.125f, 0x1p20f + 0.375f), 0, one, zero, hat, new float[2], y);
    assertThat(y.data()).containsExactly(-1, 1, -1, 1);
  }
}

package dropoutlab.math;

/// The kernels of layer normalisation, over rows of `n` values. Sums over a row run in the order of its columns and in
/// double precision; several rows are summed side by side, since each addition waits for the one before. Sums over rows
/// run down the rows. Every machine therefore computes the same bits.
public final class LayerNormKernel {
  private final int n;
  private double[] first = new double[0];
  private double[] second = new double[0];

  /// @param n the length of a row
  public LayerNormKernel(int n) { this.n = n; }

  /// Returns the length of a row.
  public int length() { return n; }

  private int rows(Tensor x) {
    int rows = x.size() / n;
    if (first.length < rows) {
      first = new double[rows];
      second = new double[rows];
    }
    return rows;
  }

  /// Computes `hat = (x - μ) scale` with `scale = 1 / √(v + ε)`, where μ and v are the mean and the variance (1/n) of a
  /// row, and `y = γ hat + β`. Overwrites `hat`, `scales` and `y`.
  public void forward(Tensor x, double epsilon, Tensor gamma, Tensor beta, Tensor hat, float[] scales, Tensor y) {
    int rows = rows(x);
    float[] in = x.data(), h = hat.data(), g = gamma.data(), b = beta.data(), out = y.data();
    RowSums.sums(in, rows, n, first);
    for (int r = 0; r < rows; r++) centre(in, r * n, first[r] / n, h);
    RowSums.squares(h, rows, n, second);
    for (int r = 0; r < rows; r++) scales[r] = (float) (1 / Math.sqrt(second[r] / n + epsilon));
    int done = Vectors.USED ? VectorLayerNorm.forward(h, scales, rows, n, g, b, out) : 0;
    if (done == n) return;
    for (int r = 0; r < rows; r++)
      for (int j = done, i = r * n + done; j < n; j++, i++) {
        h[i] *= scales[r];
        out[i] = g[j] * h[i] + b[j];
      }
  }

  /// The mean is subtracted in two parts, since it may be much greater than the differences.
  private void centre(float[] x, int at, double mean, float[] to) {
    float high = (float) mean, low = (float) (mean - high);
    int done = Vectors.USED ? VectorLayerNorm.centre(x, at, n, high, low, to) : 0;
    for (int i = at + done; i < at + n; i++) to[i] = x[i] - high - low;
  }

  /// Computes `dx = scale (e - mean(e) - hat mean(e hat))` with `e = γ d`. Overwrites `dx`.
  public void backward(Tensor d, Tensor gamma, Tensor hat, float[] scales, Tensor dx) {
    int rows = rows(d);
    float[] from = d.data(), g = gamma.data(), h = hat.data(), to = dx.data();
    RowSums.products(from, g, h, rows, n, first, second);
    for (int r = 0; r < rows; r++) {
      float mean = (float) (first[r] / n), slope = (float) (second[r] / n);
      int at = r * n, done = Vectors.USED ? VectorLayerNorm.backward(from, g, h, at, n, scales[r], mean, slope, to) : 0;
      for (int j = done, i = at + done; j < n; j++, i++) to[i] = scales[r] * (g[j] * from[i] - mean - h[i] * slope);
    }
  }

  /// Overwrites `dGamma` with `Σ d hat` and `dBeta` with `Σ d`, summed over all rows.
  public void gradients(Tensor d, Tensor hat, Tensor dGamma, Tensor dBeta) {
    int rows = rows(d);
    float[] from = d.data(), h = hat.data(), g = dGamma.data(), b = dBeta.data();
    int done = Vectors.USED ? VectorLayerNorm.gradients(from, h, rows, n, g, b) : 0;
    for (int j = done; j < n; j++) g[j] = b[j] = 0;
    if (done == n) return;
    for (int r = 0; r < rows; r++)
      for (int j = done, i = r * n + done; j < n; j++, i++) {
        g[j] = Math.fma(from[i], h[i], g[j]);
        b[j] += from[i];
      }
  }
}

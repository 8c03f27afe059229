package dropoutlab.math;

/// Normalisation of rows of `n` values: the sums and the elementwise work of a layer norm. Sums over a row run in the
/// order of its columns and in double precision, several rows side by side, since each waits for its last addition;
/// sums over rows run down the rows. So every machine gets the same bits.
public final class LayerNormKernel {
  private final int n;
  private double[] first = new double[0];
  private double[] second = new double[0];

  /// @param n how long a row is
  public LayerNormKernel(int n) { this.n = n; }

  /// How long a row is.
  public int length() { return n; }

  private int rows(Tensor x) {
    int rows = x.size() / n;
    if (first.length < rows) {
      first = new double[rows];
      second = new double[rows];
    }
    return rows;
  }

  /// `hat = (x - μ) scale`, `scale = 1 / √(v + ε)` with mean μ and variance v (1/n) of a row; `y = γ hat + β`.
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

  /// The mean in two parts, since it may be much greater than what is left.
  private void centre(float[] x, int at, double mean, float[] to) {
    float high = (float) mean, low = (float) (mean - high);
    int done = Vectors.USED ? VectorLayerNorm.centre(x, at, n, high, low, to) : 0;
    for (int i = at + done; i < at + n; i++) to[i] = x[i] - high - low;
  }

  /// With `e = γ d`: `dx = scale (e - mean(e) - hat mean(e hat))`.
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

  /// `dGamma = Σ d hat`, `dBeta = Σ d`, over all rows.
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

package dropoutlab.theory;

/// What linear regression with dropout on its inputs, without a bias, predicts at x* when its data are drawn again and
/// again: y = Xβ + ε, with ε ~ N(0, σ² I) and the same X. Its weights are `w = H y` with
/// `H = (XᵀX + p/(1-p) diag XᵀX)⁺ Xᵀ` ([LinearPenalty]), and so
///
/// - the bias is `x*ᵀ(H X - 1) β`
/// - the variance is `σ² ‖x*ᵀH‖²`
/// - the mean squared error, against x*ᵀβ, is the square of the one plus the other
public final class BiasVariance {
  private final double[] onTargets;
  private final double truth;
  private final double mean;
  private final double variance;

  /// @param x (examples x inputs)
  public BiasVariance(double[][] x, double[] beta, double noise, double[] at, double p) {
    onTargets = new double[x.length];
    double[] clean = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double[] one = new double[x.length];
      one[i] = 1;
      onTargets[i] = dot(at, LinearPenalty.dropout(x, one, p).weights());
      clean[i] = dot(x[i], beta);
    }
    truth = dot(at, beta);
    mean = dot(onTargets, clean);
    variance = noise * noise * dot(onTargets, onTargets);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }

  /// Returns the prediction of the network that was trained on these targets, x*ᵀH y.
  public double prediction(double... y) { return dot(onTargets, y); }

  /// Returns what is true at x*, without noise.
  public double truth() { return truth; }

  /// Returns the mean of the predictions.
  public double mean() { return mean; }

  public double bias() { return mean - truth; }

  public double squaredBias() { return bias() * bias(); }

  public double variance() { return variance; }

  /// Returns the mean squared error.
  public double error() { return squaredBias() + variance; }
}

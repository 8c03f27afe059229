package dropoutlab.theory;

/// The gradient of ½ ‖y - (M ∘ X) w‖² by w under every mask M of inverted dropout, one entry a number of X: it is
/// (M ∘ X)ᵀ((M ∘ X) w - y). Averaging the gradients of k independent masks leaves their mean and divides their
/// covariance by k (Wei, Kakade and Ma 2020).
///
/// The mean over the masks is known in closed form, Xᵀ(X w - y) + p/(1-p) diag(XᵀX) w: the gradient of the error and
/// that of the penalty of [LinearPenalty]. All else is enumerated: mask i keeps number j of X, counted row by row,
/// where bit j of i is 1.
public final class MaskedGradient {
  /// Gradients shorter than this share of their terms are none: their direction is rounding.
  private static final double NONE = 1e-6;

  private final double[][] x;
  private final double[] y;
  private final double[] w;
  private final double p;
  private final double[][] gradients;
  private final double[] probabilities;

  /// @param x of at most 16 numbers
  public MaskedGradient(double[][] x, double[] y, double[] w, double p) {
    this.x = x;
    this.y = y;
    this.w = w;
    this.p = p;
    int numbers = x.length * w.length;
    gradients = new double[1 << numbers][];
    probabilities = new double[1 << numbers];
    for (int mask = 0; mask < gradients.length; mask++) {
      gradients[mask] = gradient(mask);
      int kept = Integer.bitCount(mask);
      probabilities[mask] = Math.pow(1 - p, kept) * Math.pow(p, numbers - kept);
    }
  }

  private double[] gradient(int mask) {
    double[] gradient = new double[w.length];
    for (int i = 0; i < x.length; i++) {
      double residual = -y[i];
      for (int j = 0; j < w.length; j++) residual += factor(mask, i, j) * x[i][j] * w[j];
      for (int j = 0; j < w.length; j++) gradient[j] += factor(mask, i, j) * x[i][j] * residual;
    }
    return gradient;
  }

  private double factor(int mask, int i, int j) { return (mask >> i * w.length + j & 1) == 1 ? 1 / (1 - p) : 0; }

  public int masks() { return gradients.length; }

  public double[] gradientOf(int mask) { return gradients[mask].clone(); }

  public double probability(int mask) { return probabilities[mask]; }

  /// The gradient without dropout, Xᵀ(X w - y).
  public double[] plain() { return gradientAt(1); }

  /// The mean over the masks.
  public double[] mean() { return gradientAt(1 / (1 - p)); }

  /// The mean where masks have the mean square `square`.
  private double[] gradientAt(double square) {
    double[] mean = new double[w.length];
    for (int i = 0; i < x.length; i++) {
      double residual = -y[i];
      for (int j = 0; j < w.length; j++) residual += x[i][j] * w[j];
      for (int j = 0; j < w.length; j++) mean[j] += x[i][j] * (residual + (square - 1) * x[i][j] * w[j]);
    }
    return mean;
  }

  public double[][] covariance() {
    double[] mean = mean();
    double[][] covariance = new double[w.length][w.length];
    for (int mask = 0; mask < gradients.length; mask++)
      for (int a = 0; a < w.length; a++)
        for (int b = 0; b < w.length; b++)
          covariance[a][b] += probabilities[mask] * (gradients[mask][a] - mean[a]) * (gradients[mask][b] - mean[b]);
    return covariance;
  }

  /// The noise of the mean of k masks: the trace of its covariance, E ‖g - E g‖².
  public double noise(int k) {
    double trace = 0;
    double[][] covariance = covariance();
    for (int j = 0; j < w.length; j++) trace += covariance[j][j];
    return trace / k;
  }

  /// The variance of ‖g - E g‖² of the mean of k masks. With δ = g - E g of one mask and its covariance C, the sum of k
  /// of them has E ‖Σδ‖⁴ = k E ‖δ‖⁴ + k(k-1) ((tr C)² + 2 tr C²).
  public double varianceOfNoise(int k) {
    double[] mean = mean();
    double fourth = 0, squares = 0;
    for (int mask = 0; mask < gradients.length; mask++) {
      double square = 0;
      for (int j = 0; j < w.length; j++) square += (gradients[mask][j] - mean[j]) * (gradients[mask][j] - mean[j]);
      fourth += probabilities[mask] * square * square;
    }
    for (double[] row : covariance()) for (double each : row) squares += each * each;
    double trace = noise(1), n = k;
    double ofSum = n * fourth + n * (n - 1) * (trace * trace + 2 * squares);
    return Math.max(0, ofSum / (n * n * n * n) - trace * trace / (n * n));
  }

  /// The mean of (1 - cos)/2 over pairs of independent masks whose gradients are not 0; 0 where all are.
  public double directionVariance() { return directionVariance(gradients); }

  /// The same of other gradients of these masks. The mean over the pairs is (1 - ‖E u‖²)/2 for the gradients u made of
  /// length 1.
  public double directionVariance(double[][] gradients) {
    double[] mean = new double[w.length];
    double all = 0;
    for (int mask = 0; mask < gradients.length; mask++) {
      if (isNone(mask)) continue;
      all += probabilities[mask];
      double share = probabilities[mask] / length(gradients[mask]);
      for (int j = 0; j < mean.length; j++) mean[j] += share * gradients[mask][j];
    }
    if (all == 0) return 0;
    double square = length(mean) / all;
    return (1 - square * square) / 2;
  }

  /// Whether the gradient of a mask is 0.
  public boolean isNone(int mask) { return length(gradients[mask]) <= NONE * size(mask); }

  public double length(int mask) { return length(gradients[mask]); }

  private static double length(double[] vector) {
    double sum = 0;
    for (double each : vector) sum += each * each;
    return Math.sqrt(sum);
  }

  /// The sum of the sizes of all terms of a mask's gradient, which bounds what rounding can do.
  public double size(int mask) {
    double size = 0;
    for (int i = 0; i < x.length; i++) {
      double terms = Math.abs(y[i]);
      for (int j = 0; j < w.length; j++) terms += Math.abs(factor(mask, i, j) * x[i][j] * w[j]);
      for (int j = 0; j < w.length; j++) size += Math.abs(factor(mask, i, j) * x[i][j]) * terms;
    }
    return size;
  }
}

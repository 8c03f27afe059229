package dropoutlab.theory;

/// How much smaller the variance of a unit is at inference than in training, when noise of mean 1 multiplies it in
/// training alone (Li, Chen, Hu and Yang 2019, "Understanding the Disharmony between Dropout and Batch Normalization by
/// Variance Shift"). Batch normalisation behind the noise keeps the variance of training and meets the other.
///
/// For x with mean c and variance v, and a factor m with mean 1 and variance s that is independent of x:
/// `Var[m x] = (c² + v)(1 + s) - c²`. Inverted dropout has s = p / (1 - p), uniform noise (Uout) has s = β² / 3.
public final class VarianceRatio {
  private VarianceRatio() {}

  /// Returns the variance of the factor of inverted dropout, p / (1 - p); Gaussian dropout has the same.
  public static double ofDropout(double p) { return p / (1 - p); }

  /// Returns the variance of a factor that is uniform in [1 - β, 1 + β].
  public static double ofUniform(double beta) { return beta * beta / 3; }

  /// Returns the variance in training of a unit of this mean and variance.
  ///
  /// @param noise the variance of its factor
  public static double training(double mean, double variance, double noise) {
    return (mean * mean + variance) * (1 + noise) - mean * mean;
  }

  /// Returns the variance at inference divided by that in training, right behind the noise.
  public static double direct(double mean, double variance, double noise) {
    return variance / training(mean, variance, noise);
  }

  /// Returns the same ratio for a weighted sum of d such units, each with a factor of its own:
  /// `(v + v ρ (d cos²θ - 1)) / (Var[m x] + v ρ (d cos²θ - 1))`, where θ is the angle between the weights and the
  /// vector of ones. The noise of single units averages out in a sum of units that are correlated.
  ///
  /// @param correlation ρ, between any two of the units
  public static double behindWeights(double[] weights, double mean, double variance, double correlation, double noise) {
    double sum = 0, squares = 0;
    for (double w : weights) {
      sum += w;
      squares += w * w;
    }
    double shared = variance * correlation * (sum * sum / squares - 1);
    return (variance + shared) / (training(mean, variance, noise) + shared);
  }
}

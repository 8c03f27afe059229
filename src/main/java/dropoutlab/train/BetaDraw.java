package dropoutlab.train;

import dropoutlab.math.RandomStream;

/// Draws from Beta(α, α) as G / (G + G') with two gamma variates (Marsaglia and Tsang 2000). A variate of shape α is
/// one of shape α + 1 times U^(1/α); logarithms keep a small α from underflowing.
final class BetaDraw {
  private BetaDraw() {}

  /// Returns a number in [0, 1]; `alpha` is positive.
  static double next(RandomStream stream, double alpha) {
    return 1 / (1 + StrictMath.exp(-logGamma(stream, alpha) + logGamma(stream, alpha)));
  }

  private static double logGamma(RandomStream stream, double alpha) {
    return StrictMath.log(beyondOne(stream, alpha + 1)) + logUniform(stream) / alpha;
  }

  /// Draws a gamma variate of a shape of at least 1: d v with v = (1 + z / √(9 d))³, accepted or drawn again.
  private static double beyondOne(RandomStream stream, double shape) {
    double d = shape - 1.0 / 3, c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = stream.nextGaussian(), v = (1 + c * z) * (1 + c * z) * (1 + c * z);
      if (v > 0 && logUniform(stream) < z * z / 2 + d * (1 - v + StrictMath.log(v))) return d * v;
    }
  }

  /// Returns the logarithm of a uniform number in (0, 1].
  private static double logUniform(RandomStream stream) { return StrictMath.log(1 - stream.nextDouble()); }
}

package dropoutlab.theory;

import org.apache.commons.math3.util.CombinatoricsUtils;

/// How many different masks are among N independent masks of n units, where p is the probability to drop a unit. Mask m has
/// the probability `P(m) = q^k p^(n - k)`, with q = 1 - p and k the number of kept units, and is met with the probability
/// `1 - (1 - P(m))^N`; the sum over all masks is the expected number. Masks with as many kept units are alike, and so the
/// sums are over k.
public final class DistinctMasks {
  /// Binomial coefficients fit a long up to here.
  public static final int MOST_UNITS = 60;

  private final double[] chances;
  private final double[] counts;
  private final double[] missed;
  private final long draws;

  public DistinctMasks(int units, double p, long draws) {
    if (units < 1 || units > MOST_UNITS || !(p >= 0 && p < 1))
      throw new IllegalArgumentException(units + " units and p = " + p + " have no such masks.");
    this.draws = draws;
    chances = new double[units + 1];
    counts = new double[units + 1];
    missed = new double[units + 1];
    for (int kept = 0; kept <= units; kept++) {
      chances[kept] = StrictMath.pow(1 - p, kept) * StrictMath.pow(p, units - kept);
      counts[kept] = CombinatoricsUtils.binomialCoefficient(units, kept);
      missed[kept] = StrictMath.exp(draws * StrictMath.log1p(-chances[kept]));
    }
  }

  /// Returns the expected number of different masks.
  public double mean() {
    double sum = 0;
    for (int k = 0; k < chances.length; k++) sum -= counts[k] * StrictMath.expm1(draws * StrictMath.log1p(-chances[k]));
    return sum;
  }

  /// Returns the variance of that number: the sum over all pairs of masks of
  /// `(1 - P - P')^N - (1 - P)^N (1 - P')^N`, and of a mask with itself `(1 - P)^N - (1 - P)^2N`.
  public double variance() {
    double sum = 0;
    for (int k = 0; k < chances.length; k++) {
      sum += counts[k] * missed[k] * (1 - missed[k]);
      for (int l = 0; l < chances.length; l++) sum += counts[k] * (k == l ? counts[l] - 1 : counts[l]) * covariance(k, l);
    }
    return Math.max(0, sum);
  }

  private double covariance(int k, int l) {
    double both = missed[k] * missed[l];
    if (both == 0) return 0;
    double ratio = chances[k] / (1 - chances[k]) * chances[l] / (1 - chances[l]);
    return both * StrictMath.expm1(draws * StrictMath.log1p(-Math.min(1, ratio)));
  }
}

package dropoutlab.theory;

import org.apache.commons.math3.special.Gamma;

/// What a plug-in entropy is on average: a term -(K/N) log₂(K/N) whose count K is binomial, summed over all K.
public final class PlugInEntropy {
  /// The tails beyond hold less than 1e-20.
  private static final double LEAST = 1e-24;

  private final int samples;
  private final double[] terms;

  /// @param samples N
  public PlugInEntropy(int samples) {
    this.samples = samples;
    terms = new double[samples + 1];
    for (int k = 1; k <= samples; k++)
      terms[k] = -(double) k / samples * StrictMath.log((double) k / samples) / StrictMath.log(2);
  }

  public int samples() { return samples; }

  /// The mean for K of Binomial(trials, chance), from the likeliest K outwards.
  public double mean(int trials, double chance) {
    if (chance <= 0) return 0;
    if (chance >= 1) return terms[trials];
    int mode = Math.min(trials, (int) ((trials + 1) * chance));
    double odds = chance / (1 - chance), top = StrictMath.exp(logChoose(trials, mode) + mode * StrictMath.log(chance)
        + (trials - mode) * StrictMath.log1p(-chance));
    double sum = top * terms[mode], weight = top;
    for (int k = mode + 1; k <= trials && weight > LEAST; k++) {
      weight *= (trials - k + 1.0) / k * odds;
      sum += weight * terms[k];
    }
    weight = top;
    for (int k = mode - 1; k >= 0 && weight > LEAST; k--) {
      weight *= (k + 1.0) / (trials - k) / odds;
      sum += weight * terms[k];
    }
    return sum;
  }

  private static double logChoose(int n, int k) {
    return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
  }
}

package dropoutlab.theory;

import org.apache.commons.math3.distribution.NormalDistribution;

/// The input of one unit under DropConnect, `u = Σ_i M_i w_i v_i + b` with M_i 0 with probability p, else 1 (Wan et al.
/// 2013). With q = 1 - p its mean is `q Σ w_i v_i + b` and its variance `p q Σ (w_i v_i)²`; the paper takes u for normal
/// with these moments.
public final class DropConnectSum {
  /// The largest number of weights all of whose masks are enumerated.
  public static final int MOST_ENUMERATED = DroppedSum.MOST_ENUMERATED;

  private final double[] terms;
  private final double bias;
  private final double p;
  private final DroppedSum law;

  /// @param weights into the unit
  /// @param values  what comes through them, as many
  public DropConnectSum(double[] weights, double[] values, double bias, double p) {
    if (weights.length != values.length)
      throw new IllegalArgumentException(weights.length + " weights but " + values.length + " values.");
    terms = new double[weights.length];
    for (int i = 0; i < terms.length; i++) terms[i] = weights[i] * values[i];
    this.bias = bias;
    this.p = p;
    law = DroppedSum.standard(terms, bias, p);
  }

  public double mean() { return law.mean(); }

  public double variance() { return law.variance(); }

  /// Returns the density at u of the normal distribution with the same mean and variance.
  public double normalDensity(double u) { return law.normalDensity(u); }

  /// Returns u under a mask of 0 and 1.
  public double under(float[] mask) {
    double sum = bias;
    for (int i = 0; i < terms.length; i++) sum += mask[i] * terms[i];
    return sum;
  }

  public int weights() { return terms.length; }

  public double p() { return p; }

  /// Returns the exact mean of relu(u) over all masks, for at most [#MOST_ENUMERATED] weights.
  public double meanRelu() { return law.mean(u -> Math.max(0, u)); }

  /// Returns the mean of relu(u) for a normal u: `μ Φ(μ/s) + s φ(μ/s)`.
  public double normalMeanRelu() {
    double sd = Math.sqrt(variance());
    if (sd == 0) return Math.max(0, mean());
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    double z = mean() / sd;
    return mean() * normal.cumulativeProbability(z) + sd * normal.density(z);
  }
}

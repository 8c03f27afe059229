package dropoutlab.theory;

/// A sum `s = Σ c_j m_j` with factors of inverted dropout, m_j = 0 with probability p, else 1 / q with q = 1 - p: what a
/// linear network with dropout on its inputs says in one pass.
///
/// - the mean is Σ c_j and the variance p/q Σ c_j² (Srivastava et al. 2014, section 9.1, in inverted scaling)
/// - the fourth central moment is κ₄ + 3 variance², where cumulants add up: κ₄ = (p + p⁴/q³ - 3 p²/q²) Σ c_j⁴
///
/// @param fourth the fourth central moment
public record MaskedSum(double mean, double variance, double fourth) {
  /// @param terms the c_j: a weight times its input
  public static MaskedSum of(double p, double... terms) {
    double sum = 0, squares = 0, fourths = 0, q = 1 - p, ratio = p / q;
    for (double c : terms) {
      sum += c;
      squares += c * c;
      fourths += c * c * c * c;
    }
    double variance = ratio * squares, kappa = p + p * ratio * ratio * ratio - 3 * ratio * ratio;
    return new MaskedSum(sum, variance, kappa * fourths + 3 * variance * variance);
  }

  /// Returns the standard error of the variance of so many passes, to first order in one by their number.
  public double varianceSe(int passes) { return Math.sqrt(Math.max(0, fourth - variance * variance) / passes); }

  /// Returns the standard error of their mean.
  public double meanSe(int passes) { return Math.sqrt(variance / passes); }
}

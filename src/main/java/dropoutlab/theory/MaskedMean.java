package dropoutlab.theory;

/// How far the mean of n masked values m x may be from what is expected, where m is `scale` with probability q = 1 - p
/// and else 0: its mean is q·scale·x, and its standard error scale·|x|·√(pq/n).
public final class MaskedMean {
  /// A quantile of a sum with skewness γ is z + γ (z² - 1) / 6 (Cornish and Fisher 1937).
  private static final double SIXTH = 6;

  private MaskedMean() {}

  public static double of(double p, double scale, double x) { return (1 - p) * scale * x; }

  public static double standardError(double p, double scale, double x, int n) {
    return scale * Math.abs(x) * Math.sqrt(p * (1 - p) / n);
  }

  /// The same, made so much larger that `ses` of it are as rarely exceeded as those of a normal mean: a count with mean
  /// nq has skewness (p - q)/√(npq), which adds (p - q)(ses² - 1)/6 to how many are kept. At p = ½, or for many masks,
  /// it adds nothing.
  public static double errorOf(double p, double scale, double x, int n, int ses) {
    double skewed = Math.abs(2 * p - 1) * (ses * ses - 1) / SIXTH;
    return standardError(p, scale, x, n) + (p > 0 ? scale * Math.abs(x) * skewed / (ses * (double) n) : 0);
  }
}

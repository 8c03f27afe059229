package dropoutlab.theory;

/// The moments of max(0, z) for z standard normal: what a ReLU makes of a standardised sum.
///
/// Two of them whose z have the correlation r are themselves correlated: `E[max(0, z₁) max(0, z₂)] =
/// (√(1 - r²) + r (π - arccos r)) / 2π`, the arc-cosine kernel of degree 1 (Cho and Saul 2009).
public final class RectifiedNormal {
  /// 1 / √(2π).
  public static final double MEAN = 1 / Math.sqrt(2 * Math.PI);
  /// 1/2 - 1/(2π).
  public static final double VARIANCE = .5 - MEAN * MEAN;

  private RectifiedNormal() {}

  /// Returns the correlation of two of them.
  ///
  /// @param r the correlation of their z, in [-1, 1]
  public static double correlation(double r) {
    double product = (Math.sqrt(1 - r * r) + r * (Math.PI - StrictMath.acos(r))) / (2 * Math.PI);
    return (product - MEAN * MEAN) / VARIANCE;
  }
}

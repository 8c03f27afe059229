package dropoutlab.claim;

import dropoutlab.frame.bench.Tolerance;

/// The tolerance of values that the engine sampled.
public final class Sampling {
  private Sampling() {}

  /// Returns that of a standard error; where sampling adds less than rounding, that of rounding.
  ///
  /// @param rounding how far rounding alone may take the value
  public static Tolerance tolerance(double se, double rounding) {
    return Tolerance.Noise.SES * se > rounding ? new Tolerance.Noise(se)
        : new Tolerance.Rounding(SinglePrecision.tolerance(rounding));
  }
}

package dropoutlab.claim.moments;

import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.theory.VarianceRatio;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// Uniform noise before the norm instead of dropout, on inputs of mean 0: the ratio is 3 / (3 + β²).
final class UoutRow {
  private static final int VALUES = 1 << 15;
  /// What single precision leaves of a variance of so many values.
  private static final double ROUNDING = 1e-6;

  private UoutRow() {}

  static Comparison of(double beta, long seed, ProgressMonitor watch) {
    double exact = VarianceRatio.direct(0, 1, VarianceRatio.ofUniform(beta));
    // Any rate switches it on: how strong it is depends on β alone.
    NormTrial.Plan plan = new NormTrial.Plan(new DropoutSpec.Uniform(beta), .5, true, false, 1, 1);
    double engine = NormRatios.measured(plan, NormRatios.drawn(VALUES, 1, 0, seed), seed, watch);
    return Comparison.of(Words.of("claimmoments.norm.uout", Numbers.brief(beta)),
        new Side(exact, Words.of("claimmoments.norm.uout.formula")),
        new Side(engine, Words.of("claimmoments.norm.uout.how", Numbers.count(VALUES))),
        beta == 0 ? new Tolerance.Rounding(ROUNDING) : new Tolerance.Noise(error(beta, exact)));
  }

  /// Returns the standard error of mean x² / mean (m x)², x normal and m uniform in 1 ± β, of one and the same x. To
  /// first order it is the ratio R times that of the mean of x² - R m² x², whose square is 3 (R² E m⁴ - 1).
  private static double error(double beta, double ratio) {
    double square = beta * beta, fourth = 1 + 2 * square + square * square / 5;
    return ratio * Math.sqrt(3 * (ratio * ratio * fourth - 1) / VALUES);
  }
}

package dropoutlab.predict;

import dropoutlab.math.Tensor;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// The predictive log density of known targets over T passes (Gal and Ghahramani 2016, eq. 8), standardised:
///
/// ln p(y) ≈ ln 1/T Σ_t N(y; ŷ_t, v_t)
///
/// where v_t is 1/τ for all passes, or the variance that pass t has learnt for the input. The sums are gathered pass by
/// pass, each relative to its largest term so far (log-sum-exp), so that neither distant targets nor a large τ make
/// them underflow.
public final class PredictiveDensity {
  private static final double LN_2_PI = StrictMath.log(2 * Math.PI);

  private final double[] targets;
  private final double[] largest;
  private final double[] sums;
  private int passes;

  /// @param targets the known targets, standardised
  public PredictiveDensity(double[] targets) {
    this.targets = targets.clone();
    largest = new double[targets.length];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    sums = new double[targets.length];
  }

  /// Adds a pass, (n x 1), standardised, with the variance of the noise at each row, which is greater than 0.
  public void add(Tensor answer, IntToDoubleFunction variance) {
    passes++;
    for (int r = 0; r < targets.length; r++) {
      double term = logNormal(targets[r], answer.at(r, 0), variance.applyAsDouble(r));
      if (term > largest[r]) {
        sums[r] = sums[r] * StrictMath.exp(largest[r] - term) + 1;
        largest[r] = term;
      } else {
        sums[r] += StrictMath.exp(term - largest[r]);
      }
    }
  }

  /// Returns ln p(y) of each target; their mean is the test log-likelihood.
  public double[] logDensities() {
    double[] logs = new double[targets.length];
    for (int r = 0; r < logs.length; r++) logs[r] = largest[r] + StrictMath.log(sums[r] / passes);
    return logs;
  }

  /// Returns the log density of a normal distribution.
  public static double logNormal(double at, double mean, double variance) {
    double from = at - mean;
    return -(LN_2_PI + StrictMath.log(variance) + from * from / variance) / 2;
  }
}

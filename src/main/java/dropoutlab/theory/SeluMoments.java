package dropoutlab.theory;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/// SELU and the means of powers of SELU(z), z normal with mean 0 (Klambauer, Unterthiner, Mayr and Hochreiter 2017). At
/// variance 1 the mean is 0 and the mean square 1: SELU's fixed point.
public final class SeluMoments {
  public static final double LAMBDA = 1.0507009873554804934, ALPHA = 1.6732632423543772848;
  /// α' = -λ α, to which SELU falls far below 0.
  public static final double LOWER_LIMIT = -LAMBDA * ALPHA;
  /// Beyond it the normal density is below 1e-31.
  private static final double FAR = 12;
  private static final GaussIntegrator HALF = new GaussIntegratorFactory().legendre(96, 0, FAR);

  private SeluMoments() {}

  public static double selu(double z) { return z > 0 ? LAMBDA * z : LAMBDA * ALPHA * StrictMath.expm1(z); }

  /// Returns the mean of SELU(z) to the power of 1 to 4 for z of this variance, by quadrature on both sides of the
  /// kink.
  public static double mean(int power, double variance) {
    double sd = Math.sqrt(variance);
    return normalMean(x -> StrictMath.pow(selu(sd * x), power));
  }

  /// Returns the mean of a function of a standard normal number that is smooth but at 0.
  static double normalMean(DoubleUnaryOperator of) {
    return HALF.integrate(x -> (of.applyAsDouble(x) + of.applyAsDouble(-x)) * StrictMath.exp(-x * x / 2))
        / Math.sqrt(2 * Math.PI);
  }
}

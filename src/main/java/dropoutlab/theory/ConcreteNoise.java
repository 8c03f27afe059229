package dropoutlab.theory;

import java.util.function.DoubleUnaryOperator;

/// What is known of the relaxed decisions of Concrete dropout (Gal, Hron and Kendall 2017),
/// `z = σ((logit p + logit u) / t)` with u uniform in (0, 1): P(z > 1/2) is p exactly, while E[z] lies between p and 1/2.
public final class ConcreteNoise {
  /// The trapezoidal rule converges exponentially here: with this step it is exact to double precision for t from 0.05
  /// on. Beyond the limit the density is below 1e-17.
  private static final double STEP = 0.01;
  private static final int STEPS = 4000;

  private ConcreteNoise() {}

  /// Returns E[z] for drop rate p in (0, 1) and temperature t. With v = logit u it is the integral of
  /// `σ((logit p + v) / t) σ(v) (1 - σ(v))` over all v.
  public static double mean(double p, double temperature) { return mean(p, temperature, z -> z); }

  /// Returns E[z²], likewise.
  public static double meanSquare(double p, double temperature) { return mean(p, temperature, z -> z * z); }

  private static double mean(double p, double temperature, DoubleUnaryOperator of) {
    double logit = StrictMath.log(p / (1 - p)), sum = 0;
    for (int i = -STEPS; i <= STEPS; i++) {
      double v = i * STEP;
      sum += of.applyAsDouble(sigmoid((logit + v) / temperature)) * sigmoid(v) * sigmoid(-v);
    }
    return sum * STEP;
  }

  /// Returns the probability that z is less than a value: `σ(t logit z - logit p)`.
  public static double below(double z, double p, double temperature) {
    if (z <= 0) return 0;
    if (z >= 1) return 1;
    return sigmoid(temperature * StrictMath.log(z / (1 - z)) - StrictMath.log(p / (1 - p)));
  }

  /// Returns the mean of the factor (1 - z) / (1 - p), which is 1 for decisions that are not relaxed.
  public static double meanFactor(double p, double temperature) { return (1 - mean(p, temperature)) / (1 - p); }

  /// Returns the entropy term of the penalty, `r K (p log p + (1 - p) log(1 - p))`, which is least at p = 1/2 and keeps p
  /// from shrinking to 0.
  ///
  /// @param regulariser r
  /// @param units       K
  public static double entropyTerm(double p, double regulariser, int units) {
    return regulariser * units * (plogp(p) + plogp(1 - p));
  }

  /// Returns r as the authors' code sets it for N examples: 2 / (τ N) for a regression of precision τ, and 1 / N for
  /// classes, where τ is 1 and the 2 is left out. More data make the term weaker, and so p can shrink.
  public static double regulariser(double tau, int examples, boolean classes) {
    return classes ? 1.0 / examples : 2 / (tau * examples);
  }

  private static double plogp(double p) { return p == 0 ? 0 : p * StrictMath.log(p); }

  private static double sigmoid(double x) { return 1 / (1 + StrictMath.exp(-x)); }
}

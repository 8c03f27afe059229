package dropoutlab.theory;

import java.util.function.DoubleUnaryOperator;

/// What inverted dropout on the inputs adds to the loss log(1 + e⁻ˢ) of one example of logistic regression, s = Σ w_j
/// x_j being its score on the right side: E log(1 + e⁻ᶻ) - log(1 + e⁻ˢ), over all masks, where z = Σ m_j w_j x_j
/// (Helmbold and Long, JMLR 2015). It is never below 0, but it is not convex, and it may fall while a weight grows.
public final class LogisticPenalty {
  private static final int GRID = 400;
  private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
  private static final double NEAR = 1e-9;

  private LogisticPenalty() {}

  /// @param terms w_j x_j
  public static double of(double[] terms, double p) {
    double mean = 0;
    for (int mask = 0; mask < 1 << terms.length; mask++)
      mean += probability(mask, terms.length, p) * loss(mask, terms, p);
    return mean - loss(terms);
  }

  /// The probability of a mask, whose bit j is 1 where input j is kept.
  public static double probability(int mask, int inputs, double p) {
    double probability = 1;
    for (int j = 0; j < inputs; j++) probability *= (mask >> j & 1) == 1 ? 1 - p : p;
    return probability;
  }

  /// The loss under one mask.
  public static double loss(int mask, double[] terms, double p) {
    double z = 0;
    for (int j = 0; j < terms.length; j++) if ((mask >> j & 1) == 1) z += terms[j] / (1 - p);
    return softplus(-z);
  }

  /// The loss with masks off.
  public static double loss(double[] terms) { return softplus(-sum(terms)); }

  /// Its second-order approximation at the present score, ½ p/(1-p) σ(s) (1 - σ(s)) Σ (w_j x_j)² (Wager, Wang and Liang
  /// 2013).
  public static double quadratic(double[] terms, double p) {
    double right = 1 / (1 + StrictMath.exp(-sum(terms)));
    return 4 * right * (1 - right) * flat(terms, p);
  }

  /// The same at score 0: what L2 would be that begins alike.
  public static double flat(double[] terms, double p) {
    double squares = 0;
    for (double term : terms) squares += term * term;
    return p / (1 - p) / 8 * squares;
  }

  /// Returns where a function of one number is least within a range: the best of a grid, then by golden section.
  public static double least(DoubleUnaryOperator f, double from, double to) {
    double step = (to - from) / GRID, best = from;
    for (int i = 1; i <= GRID; i++) if (f.applyAsDouble(from + i * step) < f.applyAsDouble(best)) best =
        from + i * step;
    double low = Math.max(from, best - step), high = Math.min(to, best + step);
    while (high - low > NEAR) {
      double a = low + GOLDEN * (high - low), b = high - GOLDEN * (high - low);
      if (f.applyAsDouble(a) <= f.applyAsDouble(b)) high = b;
      else low = a;
    }
    return (low + high) / 2;
  }

  private static double sum(double[] terms) {
    double sum = 0;
    for (double term : terms) sum += term;
    return sum;
  }

  /// log(1 + e^z) without overflow.
  private static double softplus(double z) { return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))); }
}

package dropoutlab.theory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// The input of one unit whose inputs are dropped, `z = b + Σ_i m_i a_i` with m_i 0 with probability p, else k: k is 1 for
/// standard and 1 / (1 - p) for inverted dropout (Srivastava et al. 2014, sections 4 and 10), and a_i = w_i x_i. With
/// q = 1 - p its mean is `b + q k Σ a_i` and its variance `p q k² Σ a_i²`.
///
/// What a function of z is on average is known in two ways: over all masks, exactly, and over a normal z with the same
/// moments, nearly (Wang and Manning 2013, "Fast dropout training").
public final class DroppedSum {
  /// The largest number of inputs all of whose masks are enumerated.
  public static final int MOST_ENUMERATED = 20;
  /// The trapezoidal rule converges exponentially for functions that are analytic near the real axis. Beyond the limit
  /// the normal density is below 1e-17.
  private static final double STEP = .01;
  private static final int STEPS = 900;

  private final double[] terms;
  private final double bias;
  private final double p;
  private final double kept;

  /// @param terms a, not modified
  /// @param kept  k
  public DroppedSum(double[] terms, double bias, double p, double kept) {
    this.terms = terms.clone();
    this.bias = bias;
    this.p = p;
    this.kept = kept;
  }

  public static DroppedSum standard(double[] terms, double bias, double p) { return new DroppedSum(terms, bias, p, 1); }

  public static DroppedSum inverted(double[] terms, double bias, double p) {
    return new DroppedSum(terms, bias, p, 1 / (1 - p));
  }

  /// One value of z.
  ///
  /// @param size what rounding is measured against: |b| + Σ |m_i a_i|
  public record Outcome(double z, double probability, double size) {}

  public double mean() {
    double sum = 0;
    for (double term : terms) sum += term;
    return (1 - p) * kept * sum + bias;
  }

  public double variance() {
    double squares = 0;
    for (double term : terms) squares += term * term;
    return p * (1 - p) * kept * kept * squares;
  }

  /// Returns how far the variance of so many draws of z may be off: four of these are exceeded about as rarely as four
  /// standard errors of a mean. They are `√((μ₄ - variance²) / draws) + 4 variance / draws`: the draws' variance lacks
  /// the squared distance of their mean, which is 16 variance / draws at four standard errors, and for one term at p =
  /// 1/2 nothing else. The fourth central moment μ₄ is 3 variance² and the sum of the terms' fourth cumulants,
  /// `k⁴ p q (1 - 6 p q) a_i⁴`.
  public double varianceSe(int draws) {
    double fourths = 0, pq = p * (1 - p), k2 = kept * kept, variance = variance();
    for (double term : terms) fourths += term * term * term * term;
    double first = Math.max(0, k2 * k2 * pq * (1 - 6 * pq) * fourths + 2 * variance * variance);
    return Math.sqrt(first / draws) + 4 * variance / draws;
  }

  /// Returns the mean of f(z) over all masks, for at most [#MOST_ENUMERATED] inputs.
  public double mean(DoubleUnaryOperator f) { return mean((z, _) -> f.applyAsDouble(z)); }

  /// Returns the mean over all masks of a function of z and of its [Outcome#size].
  public double mean(DoubleBinaryOperator f) {
    if (terms.length > MOST_ENUMERATED)
      throw new IllegalArgumentException(terms.length + " inputs have too many masks to enumerate.");
    return mean(f, 0, bias, Math.abs(bias));
  }

  private double mean(DoubleBinaryOperator f, int from, double sum, double size) {
    if (from == terms.length) return f.applyAsDouble(sum, size);
    double term = kept * terms[from];
    return p * mean(f, from + 1, sum, size) + (1 - p) * mean(f, from + 1, sum + term, size + Math.abs(term));
  }

  /// Returns the mean of f(z) for a normal z with this mean and variance, for a function that is smooth.
  public double normalMean(DoubleUnaryOperator f) { return normalMean(mean(), variance(), f); }

  public static double normalMean(double mean, double variance, DoubleUnaryOperator f) {
    double sd = Math.sqrt(variance), sum = 0, weights = 0;
    if (!(sd > 0)) return f.applyAsDouble(mean);
    for (int i = -STEPS; i <= STEPS; i++) {
      double t = i * STEP, weight = StrictMath.exp(-t * t / 2);
      sum += weight * f.applyAsDouble(mean + sd * t);
      weights += weight;
    }
    return sum / weights;
  }

  /// Returns the density at z of that normal distribution.
  public double normalDensity(double z) {
    double away = (z - mean()) * (z - mean()) / variance();
    return StrictMath.exp(-away / 2) / Math.sqrt(2 * Math.PI * variance());
  }

  /// Returns the values that z takes, rising; those that differ by less than `apart` are one.
  public List<Outcome> outcomes(double apart) {
    List<Outcome> all = new ArrayList<>();
    gather(all, 0, bias, 1, Math.abs(bias));
    all.sort(Comparator.comparingDouble(Outcome::z));
    List<Outcome> merged = new ArrayList<>();
    for (Outcome each : all) {
      if (merged.isEmpty() || each.z - merged.getLast().z > apart) merged.add(each);
      else {
        Outcome before = merged.removeLast();
        merged.add(new Outcome(before.z, before.probability + each.probability, Math.max(before.size, each.size)));
      }
    }
    return merged;
  }

  private void gather(List<Outcome> into, int from, double sum, double probability, double size) {
    if (from == terms.length) {
      into.add(new Outcome(sum, probability, size));
      return;
    }
    double term = kept * terms[from];
    gather(into, from + 1, sum, probability * p, size);
    gather(into, from + 1, sum + term, probability * (1 - p), size + Math.abs(term));
  }

  /// Returns the logistic function, 1 / (1 + e^-z).
  public static double sigmoid(double z) { return 1 / (1 + StrictMath.exp(-z)); }

  /// Returns what MacKay (1992, "The evidence framework applied to classification networks") puts in the place of the
  /// mean of the logistic function over a normal z: `σ(μ / √(1 + π s² / 8))`.
  public static double probit(double mean, double variance) {
    return sigmoid(mean / Math.sqrt(1 + Math.PI * variance / 8));
  }
}

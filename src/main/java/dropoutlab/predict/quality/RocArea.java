package dropoutlab.predict.quality;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Result.Area;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// The area under the ROC curve of a score that should be higher for outside examples than for inside ones. The area is
/// the probability that it is higher, for one example of each kind drawn at random, where ties count half (Mann and
/// Whitney 1947).
///
/// The 95 % interval consists of the areas θ that are compatible with the measured area A by the standard error of
/// Hanley and McNeil (1982): |A - θ| ≤ 1.96 se(θ), with m outside and n inside examples and
///
/// se(θ)² = (θ(1-θ) + (m-1)(Q₁-θ²) + (n-1)(Q₂-θ²)) / (m n),   Q₁ = θ/(2-θ),   Q₂ = 2θ²/(1+θ)
///
/// The standard error is taken at θ and not at A, as Wilson (1927) does for shares and Newcombe (2006) for this area.
/// This keeps the interval between 0 and 1, and keeps it from shrinking to nothing if the score separates the two kinds
/// perfectly.
public final class RocArea {
  private static final double Z = 1.959963984540054;
  private static final int HALVINGS = 60;

  private RocArea() {}

  /// @param inside  the scores of the inside examples, (n x 1), without NaN
  /// @param outside the scores of the outside examples, (m x 1), without NaN
  public static Area of(Matrix inside, Matrix outside) {
    if (inside.isEmpty() || outside.isEmpty())
      throw new IllegalArgumentException(Words.of("predict.roc.kinds", inside.size(), outside.size()));
    double area = area(inside.toArray(), outside.toArray());
    double m = outside.size(), n = inside.size();
    return new Area(area, limit(0, area, theta -> area - theta - Z * standardError(theta, m, n)),
        limit(1, area, theta -> theta - area - Z * standardError(theta, m, n)));
  }

  /// Sorts both arrays, so that two counters compare every outside score with all inside ones.
  static double area(double[] inside, double[] outside) {
    Arrays.sort(inside);
    Arrays.sort(outside);
    int below = 0, upTo = 0;
    double wins = 0;
    for (double score : outside) {
      while (below < inside.length && inside[below] < score) below++;
      while (upTo < inside.length && inside[upTo] <= score) upTo++;
      wins += (below + upTo) / 2.0;
    }
    return wins / inside.length / outside.length;
  }

  static double standardError(double theta, double m, double n) {
    double square = theta * theta, q1 = theta / (2 - theta), q2 = 2 * square / (1 + theta);
    double variance = (theta * (1 - theta) + (m - 1) * (q1 - square) + (n - 1) * (q2 - square)) / m / n;
    return Math.sqrt(Math.max(0, variance));
  }

  /// Returns where `far` changes its sign between `end`, where it is not negative, and the area, where it is not
  /// positive.
  private static double limit(double end, double area, DoubleUnaryOperator far) {
    double out = end, in = area;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (out + in) / 2;
      if (far.applyAsDouble(middle) > 0) out = middle;
      else in = middle;
    }
    return in;
  }
}

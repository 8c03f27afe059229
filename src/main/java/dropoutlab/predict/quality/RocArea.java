package dropoutlab.predict.quality;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Result.Area;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Area under the ROC curve of a score that is to be higher for outside examples than for inside ones: the probability
/// that it is, for one of each drawn at random, ties counted half (Mann and Whitney 1947).
///
/// The 95 % interval is made of the areas θ whose standard error by Hanley and McNeil (1982) explains the area A that
/// was seen: |A - θ| ≤ 1.96 se(θ), with m outside and n inside examples
///
/// se(θ)² = (θ(1-θ) + (m-1)(Q₁-θ²) + (n-1)(Q₂-θ²)) / (m n),   Q₁ = θ/(2-θ),   Q₂ = 2θ²/(1+θ)
///
/// Asking at θ and not at A, as Wilson (1927) does for shares and Newcombe (2006) for this area, keeps the interval
/// within 0 and 1, and from shrinking to nothing where the score parts the two perfectly.
public final class RocArea {
  private static final double Z = 1.959963984540054;
  private static final int HALVINGS = 60;

  private RocArea() {}

  /// @param inside,outside (n x 1) and (m x 1) scores, none of them NaN
  public static Area of(Matrix inside, Matrix outside) {
    if (inside.isEmpty() || outside.isEmpty())
      throw new IllegalArgumentException(Words.of("predict.roc.kinds", inside.size(), outside.size()));
    double area = area(inside.toArray(), outside.toArray());
    double m = outside.size(), n = inside.size();
    return new Area(area, limit(0, area, theta -> area - theta - Z * standardError(theta, m, n)),
        limit(1, area, theta -> theta - area - Z * standardError(theta, m, n)));
  }

  /// Both sorted, so that every outside score is compared with all inside ones by two counters.
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

  /// Where `far` falls below 0 on the way from `end`, where it is not negative, to the area, where it is not positive.
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

package dropoutlab.theory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// A logistic unit with dropped inputs, `o_m = σ(b + Σ_i m_i a_i)` with m_i = 0 with probability p, else 1 / (1 - p), over
/// all 2ⁿ masks m. Mask number m keeps input i if bit i of m is 1; its probability is `P(m) = q^k p^(n - k)`, with
/// q = 1 - p and k the number of kept inputs.
///
/// Of the answers o_m it gives the mean `E = Σ P(m) o_m`, the mean of squares, and the renormalised geometric mean
/// `G / (G + G')` with `G = Π o_m^P(m)` and `G' = Π (1 - o_m)^P(m)`, which is σ(E z) (Baldi and Sadowski 2014, "The dropout
/// learning algorithm", section 3).
///
/// An instance serves many units of as many inputs; it keeps working memory, and so one thread uses it at a time.
public final class ThinnedUnit {
  /// The masks of so many inputs are run through in the innermost loop.
  private static final int LOW = 8;
  /// Beyond it products of exponentials would overflow.
  private static final double LARGEST = 600;

  private final int inputs;
  private final double p;
  private final double[] low;
  private final double[] high;
  private final double[] lowChances;
  private final double[] highChances;
  private final double[] means;
  private final double[] squares;

  /// The first two moments of the answers over all masks.
  public record Moments(double mean, double square) {
    public double variance() { return Math.max(0, square - mean * mean); }
  }

  /// @param inputs at most 24
  public ThinnedUnit(int inputs, double p) {
    if (inputs < 0 || inputs > 24 || !(p >= 0 && p < 1))
      throw new IllegalArgumentException(inputs + " inputs and p = " + p + " cannot be enumerated.");
    this.inputs = inputs;
    this.p = p;
    int few = Math.min(inputs, LOW);
    low = new double[1 << few];
    high = new double[1 << inputs - few];
    lowChances = chances(few, p);
    highChances = chances(inputs - few, p);
    means = new double[low.length];
    squares = new double[low.length];
  }

  /// Returns P(m) for each of the 2ⁿ masks.
  public static double[] chances(int inputs, double p) {
    double[] chances = new double[1 << inputs];
    chances[0] = 1;
    for (int i = 0; i < inputs; i++)
      for (int m = 0; m < 1 << i; m++) {
        chances[m | 1 << i] = (1 - p) * chances[m];
        chances[m] *= p;
      }
    return chances;
  }

  /// Returns z for each of the 2ⁿ masks.
  public double[] logits(double[] terms, double bias) {
    double[] logits = new double[1 << inputs];
    logits[0] = bias;
    for (int i = 0; i < inputs; i++)
      for (int m = 0; m < 1 << i; m++) logits[m | 1 << i] = logits[m] + terms[i] / (1 - p);
    return logits;
  }

  /// Returns E and the mean of squares. `e^-z` is a product of one factor an input, and that costs less than 2ⁿ
  /// exponentials.
  public Moments moments(double[] terms, double bias) {
    double size = Math.abs(bias);
    for (double term : terms) size += Math.abs(term) / (1 - p);
    if (size > LARGEST) return oneByOne(terms, bias);
    products(low, terms, 0, bias);
    products(high, terms, Math.min(inputs, LOW), 0);
    Arrays.fill(means, 0);
    Arrays.fill(squares, 0);
    for (int h = 0; h < high.length; h++) add(high[h], highChances[h]);
    double mean = 0, square = 0;
    for (int m = 0; m < low.length; m++) {
      mean += lowChances[m] * means[m];
      square += lowChances[m] * squares[m];
    }
    return new Moments(mean, square);
  }

  private void products(double[] of, double[] terms, int first, double bias) {
    of[0] = StrictMath.exp(-bias);
    for (int i = 0; 1 << i < of.length; i++) {
      double factor = StrictMath.exp(-terms[first + i] / (1 - p));
      for (int m = 0; m < 1 << i; m++) of[m | 1 << i] = of[m] * factor;
    }
  }

  private void add(double product, double chance) {
    for (int m = 0; m < low.length; m++) {
      double answer = 1 / (1 + product * low[m]);
      means[m] += chance * answer;
      squares[m] += chance * answer * answer;
    }
  }

  private Moments oneByOne(double[] terms, double bias) {
    double[] chances = chances(inputs, p), logits = logits(terms, bias);
    double mean = 0, square = 0;
    for (int m = 0; m < logits.length; m++) {
      double answer = sigmoid(logits[m]);
      mean += chances[m] * answer;
      square += chances[m] * answer * answer;
    }
    return new Moments(mean, square);
  }

  /// Returns the probability that the answer is more than 1/2: for each mask of the last inputs, by bisection, the first
  /// masks that make z positive, in the order of what they add to it.
  public double chanceOfYes(double[] terms, double bias) {
    int few = Math.min(inputs, LOW);
    double[] first = new ThinnedUnit(few, p).logits(terms, 0), above = new double[first.length + 1];
    int[] order = IntStream.range(0, first.length).boxed().sorted(Comparator.comparingDouble(m -> first[m]))
        .mapToInt(Integer::intValue).toArray();
    double[] rising = Arrays.stream(order).mapToDouble(m -> first[m]).toArray();
    for (int i = rising.length - 1; i >= 0; i--) above[i] = above[i + 1] + lowChances[order[i]];
    double[] last = new ThinnedUnit(inputs - few, p).logits(Arrays.copyOfRange(terms, few, inputs), bias);
    double chance = 0;
    for (int h = 0; h < last.length; h++) chance += highChances[h] * above[firstAbove(rising, -last[h])];
    return chance;
  }

  private static int firstAbove(double[] rising, double bound) {
    int from = 0, to = rising.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (rising[middle] > bound) to = middle;
      else from = middle + 1;
    }
    return from;
  }

  /// Returns G / (G + G'), from the logarithms of all answers.
  public double geometricMean(double[] terms, double bias) {
    double[] chances = chances(inputs, p), logits = logits(terms, bias);
    double yes = 0, no = 0;
    for (int m = 0; m < logits.length; m++) {
      yes += chances[m] * logSigmoid(logits[m]);
      no += chances[m] * logSigmoid(-logits[m]);
    }
    return sigmoid(yes - no);
  }

  /// Returns 1 / (1 + e^-z).
  public static double sigmoid(double z) { return 1 / (1 + StrictMath.exp(-z)); }

  /// Returns ln σ(z) without overflow.
  private static double logSigmoid(double z) { return Math.min(z, 0) - StrictMath.log1p(StrictMath.exp(-Math.abs(z))); }
}

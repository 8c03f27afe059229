package dropoutlab.theory;

/// Dropout on attention weights: a row P of probabilities becomes m P, whose sum has mean 1 and standard deviation
/// `√(p / (1 - p) Σ P²)`. It is greatest where the attention rests on one step, and least where it is spread evenly.
public final class AttentionNoise {
  private AttentionNoise() {}

  /// Returns the standard deviation of the sum of a row with these probabilities.
  public static double rowSumSd(double p, double... probabilities) {
    double squares = 0;
    for (double each : probabilities) squares += each * each;
    return Math.sqrt(p / (1 - p) * squares);
  }
}

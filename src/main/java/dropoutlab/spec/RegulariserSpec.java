package dropoutlab.spec;

/// Penalties on the weights (never the biases): the loss gains `l1` sum|w| + `l2`/2 sum w^2, and after each update the
/// incoming weights of every unit are scaled back to a Euclidean norm of at most `maxNorm`. `labelSmoothing` ε moves the
/// share ε of each example's label evenly to all K classes. 0 switches each off.
public record RegulariserSpec(double l1, double l2, double maxNorm, double labelSmoothing) {
  public RegulariserSpec {
    Check.notNegative("l1", l1);
    Check.notNegative("l2", l2);
    Check.notNegative("maxNorm", maxNorm);
    Check.range("labelSmoothing", labelSmoothing, 0, 1);
  }

  /// Without label smoothing.
  public RegulariserSpec(double l1, double l2, double maxNorm) { this(l1, l2, maxNorm, 0); }

  public RegulariserSpec withL1(double l1) { return new RegulariserSpec(l1, l2, maxNorm, labelSmoothing); }

  public RegulariserSpec withL2(double l2) { return new RegulariserSpec(l1, l2, maxNorm, labelSmoothing); }

  public RegulariserSpec withMaxNorm(double maxNorm) { return new RegulariserSpec(l1, l2, maxNorm, labelSmoothing); }

  public RegulariserSpec withLabelSmoothing(double share) { return new RegulariserSpec(l1, l2, maxNorm, share); }
}

package dropoutlab.spec;

/// Penalties on the weights (never the biases): the loss gains `l1` sum|w| + `l2`/2 sum w^2, and after each update the
/// incoming weights of every unit are scaled back to a Euclidean norm of at most `maxNorm`. 0 switches each off.
public record RegulariserSpec(double l1, double l2, double maxNorm) {
  public RegulariserSpec {
    Check.notNegative("l1", l1);
    Check.notNegative("l2", l2);
    Check.notNegative("maxNorm", maxNorm);
  }
}

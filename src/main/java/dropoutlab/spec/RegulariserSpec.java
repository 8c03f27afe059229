package dropoutlab.spec;

import io.soabase.recordbuilder.core.RecordBuilder;

/// Penalties on the weights (never on the biases): `l1` sum|w| + `l2`/2 sum w^2 is added to the loss, and after each
/// update the incoming weights of every unit are scaled back to a Euclidean norm of at most `maxNorm`. `labelSmoothing`
/// ε spreads the share ε of each example's label evenly over all K classes. 0 switches each off.
@RecordBuilder
public record RegulariserSpec(double l1, double l2, double maxNorm, double labelSmoothing)
    implements RegulariserSpecBuilder.With {
  public static final RegulariserSpec OFF = new RegulariserSpec(0, 0, 0);

  public RegulariserSpec {
    Check.notNegative("l1", l1);
    Check.notNegative("l2", l2);
    Check.notNegative("maxNorm", maxNorm);
    Check.range("labelSmoothing", labelSmoothing, 0, 1);
  }

  /// Makes penalties without label smoothing.
  public RegulariserSpec(double l1, double l2, double maxNorm) { this(l1, l2, maxNorm, 0); }
}

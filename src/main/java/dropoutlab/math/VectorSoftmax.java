package dropoutlab.math;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The elementwise operations of [Softmax] on the Vector API, and the maximum of a row, which does not depend on the
/// order.
final class VectorSoftmax {
  private static final VectorSpecies<Float> SPECIES = Lanes.FLOATS;
  private static final int LANES = SPECIES.length();

  private VectorSoftmax() {}

  /// Returns how many of `cols` columns fill whole vectors.
  static int lanes(int cols) { return SPECIES.loopBound(cols); }

  /// Returns the greatest of `count` values, which fill at least one whole vector.
  static float largest(float[] x, int at, int count) {
    FloatVector largest = fromArray(SPECIES, x, at);
    for (int i = at + LANES; i < at + count; i += LANES) largest = largest.max(fromArray(SPECIES, x, i));
    return largest.reduceLanes(VectorOperators.MAX);
  }

  static void lessen(float[] x, int at, int count, float largest, float scale, float[] to) {
    for (int i = at; i < at + count; i += LANES) fromArray(SPECIES, x, i).sub(largest).mul(scale).intoArray(to, i);
  }

  /// Processes the whole vectors and returns how many columns it processed.
  static int multiply(float[] x, int at, int cols, float by) {
    int bound = SPECIES.loopBound(cols);
    for (int i = at; i < at + bound; i += LANES) fromArray(SPECIES, x, i).mul(by).intoArray(x, i);
    return bound;
  }

  /// Processes the whole vectors and returns how many columns it processed.
  static int slope(float[] y, float[] dy, int at, int cols, float scale, float mean, float[] dx) {
    int bound = SPECIES.loopBound(cols);
    for (int i = at; i < at + bound; i += LANES)
      fromArray(SPECIES, y, i).mul(scale).mul(fromArray(SPECIES, dy, i).sub(mean)).intoArray(dx, i);
    return bound;
  }
}

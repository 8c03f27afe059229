package dropoutlab.math;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Gates] on the Vector API. Each method processes the whole vectors of columns and returns how many columns it
/// processed. A loop holds only one non-linearity, since the compiler gives up on much longer expressions.
final class VectorGates {
  private static final VectorSpecies<Float> SPECIES = Lanes.FLOATS;

  private VectorGates() {}

  static int sigmoid(float[] a, int at, float[] s, int sAt, float[] b, int bAt, int step, int rows, int cols) {
    int bound = SPECIES.loopBound(cols);
    for (int r = 0; r < rows; r++)
      for (int j = 0, i = at + r * step, k = sAt + r * step; j < bound; j += SPECIES.length()) {
        FloatVector x = fromArray(SPECIES, a, i + j).add(fromArray(SPECIES, s, k + j)).add(fromArray(SPECIES, b, bAt + j));
        VectorElementary.sigmoid(x).intoArray(a, i + j);
      }
    return bound;
  }

  static int tanh(float[] a, int at, float[] s, int sAt, float[] b, int bAt, int step, int rows, int cols) {
    int bound = SPECIES.loopBound(cols);
    for (int r = 0; r < rows; r++)
      for (int j = 0, i = at + r * step, k = sAt + r * step; j < bound; j += SPECIES.length()) {
        FloatVector x = fromArray(SPECIES, a, i + j).add(fromArray(SPECIES, s, k + j)).add(fromArray(SPECIES, b, bAt + j));
        VectorElementary.tanh(x).intoArray(a, i + j);
      }
    return bound;
  }
}

package dropoutlab.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Gates] on the Vector API: the whole vectors of columns; each method returns how many columns those are. A loop holds
/// one non-linearity only, since the compiler gives up on expressions that are much longer.
final class VectorGates {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private VectorGates() {}

  static int sigmoid(float[] a, float[] s, int at, int step, int rows, int cols) {
    int bound = SPECIES.loopBound(cols);
    for (int r = 0; r < rows; r++)
      for (int i = at + r * step, end = i + bound; i < end; i += SPECIES.length())
        VectorElementary.sigmoid(FloatVector.fromArray(SPECIES, a, i).add(FloatVector.fromArray(SPECIES, s, i)))
            .intoArray(a, i);
    return bound;
  }

  static int tanh(float[] a, float[] s, int at, int step, int rows, int cols) {
    int bound = SPECIES.loopBound(cols);
    for (int r = 0; r < rows; r++)
      for (int i = at + r * step, end = i + bound; i < end; i += SPECIES.length())
        VectorElementary.tanh(FloatVector.fromArray(SPECIES, a, i).add(FloatVector.fromArray(SPECIES, s, i)))
            .intoArray(a, i);
    return bound;
  }
}

package dropoutlab.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Updates] on the Vector API. Products, quotients and roots are rounded alike in lanes and in scalars, so that the
/// bits are the same. Each method processes the whole vectors from 0 on and returns how many elements it processed.
final class VectorUpdates {
  private static final VectorSpecies<Float> SPECIES = Lanes.FLOATS;
  private static final int LANES = SPECIES.length();

  private VectorUpdates() {}

  static int momentum(float[] w, float[] g, float[] v, int n, float rate, float mu) {
    int bound = SPECIES.loopBound(n);
    for (int i = 0; i < bound; i += LANES) {
      FloatVector velocity = settled(FloatVector.fromArray(SPECIES, v, i).mul(mu).add(FloatVector.fromArray(SPECIES, g, i)));
      velocity.intoArray(v, i);
      FloatVector.fromArray(SPECIES, w, i).sub(velocity.mul(rate)).intoArray(w, i);
    }
    return bound;
  }

  static int adam(float[] w, float[] g, float[] m, float[] s, int n, Updates.Adam by) {
    int bound = SPECIES.loopBound(n);
    for (int i = 0; i < bound; i += LANES) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, g, i);
      FloatVector mean = settled(FloatVector.fromArray(SPECIES, m, i).mul(by.beta1()).add(gradient.mul(by.rest1())));
      mean.intoArray(m, i);
      FloatVector square = settled(
          FloatVector.fromArray(SPECIES, s, i).mul(by.beta2()).add(gradient.mul(by.rest2()).mul(gradient)));
      square.intoArray(s, i);
      FloatVector root = square.sqrt().mul(by.correction()).add(by.epsilon());
      FloatVector.fromArray(SPECIES, w, i).sub(mean.mul(by.step()).div(root)).intoArray(w, i);
    }
    return bound;
  }

  private static FloatVector settled(FloatVector memory) {
    return memory.blend(0f, memory.abs().compare(VectorOperators.LT, Updates.LEAST));
  }
}

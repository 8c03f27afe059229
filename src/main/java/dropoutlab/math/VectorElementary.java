package dropoutlab.math;

import static jdk.incubator.vector.FloatVector.broadcast;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Functions of [Elementary] on vectors. The same operations in the same order in every lane give the same bits.
final class VectorElementary {
  private static final VectorSpecies<Float> SPECIES = Lanes.FLOATS;

  private VectorElementary() {}

  /// Replaces the whole vectors among `count` values from index `from` on by their hyperbolic tangent. Returns how many
  /// values were replaced.
  static int tanh(float[] x, int from, int count) {
    int bound = SPECIES.loopBound(count);
    for (int i = from; i < from + bound; i += SPECIES.length())
      tanh(FloatVector.fromArray(SPECIES, x, i)).intoArray(x, i);
    return bound;
  }

  static FloatVector sigmoid(FloatVector x) {
    FloatVector e = VectorExp.exp(x.abs().neg());
    return e.blend(1f, x.compare(VectorOperators.GE, 0f)).div(e.add(1f));
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector size = x.abs(), one = broadcast(SPECIES, 1);
    FloatVector e = VectorExp.exp(size.add(size));
    FloatVector far = one.sub(broadcast(SPECIES, 2).div(e.add(one)));
    FloatVector u = x.mul(x);
    FloatVector p = broadcast(SPECIES, 0.002142964f).fma(u, broadcast(SPECIES, -0.008177401f));
    p = p.fma(u, broadcast(SPECIES, 0.021700704f));
    p = p.fma(u, broadcast(SPECIES, -0.053946763f));
    p = p.fma(u, broadcast(SPECIES, 0.13333206f));
    p = p.fma(u, broadcast(SPECIES, -0.3333333f));
    FloatVector value = x.mul(u).fma(p, x).blend(far, size.compare(VectorOperators.GE, 0.625f));
    IntVector sign = x.reinterpretAsInts().and(1 << 31);
    return value.abs().reinterpretAsInts().or(sign).reinterpretAsFloats();
  }
}

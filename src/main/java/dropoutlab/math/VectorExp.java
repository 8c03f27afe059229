package dropoutlab.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Elementary#exp] on whole vectors: the same operations in the same order in every lane, hence the same bits.
final class VectorExp {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

  private VectorExp() {}

  /// Replaces the first `count` values, those that fill no vector excepted; returns how many were replaced.
  static int replace(float[] x, int count) {
    int end = FLOATS.loopBound(count);
    for (int i = 0; i < end; i += FLOATS.length()) exp(FloatVector.fromArray(FLOATS, x, i)).intoArray(x, i);
    return end;
  }

  private static FloatVector exp(FloatVector x) {
    FloatVector bounded = x.max(-110).min(100);
    FloatVector k = bounded.fma(all(Elementary.LOG2_E), all(Elementary.ROUNDER)).sub(Elementary.ROUNDER);
    FloatVector minus = k.neg();
    FloatVector r = minus.fma(all(Elementary.LN2_LOW), minus.fma(all(Elementary.LN2_HIGH), bounded));
    FloatVector p = all(0.0013814564f).fma(r, all(0.008368736f));
    p = p.fma(r, all(0.04166839f));
    p = p.fma(r, all(0.16666521f));
    p = p.fma(r, all(0.49999994f));
    p = p.mul(r).fma(r, r).add(1);
    IntVector exponent = (IntVector) k.convertShape(VectorOperators.F2I, INTS, 0);
    IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
    return p.mul(powerOfTwo(half)).mul(powerOfTwo(exponent.sub(half)));
  }

  private static FloatVector all(float value) { return FloatVector.broadcast(FLOATS, value); }

  private static FloatVector powerOfTwo(IntVector exponent) {
    return exponent.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
  }
}

package dropoutlab.math;

import static jdk.incubator.vector.FloatVector.broadcast;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Elementary#exp] on whole vectors. The same operations in the same order in every lane give the same bits.
///
/// There are no helper methods here and in [VectorElementary]: the compiler inlines the Vector API into an expression
/// of any length, but other methods only into short ones, and a vector that passes through a real call is allocated on
/// the heap.
final class VectorExp {
  private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;

  private VectorExp() {}

  /// Replaces those of the first `count` values that fill whole vectors. Returns how many were replaced.
  static int replace(float[] x, int count) {
    int end = FLOATS.loopBound(count);
    for (int i = 0; i < end; i += FLOATS.length()) exp(FloatVector.fromArray(FLOATS, x, i)).intoArray(x, i);
    return end;
  }

  /// Comparing and blending is cheaper than Java's minimum and maximum, which handle NaN and the sign of zero. After
  /// the rounder has been added, the exponent is in the lowest bits.
  static FloatVector exp(FloatVector x) {
    FloatVector bounded = x.blend(-110f, x.compare(VectorOperators.LT, -110f));
    bounded = bounded.blend(100f, bounded.compare(VectorOperators.GT, 100f));
    FloatVector rounder = broadcast(FLOATS, Elementary.ROUNDER);
    FloatVector rounded = bounded.fma(broadcast(FLOATS, Elementary.LOG2_E), rounder);
    FloatVector minus = rounder.sub(rounded);
    FloatVector r = minus.fma(broadcast(FLOATS, Elementary.LN2_HIGH), bounded);
    r = minus.fma(broadcast(FLOATS, Elementary.LN2_LOW), r);
    FloatVector p = broadcast(FLOATS, 0.0013814564f).fma(r, broadcast(FLOATS, 0.008368736f));
    p = p.fma(r, broadcast(FLOATS, 0.04166839f));
    p = p.fma(r, broadcast(FLOATS, 0.16666521f));
    p = p.fma(r, broadcast(FLOATS, 0.49999994f));
    p = p.mul(r).fma(r, r).add(1f);
    IntVector exponent = rounded.reinterpretAsInts().sub(rounder.reinterpretAsInts());
    IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
    IntVector rest = exponent.sub(half);
    p = p.mul(half.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats());
    return p.mul(rest.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats());
  }
}

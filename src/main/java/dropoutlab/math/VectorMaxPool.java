package dropoutlab.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// [MaxPoolKernel] for adjacent windows of 2 x 2, on the Vector API. It takes four windows at a time, since maps are
/// often narrow.
final class VectorMaxPool {
  private static final VectorSpecies<Float> FLOATS = Lanes.FOUR_FLOATS;
  private static final VectorSpecies<Integer> INTS = Lanes.FOUR_INTS;
  private static final int LANES = FLOATS.length();
  private static final VectorShuffle<Float> EVEN = VectorShuffle.fromValues(FLOATS, 0, 2, 0, 2);
  private static final VectorShuffle<Float> ODD = VectorShuffle.fromValues(FLOATS, 1, 3, 1, 3);
  private static final VectorMask<Float> BEHIND = VectorMask.fromValues(FLOATS, false, false, true, true);
  /// The positions of the windows' corners, relative to the first.
  private static final IntVector CORNERS = IntVector.zero(INTS).addIndex(2);

  private VectorMaxPool() {}

  /// Returns how many windows it processed.
  static int ofPairs(float[] x, int corner, int width, int count, float[] y, int[] winners, int to) {
    int bound = FLOATS.loopBound(count);
    for (int i = 0; i < bound; i += LANES) {
      int at = corner + 2 * i;
      FloatVector a = FloatVector.fromArray(FLOATS, x, at), b = FloatVector.fromArray(FLOATS, x, at + LANES);
      FloatVector c = FloatVector.fromArray(FLOATS, x, at + width);
      FloatVector d = FloatVector.fromArray(FLOATS, x, at + width + LANES);
      FloatVector max = every(EVEN, a, b);
      IntVector winner = IntVector.zero(INTS);
      FloatVector next = every(ODD, a, b);
      VectorMask<Float> greater = greater(next, max);
      max = max.blend(next, greater);
      winner = winner.blend(1, greater.cast(INTS));
      next = every(EVEN, c, d);
      greater = greater(next, max);
      max = max.blend(next, greater);
      winner = winner.blend(width, greater.cast(INTS));
      next = every(ODD, c, d);
      greater = greater(next, max);
      max.blend(next, greater).intoArray(y, to + i);
      winner.blend(width + 1, greater.cast(INTS)).add(CORNERS).add(at).intoArray(winners, to + i);
    }
    return bound;
  }

  /// Returns every other of eight neighbours.
  private static FloatVector every(VectorShuffle<Float> which, FloatVector left, FloatVector right) {
    return left.rearrange(which).blend(right.rearrange(which), BEHIND);
  }

  private static VectorMask<Float> greater(FloatVector next, FloatVector max) {
    return next.compare(VectorOperators.GT, max).or(next.compare(VectorOperators.NE, next));
  }
}

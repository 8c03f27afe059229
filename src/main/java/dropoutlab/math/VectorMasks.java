package dropoutlab.math;

import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The comparisons of [RandomStream#fillMask] on the Vector API: the two halves of a word are two neighbouring lanes.
final class VectorMasks {
  private static final VectorSpecies<Long> WORDS = Lanes.LONGS;
  private static final VectorSpecies<Integer> HALVES = Lanes.INTS;
  private static final VectorSpecies<Float> VALUES = Lanes.FLOATS;
  private static final boolean LOW_HALF_FIRST = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  private VectorMasks() {}

  /// Compares whole vectors of halves of `words` with `threshold`, which is below 2^32; writes 0 for the smaller ones
  /// and `kept` for the others. Returns how many of the `count` values it wrote.
  static int compare(long[] words, float[] mask, int offset, int count, long threshold, float kept) {
    if (!LOW_HALF_FIRST || threshold >>> 32 != 0) return 0;
    int bound = HALVES.loopBound(count);
    IntVector limit = IntVector.broadcast(HALVES, (int) threshold);
    FloatVector keep = FloatVector.broadcast(VALUES, kept);
    for (int i = 0; i < bound; i += HALVES.length()) {
      IntVector halves = LongVector.fromArray(WORDS, words, i / 2).reinterpretAsInts();
      VectorMask<Integer> dropped = halves.compare(VectorOperators.ULT, limit);
      keep.blend(0f, dropped.cast(VALUES)).intoArray(mask, offset + i);
    }
    return bound;
  }
}

package dropoutlab.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The vectors of [Vectors#BITS], by element. A kernel must give the same bits on each of the widths: lanes are places
/// that do not meet, and what fills no vector is done too.
final class Lanes {
  private static final VectorShape SHAPE = VectorShape.forBitSize(Vectors.BITS);

  static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, SHAPE);
  static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE);
  static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SHAPE);
  static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, SHAPE);
  /// As many floats as there are doubles in a vector.
  static final VectorSpecies<Float> HALF_FLOATS =
      VectorSpecies.of(float.class, VectorShape.forBitSize(Vectors.BITS / 2));
  /// Four floats, the narrowest that pay.
  static final VectorSpecies<Float> FOUR_FLOATS = FloatVector.SPECIES_128;
  static final VectorSpecies<Integer> FOUR_INTS = IntVector.SPECIES_128;

  private Lanes() {}
}

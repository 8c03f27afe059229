package dropoutlab.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The vector types for [Vectors#BITS], by element type. A kernel must compute the same bits at every width: lanes hold
/// elements that do not depend on each other, and the elements that fill no vector are computed one by one.
final class Lanes {
  private static final VectorShape SHAPE = VectorShape.forBitSize(Vectors.BITS);

  static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, SHAPE);
  static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE);
  static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SHAPE);
  static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, SHAPE);
  /// A vector of as many floats as [#DOUBLES] has doubles.
  static final VectorSpecies<Float> HALF_FLOATS =
      VectorSpecies.of(float.class, VectorShape.forBitSize(Vectors.BITS / 2));
  /// Vectors of four floats, the narrowest that are worth their cost.
  static final VectorSpecies<Float> FOUR_FLOATS = FloatVector.SPECIES_128;
  static final VectorSpecies<Integer> FOUR_INTS = IntVector.SPECIES_128;

  private Lanes() {}
}

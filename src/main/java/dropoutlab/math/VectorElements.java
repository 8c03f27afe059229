package dropoutlab.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Elementwise operations on the Vector API, for loops that the compiler does not vectorise by itself. Each method
/// processes the whole vectors of elements or columns from 0 on, and returns how many elements or columns it processed.
final class VectorElements {
  private static final VectorSpecies<Float> SPECIES = Lanes.FLOATS;

  private VectorElements() {}

  /// Returns how many of `count` elements fill whole vectors.
  static int lanes(int count) { return SPECIES.loopBound(count); }

  /// Returns which of at most 64 elements from index `at` on are not 0; they fill whole vectors. Bit i stands for
  /// element i.
  static long nonZeros(float[] x, int at, int count) {
    long word = 0;
    for (int i = 0; i < count; i += SPECIES.length())
      word |= FloatVector.fromArray(SPECIES, x, at + i).compare(VectorOperators.NE, 0f).toLong() << i;
    return word;
  }

  /// to = y > 0 ? from : 0.
  static int gate(float[] y, float[] from, float[] to, int n) {
    int bound = SPECIES.loopBound(n);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0; i < bound; i += SPECIES.length()) {
      VectorMask<Float> open = FloatVector.fromArray(SPECIES, y, i).compare(VectorOperators.GT, 0f);
      zero.blend(FloatVector.fromArray(SPECIES, from, i), open).intoArray(to, i);
    }
    return bound;
  }

  /// Adds `row` to each of `rows` rows of `x`, one vector of columns at a time.
  static int addRow(float[] row, float[] x, int rows, int cols) {
    int bound = SPECIES.loopBound(cols);
    for (int j = 0; j < bound; j += SPECIES.length()) {
      FloatVector added = FloatVector.fromArray(SPECIES, row, j);
      for (int at = j; at < rows * cols; at += cols) FloatVector.fromArray(SPECIES, x, at).add(added).intoArray(x, at);
    }
    return bound;
  }

  /// Sums the columns of `x` down the rows, from +0.
  static int columnSums(float[] x, int rows, int cols, float[] out) {
    int bound = SPECIES.loopBound(cols);
    for (int j = 0; j < bound; j += SPECIES.length()) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int at = j; at < rows * cols; at += cols) sum = sum.add(FloatVector.fromArray(SPECIES, x, at));
      sum.intoArray(out, j);
    }
    return bound;
  }
}

package dropoutlab.math;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.RandomStream.Purpose;
import java.util.stream.IntStream;

/// Numbers for tests that compare kernels with the same computation in single numbers.
final class Scalars {
  private Scalars() {}

  /// Sizes from 1 to two of the widest vectors plus 3: at every vector width, they include less than one vector, whole
  /// vectors, and each remainder beside them.
  static IntStream sizes() { return IntStream.rangeClosed(1, 2 * 16 + 3); }

  static float[] gaussian(int count, int seed) {
    RandomStream random = RandomStream.of(seed, Purpose.DATA);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) values[i] = (float) random.nextGaussian();
    return values;
  }

  static Tensor gaussian(int rows, int cols, int seed) { return Tensor.of(rows, cols, gaussian(rows * cols, seed)); }

  /// Compares `count` values to the last bit.
  static void assertSame(String what, float[] actual, float[] expected, int count) {
    for (int i = 0; i < count; i++)
      if (Float.floatToIntBits(actual[i]) != Float.floatToIntBits(expected[i]))
        assertThat(actual[i]).as("%s at %d", what, i).isEqualTo(expected[i]);
  }
}

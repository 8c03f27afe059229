package dropoutlab.math;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.RandomStream.Purpose;
import java.util.stream.IntStream;

/// Numbers for tests of kernels against the same work in single numbers.
final class Scalars {
  private Scalars() {}

  /// From 1 to two of the widest vectors and a rest of 3: with vectors of every width, below one, whole ones, and each
  /// rest beside them.
  static IntStream sizes() { return IntStream.rangeClosed(1, 2 * 16 + 3); }

  static float[] gaussian(int count, int seed) {
    RandomStream random = RandomStream.of(seed, Purpose.DATA);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) values[i] = (float) random.nextGaussian();
    return values;
  }

  static Tensor gaussian(int rows, int cols, int seed) { return Tensor.of(rows, cols, gaussian(rows * cols, seed)); }

  /// To the last bit; `count` values are compared.
  static void assertSame(String what, float[] actual, float[] expected, int count) {
    for (int i = 0; i < count; i++)
      if (Float.floatToIntBits(actual[i]) != Float.floatToIntBits(expected[i]))
        assertThat(actual[i]).as("%s at %d", what, i).isEqualTo(expected[i]);
  }
}

package dropoutlab.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracles: each window searched by hand, and a simple search.
class MaxPoolKernelTest {
  static Stream<Arguments> windows() {
    return Stream.concat(Stream.of(Arguments.of(3, 2, 6), Arguments.of(2, 1, 9), Arguments.of(1, 1, 5)),
        Scalars.sizes().mapToObj(n -> Arguments.of(2, 2, n)));
  }

  @ParameterizedTest
  @MethodSource("windows")
  void theFirstOfTheGreatestWins(int size, int stride, int count) {
    int width = (count - 1) * stride + size + 1, corner = 3;
    float[] x = Scalars.gaussian(corner + size * width, 1);
    // A few different values give many windows with several maxima, including zeros of both signs.
    for (int i = 0; i < x.length; i++) x[i] = Math.round(x[i] * 1.5f);
    float[] y = new float[count + 2];
    int[] winners = new int[count + 2];
    MaxPoolKernel.ofRow(x, corner, width, size, stride, count, y, winners, 1);
    for (int i = 0; i < count; i++) {
      int best = corner + i * stride;
      for (int r = 0; r < size; r++)
        for (int c = 0; c < size; c++) {
          int at = corner + i * stride + r * width + c;
          if (x[at] > x[best]) best = at;
        }
      assertThat(winners[1 + i]).as("window %d", i).isEqualTo(best);
      assertThat(y[1 + i]).isEqualTo(x[best]);
    }
    assertThat(winners[0] + winners[count + 1]).as("neighbours").isZero();
  }

  @Test void notANumberIsGreaterThanAll() {
    for (int cell = 0; cell < 4; cell++) {
      float[] x = new float[32], y = new float[8];
      Arrays.fill(x, Float.POSITIVE_INFINITY);
      int at = 6 + cell / 2 * 16 + cell % 2;
      x[at] = Float.NaN;
      int[] winners = new int[8];
      MaxPoolKernel.ofRow(x, 0, 16, 2, 2, 8, y, winners, 0);
      assertThat(y[3]).isNaN();
      assertThat(winners[3]).isEqualTo(at);
      assertThat(y[2]).isEqualTo(Float.POSITIVE_INFINITY);
      assertThat(winners[4]).isEqualTo(8);
    }
  }
}

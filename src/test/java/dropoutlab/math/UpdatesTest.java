package dropoutlab.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: the rules applied one element at a time; arrays of one element never fill a vector.
class UpdatesTest {
  private static final int N = 77;
  private final float[] w = gaussian(1), g = gaussian(2), first = gaussian(3), second = squares(gaussian(4));

  private static float[] gaussian(int seed) {
    RandomStream random = RandomStream.of(seed, RandomStream.Purpose.DATA);
    float[] values = new float[N];
    for (int i = 0; i < N; i++) values[i] = (float) random.nextGaussian();
    return values;
  }

  private static float[] squares(float[] values) {
    for (int i = 0; i < N; i++) values[i] *= values[i];
    return values;
  }

  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void momentumGivesTheSameBitsInVectorsAsOneByOne(int n) {
    float[] w1 = w.clone(), v1 = first.clone();
    for (int i = 0; i < n; i++) {
      float[] wi = {w[i]}, vi = {first[i]};
      Updates.momentum(wi, new float[] {g[i]}, vi, 1, 0.01f, 0.9f);
      w1[i] = wi[0];
      v1[i] = vi[0];
      assertThat(v1[i]).isEqualTo(0.9f * first[i] + g[i]);
      assertThat(w1[i]).isEqualTo(w[i] - 0.01f * v1[i]);
    }
    Updates.momentum(w, g, first, n, 0.01f, 0.9f);
    assertThat(w).containsExactly(w1);
    assertThat(first).containsExactly(v1);
  }

  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void adamGivesTheSameBitsInVectorsAsOneByOne(int n) {
    Updates.Adam by = new Updates.Adam(0.9f, 0.1f, 0.999f, 0.001f, 0.01f, 1.5f, 1e-8f);
    float[] w1 = w.clone();
    for (int i = 0; i < n; i++) {
      float m = 0.9f * first[i] + 0.1f * g[i], s = 0.999f * second[i] + 0.001f * g[i] * g[i];
      float[] wi = {w[i]};
      Updates.adam(wi, new float[] {g[i]}, new float[] {first[i]}, new float[] {second[i]}, 1, by);
      w1[i] = wi[0];
      assertThat(w1[i]).isEqualTo(w[i] - 0.01f * m / ((float) Math.sqrt(s) * 1.5f + 1e-8f));
    }
    Updates.adam(w, g, first, second, n, by);
    assertThat(w).containsExactly(w1);
  }

  /// By hand: 2^-119 halved twice is 2^-121, which is below 2^-120.
  @Test void memoriesThatFadeBecomeZeroAndNeverSubnormal() {
    float[] none = new float[N];
    Arrays.fill(first, 0x1p-119f);
    Updates.momentum(w, none, first, N, 0.01f, 0.5f);
    assertThat(first).containsOnly(0x1p-120f);
    Updates.momentum(w, none, first, N, 0.01f, 0.5f);
    assertThat(first).containsOnly(0);
  }

  @Test void notANumberIsKept() {
    Arrays.fill(g, Float.NaN);
    Updates.momentum(w, g, first, N, 0.01f, 0.5f);
    assertThat(first).containsOnly(Float.NaN);
  }
}

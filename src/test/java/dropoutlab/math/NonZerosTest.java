package dropoutlab.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: every element checked separately.
class NonZerosTest {
  private final SplittableRandom random = new SplittableRandom(11);

  @Test void everyElementThatIsNotZeroIsFoundOnceAndInOrder() {
    for (int trial = 0; trial < 100; trial++) {
      Tensor t = thinned(1 + random.nextInt(150), 1 + random.nextInt(150), random.nextDouble());
      requireAll(t.view());
      requireAll(t.view().transposed());
    }
  }

  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void rowsOfEveryLengthAreLookedAtWhole(int n) {
    for (Tensor t : List.of(thinned(n, 5, 0.5), thinned(n, 64 + n, 0.5), thinned(3, n, 1))) {
      requireAll(t.view());
      requireAll(t.view().transposed());
    }
  }

  private void requireAll(View a) {
    NonZeros found = new NonZeros();
    found.take(thinned(70, 130, 0.5).view());
    found.take(a);
    for (int block = 0; block * NonZeros.WIDTH < a.cols(); block++)
      for (int r = 0; r < a.rows(); r++) {
        List<Float> values = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (int c = 0; c < NonZeros.WIDTH && block * NonZeros.WIDTH + c < a.cols(); c++) {
          float value = a.data()[a.at(r, block * NonZeros.WIDTH + c)];
          if (value == 0) continue;
          values.add(value);
          columns.add(c);
        }
        int start = found.start(r, block), end = found.start(r + 1, block);
        assertThat(end - start).isEqualTo(values.size());
        for (int i = 0; i < values.size(); i++) {
          assertThat(found.values()[start + i]).isEqualTo(values.get(i));
          assertThat(found.columns()[start + i]).isEqualTo(columns.get(i));
        }
      }
  }

  @Test void fewAreAtMostTwoFifths() {
    for (Tensor few : List.of(thinned(100, 100, 0.3), thinned(3, 1000, 0.3), thinned(1000, 3, 0.2), new Tensor(1, 1))) {
      assertThat(NonZeros.areFew(few.view())).isTrue();
      assertThat(NonZeros.areFew(few.view().transposed())).isTrue();
    }
    for (Tensor many : List.of(thinned(100, 100, 0.6), thinned(3, 1000, 0.6), thinned(1000, 3, 1), new Tensor(0, 5))) {
      assertThat(NonZeros.areFew(many.view())).isFalse();
      assertThat(NonZeros.areFew(many.view().transposed())).isFalse();
    }
  }

  @Test void aSquareOfBitsIsTurned() {
    long[] square = random.longs(64).toArray(), turned = square.clone();
    NonZeros.transpose(turned);
    for (int i = 0; i < 64; i++)
      for (int j = 0; j < 64; j++) assertThat(turned[j] >>> i & 1).isEqualTo(square[i] >>> j & 1);
  }

  private Tensor thinned(int rows, int cols, double share) {
    Tensor t = new Tensor(rows, cols);
    for (int i = 0; i < t.size(); i++) t.data()[i] = random.nextDouble() < share ? (float) random.nextGaussian() : 0;
    return t;
  }
}

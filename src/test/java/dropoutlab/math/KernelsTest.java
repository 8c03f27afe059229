package dropoutlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: by hand, and the order of the additions that the contract defines.
class KernelsTest {
  @Test
  void aRowIsAddedToEveryRowInUse() {
    Tensor x = Tensor.of(3, 2, 1, 2, 3, 4, 5, 6).resize(2);
    Kernels.addRowVector(x, Tensor.of(1, 2, 10, 20));
    assertThat(x.data()).containsExactly(11, 22, 13, 24, 5, 6);
  }

  @Test
  void columnsAreSummedInTheOrderOfTheRows() {
    Tensor out = Tensor.of(1, 2, 7, 7);
    // 2^24 + 1 + 1 is 2^24 if added from the top down; from the bottom up it would be 2^24 + 2.
    Kernels.columnSums(Tensor.of(3, 2, 0x1p24f, 1, 1, 1, 1, 0x1p24f), out);
    assertThat(out.data()).containsExactly(0x1p24f, 0x1p24f + 2);
  }

  @Test
  void axpyRoundsOnce() {
    Tensor y = Tensor.of(1, 2, -1, 3);
    float x = 1 + 0x1p-12f;
    Kernels.axpy(x, Tensor.of(1, 2, x, 2), y);
    assertThat(y.data()).containsExactly(0x1p-11f + 0x1p-24f, 5 + 0x1p-11f);
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    assertThatIllegalArgumentException().isThrownBy(() -> Kernels.addRowVector(new Tensor(2, 3), new Tensor(1, 2)))
        .withMessage("A row for 2 x 3 is 1 x 3, not 1 x 2.");
    assertThatIllegalArgumentException().isThrownBy(() -> Kernels.columnSums(new Tensor(2, 3), new Tensor(2, 3)))
        .withMessage("A row for 2 x 3 is 1 x 3, not 2 x 3.");
    assertThatIllegalArgumentException().isThrownBy(() -> Kernels.axpy(1, new Tensor(2, 3), new Tensor(3, 2)))
        .withMessageContaining("2 x 3").withMessageContaining("3 x 2");
  }

  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void aGateLetsThroughWhereItsUnitIsAboveZero(int n) {
    Tensor y = new Tensor(1, n), from = new Tensor(1, n), to = new Tensor(1, n);
    float[] units = {1, 0, -1, Float.NaN, Float.MIN_VALUE, -0f};
    for (int i = 0; i < n; i++) {
      y.data()[i] = units[i % 6];
      from.data()[i] = i + 1;
    }
    Kernels.gate(y, from, to);
    for (int i = 0; i < n; i++) assertThat(to.data()[i]).isEqualTo(i % 6 == 0 || i % 6 == 4 ? i + 1 : 0);
  }

  /// Oracle: the sums of single columns, which never fill a vector.
  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void wideRowsAreAddedAndSummedAsNarrowOnesAre(int cols) {
    RandomStream random = RandomStream.of(1, RandomStream.Purpose.DATA);
    Tensor x = new Tensor(7, cols), bias = new Tensor(1, cols), sums = new Tensor(1, cols);
    for (int i = 0; i < x.size(); i++) x.data()[i] = (float) random.nextGaussian();
    for (int i = 0; i < cols; i++) bias.data()[i] = i;
    Kernels.addRowVector(x, bias);
    Kernels.columnSums(x, sums);
    random = RandomStream.of(1, RandomStream.Purpose.DATA);
    float[] expected = new float[cols];
    for (int r = 0; r < 7; r++)
      for (int c = 0; c < cols; c++) {
        assertThat(x.at(r, c)).isEqualTo((float) random.nextGaussian() + c);
        expected[c] += x.at(r, c);
      }
    assertThat(sums.data()).containsExactly(expected);
  }
}

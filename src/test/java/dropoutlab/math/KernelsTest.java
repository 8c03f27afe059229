package dropoutlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/// Oracle: by hand, and the order of the additions that the contract names.
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
    // 2^24 + 1 + 1 is 2^24 from the top down; from below it would be 2^24 + 2.
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
}

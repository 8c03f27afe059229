package dropoutlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TensorTest {
  @Test
  void aNewTensorHoldsZerosInRowMajorOrder() {
    Tensor t = new Tensor(2, 3);
    assertThat(t.data()).hasSize(6).containsOnly(0);
    t.set(1, 2, 5);
    assertThat(t.data()[5]).isEqualTo(5);
    assertThat(t.at(1, 2)).isEqualTo(5);
    assertThat(t.shape()).isEqualTo("2 x 3");
  }

  @Test
  void shrinkingKeepsTheBufferAndTheFirstRows() {
    Tensor t = Tensor.of(3, 2, 1, 2, 3, 4, 5, 6);
    float[] buffer = t.data();
    assertThat(t.resize(2)).isSameAs(t);
    assertThat(t.data()).isSameAs(buffer);
    assertThat(t.size()).isEqualTo(4);
    assertThat(t.at(1, 1)).isEqualTo(4);
    t.resize(3);
    assertThat(t.data()).isSameAs(buffer);
  }

  @Test
  void growingPastTheCapacityMakesRoom() {
    Tensor t = new Tensor(1, 4).resize(5);
    assertThat(t.rows()).isEqualTo(5);
    t.set(4, 3, 1);
    assertThat(t.size()).isEqualTo(20);
  }

  @Test
  void aCopyHoldsTheRowsInUseAndIsApart() {
    Tensor t = Tensor.of(3, 2, 1, 2, 3, 4, 5, 6).resize(2);
    Tensor copy = t.copy();
    t.set(0, 0, 9);
    assertThat(copy.data()).containsExactly(1, 2, 3, 4);
    copy.copyFrom(t);
    assertThat(copy.at(0, 0)).isEqualTo(9);
    copy.copyRow(1, t, 0);
    assertThat(copy.data()).containsExactly(9, 2, 9, 2);
  }

  @Test
  void fillAndFinitenessLookOnlyAtTheRowsInUse() {
    Tensor t = Tensor.of(2, 2, 1, 2, 3, Float.NaN);
    assertThat(t.allFinite()).isFalse();
    t.resize(1);
    assertThat(t.allFinite()).isTrue();
    t.fill(7);
    assertThat(t.data()).containsExactly(7, 7, 3, Float.NaN);
    t.set(0, 1, Float.NEGATIVE_INFINITY);
    assertThat(t.allFinite()).isFalse();
  }

  @Test
  void aSharedBufferIsReadInOtherRowsWithoutCopying() {
    Tensor t = Tensor.of(2, 6, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), steps = new Tensor(0, 3).share(t);
    assertThat(steps.shape()).isEqualTo("4 x 3");
    assertThat(steps.at(2, 1)).isEqualTo(8);
    steps.set(3, 2, -1);
    assertThat(t.at(1, 5)).isEqualTo(-1);
    Tensor product = new Tensor(4, 1);
    MatMul.multiply(steps, Tensor.of(3, 1, 1, 1, 1), product);
    assertThat(product.data()).containsExactly(6, 15, 24, 20);
    assertThat(steps.share(t.resize(1)).rows()).isEqualTo(2);
    assertThatIllegalArgumentException().isThrownBy(() -> new Tensor(0, 4).share(t))
        .withMessage("Cannot read 1 x 6 in rows of 4.");
  }

  @Test
  void shapesThatCannotBeAreNamed() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Tensor(-1, 2)).withMessageContaining("-1 x 2");
    assertThatIllegalArgumentException().isThrownBy(() -> Tensor.of(2, 2, 1, 2, 3))
        .withMessage("2 x 2 needs 4 values, got 3");
    assertThatIllegalArgumentException().isThrownBy(() -> new Tensor(2, 2).copyFrom(new Tensor(3, 2)))
        .withMessageContaining("3 x 2").withMessageContaining("2 x 2");
  }
}

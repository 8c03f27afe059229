package dropoutlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracles: by hand, and the formula in double precision.
class SoftmaxTest {
  @Test void rowsByHand() {
    Tensor y = new Tensor(1, 6);
    Softmax.forward(Tensor.of(1, 6, 0, (float) Math.log(3), 5, 5, 1000, -1000), 2, 1, y);
    assertThat(y.at(0, 0)).isCloseTo(0.25f, within(1e-7f));
    assertThat(y.at(0, 1)).isCloseTo(0.75f, within(1e-7f));
    assertThat(y.data()[2]).isEqualTo(0.5f);
    assertThat(y.data()[4]).isEqualTo(1);
    assertThat(y.data()[5]).isZero();
  }

  @Test void theScaleSharpens() {
    Tensor y = Tensor.of(1, 3, 0.5f, -1, 2);
    Softmax.forward(y, 3, 0.7f, y);
    double sum = Math.exp(0.35) + Math.exp(-0.7) + Math.exp(1.4);
    assertThat((double) y.at(0, 0)).isCloseTo(Math.exp(0.35) / sum, within(1e-7));
    assertThat((double) y.at(0, 2)).isCloseTo(Math.exp(1.4) / sum, within(1e-7));
  }

  /// The Jacobian of softmax, s (diag(y) - y yᵀ), written out.
  @Test void backwardIsTheJacobian() {
    float[] y = {0.2f, 0.5f, 0.3f}, dy = {1, -2, 4};
    Tensor dx = new Tensor(1, 3);
    Softmax.backward(Tensor.of(1, 3, y), Tensor.of(1, 3, dy), 3, 0.5f, dx);
    for (int i = 0; i < 3; i++) {
      double expected = 0;
      for (int j = 0; j < 3; j++) expected += 0.5 * ((i == j ? y[i] : 0) - (double) y[i] * y[j]) * dy[j];
      assertThat((double) dx.at(0, i)).isCloseTo(expected, within(1e-7));
    }
  }

  /// Oracle: the same steps, one number after the other, equal to the last bit.
  @ParameterizedTest
  @MethodSource("dropoutlab.math.Scalars#sizes")
  void rowsAreThoseOfSingleNumbers(int cols) {
    for (int rows = 1; rows <= 6; rows++) requireSingleNumbers(rows, cols);
  }

  private static void requireSingleNumbers(int rows, int cols) {
    Tensor x = Scalars.gaussian(rows, cols, 1), dy = Scalars.gaussian(rows, cols, 2);
    Tensor y = new Tensor(rows, cols), dx = new Tensor(rows, cols);
    Softmax.forward(x, cols, 0.3f, y);
    Softmax.backward(y, dy, cols, 0.3f, dx);
    for (int r = 0; r < rows; r++) {
      float largest = x.at(r, 0), sum = 0, mean = 0;
      float[] e = new float[cols];
      for (int c = 0; c < cols; c++) largest = Math.max(largest, x.at(r, c));
      for (int c = 0; c < cols; c++) sum += e[c] = Elementary.exp(0.3f * (x.at(r, c) - largest));
      for (int c = 0; c < cols; c++) assertThat(y.at(r, c)).isEqualTo(e[c] * (1 / sum));
      for (int c = 0; c < cols; c++) mean = Math.fma(y.at(r, c), dy.at(r, c), mean);
      for (int c = 0; c < cols; c++) assertThat(dx.at(r, c)).isEqualTo(0.3f * y.at(r, c) * (dy.at(r, c) - mean));
    }
  }

  @Test void notANumberSpoilsItsRowAlone() {
    Tensor y = new Tensor(2, 2);
    Softmax.forward(Tensor.of(2, 2, Float.NaN, 1, 1, 1), 2, 1, y);
    assertThat(y.at(0, 0)).isNaN();
    assertThat(y.at(0, 1)).isNaN();
    assertThat(y.at(1, 0)).isEqualTo(0.5f);
  }

  @Test void rowsThatDoNotFitAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Softmax.forward(new Tensor(2, 3), 4, 1, new Tensor(2, 3)))
        .withMessage("Cannot read 2 x 3 in rows of 4.");
  }
}

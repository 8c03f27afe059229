package dropoutlab.nn;

import static dropoutlab.nn.DoubleNetwork.matrix;
import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.Tensor;
import dropoutlab.spec.LossKind;
import dropoutlab.spec.Task;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossTest {
  /// Oracle: the double-precision reference and its central differences.
  @ParameterizedTest
  @EnumSource
  void lossIsItsFormulaAndItsGradientTheDifferences(Loss loss) {
    int outputs = outputs(loss);
    Tensor output = gaussian(6, outputs, 1), target = targets(loss, outputs), dOut = new Tensor(0, outputs);
    // A variance of e^±10 would leave no digits for the differences.
    if (loss != Loss.GAUSSIAN_NLL) for (int i = 0; i < output.size(); i++) output.data()[i] *= 3;
    loss.gradient(output, target, dOut);
    double[][] o = matrix(output), t = matrix(target);
    assertThat(loss.value(output, target)).isCloseTo(DoubleNetwork.loss(loss, o, t), Percentage.withPercentage(1e-4));
    Gradients.check(dOut, o, () -> DoubleNetwork.loss(loss, o, t));
  }

  private static int outputs(Loss loss) {
    return switch (loss) {
      case BINARY_CROSS_ENTROPY -> 1;
      case GAUSSIAN_NLL -> 2;
      case MEAN_SQUARED_ERROR, SOFTMAX_CROSS_ENTROPY -> 4;
    };
  }

  /// The targets of classes are soft too: smoothed labels are distributions.
  private static Tensor targets(Loss loss, int outputs) {
    if (loss == Loss.GAUSSIAN_NLL) return gaussian(6, 1, 2);
    Tensor targets = gaussian(6, outputs, 2);
    if (loss == Loss.BINARY_CROSS_ENTROPY) return Tensor.of(6, 1, 0, 1, 0.25f, 1, 0, 0.75f);
    if (loss == Loss.SOFTMAX_CROSS_ENTROPY) {
      targets.fill(0.025f);
      for (int r = 0; r < 6; r++) targets.set(r, r % outputs, 0.925f);
    }
    return targets;
  }

  /// By hand: e^-20 and log(1 + 3 e^-30) are far below the precision of a float near 1.
  @Test void confidentRightAnswersKeepTheirSmallLosses() {
    assertThat(Loss.BINARY_CROSS_ENTROPY.value(Tensor.of(1, 1, 20), Tensor.of(1, 1, 1)))
        .isCloseTo(Math.log1p(Math.exp(-20)), Percentage.withPercentage(1e-4));
    assertThat(Loss.BINARY_CROSS_ENTROPY.value(Tensor.of(1, 1, -20), Tensor.of(1, 1, 0)))
        .isCloseTo(Math.log1p(Math.exp(-20)), Percentage.withPercentage(1e-4));
    assertThat(Loss.SOFTMAX_CROSS_ENTROPY.value(Tensor.of(1, 4, 30, 0, 0, 0), Tensor.of(1, 4, 1, 0, 0, 0)))
        .isCloseTo(Math.log1p(3 * Math.exp(-30)), Percentage.withPercentage(0.2));
  }

  /// By hand: the loss of a wrong answer is the difference of the logits.
  @Test void confidentWrongAnswersCostTheirLogitAndNeverInfinity() {
    assertThat(Loss.BINARY_CROSS_ENTROPY.value(Tensor.of(1, 1, -1000), Tensor.of(1, 1, 1))).isEqualTo(1000);
    assertThat(Loss.BINARY_CROSS_ENTROPY.value(Tensor.of(1, 1, 1e30f), Tensor.of(1, 1, 0))).isEqualTo(1e30f);
    assertThat(Loss.SOFTMAX_CROSS_ENTROPY.value(Tensor.of(1, 3, -1000, 1000, 0), Tensor.of(1, 3, 1, 0, 0)))
        .isEqualTo(2000);
    Tensor dOut = new Tensor(1, 3);
    Loss.SOFTMAX_CROSS_ENTROPY.gradient(Tensor.of(1, 3, -3e38f, 3e38f, 0), Tensor.of(1, 3, 1, 0, 0), dOut);
    assertThat(dOut.data()).containsExactly(-1, 1, 0);
  }

  /// Reference: PyTorch's CrossEntropyLoss(label_smoothing=0.1) gives 0.5901897 for these logits and target 0.
  @Test void softTargetsGiveTheLossOfLabelSmoothing() {
    Tensor smoothed = Tensor.of(1, 4, 0.925f, 0.025f, 0.025f, 0.025f);
    assertThat(Loss.SOFTMAX_CROSS_ENTROPY.value(Tensor.of(1, 4, 2, 1, 0, -1), smoothed))
        .isCloseTo(0.5901897, within(1e-7));
  }

  /// By hand: variance 1 and an error of 2 cost 4/2; variance e² adds log(e²)/2 = 1; the least variance is 1e-6.
  @Test void gaussianLikelihoodIsTheSquaredErrorInUnitsOfTheVariance() {
    assertThat(Loss.GAUSSIAN_NLL.value(Tensor.of(1, 2, 3, 0), Tensor.of(1, 1, 5))).isEqualTo(2);
    assertThat(Loss.GAUSSIAN_NLL.value(Tensor.of(1, 2, 3, 2), Tensor.of(1, 1, 5)))
        .isCloseTo(1 + 2 * Math.exp(-2), within(1e-6));
    assertThat(Loss.GAUSSIAN_NLL.value(Tensor.of(1, 2, 3, -200), Tensor.of(1, 1, 3)))
        .isCloseTo(Math.log(1e-6) / 2, within(1e-6));
    Tensor dOut = new Tensor(0, 2);
    Loss.GAUSSIAN_NLL.gradient(Tensor.of(1, 2, 3, -200), Tensor.of(1, 1, 5), dOut);
    assertThat(dOut.at(0, 1)).as("an error asks for a larger variance").isNegative().isFinite();
  }

  /// By hand: at the best variance, which is the mean squared error, the loss does not change with the variance.
  @Test void theLikeliestVarianceIsThatOfTheErrors() {
    Tensor dOut = new Tensor(0, 2);
    Loss.GAUSSIAN_NLL.gradient(Tensor.of(2, 2, 1, 0, 5, 0), Tensor.of(2, 1, 2, 4), dOut);
    assertThat(dOut.at(0, 1)).isZero();
    assertThat(dOut.at(1, 1)).isZero();
  }

  @Test void aVarianceIsLearntForNumbersAlone() {
    assertThat(Loss.of(LossKind.GAUSSIAN_NLL, Task.REGRESSION, 1)).isEqualTo(Loss.GAUSSIAN_NLL);
    assertThatIllegalArgumentException().isThrownBy(() -> Loss.of(LossKind.GAUSSIAN_NLL, Task.CLASSIFICATION, 1))
        .withMessageContaining("regression");
  }

  @Test void softmaxSumsToOneAndIgnoresAShiftOfAllLogits() {
    Tensor prediction = new Tensor(0, 3), shifted = new Tensor(0, 3);
    Loss.SOFTMAX_CROSS_ENTROPY.predict(Tensor.of(2, 3, 1, 2, 3, -8, 0, 4), prediction);
    Loss.SOFTMAX_CROSS_ENTROPY.predict(Tensor.of(2, 3, 513, 514, 515, 504, 512, 516), shifted);
    assertThat(shifted.data()).containsExactly(prediction.data());
    for (int r = 0; r < 2; r++)
      assertThat(prediction.at(r, 0) + prediction.at(r, 1) + prediction.at(r, 2)).isCloseTo(1f, within(2e-7f));
    assertThat(prediction.at(0, 2)).isCloseTo(0.66524096f, within(1e-7f));
  }

  @Test void targetsOfAnotherShapeAreRefusedWithBothShapes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loss.MEAN_SQUARED_ERROR.value(new Tensor(4, 2), new Tensor(4, 3)))
        .withMessageContaining("4 x 2").withMessageContaining("4 x 3");
  }

  /// The engine averages over batches of unequal sizes by adding sums.
  @ParameterizedTest
  @EnumSource
  void sumsOfBatchesAddUpToTheSumOfAll(Loss loss) {
    int outputs = outputs(loss);
    Tensor output = gaussian(6, outputs, 3), target = targets(loss, outputs);
    double parts = loss.sum(rows(output, 0, 4), rows(target, 0, 4)) + loss.sum(rows(output, 4, 6), rows(target, 4, 6));
    assertThat(parts).isCloseTo(loss.sum(output, target), within(1e-12));
    assertThat(loss.value(output, target)).isCloseTo(loss.sum(output, target) / 6, within(1e-15));
  }

  private static Tensor rows(Tensor tensor, int from, int to) {
    Tensor part = new Tensor(to - from, tensor.cols());
    for (int r = from; r < to; r++) part.copyRow(r - from, tensor, r);
    return part;
  }
}

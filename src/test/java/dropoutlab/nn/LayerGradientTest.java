package dropoutlab.nn;

import static dropoutlab.nn.DoubleNetwork.matrix;
import static dropoutlab.nn.Gradients.dot;
import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracle: central differences of the double-precision reference; the loss is a fixed random weighting of the outputs.
class LayerGradientTest {
  private static final int ROWS = 5;

  @ParameterizedTest
  @CsvSource({"4, 3", "1, 6", "7, 1", "3, 3"})
  void denseGradientsAreTheDifferencesOfTheLoss(int in, int units) {
    Dense dense = new Dense(in, units);
    dense.initialise(Initialisation.XAVIER, RandomStream.of(in, Purpose.WEIGHTS));
    dense.biases().value().copyFrom(gaussian(1, units, 2));
    Tensor x = gaussian(ROWS, in, 3), weighting = gaussian(ROWS, units, 4);
    dense.forward(x, Mode.TRAIN);
    Tensor dx = dense.backward(weighting);

    double[][] xs = matrix(x), w = matrix(dense.weights().value()), b = matrix(dense.biases().value());
    double[][] weights = matrix(weighting);
    Gradients.check(dense.weights().gradient(), w, () -> dot(weights, DoubleNetwork.dense(xs, w, b[0])));
    Gradients.check(dense.biases().gradient(), b, () -> dot(weights, DoubleNetwork.dense(xs, w, b[0])));
    Gradients.check(dx, xs, () -> dot(weights, DoubleNetwork.dense(xs, w, b[0])));
  }

  @Test void denseGradientsReplaceThoseOfTheBatchBefore() {
    Dense dense = new Dense(3, 2);
    Tensor x = gaussian(ROWS, 3, 1), dOut = gaussian(ROWS, 2, 2);
    dense.forward(x, Mode.TRAIN);
    dense.backward(dOut);
    Tensor once = dense.weights().gradient().copy();
    dense.forward(x, Mode.TRAIN);
    dense.backward(dOut);
    assertThat(dense.weights().gradient().data()).containsExactly(once.data());
  }

  @ParameterizedTest
  @EnumSource
  void activationIsItsFormulaAndItsGradientTheDifferences(Activation activation) {
    Tensor x = awayFromTheKink(gaussian(ROWS, 40, 5)), weighting = gaussian(ROWS, 40, 6);
    Activate layer = new Activate(activation, 40);
    Tensor y = layer.forward(x, Mode.TRAIN);
    Tensor dx = layer.backward(weighting);

    double[][] xs = matrix(x), expected = DoubleNetwork.activate(activation, xs), weights = matrix(weighting);
    for (int r = 0; r < ROWS; r++)
      for (int c = 0; c < 40; c++)
        assertThat(Math.abs(y.at(r, c) - expected[r][c])).isLessThan(3e-7 * (1 + Math.abs(expected[r][c])));
    Gradients.check(dx, xs, () -> dot(weights, DoubleNetwork.activate(activation, xs)));
  }

  /// Inputs are three times as wide, so that the tails are covered, and at least 0.01 away from 0.
  private static Tensor awayFromTheKink(Tensor x) {
    for (int i = 0; i < x.size(); i++) x.data()[i] = 3 * x.data()[i] + Math.copySign(0.01f, x.data()[i]);
    return x;
  }

  @ParameterizedTest
  @EnumSource
  void activationsStayFiniteForHugeInputs(Activation activation) {
    Activate layer = new Activate(activation, 4);
    assertThat(layer.forward(Tensor.of(1, 4, -3e38f, 3e38f, -200, 200), Mode.TRAIN).allFinite()).isTrue();
    assertThat(layer.backward(Tensor.of(1, 4, 1, 1, 1, 1)).allFinite()).isTrue();
  }

  /// By hand: e^x - 1 equals x for such x, where e^x as a float would be 1.
  @Test void seluKeepsSmallNegativeInputs() {
    Tensor y = new Activate(Activation.SELU, 2).forward(Tensor.of(1, 2, -1e-8f, -1e-30f), Mode.INFERENCE);
    assertThat(y.at(0, 0) / -1e-8f).isCloseTo(1.7580993f, within(1e-6f));
    assertThat(y.at(0, 1) / -1e-30f).isCloseTo(1.7580993f, within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.9})
  void dropoutGradientIsTheDifferencesWithTheMaskFrozen(double p) {
    InvertedDropout dropout = new InvertedDropout(p, 7, RandomStream.of(8, Purpose.MASKS));
    checkDropout(dropout, Mode.TRAIN, Gradients.mask(RandomStream.of(8, Purpose.MASKS), p, ROWS, 7));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.8})
  void heldDropoutHasOneMaskForAllRows(double p) {
    InvertedDropout dropout = new InvertedDropout(p, 7, RandomStream.of(14, Purpose.MASKS));
    dropout.holdNewMask();
    checkDropout(dropout, Mode.HELD, repeated(Gradients.mask(RandomStream.of(14, Purpose.MASKS), p, 1, 7)[0]));
  }

  @ParameterizedTest
  @CsvSource({"0, TRAIN", "0.5, TRAIN", "0, HELD", "0.5, HELD"})
  void pinsReplaceTheMaskInBothDirections(double p, Mode mode) {
    InvertedDropout dropout = new InvertedDropout(p, 7, RandomStream.of(10, Purpose.MASKS));
    dropout.setPin(2, Pin.DROPPED);
    dropout.setPin(5, Pin.KEPT);
    dropout.holdNewMask();
    RandomStream words = RandomStream.of(10, Purpose.MASKS);
    double[][] held = repeated(Gradients.mask(words, p, 1, 7)[0]);
    double[][] mask = mode == Mode.HELD ? held : Gradients.mask(words, p, ROWS, 7);
    for (double[] row : mask) {
      row[2] = 0;
      row[5] = 1 / (1 - p);
    }
    checkDropout(dropout, mode, mask);
  }

  @Test void dropoutInInferenceIsTheIdentityInBothDirections() {
    InvertedDropout dropout = new InvertedDropout(0.5, 7, RandomStream.of(11, Purpose.MASKS));
    dropout.setPin(1, Pin.DROPPED);
    checkDropout(dropout, Mode.INFERENCE, repeated(new double[] {1, 1, 1, 1, 1, 1, 1}));
  }

  private static void checkDropout(InvertedDropout dropout, Mode mode, double[][] mask) {
    Tensor x = gaussian(ROWS, 7, 12), weighting = gaussian(ROWS, 7, 13);
    Tensor y = dropout.forward(x, mode).copy();
    Tensor dx = dropout.backward(weighting);
    double[][] xs = matrix(x), weights = matrix(weighting), expected = DoubleNetwork.times(xs, mask);
    for (int r = 0; r < ROWS; r++)
      for (int c = 0; c < 7; c++)
        assertThat(Math.abs(y.at(r, c) - expected[r][c])).isLessThanOrEqualTo(2e-7 * Math.abs(expected[r][c]));
    Gradients.check(dx, xs, () -> dot(weights, DoubleNetwork.times(xs, mask)));
  }

  private static double[][] repeated(double[] row) {
    double[][] rows = new double[ROWS][];
    for (int r = 0; r < ROWS; r++) rows[r] = row.clone();
    return rows;
  }
}

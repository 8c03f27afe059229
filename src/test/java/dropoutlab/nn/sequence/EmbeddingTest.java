package dropoutlab.nn.sequence;

import static dropoutlab.nn.DoubleNetwork.matrix;
import static dropoutlab.nn.Gradients.dot;
import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Gradients;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracles: the formula y = m[w] E[w] by hand, with the mask read from the same stream by the documented rule, and
/// central differences. The mean over time is tested here too.
class EmbeddingTest {
  private static final int WORDS = 5, WIDTH = 3, STEPS = 6;

  private static Embedding layer(int steps, double p) {
    Embedding layer = new Embedding(steps, WORDS, WIDTH, new DropRate(p), RandomStream.of(7, Purpose.MASKS));
    layer.parameters().getFirst().value().copyFrom(gaussian(WORDS, WIDTH, 3));
    return layer;
  }

  private static Tensor sentences(int rows, int steps) {
    RandomStream stream = RandomStream.of(2, Purpose.DATA);
    Tensor x = new Tensor(rows, steps);
    for (int i = 0; i < x.size(); i++) x.data()[i] = stream.nextInt(WORDS);
    return x;
  }

  private static double[][] vectors(double[][] table, Tensor x, double[][] m) {
    double[][] y = new double[x.rows()][x.cols() * WIDTH];
    for (int r = 0; r < x.rows(); r++)
      for (int t = 0; t < x.cols(); t++)
        for (int c = 0; c < WIDTH; c++) y[r][t * WIDTH + c] = m[r][t] * table[(int) x.at(r, t)][c];
    return y;
  }

  private static void check(Embedding layer, Tensor x, Mode mode, double[][] m) {
    Tensor weighting = gaussian(x.rows(), x.cols() * WIDTH, 4);
    Tensor y = layer.forward(x, mode);
    double[][] table = matrix(layer.parameters().getFirst().value()), weights = matrix(weighting);
    double[][] expected = vectors(table, x, m);
    for (int r = 0; r < x.rows(); r++)
      for (int c = 0; c < y.cols(); c++) assertThat((double) y.at(r, c)).isCloseTo(expected[r][c], within(1e-6));
    assertThat(layer.backward(weighting).data()).containsOnly(0f);
    Gradients.check(layer.parameters().getFirst().gradient(), table, () -> dot(weights, vectors(table, x, m)));
  }

  private static double[][] ones(int rows, int steps) {
    double[][] m = new double[rows][steps];
    for (double[] row : m) java.util.Arrays.fill(row, 1);
    return m;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.8})
  void aTypeIsDroppedWhereverItStandsInASequence(double p) {
    Tensor x = sentences(4, STEPS);
    double[][] drawn = Gradients.mask(RandomStream.of(7, Purpose.MASKS), p, 4, STEPS), m = new double[4][STEPS];
    for (int r = 0; r < 4; r++)
      for (int t = 0; t < STEPS; t++) {
        int first = 0;
        while (x.at(r, first) != x.at(r, t)) first++;
        m[r][t] = drawn[r][first];
      }
    check(layer(STEPS, p), x, Mode.TRAIN, m);
    check(layer(STEPS, p), x, Mode.FRESH, m);
    check(layer(STEPS, p), x, Mode.INFERENCE, ones(4, STEPS));
  }

  @Test void heldMasksDropTheSameTypesInAllSequences() {
    Tensor x = sentences(4, STEPS);
    double[] types = Gradients.mask(RandomStream.of(7, Purpose.MASKS), 0.5, 1, WORDS)[0];
    double[][] m = new double[4][STEPS];
    for (int r = 0; r < 4; r++) for (int t = 0; t < STEPS; t++) m[r][t] = types[(int) x.at(r, t)];
    Embedding layer = layer(STEPS, 0.5);
    layer.holdNewMask();
    check(layer, x, Mode.HELD, m);
  }

  @ParameterizedTest
  @ValueSource(floats = {-1, 5, 1.5f, Float.NaN, 1e30f})
  void whatIsNoWordIsNamed(float value) {
    assertThatThrownBy(() -> layer(2, 0).forward(Tensor.of(1, 2, 0, value), Mode.INFERENCE))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("words 0 to 4", "input 2 is " + value);
  }

  /// By hand: (1 + 3 + 5) / 3 = 3 and (2 + 4 + 6) / 3 = 4; each step receives a third of the gradient.
  @Test void theMeanOverTimeSharesItsGradientAmongTheSteps() {
    TimePool pool = new TimePool(3, 2);
    assertThat(pool.forward(Tensor.of(1, 6, 1, 2, 3, 4, 5, 6), Mode.TRAIN).data()).containsExactly(3, 4);
    assertThat(pool.backward(Tensor.of(1, 2, 3, 6)).data()).containsExactly(1, 2, 1, 2, 1, 2);
  }
}

package dropoutlab.nn.dropout;

import static dropoutlab.nn.DoubleNetwork.matrix;
import static dropoutlab.nn.Gradients.dot;
import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.DoubleNetwork;
import dropoutlab.nn.Gradients;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec.DropConnect.Inference;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightDropoutTest {
  private static final int IN = 6;
  private static final int UNITS = 4;
  private static final int ROWS = 5;
  private static final int SAMPLES = 12;

  private static Parameter parameter(Tensor value, boolean weight) {
    return new Parameter(value, new Tensor(value.rows(), value.cols()), weight);
  }

  private static DropConnect dropConnect(Tensor w, Tensor b, Activation activation, double p, Inference inference,
                                         int samples) {
    return new DropConnect(parameter(w, true), parameter(b, false), new Activate(activation, w.cols()), p, inference,
        samples, RandomStream.of(4, Purpose.MASKS));
  }

  private static TargetedWeights targeted(Tensor w, Tensor b, Activation activation, double p, double share) {
    return new TargetedWeights(parameter(w, true), parameter(b, false), new Activate(activation, w.cols()), p, share,
        RandomStream.of(4, Purpose.MASKS));
  }

  /// Returns the masks of `rows` examples, read from a layer with weights of 1 that sums powers of two.
  private static double[][][] masks(double p, int rows, Mode mode) {
    Tensor ones = new Tensor(IN, UNITS), powers = new Tensor(rows, IN);
    ones.fill(1);
    for (int r = 0; r < rows; r++) for (int k = 0; k < IN; k++) powers.set(r, k, 1 << k);
    WeightDropout layer = dropConnect(ones, new Tensor(1, UNITS), Activation.IDENTITY, p, Inference.MEAN, 1);
    layer.holdNewMask();
    Tensor sums = layer.forward(powers, mode);
    double[][][] masks = new double[rows][IN][UNITS];
    for (int r = 0; r < rows; r++)
      for (int k = 0; k < IN; k++)
        for (int c = 0; c < UNITS; c++) masks[r][k][c] = (int) sums.at(r, c) >> k & 1;
    return masks;
  }

  private static double[][] masked(double[][] x, double[][] w, double[] b, double[][][] masks, Activation activation) {
    double[][] y = new double[x.length][];
    for (int r = 0; r < x.length; r++)
      y[r] = DoubleNetwork.activate(activation, DoubleNetwork.dense(new double[][] {x[r]},
          DoubleNetwork.times(w, masks[r]), b))[0];
    return y;
  }

  /// Compares output and all gradients with `reference`, a function of the three arrays.
  private static void check(WeightDropout layer, Mode mode, Reference reference) {
    Tensor x = gaussian(ROWS, IN, 12), weighting = gaussian(ROWS, UNITS, 13);
    layer.holdNewMask();
    Tensor y = layer.forward(x, mode).copy();
    Tensor dx = layer.backward(weighting);
    Parameter weights = layer.parameters().get(0), biases = layer.parameters().get(1);
    double[][] xs = matrix(x), w = matrix(weights.value()), b = matrix(biases.value()), d = matrix(weighting);
    Supplier<double[][]> out = () -> reference.output(xs, w, b[0]);
    for (int r = 0; r < ROWS; r++)
      for (int c = 0; c < UNITS; c++) assertThat((double) y.at(r, c)).isCloseTo(out.get()[r][c], within(1e-5));
    Gradients.check(dx, xs, () -> dot(d, out.get()));
    Gradients.check(weights.gradient(), w, () -> dot(d, out.get()));
    Gradients.check(biases.gradient(), b, () -> dot(d, out.get()));
  }

  interface Reference {
    double[][] output(double[][] x, double[][] w, double[] b);
  }

  private static Tensor w() { return gaussian(IN, UNITS, 21); }

  private static Tensor b() { return gaussian(1, UNITS, 22); }

  @ParameterizedTest
  @EnumSource(names = {"TRAIN", "FRESH", "HELD"})
  void dropConnectGradientsAreTheDifferencesWithTheMasksFrozen(Mode mode) {
    // A layer draws a held mask before it draws those of the examples; the second layer does the same.
    double[][][] masks = masks(0.4, ROWS, mode);
    if (mode == Mode.HELD) for (double[][] each : masks) assertThat(each).isDeepEqualTo(masks[0]);
    else assertThat(masks[0]).isNotEqualTo(masks[1]);
    check(dropConnect(w(), b(), Activation.TANH, 0.4, Inference.MEAN, 1), mode,
        (x, w, b) -> masked(x, w, b, masks, Activation.TANH));
  }

  @Test void dropConnectByTheMeanScalesTheWeights() {
    check(dropConnect(w(), b(), Activation.TANH, 0.4, Inference.MEAN, 1), Mode.INFERENCE, (x, w, b) ->
        DoubleNetwork.activate(Activation.TANH, DoubleNetwork.dense(x, scaled(w, 0.6), b)));
  }

  private static double[][] scaled(double[][] w, double by) {
    return Arrays.stream(w).map(row -> Arrays.stream(row).map(each -> by * each).toArray()).toArray(double[][]::new);
  }

  /// Wan et al. 2013, algorithm 2, with the draws centred and scaled.
  @Test void dropConnectByMomentsIsTheMeanOfItsDraws() {
    double p = 0.4;
    double[] z = standardDraws();
    check(dropConnect(w(), b(), Activation.SIGMOID, p, Inference.MOMENT_MATCHING, SAMPLES), Mode.INFERENCE,
        (x, w, b) -> {
          double[][] mean = DoubleNetwork.dense(x, scaled(w, 1 - p), b);
          double[][] variance = DoubleNetwork.dense(DoubleNetwork.times(x, x), scaled(DoubleNetwork.times(w, w),
              p * (1 - p)), new double[UNITS]);
          double[][] y = new double[x.length][UNITS];
          for (int r = 0; r < x.length; r++)
            for (int c = 0; c < UNITS; c++)
              for (double each : z)
                y[r][c] += DoubleNetwork.activate(Activation.SIGMOID, mean[r][c] + Math.sqrt(variance[r][c]) * each)
                    / SAMPLES;
          return y;
        });
  }

  private static double[] standardDraws() {
    RandomStream stream = RandomStream.of(SAMPLES, Purpose.PREDICTION);
    double[] z = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) z[i] = stream.nextGaussian();
    double mean = Arrays.stream(z).average().orElseThrow();
    double sd = Math.sqrt(Arrays.stream(z).map(each -> (each - mean) * (each - mean)).average().orElseThrow());
    return Arrays.stream(z).map(each -> (each - mean) / sd).toArray();
  }

  /// By hand and by enumeration of the 8 masks: w = (1, 2, -1), v = (2, 1, 4), ReLU. The mean is 0; the exact E relu(u)
  /// is 1 (0.64 at the second rate), and moment matching gives 0.977205 (0.781764).
  @ParameterizedTest
  @CsvSource({"0.5, 1.000000, 0.977205", "0.2, 0.640000, 0.781764"})
  void dropConnectInferenceIsNearTheMeanOverAllMasksWhereTheMeanOfWeightsIsFarOff(double p, double exact, double matched) {
    Tensor w = Tensor.of(3, 1, 1, 2, -1), v = Tensor.of(1, 3, 2, 1, 4), many = new Tensor(40_000, 3);
    for (int r = 0; r < many.rows(); r++) many.copyRow(r, v, 0);
    DropConnect moments = dropConnect(w, new Tensor(1, 1), Activation.RELU, p, Inference.MOMENT_MATCHING, 10_000);
    assertThat((double) moments.forward(v, Mode.INFERENCE).at(0, 0)).isCloseTo(matched, within(0.01));
    DropConnect mean = dropConnect(w, new Tensor(1, 1), Activation.RELU, p, Inference.MEAN, 1);
    assertThat(mean.forward(v, Mode.INFERENCE).at(0, 0)).isCloseTo(0, within(1e-6f));
    Tensor sampled = mean.forward(many, Mode.FRESH);
    double sum = 0;
    for (int r = 0; r < many.rows(); r++) sum += sampled.at(r, 0);
    assertThat(sum / many.rows()).isCloseTo(exact, within(5 * 1.4 / 200));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void dropConnectDropsWeightsWithTheirRate(double p) {
    int rows = 4000;
    double kept = Arrays.stream(masks(p, rows, Mode.TRAIN)).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).sum();
    double n = rows * IN * UNITS;
    assertThat(kept / n).isCloseTo(1 - p, within(5 * Math.sqrt(p * (1 - p) / n)));
  }

  /// Of six weights into a unit, the candidates are the three with the smallest |w|.
  @ParameterizedTest
  @EnumSource
  void targetedWeightsGradientsAreTheDifferencesWithTheMasksFrozen(Mode mode) {
    double p = 0.7;
    double[][][] masks = mode == Mode.INFERENCE ? new double[ROWS][IN][UNITS] : masks(p, ROWS, mode);
    double[][] w = matrix(w());
    for (int c = 0; c < UNITS; c++) {
      int unit = c;
      double[] sizes = Arrays.stream(w).mapToDouble(row -> Math.abs(row[unit])).sorted().toArray();
      for (double[][] mask : masks)
        for (int k = 0; k < IN; k++) if (Math.abs(w[k][c]) >= sizes[3]) mask[k][c] = 1;
    }
    check(targeted(w(), b(), Activation.TANH, p, 0.5), mode,
        (x, weights, b) -> masked(x, weights, b, masks, Activation.TANH));
  }

  /// Gomez et al. 2019: 1 - share p of the weights are kept. The weights are powers of two, so that sums show the
  /// masks.
  @Test void targetedWeightsKeepTheShareThatIsNoCandidateAndPruneTheRestAtInference() {
    Tensor w = new Tensor(10, 1), ones = new Tensor(5000, 10);
    for (int k = 0; k < 10; k++) w.set(k, 0, 1 << k);
    ones.fill(1);
    TargetedWeights layer = targeted(w, new Tensor(1, 1), Activation.IDENTITY, 0.6, 0.3);
    Tensor sums = layer.forward(ones, Mode.TRAIN);
    double kept = 0;
    for (int r = 0; r < 5000; r++) {
      int mask = (int) sums.at(r, 0);
      assertThat(mask & 0b1111111000).isEqualTo(0b1111111000);
      kept += Integer.bitCount(mask);
    }
    assertThat(kept / 50_000).isCloseTo(1 - 0.3 * 0.6, within(5 * 0.3 * Math.sqrt(0.24 / 15_000)));
    assertThat(layer.forward(Tensor.of(1, 10, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), Mode.INFERENCE).at(0, 0)).isEqualTo(1016);
  }

  /// 0.29 of 100 is a little less than 29 in binary.
  @ParameterizedTest
  @CsvSource({"0.29, 71", "1, 0", "0, 100"})
  void inferencePrunesTheExactShare(double share, int left) {
    Tensor w = new Tensor(100, 1), ones = new Tensor(1, 100);
    for (int k = 0; k < 100; k++) w.set(k, 0, k % 2 == 0 ? 1 + k * 0x1p-20f : -1 - k * 0x1p-20f);
    for (int k = 0; k < 100; k++) ones.set(0, k, Math.signum(w.at(k, 0)));
    float sum = targeted(w, new Tensor(1, 1), Activation.IDENTITY, 0.5, share).forward(ones, Mode.INFERENCE).at(0, 0);
    assertThat(sum).isCloseTo(left, within(0.05f));
  }

  @Test void withoutDroppingBothAreTheDenseLayer() {
    Tensor x = gaussian(ROWS, IN, 1);
    Dense dense = new Dense(IN, UNITS);
    dense.weights().value().copyFrom(w());
    dense.biases().value().copyFrom(b());
    float[] expected = new Activate(Activation.GELU, UNITS).forward(dense.forward(x, Mode.TRAIN), Mode.TRAIN).data();
    for (Mode mode : Mode.values()) {
      assertThat(dropConnect(w(), b(), Activation.GELU, 0, Inference.MOMENT_MATCHING, 9).forward(x, mode).data())
          .containsExactly(expected);
      assertThat(targeted(w(), b(), Activation.GELU, 0, 0.5).forward(x, mode).data()).containsExactly(expected);
    }
  }

  @Test void changingTheRateBetweenForwardAndBackwardChangesNoGradient() {
    for (Mode mode : Mode.values()) {
      float[][] gradients = new float[2][];
      for (int i = 0; i < 2; i++) {
        DropConnect layer = dropConnect(w(), b(), Activation.TANH, 0.4, Inference.MOMENT_MATCHING, SAMPLES);
        layer.holdNewMask();
        layer.forward(gaussian(ROWS, IN, 1), mode);
        if (i == 1) {
          layer.setP(0.9);
          layer.holdNewMask();
        }
        layer.backward(gaussian(ROWS, UNITS, 2));
        gradients[i] = layer.parameters().getFirst().gradient().data();
      }
      assertThat(gradients[1]).containsExactly(gradients[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.999})
  void extremeRatesStayFinite(double p) {
    for (Mode mode : new Mode[] {Mode.TRAIN, Mode.INFERENCE}) {
      DropConnect layer = dropConnect(w(), b(), Activation.RELU, p, Inference.MOMENT_MATCHING, 50);
      assertThat(layer.forward(gaussian(ROWS, IN, 1), mode).allFinite()).isTrue();
      assertThat(layer.backward(gaussian(ROWS, UNITS, 1)).allFinite()).isTrue();
      assertThat(layer.parameters().getFirst().gradient().allFinite()).isTrue();
    }
  }
}

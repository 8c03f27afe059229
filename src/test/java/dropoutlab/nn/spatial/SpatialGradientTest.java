package dropoutlab.nn.spatial;

import static dropoutlab.nn.DoubleNetwork.matrix;
import static dropoutlab.nn.Gradients.dot;
import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.DoubleNetwork;
import dropoutlab.nn.Gradients;
import dropoutlab.nn.depth.Residual;
import dropoutlab.nn.layer.BatchNorm;
import dropoutlab.nn.layer.Chain;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.LayerNorm;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Reshape;
import dropoutlab.nn.layer.StepDense;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec.Pool.PoolKind;
import dropoutlab.spec.LayerSpec.Residual.DepthMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracle: central differences of the double-precision reference; the loss is a fixed random weighting of the outputs.
class SpatialGradientTest {
  private static final int ROWS = 4;

  /// Compares output, input gradient and parameter gradients with `reference`, which receives the parameters as
  /// matrices.
  private static void check(Layer layer, int columns, Mode mode, Function<List<double[][]>, Reference> reference) {
    Tensor x = gaussian(ROWS, columns, 3);
    Tensor y = layer.forward(x, mode);
    Tensor weighting = gaussian(ROWS, y.cols(), 4);
    double[][] xs = matrix(x), weights = matrix(weighting);
    List<double[][]> parameters = new ArrayList<>();
    layer.parameters().forEach(parameter -> parameters.add(matrix(parameter.value())));
    Reference f = reference.apply(parameters);
    double[][] expected = f.of(xs);
    for (int r = 0; r < ROWS; r++)
      for (int c = 0; c < y.cols(); c++)
        assertThat(Math.abs(y.at(r, c) - expected[r][c])).isLessThan(3e-6 * (1 + Math.abs(expected[r][c])));
    Tensor dx = layer.backward(weighting);
    for (int i = 0; i < parameters.size(); i++)
      Gradients.check(layer.parameters().get(i).gradient(), parameters.get(i), () -> dot(weights, f.of(xs)));
    Gradients.check(dx, xs, () -> dot(weights, f.of(xs)));
  }

  private interface Reference {
    double[][] of(double[][] x);
  }

  private static void randomise(Layer layer) {
    int seed = 20;
    for (var parameter : layer.parameters())
      parameter.value().copyFrom(gaussian(parameter.value().rows(), parameter.value().cols(), seed++));
  }

  @ParameterizedTest
  @CsvSource({"1, 5, 5, 3, 3, 1, 1", "2, 6, 5, 4, 3, 1, 0", "3, 7, 4, 2, 3, 2, 1", "2, 5, 9, 3, 5, 3, 2",
      "2, 3, 4, 3, 1, 1, 0", "1, 3, 2, 2, 2, 3, 4", "2, 3, 3, 2, 3, 1, 0"})
  void convolution(int maps, int rows, int cols, int out, int kernel, int stride, int padding) {
    Shape in = new Shape(maps, rows, cols);
    Conv2d layer = new Conv2d(in, out, kernel, stride, padding);
    randomise(layer);
    check(layer, in.size(), Mode.TRAIN,
        p -> x -> SpatialReference.conv(x, in, p.get(0), p.get(1), kernel, stride, padding));
  }

  @ParameterizedTest
  @CsvSource({"MAX, 2, 2", "MAX, 3, 2", "MAX, 2, 3", "AVERAGE, 2, 2", "AVERAGE, 3, 1"})
  void pooling(PoolKind kind, int size, int stride) {
    Shape in = new Shape(3, 7, 5);
    check(new Pool(kind, in, size, stride), in.size(), Mode.TRAIN,
        _ -> x -> SpatialReference.pool(kind, x, in, size, stride));
  }

  /// By hand: of two equal pixels, the first receives the whole gradient.
  @Test void maximumOfEqualPixelsGivesItsGradientToTheFirst() {
    Pool pool = new Pool(PoolKind.MAX, new Shape(1, 2, 2), 2, 2);
    pool.forward(Tensor.of(1, 4, 1, 5, 5, 0), Mode.TRAIN);
    assertThat(pool.backward(Tensor.of(1, 1, 3)).data()).containsExactly(0, 3, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({"3, 2, 4, TRAIN", "1, 1, 5, TRAIN", "1, 3, 4, TRAIN", "3, 2, 4, INFERENCE", "1, 1, 5, FRESH",
      "1, 3, 4, HELD"})
  void batchNormalisation(int maps, int rows, int cols, Mode mode) {
    Shape shape = new Shape(maps, rows, cols);
    BatchNorm layer = new BatchNorm(shape, 1e-3, 0.1);
    randomise(layer);
    layer.forward(gaussian(6, shape.size(), 30), Mode.TRAIN);
    double[][] running = {matrix(layer.buffers().get(0))[0], matrix(layer.buffers().get(1))[0]};
    check(layer, shape.size(), mode, p -> x -> SpatialReference.batchNorm(x, shape, p.get(0), p.get(1), 1e-3,
        mode == Mode.TRAIN ? null : running));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 6, TRAIN", "1, 3, 5, FRESH", "2, 3, 2, INFERENCE"})
  void layerNormalisation(int maps, int rows, int cols, Mode mode) {
    Shape shape = new Shape(maps, rows, cols);
    LayerNorm layer = new LayerNorm(shape, 1e-3);
    randomise(layer);
    check(layer, shape.size(), mode,
        p -> x -> SpatialReference.layerNorm(x, maps > 1 ? shape.size() : cols, p.get(0), p.get(1), 1e-3));
  }

  /// The steps of all examples through one dense layer.
  @Test void stepsShareTheirDenseLayer() {
    StepDense layer = new StepDense(new Dense(3, 2), 5);
    randomise(layer);
    check(layer, 15, Mode.TRAIN, p -> x -> {
      double[][] steps = new double[5 * x.length][3];
      for (int i = 0; i < 15 * x.length; i++) steps[i / 3][i % 3] = x[i / 15][i % 15];
      double[][] out = DoubleNetwork.dense(steps, p.get(0), p.get(1)[0]), y = new double[x.length][10];
      for (int i = 0; i < 10 * x.length; i++) y[i / 10][i % 10] = out[i / 2][i % 2];
      return y;
    });
  }

  /// The factors are drawn by the documented rule: one word for each row; a block is dropped if the low half is below p
  /// 2^32.
  @ParameterizedTest
  @CsvSource({"TRAIN, EXAMPLE, true", "TRAIN, EXAMPLE, false", "TRAIN, BATCH, true", "TRAIN, BATCH, false",
      "FRESH, EXAMPLE, true", "FRESH, BATCH, true", "HELD, BATCH, false", "HELD, EXAMPLE, true",
      "INFERENCE, BATCH, true", "INFERENCE, EXAMPLE, false"})
  void residualWithStochasticDepth(Mode mode, DepthMode depth, boolean inverted) {
    double p = 0.4, kept = inverted ? 1 / (1 - p) : 1;
    Supplier<RandomStream> stream = () -> RandomStream.of(2, Purpose.MASKS);
    Dense dense = new Dense(6, 6);
    randomise(dense);
    Residual layer = new Residual(Chain.of(Shape.vector(6), dense, new Reshape()), 6, p, depth, inverted, stream.get());
    layer.holdNewMask();
    boolean one = mode == Mode.HELD || mode == Mode.TRAIN && depth == DepthMode.BATCH;
    RandomStream words = stream.get();
    double held = factor(words, p, kept), first = mode == Mode.HELD ? held : factor(words, p, kept);
    double[][] factors = new double[ROWS][6];
    for (int r = 0; r < ROWS; r++) {
      double factor = r == 0 || one ? first : factor(words, p, kept);
      Arrays.fill(factors[r], mode != Mode.INFERENCE ? factor : inverted ? 1 : 1 - p);
    }
    assertThat(first).as("a seed that drops nothing at once").isPositive();
    check(layer, 6, mode, weights -> x -> SpatialReference.plus(x, DoubleNetwork.times(
        DoubleNetwork.dense(x, weights.get(0), weights.get(1)[0]), factors)));
  }

  private static double factor(RandomStream words, double p, double kept) {
    return (words.nextLong() & 0xFFFFFFFFL) / 0x1.0p32 < p ? 0 : kept;
  }

  /// Fan-in and fan-out of a kernel are maps · k · k. The tolerance is six standard errors of a variance.
  @ParameterizedTest
  @EnumSource
  void kernelsStartWithTheVarianceOfTheirFan(Initialisation initialisation) {
    Conv2d layer = new Conv2d(new Shape(16, 5, 5), 64, 3, 1, 1);
    layer.initialise(initialisation, RandomStream.of(1, Purpose.WEIGHTS));
    double expected = switch (initialisation) {
      case HE, HE_UNIFORM -> 2.0 / 144;
      case XAVIER, XAVIER_UNIFORM -> 2.0 / (144 + 576);
      case LECUN -> 1.0 / 144;
    };
    Tensor w = layer.parameters().getFirst().value();
    double squares = 0;
    for (int i = 0; i < w.size(); i++) squares += w.data()[i] * w.data()[i];
    double error = Math.sqrt(2.0 / w.size());
    assertThat(squares / w.size() / expected).isBetween(1 - 6 * error, 1 + 6 * error);
  }

  /// The result for an example must not depend on the batch that it is in.
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void convolutionOfAnExampleIsTheSameInEveryBatch(int rows) {
    Conv2d layer = new Conv2d(new Shape(2, 6, 7), 3, 3, 1, 1);
    randomise(layer);
    Tensor x = gaussian(5, 84, 9), part = new Tensor(rows, 84);
    Tensor whole = layer.forward(x, Mode.INFERENCE).copy();
    for (int r = 0; r < rows; r++) part.copyRow(r, x, r + 1);
    Tensor y = layer.forward(part, Mode.INFERENCE);
    for (int r = 0; r < rows; r++)
      for (int c = 0; c < y.cols(); c++) assertThat(y.at(r, c)).isEqualTo(whole.at(r + 1, c));
  }
}

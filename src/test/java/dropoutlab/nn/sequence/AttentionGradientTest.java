package dropoutlab.nn.sequence;

import static dropoutlab.nn.DoubleNetwork.matrix;
import static dropoutlab.nn.Gradients.dot;
import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Gradients;
import dropoutlab.nn.build.LayerBuilder;
import dropoutlab.nn.depth.LayerDrop;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.LayerSpec.Encoder.Norm;
import dropoutlab.spec.LayerSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracle: values and central differences of [DoubleEncoder], which draws its own masks from streams of the same seed.
class AttentionGradientTest {
  private static final int ROWS = 3;
  private static final int FEED = 7;

  @ParameterizedTest
  @CsvSource({"4, 6, 2, 0.4, TRAIN", "4, 6, 3, 0.9, FRESH", "5, 4, 1, 0.3, HELD", "3, 5, 5, 0.5, INFERENCE",
      "1, 3, 1, 0.5, TRAIN", "6, 8, 2, 0, TRAIN"})
  void attentionIsItsFormulaAndItsGradientsTheDifferences(int steps, int width, int heads, double p, Mode mode) {
    Layer layer = build(new LayerSpec.Attention(heads, p), steps, width);
    List<double[][]> masks = masks(mode, new double[] {p}, new int[] {heads * steps * steps});
    DoubleEncoder reference = new DoubleEncoder(steps, width, heads, randomise(layer), masks);
    check(layer, mode, steps * width, reference, reference::attention);
  }

  @ParameterizedTest
  @CsvSource({"4, 6, 2, TRAIN, POST", "4, 6, 3, FRESH, POST", "5, 4, 1, HELD, POST", "3, 5, 5, INFERENCE, POST",
      "1, 3, 1, TRAIN, POST", "4, 6, 2, TRAIN, PRE", "4, 6, 3, FRESH, PRE", "5, 4, 1, HELD, PRE",
      "3, 5, 5, INFERENCE, PRE", "1, 3, 1, TRAIN, PRE"})
  void encoderIsItsFormulaAndItsGradientsTheDifferences(int steps, int width, int heads, Mode mode, Norm norm) {
    Layer layer = build(new LayerSpec.Encoder(heads, FEED, 0.4, 0.25, 0.2, 0, norm), steps, width);
    List<double[][]> masks = masks(mode, new double[] {0.4, 0.2, 0.25, 0.2},
        new int[] {heads * steps * steps, steps * width, steps * FEED, steps * width});
    DoubleEncoder reference = new DoubleEncoder(steps, width, heads, randomise(layer), masks);
    check(layer, mode, steps * width, reference, norm == Norm.PRE ? reference::preNormEncoder : reference::encoder);
  }

  /// LayerDrop takes the stream after the encoder's four; a number below p skips the block.
  @ParameterizedTest
  @CsvSource({"FRESH, 0.5", "TRAIN, 0.2", "HELD, 0.2"})
  void gradientsOfADroppedBlockAreTheDifferences(Mode mode, double p) {
    Layer layer = build(new LayerSpec.Encoder(2, FEED, 0, 0, 0, p), 4, 6);
    double[][] ones = new double[ROWS][4 * 10];
    for (double[] row : ones) Arrays.fill(row, 1);
    DoubleEncoder reference = new DoubleEncoder(4, 6, 2, randomise(layer), List.of(ones, ones, ones, ones));
    RandomStream decisions = stream(4);
    boolean[] kept = new boolean[ROWS];
    for (int r = 0; r < ROWS; r++) kept[r] = r > 0 && mode != Mode.FRESH ? kept[0] : decisions.nextDouble() >= p;
    if (mode == Mode.FRESH) assertThat(kept).as("a mixture").contains(true, false);
    check(layer, mode, 24, reference, x -> {
      double[][] y = reference.encoder(x);
      for (int r = 0; r < ROWS; r++) if (!kept[r]) y[r] = x[r];
      return y;
    });
  }

  private static RandomStream stream(int layer) { return RandomStream.of(29, Purpose.MASKS, layer); }

  private static Layer build(LayerSpec spec, int steps, int width) {
    LayerBuilder builder = new LayerBuilder(AttentionGradientTest::stream, 0);
    return builder.all(List.of(spec), Shape.sequence(steps, width)).getFirst().layer();
  }

  private static List<double[][]> masks(Mode mode, double[] p, int[] widths) {
    List<double[][]> masks = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      double[][] mask = Gradients.mask(stream(i), mode == Mode.INFERENCE ? 0 : p[i], ROWS, widths[i]);
      if (mode == Mode.HELD) Arrays.fill(mask, mask[0]);
      masks.add(mask);
    }
    return masks;
  }

  /// Sets all parameters to random values, and returns them.
  private static List<double[][]> randomise(Layer layer) {
    List<double[][]> values = new ArrayList<>();
    for (Parameter parameter : layer.parameters()) {
      Tensor value = parameter.value();
      value.copyFrom(gaussian(value.rows(), value.cols(), 50 + values.size()));
      for (int i = 0; i < value.size(); i++) value.data()[i] *= parameter.weight() ? 0.5f : 1;
      values.add(matrix(value));
    }
    return values;
  }

  private static void check(Layer layer, Mode mode, int size, DoubleEncoder reference,
      UnaryOperator<double[][]> formula) {
    Tensor x = gaussian(ROWS, size, 30), weighting = gaussian(ROWS, size, 31);
    if (mode == Mode.HELD) layer.holdNewMask();
    Tensor y = layer.forward(x, mode).copy();
    Tensor dx = layer.backward(weighting);
    double[][] xs = matrix(x), weights = matrix(weighting), expected = formula.apply(xs);
    for (int r = 0; r < ROWS; r++)
      for (int c = 0; c < size; c++)
        assertThat(Math.abs(y.at(r, c) - expected[r][c])).isLessThan(3e-6 * (1 + Math.abs(expected[r][c])));
    Gradients.check(dx, xs, () -> dot(weights, formula.apply(xs)));
    for (int i = 0; i < reference.parameters().size(); i++) {
      double[][] parameter = reference.parameters().get(i);
      Gradients.check(layer.parameters().get(i).gradient(), parameter, () -> dot(weights, formula.apply(xs)));
    }
  }
}

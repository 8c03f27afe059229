package dropoutlab.nn.sequence;

import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.build.LayerBuilder;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec.Encoder.Norm;
import dropoutlab.spec.LayerSpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracles: by hand, closed forms, and two ways to the same bits.
class AttentionTest {
  private static final int STEPS = 4;
  private static final int WIDTH = 6;
  private static final int SIZE = STEPS * WIDTH;

  static final List<LayerSpec> DROPPING = List.of(new LayerSpec.Attention(2, 0.5),
      new LayerSpec.Encoder(3, 5, 0.5, 0, 0, 0), new LayerSpec.Encoder(3, 5, 0, 0.5, 0, 0),
      new LayerSpec.Encoder(3, 5, 0, 0, 0.5, 0), new LayerSpec.Encoder(3, 5, 0.5, 0.5, 0.5, 0, Norm.PRE));

  private static Layer build(LayerSpec spec) { return build(spec, Shape.sequence(STEPS, WIDTH)); }

  private static Layer build(LayerSpec spec, Shape shape) {
    Layer layer = new LayerBuilder(i -> RandomStream.of(5, Purpose.MASKS, i), 0).all(List.of(spec), shape).getFirst()
        .layer();
    layer.initialise(Initialisation.HE, RandomStream.of(6, Purpose.WEIGHTS));
    return layer;
  }

  private static float[] values(Tensor tensor) { return Arrays.copyOf(tensor.data(), tensor.size()); }

  @ParameterizedTest
  @EnumSource
  void withoutDropoutEveryModeIsInference(Mode mode) {
    for (LayerSpec spec : List.of(new LayerSpec.Attention(2, 0), new LayerSpec.Encoder(2, 5, 0, 0, 0, 0),
        new LayerSpec.Encoder(2, 5, 0, 0, 0, 0, Norm.PRE))) {
      Tensor x = gaussian(5, SIZE, 1);
      Layer layer = build(spec);
      layer.holdNewMask();
      assertThat(values(layer.forward(x, mode))).containsExactly(values(build(spec).forward(x, Mode.INFERENCE)));
    }
  }

  @ParameterizedTest
  @FieldSource("DROPPING")
  void everyPlaceOfDropoutActsInTrainingAlone(LayerSpec spec) {
    Tensor x = gaussian(5, SIZE, 1);
    Layer layer = build(spec);
    float[] plain = values(layer.forward(x, Mode.INFERENCE));
    float[] first = values(layer.forward(x, Mode.TRAIN)), second = values(layer.forward(x, Mode.TRAIN));
    assertThat(first).isNotEqualTo(plain).isNotEqualTo(second);
    assertThat(values(layer.sharing().forward(x, Mode.INFERENCE))).containsExactly(plain);
  }

  /// Two rows with the same numbers give the same output under a held mask, and different outputs under fresh ones.
  @ParameterizedTest
  @FieldSource("DROPPING")
  void aHeldMaskServesAllRows(LayerSpec spec) {
    Tensor x = gaussian(2, SIZE, 1);
    x.copyRow(1, x, 0);
    Layer layer = build(spec);
    layer.holdNewMask();
    Tensor held = layer.forward(x, Mode.HELD).copy();
    assertThat(row(held, 0)).containsExactly(row(held, 1));
    assertThat(values(layer.forward(x, Mode.HELD))).containsExactly(values(held));
    layer.holdNewMask();
    assertThat(values(layer.forward(x, Mode.HELD))).isNotEqualTo(values(held));
    Tensor fresh = layer.forward(x, Mode.FRESH);
    assertThat(row(fresh, 0)).isNotEqualTo(row(fresh, 1));
  }

  private static float[] row(Tensor tensor, int row) {
    return Arrays.copyOfRange(tensor.data(), row * tensor.cols(), (row + 1) * tensor.cols());
  }

  @ParameterizedTest
  @FieldSource("DROPPING")
  void masksDoNotDependOnHowExamplesAreSplit(LayerSpec spec) {
    Tensor x = gaussian(5, SIZE, 1);
    Tensor whole = build(spec).forward(x, Mode.TRAIN).copy();
    Layer layer = build(spec);
    for (int[] part : new int[][] {{0, 2}, {2, 3}}) {
      Tensor rows = new Tensor(part[1], SIZE);
      for (int r = 0; r < part[1]; r++) rows.copyRow(r, x, part[0] + r);
      Tensor y = layer.forward(rows, Mode.TRAIN);
      for (int r = 0; r < part[1]; r++) assertThat(row(y, r)).containsExactly(row(whole, part[0] + r));
    }
  }

  /// With W = 0, a bias that makes all values 1, and the identity as the output matrix, every head of every step puts
  /// out the sum of its weights after dropout. Each weight is 1 / steps times its mask, and so the sum has mean 1 and
  /// variance p / (1 - p) / steps, but is no longer exactly 1.
  @Test void droppedAttentionWeightsSumToOneOnAverageOnly() {
    double p = 0.25;
    int rows = 4000;
    Layer layer = build(new LayerSpec.Attention(2, p));
    List<Parameter> parameters = layer.parameters();
    parameters.get(0).value().fill(0);
    parameters.get(2).value().fill(0);
    for (int c = 0; c < WIDTH; c++) {
      parameters.get(1).value().set(0, 2 * WIDTH + c, 1);
      parameters.get(2).value().set(c, c, 1);
    }
    Tensor y = layer.forward(gaussian(rows, SIZE, 1), Mode.TRAIN);
    double sum = 0, squares = 0;
    int n = 0;
    for (int i = 0; i < y.size(); i += WIDTH / 2, n++) {
      sum += y.data()[i];
      squares += (y.data()[i] - 1.0) * (y.data()[i] - 1.0);
    }
    double variance = p / (1 - p) / STEPS;
    assertThat(sum / n).isCloseTo(1, within(4 * Math.sqrt(variance / n)));
    // The fourth moment of a mean of 4 such weights is below 4 times the squared variance.
    assertThat(squares / n).isCloseTo(variance, within(4 * variance * Math.sqrt(4.0 / n)));
  }

  /// If all steps are alike, attention gives each the same mixture, whatever their order.
  @Test void attentionAloneDoesNotKnowTheOrderOfSteps() {
    Layer layer = build(new LayerSpec.Attention(2, 0));
    Tensor x = gaussian(1, SIZE, 1), turned = new Tensor(1, SIZE);
    for (int t = 0; t < STEPS; t++)
      System.arraycopy(x.data(), t * WIDTH, turned.data(), (STEPS - 1 - t) * WIDTH, WIDTH);
    Tensor y = layer.forward(x, Mode.INFERENCE).copy(), turnedY = layer.forward(turned, Mode.INFERENCE);
    for (int t = 0; t < STEPS; t++)
      for (int c = 0; c < WIDTH; c++)
        assertThat(turnedY.at(0, (STEPS - 1 - t) * WIDTH + c)).isCloseTo(y.at(0, t * WIDTH + c), within(1e-6f));
  }

  /// Vaswani et al. 2017, section 3.5, by hand for steps 0 and 1 of four features; the slow pair has the divisor
  /// 10000^(1/2) = 100.
  @Test void positionAddsSinesAndCosines() {
    Layer layer = build(new LayerSpec.Position(), Shape.sequence(2, 4));
    Tensor y = layer.forward(Tensor.of(2, 8, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1), Mode.TRAIN);
    float[] expected = {0, 1, 0, 1, 0.84147098f, 0.54030231f, 0.00999983f, 0.99995f};
    for (int c = 0; c < 8; c++) {
      assertThat(y.at(0, c)).isCloseTo(expected[c], within(1e-7f));
      assertThat(y.at(1, c)).isCloseTo(1 + expected[c], within(2e-7f));
    }
    Tensor dOut = gaussian(2, 8, 1);
    assertThat(layer.backward(dOut)).isSameAs(dOut);
    Tensor shared = layer.sharing().forward(new Tensor(1, 8), Mode.INFERENCE);
    assertThat(shared.at(0, 5)).isCloseTo(expected[5], within(1e-7f));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.999})
  void highDropRatesStayFinite(double p) {
    Layer layer = build(new LayerSpec.Encoder(2, 5, p, p, p, p));
    for (Mode mode : Mode.values()) {
      assertThat(layer.forward(gaussian(8, SIZE, 1), mode).allFinite()).isTrue();
      assertThat(layer.backward(gaussian(8, SIZE, 2)).allFinite()).isTrue();
      layer.parameters().forEach(parameter -> assertThat(parameter.gradient().allFinite()).isTrue());
    }
  }

  @Test void weightsAreDrawnWithVarianceOneOverWidth() {
    Layer layer = build(new LayerSpec.Attention(4, 0), Shape.sequence(2, 64));
    for (int i : new int[] {0, 2}) {
      float[] w = values(layer.parameters().get(i).value());
      double squares = 0;
      for (float each : w) squares += each * each;
      assertThat(squares / w.length).isCloseTo(1.0 / 64, within(4 * Math.sqrt(2.0 / w.length) / 64));
    }
  }

  @Test void whatDoesNotFitIsNamed() {
    assertThatIllegalArgumentException().isThrownBy(() -> build(new LayerSpec.Attention(4, 0)))
        .withMessage("The number of attention heads, 4, must divide the number of features of a step, 6");
    assertThatIllegalArgumentException().isThrownBy(() -> build(new LayerSpec.Encoder(5, 5, 0, 0, 0, 0)))
        .withMessage("The number of attention heads, 5, must divide the number of features of a step, 6");
    assertThatIllegalArgumentException().isThrownBy(() -> build(new LayerSpec.Position(), new Shape(2, 3, 4)))
        .withMessage("A position layer reads a sequence of 1 x steps x features, but gets 2 x 3 x 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> build(new LayerSpec.Attention(2, 0)).forward(new Tensor(2, 20), Mode.TRAIN))
        .withMessage("Attention expects 4 steps of 6 features, the batch has 20 columns");
  }
}

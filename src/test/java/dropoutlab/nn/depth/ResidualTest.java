package dropoutlab.nn.depth;

import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.LayerView;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.build.LayerBuilder;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Chain;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.layer.Passage;
import dropoutlab.nn.layer.Reshape;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec.Residual.DepthMode;
import dropoutlab.spec.LayerSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracles: numbers of the paper by hand, words that drop or keep for certain, and the moments of a Bernoulli variable.
class ResidualTest {
  private static final long DROP = 0, KEEP = -1;

  private static RandomStream words(Long... words) {
    UniformRandomProvider provider = List.of(words).iterator()::next;
    return new RandomStream(provider);
  }

  private static RandomStream stream(int index) { return RandomStream.of(5, Purpose.MASKS, index); }

  /// By hand: 54 - (1/54) (1/2) (1 + ... + 54) = 40.25, and 1 - 1/108, 1 - 27/108, 1/2.
  @Test void linearDecayKeepsFortyAndAQuarterOfFiftyFourBlocks() {
    List<Double> rates = Residual.linearDecay(54, 0.5);
    assertThat(Residual.expectedDepth(rates)).isCloseTo(40.25, within(1e-12));
    assertThat(1 - rates.getFirst()).isCloseTo(0.99074, within(1e-5));
    assertThat(1 - rates.get(26)).isCloseTo(0.75, within(1e-12));
    assertThat(1 - rates.getLast()).isEqualTo(0.5);
  }

  /// A dense layer that counts the calls of its methods.
  private static final class Counted implements Layer {
    private final Dense dense = new Dense(3, 3);
    private int forward;
    private int backward;

    @Override public Tensor forward(Tensor x, Mode mode) {
      forward++;
      return dense.forward(x, mode);
    }

    @Override public Tensor backward(Tensor dOut) {
      backward++;
      return dense.backward(dOut);
    }

    @Override public List<Parameter> parameters() { return dense.parameters(); }

    @Override public boolean isRandom() { return false; }

    @Override public LayerView view(Passage passed) { return passed.plain(LayerView.Kind.DENSE); }

    @Override public Layer sharing() { return this; }
  }

  @Test void aBlockThatIsDroppedForTheBatchIsTheIdentityAndIsNotComputed() {
    Counted inner = new Counted();
    inner.dense.initialise(Initialisation.HE, stream(0));
    Residual block = new Residual(Chain.of(Shape.vector(3), inner), 3, 0.5, DepthMode.BATCH, true, words(KEEP, DROP));
    Tensor x = gaussian(4, 3, 1), d = gaussian(4, 3, 2);
    block.forward(x, Mode.TRAIN);
    block.backward(d);
    assertThat(inner.dense.weights().gradient().data()).isNotEqualTo(new float[9]);

    assertThat(block.forward(x, Mode.TRAIN).data()).containsExactly(x.data());
    assertThat(block.backward(d).data()).containsExactly(d.data());
    assertThat(inner.forward).isEqualTo(1);
    assertThat(inner.backward).isEqualTo(1);
    assertThat(inner.dense.weights().gradient().data()).containsOnly(0);
    assertThat(inner.dense.biases().gradient().data()).containsOnly(0);
  }

  @Test void withModeExampleEachRowIsDroppedForItself() {
    Residual block = new Residual(Chain.of(Shape.vector(2), new Reshape()), 2, 0.75, DepthMode.EXAMPLE, true,
        words(KEEP, DROP, KEEP));
    Tensor y = block.forward(Tensor.of(3, 2, 1, 2, 3, 4, 5, 6), Mode.TRAIN);
    assertThat(y.data()).containsExactly(5, 10, 3, 4, 25, 30);
    assertThat(block.backward(Tensor.of(3, 2, 1, 1, 1, 1, 1, 1)).data()).containsExactly(5, 5, 1, 1, 5, 5);
  }

  /// E[y] = x + s f(x) for both scalings; Var[m] is p / (1 - p) for the inverted one and p (1 - p) for the other. The
  /// tolerance is six standard errors.
  @ParameterizedTest
  @CsvSource({"0.1, true", "0.5, true", "0.8, true", "0.1, false", "0.5, false", "0.8, false"})
  void trainingHasTheMeanOfInference(double p, boolean inverted) {
    int rows = 200_000;
    Residual block = new Residual(Chain.of(Shape.vector(1), new Reshape()), 1, p, DepthMode.EXAMPLE, inverted, stream(1));
    Tensor x = new Tensor(rows, 1);
    x.fill(1);
    double mean = block.forward(Tensor.of(1, 1, 1), Mode.INFERENCE).at(0, 0), sum = 0, squares = 0;
    Tensor y = block.forward(x, Mode.TRAIN);
    for (int r = 0; r < rows; r++) {
      sum += y.at(r, 0);
      squares += (y.at(r, 0) - mean) * (y.at(r, 0) - mean);
    }
    double variance = inverted ? p / (1 - p) : p * (1 - p);
    assertThat(mean).isCloseTo(inverted ? 2 : 2 - p, within(1e-6));
    assertThat(sum / rows).isCloseTo(mean, within(6 * Math.sqrt(variance / rows)));
    assertThat(squares / rows).isCloseTo(variance, within(0.03 * variance));
  }

  @ParameterizedTest
  @EnumSource
  void withoutDroppingEveryModeIsTheSame(Mode mode) {
    Residual block = new Residual(Chain.of(Shape.vector(2), new Reshape()), 2, 0, DepthMode.BATCH, false, null);
    block.holdNewMask();
    assertThat(block.forward(Tensor.of(1, 2, 1, -3), mode).data()).containsExactly(2, -6);
  }

  /// This includes the dropout inside: skipping must not depend on the other examples of the slice.
  @ParameterizedTest
  @EnumSource
  void freshDrawsDoNotDependOnHowABatchIsSplit(DepthMode depth) {
    Tensor x = gaussian(7, 4, 6);
    Tensor whole = block(depth).forward(x, Mode.FRESH).copy();
    Residual split = block(depth);
    int from = 0;
    for (int rows : new int[] {1, 1, 3, 2}) {
      Tensor part = new Tensor(rows, 4);
      for (int r = 0; r < rows; r++) part.copyRow(r, x, from + r);
      Tensor y = split.forward(part, Mode.FRESH);
      for (int i = 0; i < y.size(); i++) assertThat(y.data()[i]).isEqualTo(whole.data()[from * 4 + i]);
      from += rows;
    }
  }

  private static Residual block(DepthMode depth) {
    return new Residual(Chain.of(Shape.vector(4), new InvertedDropout(0.5, 4, stream(2))), 4, 0.5, depth, true,
        stream(3));
  }

  @Test void aHeldMaskIsHeldInsideTooAndAnotherComesWithTheNext() {
    Residual block = new Residual(Chain.of(Shape.vector(40), new InvertedDropout(0.5, 40, stream(2))), 40, 0,
        DepthMode.BATCH, true, null);
    Tensor x = new Tensor(3, 40);
    x.fill(1);
    block.holdNewMask();
    Tensor y = block.forward(x, Mode.HELD).copy();
    for (int i = 0; i < 120; i++) assertThat(y.data()[i]).isEqualTo(y.data()[i % 40]);
    assertThat(block.forward(x, Mode.HELD).data()).containsExactly(y.data());
    block.holdNewMask();
    assertThat(block.forward(x, Mode.HELD).data()).isNotEqualTo(y.data());
  }

  @Test void nestedLayersAreInitialisedListedAndShared() {
    List<LayerSpec> inner = List.of(new LayerSpec.DenseLayer(3), new LayerSpec.BatchNorm(1e-5, 0.5));
    List<LayerSpec> outer = List.of(new LayerSpec.Residual(inner, 0.2, DepthMode.EXAMPLE, true),
        new LayerSpec.DenseLayer(3));
    Layer block = new LayerBuilder(ResidualTest::stream, 0).all(
        List.of(new LayerSpec.Residual(outer, 0.2, DepthMode.BATCH, true)), Shape.vector(3)).getFirst().layer();
    block.initialise(Initialisation.HE, stream(9));
    assertThat(block.parameters()).hasSize(6);
    assertThat(block.buffers()).hasSize(2);
    assertThat(block.parameters().getFirst().value().data()).doesNotContain(0);
    Layer copy = block.sharing();
    Tensor x = gaussian(5, 3, 8);
    block.forward(x, Mode.TRAIN);
    block.parameters().getFirst().value().set(0, 0, 2);
    assertThat(copy.forward(x, Mode.INFERENCE).data()).containsExactly(block.forward(x, Mode.INFERENCE).data());
  }

  @Test void everyDroppingLayerHasAStreamOfItsOwn() {
    List<Integer> taken = new ArrayList<>();
    LayerSpec drop = new LayerSpec.SpatialDropout(0.5);
    List<LayerSpec> specs = List.of(new LayerSpec.Residual(List.of(drop, drop), 0.2, DepthMode.BATCH, true), drop);
    new LayerBuilder(index -> {
      taken.add(index);
      return stream(index);
    }, 1000).all(specs, Shape.vector(3));
    assertThat(taken).containsExactly(1000, 1001, 1002, 1003);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.999})
  void highRatesStayFinite(double p) {
    Residual block = new Residual(Chain.of(Shape.vector(2), new Reshape()), 2, p, DepthMode.EXAMPLE, true, stream(4));
    assertThat(block.forward(gaussian(5000, 2, 5), Mode.TRAIN).allFinite()).isTrue();
    assertThat(block.backward(gaussian(5000, 2, 6)).allFinite()).isTrue();
  }
}

package dropoutlab.nn;

import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec.DropConnect.Inference;
import dropoutlab.spec.DropoutSpec.Targeted.Target;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec.Pool.PoolKind;
import dropoutlab.spec.LayerSpec.Residual.DepthMode;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Pin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: [Network#pass] through all layers on the same random streams, bit for bit.
class PassesTest {
  private static final int PASSES = 4;
  private static final List<DropoutSpec> MULTIPLYING = List.of(new DropoutSpec.Inverted(), new DropoutSpec.Standard(),
      new DropoutSpec.Gaussian(), new DropoutSpec.LearntGaussian(1), new DropoutSpec.Uniform(0.5),
      new DropoutSpec.Concrete(0.1, 0, 0), new DropoutSpec.Targeted(0.5, Target.UNITS));
  private static final double[] RATES = {0, 0.1, 0.5, 0.5, 0.9, 0.999};
  private static final int[] ROWS = {1, 31, 32, 33, 200, 545};

  private static Network network(NetworkSpec spec, Shape in, int outputs, Map<Integer, Pin> pins) {
    Network network = new Network(spec, in, outputs, i -> RandomStream.of(7, Purpose.MASKS, i));
    network.initialise(spec, 7);
    for (Dense dense : network.denses()) dense.biases().value().copyFrom(gaussian(1, dense.units(), dense.units()));
    pins.forEach((unit, pin) -> {
      for (int i = 0; i < network.dropouts().size(); i++)
        if (unit < (i == 0 ? in.size() : spec.hidden().get(i - 1).units())) network.dropouts().get(i).setPin(unit, pin);
    });
    return network;
  }

  private static void assertSame(NetworkSpec spec, Shape in, int outputs, Map<Integer, Pin> pins, Tensor x, Mode mode,
      Class<? extends Passes> kind) {
    Passes passes = network(spec, in, outputs, pins).passes(x, mode);
    assertThat(passes).isInstanceOf(kind);
    assertSame(spec, in, outputs, pins, x, mode, passes);
  }

  private static void assertSame(NetworkSpec spec, Shape in, int outputs, Map<Integer, Pin> pins, Tensor x, Mode mode,
      Passes passes) {
    Network layers = network(spec, in, outputs, pins);
    Tensor expected = new Tensor(0, outputs), actual = new Tensor(0, outputs);
    for (int t = 0; t < PASSES; t++) {
      layers.pass(x, mode, expected);
      passes.next(actual);
      assertThat(actual.rows()).isEqualTo(x.rows());
      assertThat(actual.copy().data()).as("pass %d of %s %s", t, mode, spec).containsExactly(expected.copy().data());
    }
  }

  static Stream<Arguments> denseNetworks() {
    RandomStream random = RandomStream.of(3, Purpose.DATA);
    return IntStream.range(0, 36).mapToObj(i -> {
      List<HiddenLayer> hidden = new ArrayList<>();
      for (int layers = random.nextInt(4); layers > 0; layers--)
        hidden.add(new HiddenLayer(1 + random.nextInt(70),
            Activation.values()[random.nextInt(Activation.values().length)],
            RATES[random.nextInt(RATES.length)], MULTIPLYING.get(random.nextInt(MULTIPLYING.size()))));
      Map<Integer, Pin> pins = i % 3 == 0 ? Map.of(0, Pin.DROPPED, 2, Pin.KEPT) : Map.of();
      // At least one layer must drop something, or nothing is left to thin.
      double inputDrop = i % 2 == 0 ? 0.4 : 0;
      if (inputDrop == 0 && pins.isEmpty()) hidden.add(new HiddenLayer(20, Activation.RELU, 0.5));
      return Arguments.of(new NetworkSpec(inputDrop, hidden, Initialisation.HE), 1 + random.nextInt(5),
          1 + random.nextInt(4), ROWS[i % ROWS.length], pins);
    });
  }

  @ParameterizedTest
  @MethodSource("denseNetworks")
  void aThinnedNetworkGivesTheBitsOfAllLayersWithTheirMask(NetworkSpec spec, int inputs, int outputs, int rows,
      Map<Integer, Pin> pins) {
    Tensor x = gaussian(rows, inputs, 11);
    assertSame(spec, Shape.vector(inputs), outputs, pins, x, Mode.HELD, ThinnedPasses.class);
    assertSame(spec, Shape.vector(inputs), outputs, pins, x, Mode.FRESH, WholePasses.class);
  }

  private static NetworkSpec dense(DropoutSpec method) {
    return new NetworkSpec(0, List.of(new HiddenLayer(9, Activation.RELU, 0), new HiddenLayer(8, Activation.SELU, 0.5,
        method), new HiddenLayer(7, Activation.TANH, 0.3)), Initialisation.HE);
  }

  private static NetworkSpec body(LayerSpec... body) {
    return new NetworkSpec(0, List.of(body), List.of(new HiddenLayer(7, Activation.TANH, 0.3)), Initialisation.HE);
  }

  static Stream<NetworkSpec> otherNetworks() {
    return Stream.of(dense(new DropoutSpec.Alpha(false)), dense(new DropoutSpec.DropConnect(Inference.MEAN, 1)),
        dense(new DropoutSpec.Targeted(0.5, Target.WEIGHTS)),
        body(new LayerSpec.SpatialDropout(0.5), new LayerSpec.Conv2d(3, 3, 1, 0)),
        body(new LayerSpec.Residual(List.of(new LayerSpec.Activate(Activation.TANH)), 0.5, DepthMode.EXAMPLE, true)),
        body(new LayerSpec.Reshape(1, 6, 12), new LayerSpec.Position(), new LayerSpec.Attention(2, 0.2)));
  }

  /// There a dropped unit becomes something other than 0, or weights are dropped, or other layers follow.
  @ParameterizedTest
  @MethodSource("otherNetworks")
  void otherNetworksGiveTheBitsOfAllLayers(NetworkSpec spec) {
    Tensor x = gaussian(545, 72, 12);
    for (Mode mode : List.of(Mode.HELD, Mode.FRESH))
      assertSame(spec, new Shape(2, 6, 6), 2, Map.of(), x, mode, WholePasses.class);
  }

  @Test void theFeaturesBeforeTheFirstDropoutAreThoseOfAnInference() {
    NetworkSpec spec = body(new LayerSpec.Conv2d(4, 3, 1, 1), new LayerSpec.BatchNorm(1e-5, 0.1),
        new LayerSpec.Activate(Activation.RELU), new LayerSpec.Pool(PoolKind.MAX, 2, 2), new LayerSpec.LayerNorm(1e-5),
        new LayerSpec.Drop(0.5, new DropoutSpec.Inverted()));
    Tensor x = gaussian(100, 72, 13);
    assertSame(spec, new Shape(2, 6, 6), 2, Map.of(), x, Mode.HELD, ThinnedPasses.class);
    assertSame(spec, new Shape(2, 6, 6), 2, Map.of(), x, Mode.FRESH, WholePasses.class);
  }

  @Test void withoutDropoutEveryPassIsTheInference() {
    NetworkSpec spec = dense(new DropoutSpec.Inverted()).withoutDropout();
    assertSame(spec, Shape.vector(3), 2, Map.of(), gaussian(600, 3, 14), Mode.HELD, WholePasses.class);
  }

  /// 9 columns, or 40 for the widest layer, times 600 rows.
  @ParameterizedTest
  @CsvSource({"0, 5399", "0.5, 5399", "0, 23999"})
  void whatIsTooMuchToKeepIsWorkedOutInEveryPass(double inputDrop, int mostValues) {
    NetworkSpec spec = new NetworkSpec(inputDrop, List.of(new HiddenLayer(40, Activation.RELU, 0.5)),
        Initialisation.HE);
    Tensor x = gaussian(600, 9, 15);
    for (Mode mode : List.of(Mode.HELD, Mode.FRESH)) {
      Passes passes = network(spec, Shape.vector(9), 2, Map.of()).passes(x, mode, mostValues);
      assertThat(passes).isNotInstanceOfAny(ThinnedPasses.class, WholePasses.class);
      assertSame(spec, Shape.vector(9), 2, Map.of(), x, mode, passes);
    }
  }

  @Test void inputsOfAnotherWidthAreRefused() {
    Passes passes = network(new NetworkSpec(0.5, List.of(), Initialisation.HE), Shape.vector(3), 1, Map.of())
        .passes(gaussian(5, 4, 1), Mode.HELD);
    assertThatIllegalArgumentException().isThrownBy(() -> passes.next(new Tensor(0, 1)))
        .withMessage("Dropout expects 3 units, the examples have 4");
  }
}

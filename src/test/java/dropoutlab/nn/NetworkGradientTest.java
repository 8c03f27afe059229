package dropoutlab.nn;

import static dropoutlab.nn.DoubleNetwork.matrix;
import static dropoutlab.nn.Gradients.gaussian;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Pin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Whole networks against central differences of the double-precision reference. The masks are frozen: the reference
/// draws its own from streams of the same seed.
class NetworkGradientTest {
  private static final int ROWS = 7;
  private static final int INPUTS = 3;

  record Case(Loss loss, int outputs, double inputDrop, List<HiddenLayer> hidden) {
    @Override public String toString() {
      return loss + ", " + Stream.concat(Stream.of(inputDrop), hidden.stream()).toList();
    }
  }

  static final List<Case> CASES = List.of(
      new Case(Loss.MEAN_SQUARED_ERROR, 2, 0, List.of()),
      new Case(Loss.MEAN_SQUARED_ERROR, 2, 0.2,
          List.of(layer(6, Activation.TANH, 0.5), layer(5, Activation.SIGMOID, 0.25))),
      // An autoencoder: its targets are its inputs.
      new Case(Loss.MEAN_SQUARED_ERROR, INPUTS, 0, List.of(layer(9, Activation.RELU, 0.5))),
      new Case(Loss.BINARY_CROSS_ENTROPY, 1, 0.1,
          List.of(layer(9, Activation.RELU, 0.5), layer(7, Activation.LEAKY_RELU, 0.3))),
      new Case(Loss.SOFTMAX_CROSS_ENTROPY, 4, 0.25,
          List.of(layer(8, Activation.GELU, 0.4), layer(7, Activation.SELU, 0), layer(5, Activation.IDENTITY, 0.6))),
      new Case(Loss.SOFTMAX_CROSS_ENTROPY, 3, 0,
          List.of(layer(8, Activation.RELU, 0.5), layer(7, Activation.RELU, 0.5), layer(6, Activation.TANH, 0.1))));

  private static HiddenLayer layer(int units, Activation activation, double drop) {
    return new HiddenLayer(units, activation, drop);
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void gradientsOfTrainingAreTheDifferences(Case of) {
    check(of, Mode.TRAIN, List.of());
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void gradientsUnderHeldMasksAreTheDifferences(Case of) {
    check(of, Mode.HELD, List.of());
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void gradientsOfInferenceAreTheDifferences(Case of) {
    check(of, Mode.INFERENCE, List.of());
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void gradientsWithPinsAreTheDifferences(Case of) {
    check(of, Mode.TRAIN, List.of(Pin.DROPPED, Pin.KEPT));
  }

  /// @param pins the pins of the first units of each dropout layer
  private static void check(Case of, Mode mode, List<Pin> pins) {
    Network network = network(of);
    for (DropoutLayer dropout : network.dropouts())
      for (int unit = 0; unit < pins.size(); unit++) dropout.setPin(unit, pins.get(unit));
    List<double[][]> masks = masks(of, mode, pins);
    Tensor x = gaussian(ROWS, INPUTS, 21), target = targets(of), dOut = new Tensor(0, of.outputs());
    if (mode == Mode.HELD) network.holdNewMasks();
    of.loss().gradient(network.forward(x, mode), target, dOut);
    network.backward(dOut);

    DoubleNetwork reference = new DoubleNetwork(network, of.hidden().stream().map(HiddenLayer::activation).toList());
    double[][] xs = matrix(x), t = matrix(target);
    for (int i = 0; i < reference.parameters.size(); i++)
      Gradients.check(network.parameters().get(i).gradient(), reference.parameters.get(i),
          () -> DoubleNetwork.loss(of.loss(), reference.output(xs, masks), t));
  }

  private static Network network(Case of) {
    NetworkSpec spec = new NetworkSpec(of.inputDrop(), of.hidden(), Initialisation.XAVIER);
    Network network = new Network(spec, Shape.vector(INPUTS), of.outputs(), i -> RandomStream.of(31, Purpose.MASKS, i));
    network.initialise(spec, 41);
    for (Dense dense : network.denses()) dense.biases().value().copyFrom(gaussian(1, dense.units(), 51));
    return network;
  }

  private static List<double[][]> masks(Case of, Mode mode, List<Pin> pins) {
    List<double[][]> masks = new ArrayList<>();
    for (int i = 0; i <= of.hidden().size(); i++) {
      int units = i == 0 ? INPUTS : of.hidden().get(i - 1).units();
      double p = i == 0 ? of.inputDrop() : of.hidden().get(i - 1).drop();
      RandomStream words = RandomStream.of(31, Purpose.MASKS, i);
      masks.add(switch (mode) {
        case INFERENCE -> Gradients.mask(words, 0, ROWS, units);
        case TRAIN, FRESH -> pinned(Gradients.mask(words, p, ROWS, units), pins, p);
        case HELD -> {
          double[] held = Gradients.mask(words, p, 1, units)[0];
          yield IntStream.range(0, ROWS).mapToObj(_ -> held).toArray(double[][]::new);
        }
      });
    }
    return masks;
  }

  private static double[][] pinned(double[][] mask, List<Pin> pins, double p) {
    for (double[] row : mask)
      for (int unit = 0; unit < pins.size(); unit++) row[unit] = pins.get(unit) == Pin.KEPT ? 1 / (1 - p) : 0;
    return mask;
  }

  private static Tensor targets(Case of) {
    if (of.loss() == Loss.MEAN_SQUARED_ERROR) return gaussian(ROWS, of.outputs(), of.outputs() == INPUTS ? 21 : 61);
    Tensor target = new Tensor(ROWS, of.outputs());
    for (int r = 0; r < ROWS; r++)
      if (of.outputs() > 1) target.set(r, r * 5 % of.outputs(), 1);
      else target.set(r, 0, r % 2);
    return target;
  }
}

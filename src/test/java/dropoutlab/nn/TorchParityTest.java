package dropoutlab.nn;

import static dropoutlab.nn.Parity.TOLERANCE;
import static dropoutlab.nn.Parity.assertClose;
import static dropoutlab.nn.Parity.relative;
import static dropoutlab.nn.Parity.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// One training step of whole networks, and five steps of each optimiser, against PyTorch 1.13 in double precision.
/// The numbers were written by `src/test/python/parity.py`.
public class TorchParityTest {
  private static final JsonMapper JSON = new JsonMapper();

  record Layers(List<float[][]> weights, List<float[][]> biases) {}

  record TrainingStep(String name, List<Activation> activations, List<Double> p, Loss loss, double l1, double l2,
                      double learningRate, float[][] x, float[][] target, List<float[][]> masks, Layers before,
                      float[][] output, double value, Layers gradients, Layers after) {
    @Override public String toString() { return name; }
  }

  record OptimiserSteps(OptimiserSpec optimiser, double l2, Layers before, List<Layers> gradients,
                        List<Layers> after) {
    @Override public String toString() { return optimiser + " L2 " + l2; }
  }

  static TrainingStep[] trainingSteps() throws IOException {
    return read("training-steps.json", TrainingStep[].class);
  }

  static TrainingStep[] reconstructions() throws IOException { return read("reconstruction.json", TrainingStep[].class); }

  static OptimiserSteps[] optimiserSteps() throws IOException {
    return read("optimisers.json", OptimiserSteps[].class);
  }

  public static <T> T read(String name, Class<T> type) throws IOException {
    try (InputStream in = TorchParityTest.class.getResourceAsStream("/parity/" + name)) {
      return JSON.readValue(in, type);
    }
  }

  @ParameterizedTest
  @MethodSource
  void trainingSteps(TrainingStep step) {
    Network network = network(step);
    Tensor x = tensor(step.x()), target = tensor(step.target()), dOut = new Tensor(0, target.cols());
    Tensor output = network.forward(x, Mode.TRAIN);
    assertClose("output", output, step.output());
    assertThat(relative(step.loss().value(output, target), step.value(), 0)).isLessThan(TOLERANCE);

    step.loss().gradient(output, target, dOut);
    network.backward(dOut);
    new Regulariser(new RegulariserSpec(step.l1(), step.l2(), 0)).addGradients(network.parameters());
    new Optimiser(new OptimiserSpec.Sgd(step.learningRate()), network.parameters()).update();
    List<float[][]> gradients = inTurn(step.gradients()), after = inTurn(step.after());
    for (int i = 0; i < network.parameters().size(); i++) {
      assertClose("gradient " + i, network.parameters().get(i).gradient(), gradients.get(i));
      assertClose("parameter " + i, network.parameters().get(i).value(), after.get(i));
    }
  }

  /// The inputs are the targets too, and are not dropped there.
  @ParameterizedTest
  @MethodSource
  void reconstructions(TrainingStep step) {
    assertThat(step.target()).isDeepEqualTo(step.x());
    trainingSteps(step);
  }

  private static Network network(TrainingStep step) {
    List<HiddenLayer> hidden = new ArrayList<>();
    for (int i = 0; i < step.activations().size(); i++)
      hidden.add(new HiddenLayer(step.masks().get(i + 1)[0].length, step.activations().get(i), step.p().get(i + 1)));
    NetworkSpec spec = new NetworkSpec(step.p().getFirst(), hidden, Initialisation.HE);
    Network network = new Network(spec, Shape.vector(step.x()[0].length), step.target()[0].length,
        i -> new RandomStream(words(step.masks().get(i))));
    List<float[][]> before = inTurn(step.before());
    for (int i = 0; i < before.size(); i++) network.parameters().get(i).value().copyFrom(tensor(before.get(i)));
    return network;
  }

  /// Returns the words from which a dropout layer reads this mask. The layer takes two values per word, the low half
  /// first, begins a new word with every row, and drops a value below p 2^32: 0 is always dropped, 2^32 - 1 never.
  public static UniformRandomProvider words(float[][] mask) {
    List<Long> words = new ArrayList<>();
    for (float[] row : mask)
      for (int c = 0; c < row.length; c += 2) {
        long low = row[c] == 0 ? 0 : 0xFFFFFFFFL;
        long high = c + 1 == row.length || row[c + 1] == 0 ? 0 : 0xFFFFFFFFL;
        words.add(high << 32 | low);
      }
    return words.iterator()::next;
  }

  @ParameterizedTest
  @MethodSource
  void optimiserSteps(OptimiserSteps steps) {
    List<Parameter> parameters = new ArrayList<>();
    for (float[][] value : inTurn(steps.before()))
      parameters.add(new Parameter(tensor(value), new Tensor(value.length, value[0].length), parameters.isEmpty()));
    Optimiser optimiser = new Optimiser(steps.optimiser(), parameters);
    Regulariser regulariser = new Regulariser(new RegulariserSpec(0, steps.l2(), 0));
    for (int step = 0; step < steps.after().size(); step++) {
      List<float[][]> gradients = inTurn(steps.gradients().get(step)), after = inTurn(steps.after().get(step));
      for (int i = 0; i < parameters.size(); i++) parameters.get(i).gradient().copyFrom(tensor(gradients.get(i)));
      regulariser.addGradients(parameters);
      optimiser.update();
      for (int i = 0; i < parameters.size(); i++)
        assertClose("parameter " + i + " after step " + step, parameters.get(i).value(), after.get(i));
    }
  }

  /// Weights and biases alternate, in the order of [Network#parameters].
  private static List<float[][]> inTurn(Layers layers) {
    List<float[][]> all = new ArrayList<>();
    for (int i = 0; i < layers.weights().size(); i++) {
      all.add(layers.weights().get(i));
      all.add(layers.biases().get(i));
    }
    return all;
  }
}

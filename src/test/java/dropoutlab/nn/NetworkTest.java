package dropoutlab.nn;

import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Pin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {
  private static final NetworkSpec SPEC = new NetworkSpec(0.2,
      List.of(new HiddenLayer(9, Activation.RELU, 0.5), new HiddenLayer(6, Activation.TANH, 0.3)), Initialisation.HE);

  private static Network network(NetworkSpec spec) {
    Network network = new Network(spec, Shape.vector(4), 3, i -> RandomStream.of(5, Purpose.MASKS, i));
    network.initialise(spec, 5);
    return network;
  }

  /// Closed forms: He et al. 2015, Glorot and Bengio 2010, LeCun et al. 1998. The tolerance is 5 standard errors of a
  /// variance of n normal numbers, v √(2 / n); the seed is fixed.
  @ParameterizedTest
  @CsvSource({"HE, 0.01", "XAVIER, 0.004", "LECUN, 0.005"})
  void firstWeightsHaveTheVarianceOfTheirRuleAndFirstBiasesAreZero(Initialisation initialisation, double variance) {
    Dense dense = new Dense(200, 300);
    dense.biases().value().fill(1);
    dense.initialise(initialisation, RandomStream.of(3, Purpose.WEIGHTS));
    int n = 200 * 300;
    double mean = 0, squares = 0;
    for (float w : dense.weights().value().data()) {
      mean += w / n;
      squares += (double) w * w / n;
    }
    assertThat(mean).isCloseTo(0, within(5 * Math.sqrt(variance / n)));
    assertThat(squares).isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / n)));
    assertThat(dense.biases().value().data()).containsOnly(0);
  }

  @Test void twinWithoutDroppingStartsFromTheSameWeights() {
    Weights first = network(SPEC).weights();
    assertThat(network(SPEC.withDropRates(List.of(0.0, 0.0, 0.0))).weights()).isEqualTo(first);
    Network otherSeed = network(SPEC);
    otherSeed.initialise(SPEC, 6);
    assertThat(otherSeed.weights()).isNotEqualTo(first);
  }

  @Test void layersOfOneShapeStartFromDifferentWeights() {
    HiddenLayer square = new HiddenLayer(4, Activation.RELU, 0);
    Weights weights = network(new NetworkSpec(0, List.of(square, square), Initialisation.HE)).weights();
    assertThat(weights.weights().get(0)).isNotEqualTo(weights.weights().get(1));
  }

  @Test void twinWithoutDroppingComputesTheInferenceOfTheOther() {
    Tensor x = gaussian(8, 4, 1);
    float[] inference = network(SPEC).forward(x, Mode.INFERENCE).data();
    assertThat(network(SPEC.withDropRates(List.of(0.0, 0.0, 0.0))).forward(x, Mode.TRAIN).data())
        .containsExactly(inference);
  }

  /// 1,100 rows are three slices of at most 512.
  @ParameterizedTest
  @EnumSource
  void slicesGiveTheBitsOfOneBatch(Mode mode) {
    Tensor x = gaussian(1100, 4, 2), out = new Tensor(0, 3);
    network(SPEC).pass(x, mode, out);
    Network whole = network(SPEC);
    if (mode == Mode.HELD) whole.holdNewMasks();
    assertThat(out.data()).containsExactly(whole.forward(x, mode).data());
    assertThat(out.rows()).isEqualTo(1100);
  }

  @Test void inferenceLeavesTheMasksOfTrainingAsTheyWere() {
    Network looked = network(SPEC), alone = network(SPEC);
    Tensor x = gaussian(8, 4, 3);
    looked.infer(gaussian(600, 4, 4), new Tensor(0, 3));
    assertThat(looked.forward(x, Mode.TRAIN).copy().data()).containsExactly(alone.forward(x, Mode.TRAIN).data());
  }

  @Test void heldPassIsOneFunctionOfItsRows() {
    Network network = network(SPEC);
    Tensor x = gaussian(1, 4, 5), twice = new Tensor(2, 4);
    twice.copyRow(0, x, 0);
    twice.copyRow(1, x, 0);
    network.holdNewMasks();
    float[] y = network.forward(twice, Mode.HELD).data();
    assertThat(new float[] {y[0], y[1], y[2]}).containsExactly(y[3], y[4], y[5]);
  }

  /// By hand: if every hidden unit is dropped, only the output biases are left.
  @Test void networkWithAllUnitsDroppedGivesItsOutputBiases() {
    Network network = network(SPEC);
    network.denses().getLast().biases().value().copyFrom(Tensor.of(1, 3, 1, 2, 3));
    for (int unit = 0; unit < 6; unit++) network.dropouts().get(2).setPin(unit, Pin.DROPPED);
    assertThat(network.forward(gaussian(2, 4, 6), Mode.TRAIN).data()).containsExactly(1, 2, 3, 1, 2, 3);
    network.backward(gaussian(2, 3, 7));
    for (int layer = 0; layer < 2; layer++)
      for (float g : network.denses().get(layer).weights().gradient().data()) assertThat(g).isZero();
  }

  @Test void loadedWeightsAreTheWeightsThatWereTaken() {
    Network from = network(SPEC), to = network(SPEC);
    to.initialise(SPEC, 99);
    to.load(from.weights());
    assertThat(to.weights()).isEqualTo(from.weights());
    from.denses().getFirst().weights().value().fill(0);
    assertThat(to.weights()).isNotEqualTo(from.weights());
  }

  @Test void weightsOfAnotherNetworkAreRefused() {
    Network network = network(SPEC);
    NetworkSpec shallow = new NetworkSpec(0, SPEC.hidden().subList(0, 1), Initialisation.HE);
    NetworkSpec wide = new NetworkSpec(0, List.of(SPEC.hidden().get(0), SPEC.hidden().get(0)), Initialisation.HE);
    assertThatIllegalArgumentException().isThrownBy(() -> network.load(network(shallow).weights()))
        .withMessageContaining("3 layers").withMessageContaining("2 of weights");
    assertThatIllegalArgumentException().isThrownBy(() -> network.load(network(wide).weights()))
        .withMessageContaining("9 x 6").withMessageContaining("9 x 9");
  }

  @Test void batchesAndResultsOfAnotherWidthAreRefused() {
    Network network = network(SPEC);
    assertThatIllegalArgumentException().isThrownBy(() -> network.forward(new Tensor(2, 5), Mode.TRAIN));
    assertThatIllegalArgumentException().isThrownBy(() -> network.infer(new Tensor(600, 4), new Tensor(0, 2)));
  }

  @Test void networkTellsWhenItHasDiverged() {
    Network network = network(SPEC);
    assertThat(network.allFinite()).isTrue();
    network.denses().get(1).biases().value().set(0, 3, Float.NaN);
    assertThat(network.allFinite()).isFalse();
  }
}

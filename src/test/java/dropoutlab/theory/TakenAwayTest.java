package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.theory.FeatureFixtures.Net;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Units taken away from networks in double precision. Oracles: numpy (`src/test/python/claims_taken.py`), counts by
/// hand, and the engine within the bound of its rounding.
class TakenAwayTest {
  static List<Net> networks() { return FeatureFixtures.read("taken", FeatureFixtures.Taken.class).networks(); }

  private static Examples examples(Net of) {
    Tensor x = new Tensor(of.x().length, of.x()[0].length), y = new Tensor(x.rows(), of.sizes()[of.sizes().length - 1]);
    for (int r = 0; r < x.rows(); r++) {
      for (int c = 0; c < x.cols(); c++) x.set(r, c, of.x()[r][c]);
      if (y.cols() == 1) y.set(r, 0, of.labels()[r]);
      else y.set(r, of.labels()[r], 1);
    }
    return new Examples(x, y);
  }

  private static double[] doubles(float[] of) {
    return IntStream.range(0, of.length).mapToDouble(i -> of[i]).toArray();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theLastHiddenLayerIsThatOfNumpy(Net of) {
    ExactNetwork network = new ExactNetwork(of.asWeights(), of.activations());
    for (int i = 0; i < of.x().length; i++)
      assertThat(network.hidden(doubles(of.x()[i])).values()).containsExactly(of.hidden()[i], within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everySetOfUnitsCostsWhatNumpyCounts(Net of) {
    TakenAway counts = TakenAway.of(new ExactNetwork(of.asWeights(), of.activations()), examples(of), () -> {});
    for (int set = 0; set < of.wrong().length; set++)
      assertThat(counts.wrong(set)).as("set %d", set).isEqualTo((double) of.wrong()[set] / of.x().length);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void unitsAreAsAlikeAsNumpySays(Net of) {
    Matrix hidden = Matrix.generate(of.hidden().length, of.hidden()[0].length, (r, c) -> of.hidden()[r][c]);
    assertThat(Likeness.mean(hidden)).isCloseTo(of.likeness(), within(1e-12));
  }

  /// By hand: three units, ten answers; the sets of one unit cost 1, 3 and 5 of them, those of two 4, 6 and 8.
  @Test void meanBestAndWorstAreThoseOfAllWays() {
    TakenAway counts = TakenAway.counted(3, 10, new int[] {0, 1, 3, 4, 5, 6, 8, 9});
    assertThat(List.of(counts.ways(0), counts.ways(1), counts.ways(2), counts.ways(3))).containsExactly(1L, 3L, 3L, 1L);
    assertThat(counts.mean(1)).isCloseTo(.3, within(1e-15));
    assertThat(counts.mean(2)).isCloseTo(.6, within(1e-15));
    assertThat(List.of(counts.best(1), counts.worst(1), counts.best(2), counts.worst(2), counts.worst(3)))
        .containsExactly(.1, .5, .4, .8, .9);
  }

  @Test void aUnitThatHardlyVariesIsLeftOut() {
    assertThat(Likeness.mean(Matrix.generate(9, 3, (r, c) -> c == 2 ? 1e-4 * (r % 2) : r))).isCloseTo(1, within(1e-12));
    assertThat(Likeness.mean(Matrix.generate(9, 2, (_, _) -> 1))).isZero();
  }

  /// The bound holds for every activation, and is of the size of rounding.
  @ParameterizedTest
  @EnumSource(Activation.class)
  void theEngineStaysWithinTheBoundOfItsRounding(Activation activation) {
    NetworkSpec spec = new NetworkSpec(0, List.of(new NetworkSpec.HiddenLayer(9, activation, 0),
        new NetworkSpec.HiddenLayer(6, activation, 0)), Initialisation.HE);
    RandomStream random = RandomStream.of(3, RandomStream.Purpose.DATA);
    Tensor x = new Tensor(200, 4);
    for (int i = 0; i < x.size(); i++) x.data()[i] = (float) (2 * random.nextGaussian());
    Network engine = new Network(spec, Shape.vector(4), 3, layer -> RandomStream.of(3, RandomStream.Purpose.MASKS,
        layer));
    engine.initialise(spec, 5);
    ExactNetwork exact = new ExactNetwork(engine.weights(), List.of(activation, activation));
    Tensor out = engine.forward(x, Mode.INFERENCE);
    for (int r = 0; r < x.rows(); r++) {
      double[] row = new double[4];
      for (int c = 0; c < 4; c++) row[c] = x.at(r, c);
      ExactNetwork.Values values = exact.outputs(exact.hidden(row), 0);
      for (int c = 0; c < 3; c++) {
        assertThat(Math.abs(out.at(r, c) - values.values()[c])).isLessThanOrEqualTo(values.errors()[c]);
        assertThat(values.errors()[c]).isLessThan(1e-3);
      }
    }
  }

  /// An output that rounding might turn is undecided, a clear one is not.
  @Test void onlyAnswersAtTheBorderAreUndecided() {
    Net net = networks().getFirst();
    double[] inputs = doubles(net.x()[0]);
    ExactNetwork network = new ExactNetwork(net.asWeights(), net.activations());
    double logit = network.outputs(network.hidden(inputs), 0).values()[0];
    Tensor x = Tensor.of(1, 2, net.x()[0]), y = Tensor.of(1, 1, 0);
    TakenAway clear = TakenAway.of(network, new Examples(x, y), () -> {});
    TakenAway border = TakenAway.of(new ExactNetwork(withBias(net, logit), net.activations()), new Examples(x, y),
        () -> {});
    assertThat(clear.undecidedMost(0)).isZero();
    assertThat(border.undecidedMost(0)).isEqualTo(1);
    assertThat(border.undecidedMean(1)).isZero();
  }

  private static Weights withBias(Net of, double less) {
    Weights weights = of.asWeights();
    List<Matrix> biases = List.of(weights.biases().get(0), weights.biases().get(1),
        Matrix.row(weights.biases().getLast().get(0) - less));
    return new Weights(weights.weights(), biases);
  }
}

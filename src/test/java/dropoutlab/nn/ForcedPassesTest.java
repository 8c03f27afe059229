package dropoutlab.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Pin;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForcedPassesTest {
  private static Network network(NetworkSpec spec, int inputs, int outputs) {
    Network network = new Network(spec, Shape.vector(inputs), outputs, layer -> RandomStream.of(3, Purpose.PREDICTION, layer));
    network.initialise(spec, 5);
    return network;
  }

  private static Network moons(double p) {
    NetworkSpec spec = new NetworkSpec(0, List.of(new HiddenLayer(12, Activation.GELU, 0), new HiddenLayer(5, Activation.GELU, p)),
        Initialisation.HE);
    return network(spec, 2, 1);
  }

  private static Tensor inputs(int rows) {
    RandomStream random = RandomStream.of(11, Purpose.DATA);
    Tensor x = new Tensor(rows, 2);
    for (int i = 0; i < x.size(); i++) x.data()[i] = (float) random.nextGaussian();
    return x;
  }

  /// Oracle: the network itself, its units pinned one by one and its layers run from the first to the last.
  @ParameterizedTest
  @ValueSource(doubles = {.5, .2, 0})
  void everyPassHasTheBitsOfANetworkWithPinnedUnits(double p) {
    Tensor x = inputs(70), out = new Tensor(0, 1), expected = new Tensor(0, 1);
    ForcedPasses passes = new ForcedPasses(moons(p), 2, x);
    Network pinned = moons(p);
    for (int mask : new int[] {0, 31, 1, 16, 21, 10, 21, 0}) {
      passes.pass(mask, out);
      for (int unit = 0; unit < 5; unit++)
        pinned.dropouts().get(2).setPin(unit, (mask >> unit & 1) == 1 ? Pin.KEPT : Pin.DROPPED);
      pinned.pass(x, Mode.HELD, expected);
      assertThat(Arrays.copyOf(out.data(), out.size())).as("mask %d", mask).containsExactly(Arrays.copyOf(expected.data(), 70));
    }
  }

  @Test void aMaskThatKeepsNothingLeavesTheBias() {
    Tensor out = new Tensor(0, 1);
    Network network = moons(.5);
    network.denses().getLast().biases().value().fill(.25f);
    new ForcedPasses(network, 2, inputs(3)).pass(0, out);
    assertThat(Arrays.copyOf(out.data(), 3)).containsOnly(.25f);
  }

  /// Softmax regression with dropped inputs: the renormalised geometric mean of all 8 networks is what masks off says.
  /// Goodfellow, Bengio and Courville 2016, section 7.12; the numbers are numpy's.
  @Test void theGeometricMeanOfASoftmaxLayerIsMasksOff() {
    Network network = network(new NetworkSpec(.5, List.of(), Initialisation.HE), 3, 3);
    float[] w = {1, .3f, -.5f, -1, .8f, .4f, .5f, -1.2f, .9f}, b = {.1f, 0, -.2f};
    // With standard dropout the weights are w, and with inverted dropout half of them.
    for (int i = 0; i < w.length; i++) network.denses().getLast().weights().value().data()[i] = w[i] / 2;
    System.arraycopy(b, 0, network.denses().getLast().biases().value().data(), 0, 3);
    Tensor x = Tensor.of(1, 3, 1, 2, -1), out = new Tensor(0, 3), off = new Tensor(0, 3);
    ForcedPasses passes = new ForcedPasses(network, 0, x);
    double[] logs = new double[3], means = new double[3];
    for (int mask = 0; mask < 8; mask++) {
      passes.pass(mask, out);
      Loss.SOFTMAX_CROSS_ENTROPY.predict(out, off);
      for (int c = 0; c < 3; c++) {
        means[c] += off.at(0, c) / 8.0;
        logs[c] += Math.log(off.at(0, c)) / 8;
      }
    }
    double sum = Math.exp(logs[0]) + Math.exp(logs[1]) + Math.exp(logs[2]);
    network.infer(x, out);
    Loss.SOFTMAX_CROSS_ENTROPY.predict(out, off);
    double[] geometric = {.089391, .806752, .103857}, average = {.189958, .691183, .118859};
    for (int c = 0; c < 3; c++) {
      assertThat(Math.exp(logs[c]) / sum).isEqualTo(geometric[c], within(1e-6));
      assertThat((double) off.at(0, c)).isEqualTo(geometric[c], within(1e-6));
      assertThat(means[c]).isEqualTo(average[c], within(1e-6));
    }
  }

  @Test void tooManyUnitsAreRefused() {
    Network wide = network(new NetworkSpec(0, List.of(new HiddenLayer(40, Activation.RELU, .5)), Initialisation.HE), 2, 1);
    assertThatThrownBy(() -> new ForcedPasses(wide, 1, inputs(1))).isInstanceOf(IllegalArgumentException.class);
  }
}

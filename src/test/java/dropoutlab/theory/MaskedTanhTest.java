package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.scaling.NumpyScaling;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracles: the complex step and the chain rule of NumPy (`src/test/python/claims_scaling.py`), and a unit by hand.
class MaskedTanhTest {
  private static final int[] SIZES = {3, 6, 6, 1};

  static List<NumpyScaling.Network> numpy() throws IOException { return NumpyScaling.read().network(); }

  @ParameterizedTest
  @MethodSource("numpy")
  void differencesAndChainRuleAreThoseOfNumpy(NumpyScaling.Network numpy) {
    MaskedTanh network = new MaskedTanh(SIZES, numpy.masks(), 1);
    double largest = Arrays.stream(numpy.gradient()).map(Math::abs).max().orElseThrow();
    assertThat(network.numbers()).isEqualTo(numpy.numbers().length);
    assertThat(network.chainRule(numpy.numbers(), numpy.masks())).containsExactly(numpy.gradient(),
        within(1e-12 * (1 + largest)));
    assertThat(Differences.gradient(network::loss, numpy.numbers())).containsExactly(numpy.gradient(),
        within(1e-8 * (1 + largest)));
    double[][] ones = new double[2][6];
    for (double[] each : ones) Arrays.fill(each, 1);
    assertThat(network.chainRule(numpy.numbers(), ones)).containsExactly(numpy.toggled(),
        within(1e-12 * (1 + largest)));
  }

  /// One input, one unit with factor 2, one output, all weights 1 and biases 0: o = 2 tanh x, and dL/dx = 2 (o - t) 2
  /// (1 - tanh² x).
  @Test void oneUnitByHand() {
    MaskedTanh network = new MaskedTanh(new int[] {1, 1, 1}, new double[][] {{2}}, .5);
    double x = .3, tanh = Math.tanh(x), off = 2 * tanh - .5;
    double[] numbers = {x, 1, 0, 1, 0};
    double[] gradient = {4 * off * (1 - tanh * tanh), 4 * off * (1 - tanh * tanh) * x, 4 * off * (1 - tanh * tanh),
        4 * off * tanh, 2 * off};
    assertThat(network.loss(numbers)).isCloseTo(off * off, within(1e-15));
    assertThat(network.chainRule(numbers, new double[][] {{2}})).containsExactly(gradient, within(1e-14));
    assertThat(Differences.gradient(network::loss, numbers)).containsExactly(gradient, within(1e-9));
  }

  @Test void ofADroppedUnitTheDifferencesAreZero() throws IOException {
    for (NumpyScaling.Network numpy : numpy()) {
      MaskedTanh network = new MaskedTanh(SIZES, numpy.masks(), 1);
      double[] gradient = Differences.gradient(network::loss, numpy.numbers());
      for (int i = 3; i < gradient.length; i++) if (network.isDropped(i)) assertThat(gradient[i]).isZero();
    }
  }
}

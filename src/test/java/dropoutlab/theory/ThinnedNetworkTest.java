package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.theory.ThinnedNetwork.Answers;
import java.util.List;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Against numpy, which goes through the masks one by one (`src/test/python/claims_ensemble.py`).
class ThinnedNetworkTest {
  static List<EnsembleFixtures.Net> networks() { return EnsembleFixtures.read().networks(); }

  @ParameterizedTest
  @MethodSource("networks")
  void masksOnTheLastLayer(EnsembleFixtures.Net of) {
    ThinnedNetwork network = new ThinnedNetwork(of.all(), of.p());
    same(network.answersOfLastLayer(of.x()), of.last(), of.off());
    assertThat(network.lastLayer(of.x()).mean()).isEqualTo(of.last().mean(), within(1e-12));
    assertThat(network.chanceOfYes(of.x())).isEqualTo(of.last().yes(), within(1e-12));
    assertThat(network.answersOfLastLayer(of.x()).geometric()).isEqualTo(of.off(), within(1e-12));
  }

  /// Behind a bend the geometric mean is not what masks off says.
  @ParameterizedTest
  @MethodSource("networks")
  void masksOnBothLayers(EnsembleFixtures.Net of) {
    Answers answers = new ThinnedNetwork(of.all(), of.p()).answersOfBothLayers(of.x());
    same(answers, of.both(), of.off());
    assertThat(answers.geometric()).isNotCloseTo(of.off(), within(1e-3));
  }

  private static void same(Answers answers, EnsembleFixtures.Summary of, double off) {
    assertThat(answers.mean()).isEqualTo(of.mean(), within(1e-12));
    assertThat(answers.variance()).isEqualTo(of.square() - of.mean() * of.mean(), within(1e-12));
    assertThat(answers.geometric()).isEqualTo(of.geometric(), within(1e-12));
    assertThat(answers.off()).isEqualTo(off, within(1e-12));
  }

  @Test void bothLayersNeedTwo() {
    Weights one = new Weights(List.of(Matrix.row(1, 2), Matrix.generate(2, 1, (_, _) -> 1)), List.of(Matrix.row(0, 0), Matrix.row(0)));
    assertThatThrownBy(() -> new ThinnedNetwork(one, .5).answersOfBothLayers(1)).isInstanceOf(IllegalArgumentException.class);
  }

  /// Oracle: the error function of Commons Math.
  @Test void theNormalCurveIsExact() {
    for (double x = -12; x <= 12; x += .0137)
      assertThat(NormalCurve.cdf(x)).as("Φ(%s)", x).isEqualTo(.5 * Erf.erfc(-x / Math.sqrt(2)), within(1e-15));
    assertThat(NormalCurve.cdf(-8) / (.5 * Erf.erfc(8 / Math.sqrt(2)))).isEqualTo(1, within(1e-12));
  }
}

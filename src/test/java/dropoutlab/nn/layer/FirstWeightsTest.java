package dropoutlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Initialisation;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracles: the distributions themselves, by a Kolmogorov-Smirnov test, and closed forms for the bounds, which are
/// those of PyTorch's `kaiming_uniform_(w, nonlinearity='relu')` and `xavier_uniform_(w)`. Fan-in is 30 and fan-out 20.
class FirstWeightsTest {
  private static double[] drawn(Initialisation initialisation) {
    Tensor w = new Tensor(300, 20);
    FirstWeights.draw(w, 30, 20, initialisation, RandomStream.of(5, RandomStream.Purpose.WEIGHTS));
    double[] drawn = new double[w.size()];
    for (int i = 0; i < drawn.length; i++) drawn[i] = w.data()[i];
    return drawn;
  }

  @ParameterizedTest
  @CsvSource({"HE, 0.06666666666666667", "XAVIER, 0.04", "LECUN, 0.03333333333333333"})
  void normalWeightsHaveTheVarianceOfTheirFan(Initialisation initialisation, double variance) {
    assertDrawnFrom(new NormalDistribution(0, Math.sqrt(variance)), drawn(initialisation));
  }

  /// The bounds are √(6 / 30) and √(6 / 50).
  @ParameterizedTest
  @CsvSource({"HE_UNIFORM, 0.4472135954999579", "XAVIER_UNIFORM, 0.34641016151377546"})
  void uniformWeightsLieWithinTheBoundOfTheirFan(Initialisation initialisation, double bound) {
    double[] drawn = drawn(initialisation);
    assertDrawnFrom(new UniformRealDistribution(-bound, bound), drawn);
    double least = Arrays.stream(drawn).min().orElseThrow(), most = Arrays.stream(drawn).max().orElseThrow();
    assertThat(most).isLessThanOrEqualTo(bound).isCloseTo(bound, within(0.002));
    assertThat(least).isGreaterThanOrEqualTo(-bound).isCloseTo(-bound, within(0.002));
  }

  /// A correct draw fails at one seed in a thousand; such a seed would be replaced.
  private static void assertDrawnFrom(RealDistribution distribution, double[] drawn) {
    assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(distribution, drawn)).isGreaterThan(0.001);
  }
}

package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.ConcreteDropout;
import dropoutlab.nn.layer.Mode;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The closed forms of single methods. Oracles: enumeration of all masks, numerical integration by another rule, numbers
/// by hand and of the sources, and the engine's own draws.
class ClosedFormsTest {
  private static final double C = 1 / Math.sqrt(2 * Math.PI), V = 0.5 - C * C;

  /// A rectified standard normal has mean 1/√(2π) and variance 1/2 - 1/(2π) = 0.34085. Numbers computed with numpy.
  @ParameterizedTest
  @CsvSource({"0.1, 0.39640, 0.8598", "0.2, 0.46585, 0.7317", "0.3, 0.55513, 0.6140", "0.5, 0.84085, 0.4054",
      "0.7, 1.50751, 0.2261"})
  void theVarianceOfARectifiedNormalShiftsAsComputed(double p, double training, double ratio) {
    double noise = VarianceRatio.ofDropout(p);
    assertThat(VarianceRatio.training(C, V, noise)).isCloseTo(training, within(1e-5));
    assertThat(VarianceRatio.direct(C, V, noise)).isCloseTo(ratio, within(1e-4));
    assertThat(VarianceRatio.direct(0, 3, noise)).isCloseTo(1 - p, within(1e-12));
  }

  @Test void uniformNoiseShiftsByThreeOverThreePlusBetaSquared() {
    assertThat(VarianceRatio.direct(0, 2, VarianceRatio.ofUniform(0.1))).isCloseTo(300 / 301.0, within(1e-12));
  }

  /// All values of two correlated units of ±1, shifted, under all masks.
  @Test void behindWeightsTheRatioIsThatOfAllCases() {
    double[] w = {1, -0.5};
    double p = 0.3, rho = 0.4, mean = 0.7;
    double[] training = new double[2], inference = new double[2];
    for (int a = -1; a <= 1; a += 2)
      for (int b = -1; b <= 1; b += 2) {
        double chance = (1 + a * b * rho) / 4, x = mean + a, y = mean + b;
        gather(inference, chance, w[0] * x + w[1] * y);
        for (int mask = 0; mask < 4; mask++) {
          double q = (mask % 2 == 0 ? p : 1 - p) * (mask / 2 == 0 ? p : 1 - p);
          gather(training, chance * q, (w[0] * x * (mask % 2) + w[1] * y * (mask / 2)) / (1 - p));
        }
      }
    double ratio = (inference[1] - inference[0] * inference[0]) / (training[1] - training[0] * training[0]);
    assertThat(VarianceRatio.behindWeights(w, mean, 1, rho, VarianceRatio.ofDropout(p))).isCloseTo(ratio, within(1e-12));
  }

  private static void gather(double[] moments, double chance, double value) {
    moments[0] += chance * value;
    moments[1] += chance * value * value;
  }

  /// Huang et al. 2016: with 54 blocks and a survival that falls linearly to 1/2, 40.25 are kept on average.
  @Test void theExpectedDepthOfALinearDecayIsThatOfThePaper() {
    double[] survival = new double[54];
    for (int block = 1; block <= 54; block++) survival[block - 1] = 1 - 0.5 * block / 54;
    PoissonBinomial depth = new PoissonBinomial(survival);
    assertThat(depth.mean()).isCloseTo(40.25, within(1e-12));
    double sum = 0, mean = 0, square = 0;
    for (int k = 0; k <= depth.trials(); k++) {
      sum += depth.probability(k);
      mean += k * depth.probability(k);
      square += (double) k * k * depth.probability(k);
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(mean).isCloseTo(40.25, within(1e-9));
    assertThat(square - mean * mean).isCloseTo(depth.variance(), within(1e-8));
  }

  @Test void theDepthOfThreeBlocksIsThatOfAllCases() {
    double[] chances = {0.9, 0.5, 0.2}, expected = new double[4];
    for (int kept = 0; kept < 8; kept++) {
      double chance = 1;
      for (int i = 0; i < 3; i++) chance *= (kept >> i & 1) == 1 ? chances[i] : 1 - chances[i];
      expected[Integer.bitCount(kept)] += chance;
    }
    PoissonBinomial depth = new PoissonBinomial(chances);
    for (int k = 0; k <= 3; k++) assertThat(depth.probability(k)).isCloseTo(expected[k], within(1e-15));
    assertThatThrownBy(() -> new PoissonBinomial(1.1)).hasMessage("A probability must be in [0, 1], but is 1.1.");
  }

  /// By Gauss and Legendre's rule over u; the numbers for p = 0.1 were computed with numpy.
  @ParameterizedTest
  @CsvSource({"0.1, 0.1, 0.10118", "0.1, 0.5, 0.12746", "0.1, 0.67, 0.14566", "0.4, 0.3, ", "0.5, 0.1, 0.5", "0.9, 0.5, 0.87254"})
  void theMeanOfARelaxedDecisionIsItsIntegral(double p, double t, Double known) {
    double logit = Math.log(p / (1 - p));
    double integral = new IterativeLegendreGaussIntegrator(30, 1e-9, 1e-11).integrate(10_000_000,
        u -> 1 / (1 + Math.exp(-(logit + Math.log(u / (1 - u))) / t)), 0, 1);
    assertThat(ConcreteNoise.mean(p, t)).isCloseTo(integral, within(1e-8));
    if (known != null) assertThat(ConcreteNoise.mean(p, t)).isCloseTo(known, within(6e-6));
  }

  /// 200,000 draws of the engine: z = 1 - m (1 - p). Four standard deviations of their mean.
  @ParameterizedTest @ValueSource(doubles = {0.1, 0.5})
  void theEnginesDecisionsHaveThisMean(double t) {
    double p = 0.1;
    Tensor ones = new Tensor(200, 1000);
    ones.fill(1);
    ConcreteDropout layer = new ConcreteDropout(p, t, 0, 0, 1000, RandomStream.of(8, RandomStream.Purpose.MASKS));
    Tensor m = layer.forward(ones, Mode.TRAIN);
    double sum = 0, squares = 0;
    for (int i = 0; i < m.size(); i++) {
      double z = 1 - m.data()[i] * (1 - p);
      sum += z;
      squares += z * z;
    }
    double mean = sum / m.size(), sd = Math.sqrt(squares / m.size() - mean * mean);
    assertThat(mean).isCloseTo(ConcreteNoise.mean(p, t), within(4 * sd / Math.sqrt(m.size())));
    assertThat(ConcreteNoise.meanFactor(p, t)).isCloseTo((1 - ConcreteNoise.mean(p, t)) / 0.9, within(1e-15));
  }

  /// By hand: at p = 1/2 it is -r K ln 2; the slope in p is r K logit p.
  @Test void theEntropyTermPullsTowardsOneHalf() {
    assertThat(ConcreteNoise.entropyTerm(0.5, 0.01, 30)).isCloseTo(-0.3 * Math.log(2), within(1e-15));
    assertThat(ConcreteNoise.entropyTerm(0, 0.01, 30)).isZero();
    double step = 1e-6, slope = (ConcreteNoise.entropyTerm(0.2 + step, 1, 1) - ConcreteNoise.entropyTerm(0.2 - step, 1, 1))
        / (2 * step);
    assertThat(slope).isCloseTo(Math.log(0.25), within(1e-8));
    assertThat(ConcreteNoise.regulariser(4, 100, false)).isEqualTo(0.005);
    assertThat(ConcreteNoise.regulariser(1, 100, true)).isEqualTo(0.01);
  }

  /// Three weights under all 8 masks, by hand (numpy): w = (1, 2, -1), v = (2, 1, 4).
  @ParameterizedTest
  @CsvSource({"0.5, 6, 1.000000, 0.977205", "0.2, 3.84, 0.640000, 0.781764"})
  void dropConnectsSumHasTheseMoments(double p, double variance, double exact, double normal) {
    DropConnectSum sum = new DropConnectSum(new double[] {1, 2, -1}, new double[] {2, 1, 4}, 0, p);
    assertThat(sum.mean()).isCloseTo(0, within(1e-15));
    assertThat(sum.variance()).isCloseTo(variance, within(1e-12));
    assertThat(sum.meanRelu()).isCloseTo(exact, within(1e-12));
    assertThat(sum.normalMeanRelu()).isCloseTo(normal, within(5e-7));
    NormalDistribution density = new NormalDistribution(0, Math.sqrt(variance));
    assertThat(sum.normalDensity(1.3)).isCloseTo(density.density(1.3), within(1e-12));
    assertThat(sum.under(new float[] {1, 0, 1})).isEqualTo(-2);
    assertThat(new DropConnectSum(new double[] {1}, new double[] {3}, 0.5, p).mean()).isEqualTo(0.5 + 3 * (1 - p));
    assertThat(new DropConnectSum(new double[] {1}, new double[] {3}, -4, 0).normalMeanRelu()).isZero();
  }

  /// All masks of four steps, one after the other.
  @ParameterizedTest @ValueSource(doubles = {0, 0.25, 0.9})
  void zoneoutsExpectationIsThatOfAllCases(double p) {
    double first = 0.3;
    double[] candidates = {1, -2, 0.5, 4}, moments = new double[2];
    double held = 0;
    for (int kept = 0; kept < 16; kept++) {
      double value = first, chance = 1;
      for (int t = 0; t < 4; t++) {
        boolean keeps = (kept >> t & 1) == 1;
        chance *= keeps ? p : 1 - p;
        if (!keeps) value = candidates[t];
      }
      gather(moments, chance, value);
      if (kept == 15) held = chance;
    }
    assertThat(ZoneoutExpectation.mean(first, candidates, p)).isCloseTo(moments[0], within(1e-12));
    assertThat(ZoneoutExpectation.variance(first, candidates, p)).isCloseTo(moments[1] - moments[0] * moments[0], within(1e-12));
    assertThat(ZoneoutExpectation.kept(4, p)).isCloseTo(held, within(1e-15));
    assertThat(ZoneoutExpectation.variance(2, 5, p))
        .isCloseTo(ZoneoutExpectation.variance(2, new double[] {5}, p), within(1e-12));
  }

  /// All masks of three weights.
  @Test void theSumOfARowOfAttentionScattersAsOverAllMasks() {
    double[] row = {0.7, 0.2, 0.1}, moments = new double[2];
    double p = 0.4;
    for (int mask = 0; mask < 8; mask++) {
      double sum = 0, chance = 1;
      for (int i = 0; i < 3; i++) {
        boolean kept = (mask >> i & 1) == 1;
        chance *= kept ? 1 - p : p;
        if (kept) sum += row[i] / (1 - p);
      }
      gather(moments, chance, sum);
    }
    assertThat(moments[0]).isCloseTo(1, within(1e-12));
    assertThat(AttentionNoise.rowSumSd(p, row)).isCloseTo(Math.sqrt(moments[1] - 1), within(1e-12));
  }
}

package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// A dropped sum against enumeration and quadrature in numpy. The numbers were written by
/// `src/test/python/claims_sums.py`.
class DroppedSumTest {
  private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.of("square", z -> z * z,
      "relu", z -> Math.max(0, z), "tanh", StrictMath::tanh, "sigmoid", DroppedSum::sigmoid);

  record Case(List<Double> terms, double bias, double p, double kept, double mean, double variance,
              Map<String, Double> means, double normal) {
    DroppedSum of() { return new DroppedSum(terms.stream().mapToDouble(Double::doubleValue).toArray(), bias, p, kept); }
  }

  static Case[] cases() throws IOException {
    try (InputStream in = DroppedSumTest.class.getResourceAsStream("/claims/sums.json")) {
      return new JsonMapper().readValue(in, Case[].class);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theMomentsInClosedFormAreThoseOfAllMasks(Case of) {
    assertThat(of.of().mean()).isEqualTo(of.mean, within(1e-11));
    assertThat(of.of().variance()).isEqualTo(of.variance, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void meansOfFunctionsAreThoseOfAllMasks(Case of) {
    of.means.forEach((name, mean) -> assertThat(of.of().mean(FUNCTIONS.get(name))).as(name)
        .isEqualTo(mean, within(1e-9)));
  }

  /// Of z², the gap between the mean of the outputs and the output of the mean is the variance.
  @ParameterizedTest
  @MethodSource("cases")
  void theGapOfASquareIsTheVariance(Case of) {
    double gap = of.of().mean(z -> z * z) - of.of().mean() * of.of().mean();
    assertThat(gap).isEqualTo(of.of().variance(), within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theIntegralOverANormalSumIsThatOfAnotherQuadrature(Case of) {
    assertThat(of.of().normalMean(DroppedSum::sigmoid)).isEqualTo(of.normal, within(1e-11));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theOutcomesAreAllMasks(Case of) {
    List<DroppedSum.Outcome> outcomes = of.of().outcomes(1e-9);
    double mean = 0, sum = 0;
    for (DroppedSum.Outcome each : outcomes) {
      sum += each.probability();
      mean += each.probability() * each.z();
      assertThat(each.size()).isGreaterThanOrEqualTo(Math.abs(each.z()) - 1e-12);
    }
    assertThat(sum).isEqualTo(1, within(1e-12));
    assertThat(mean).isEqualTo(of.mean, within(1e-10));
    for (int i = 1; i < outcomes.size(); i++) assertThat(outcomes.get(i).z()).isGreaterThan(outcomes.get(i - 1).z());
  }

  /// By hand: z of 2 m₁ + 4 m₂ - 4 m₃ is -4, -2, 0, 2, 4 or 6, 0 and 2 by two masks each.
  @Test void equalSumsAreOneOutcome() {
    List<DroppedSum.Outcome> outcomes = DroppedSum.standard(new double[] {2, 4, -4}, 0, .5).outcomes(1e-9);
    assertThat(outcomes).extracting(DroppedSum.Outcome::z).containsExactly(-4.0, -2.0, 0.0, 2.0, 4.0, 6.0);
    assertThat(outcomes).extracting(DroppedSum.Outcome::probability).containsExactly(.125, .125, .25, .25, .125, .125);
  }

  /// w x = (1, -1, 1, 1.5), b = 0.1, with p, then the mean, σ(E z) and the variance of the output.
  @ParameterizedTest
  @CsvSource({".5, .74458567, .79412963, .035180", ".2, .85967448, .89090318, -1"})
  void aLogisticUnitByHand(double p, double mean, double off, double variance) {
    DroppedSum sum = DroppedSum.standard(new double[] {1, -1, 1, 1.5}, .1, p);
    assertThat(sum.mean(DroppedSum::sigmoid)).isEqualTo(mean, within(5e-9));
    assertThat(DroppedSum.sigmoid(sum.mean())).isEqualTo(off, within(5e-9));
    double square = sum.mean(z -> DroppedSum.sigmoid(z) * DroppedSum.sigmoid(z));
    if (variance > 0) assertThat(square - mean * mean).isEqualTo(variance, within(5e-7));
  }

  /// MacKay's formula by hand: μ = 1.35, s² = 1.3125.
  @Test void theProbitFormula() {
    assertThat(DroppedSum.probit(1.35, 1.3125)).isEqualTo(.74963169, within(5e-9));
    assertThat(DroppedSum.probit(0, 7)).isEqualTo(.5);
    assertThat(DroppedSum.probit(1.2, 0)).isEqualTo(DroppedSum.sigmoid(1.2));
  }

  @Test void aSumThatNothingChangesIsItsMean() {
    DroppedSum fixed = DroppedSum.inverted(new double[] {1, 2}, 0, 0);
    assertThat(fixed.normalMean(DroppedSum::sigmoid)).isEqualTo(DroppedSum.sigmoid(3));
    assertThat(fixed.mean(DroppedSum::sigmoid)).isEqualTo(DroppedSum.sigmoid(3));
  }

  @Test void tooManyInputsAreRefused() {
    assertThatThrownBy(() -> DroppedSum.standard(new double[21], 0, .5).mean(z -> z))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Oracles: enumeration by numpy over masks and pairs of masks, written by `src/test/python/claims_kmasks.py`, the closed
/// form of the variance of each term, and numbers by hand.
class MaskedGradientTest {
  record Case(double[][] x, double[] y, double[] w, double p, double[] mean, double noise, double noise2, double spread2,
              double directions) {
    MaskedGradient gradient() { return new MaskedGradient(x, y, w, p); }
  }

  static Case[] cases() throws IOException {
    try (InputStream in = MaskedGradientTest.class.getResourceAsStream("/claims/kmasks.json")) {
      return new JsonMapper().readValue(in, Case[].class);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void momentsAreThoseOfNumpy(Case of) {
    MaskedGradient gradient = of.gradient();
    for (int j = 0; j < of.w().length; j++) assertThat(gradient.mean()[j]).isCloseTo(of.mean()[j], within(1e-10));
    assertThat(gradient.noise(1) / of.noise()).isCloseTo(1, within(1e-12));
    assertThat(gradient.noise(2) / of.noise2()).isCloseTo(1, within(1e-12));
    assertThat(gradient.varianceOfNoise(2) / of.spread2()).isCloseTo(1, within(1e-10));
    assertThat(gradient.directionVariance()).isCloseTo(of.directions(), within(1e-12));
  }

  /// With u = m x of one entry and z the rest of its example, the term is u² w + u (z - y), and E uⁿ = xⁿ / qⁿ⁻¹.
  @ParameterizedTest
  @MethodSource("cases")
  void noiseIsTheSumOfTheVariancesOfTheTerms(Case of) {
    double q = 1 - of.p(), sum = 0;
    for (int i = 0; i < of.y().length; i++)
      for (int j = 0; j < of.w().length; j++) {
        double x = of.x()[i][j], w = of.w()[j], rest = -of.y()[i], variance = 0;
        for (int l = 0; l < of.w().length; l++) {
          if (l == j) continue;
          rest += of.x()[i][l] * of.w()[l];
          variance += of.p() / q * Math.pow(of.x()[i][l] * of.w()[l], 2);
        }
        double mean = x * x / q * w + x * rest;
        double square = Math.pow(x, 4) / Math.pow(q, 3) * w * w + 2 * Math.pow(x, 3) / (q * q) * w * rest
            + x * x / q * (rest * rest + variance);
        sum += square - mean * mean;
      }
    assertThat(of.gradient().noise(1) / sum).isCloseTo(1, within(1e-11));
  }

  @Test void theNumbersByHandAreThere() {
    MaskedGradient gradient = new MaskedGradient(new double[][] {{1, 2}, {3, 4}}, new double[] {5, 6}, new double[] {1, 1}, .5);
    assertThat(gradient.plain()).containsExactly(1, 0);
    assertThat(gradient.mean()).containsExactly(11, 20);
    assertThat(gradient.noise(1)).isCloseTo(1137, within(1e-9));
    assertThat(gradient.noise(4)).isCloseTo(284.25, within(1e-9));
    assertThat(gradient.directionVariance()).isCloseTo(.374440, within(1e-6));
    int none = 0;
    for (int mask = 0; mask < gradient.masks(); mask++) if (gradient.isNone(mask)) none++;
    assertThat(none).isEqualTo(2);
  }

  @Test void withoutDropoutThereIsNoNoise() {
    MaskedGradient gradient = new MaskedGradient(new double[][] {{1, 2}, {3, 4}}, new double[] {5, 6}, new double[] {1, 1}, 0);
    assertThat(gradient.mean()).containsExactly(gradient.plain());
    assertThat(gradient.noise(1)).isZero();
    assertThat(gradient.varianceOfNoise(3)).isZero();
  }
}

package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Oracles: numpy's pseudo-inverse and least squares, written by `src/test/python/claims_descent.py`, the eigenvectors of
/// [LinearPenalty], and the numbers of the facts.
class GrowingRegressionTest {
  record Case(double p, double[][] x, double[] y, double[] weights) {
    @Override public String toString() { return "%d x %d, p = %s".formatted(x.length, x[0].length, p); }
  }

  static Case[] cases() throws IOException {
    try (InputStream in = GrowingRegressionTest.class.getResourceAsStream("/claims/descent.json")) {
      return new JsonMapper().readValue(in, Case[].class);
    }
  }

  private static GrowingRegression set(double[][] x, double[] y) {
    GrowingRegression set = new GrowingRegression(x[0].length);
    for (int i = 0; i < x.length; i++) set.add(x[i], y[i]);
    return set;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weightsAreThoseOfNumpy(Case of) {
    double[] w = set(of.x(), of.y()).weights(of.p()), eigen = LinearPenalty.dropout(of.x(), of.y(), of.p()).weights();
    for (int j = 0; j < w.length; j++) {
      assertThat(w[j]).isCloseTo(of.weights()[j], within(1e-9));
      assertThat(w[j]).isCloseTo(eigen[j], within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, -4, 4.5", "0.2, 0.849785, 0.884120", "0.5, 0.735099, 0.592715"})
  void twoExamplesGiveTheNumbersOfTheFacts(double p, double first, double second) {
    double[] w = set(new double[][] {{1, 2}, {3, 4}}, new double[] {5, 6}).weights(p);
    assertThat(w[0]).isCloseTo(first, within(1e-6));
    assertThat(w[1]).isCloseTo(second, within(1e-6));
  }

  @Test void solvingIsTheInverseOfMultiplying() {
    double[] v = set(new double[][] {{1, 2}, {3, 4}}, new double[] {0, 0}).solve(.5, new double[] {1, 0});
    // XᵀX = (10, 14; 14, 20), and p/(1-p) = 1 doubles its diagonal.
    assertThat(20 * v[0] + 14 * v[1]).isCloseTo(1, within(1e-12));
    assertThat(14 * v[0] + 40 * v[1]).isCloseTo(0, within(1e-12));
  }

  @Test void anExampleTwiceIsNoSolutionWithoutDropoutButOneWithIt() {
    GrowingRegression set = set(new double[][] {{1, 2}, {1, 2}}, new double[] {1, 1});
    assertThatThrownBy(() -> set.weights(0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("singular");
    assertThat(set.weights(.1)).hasSize(2);
  }
}

package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Descent on given masks against matrices in numpy. The numbers were written by `src/test/python/claims_sums.py`.
class MaskedDescentTest {
  record Case(double[][] x, double[] y, List<boolean[]> kept, double scale, double rate, double[] end) {}

  static Case[] cases() throws IOException {
    try (InputStream in = MaskedDescentTest.class.getResourceAsStream("/claims/paths.json")) {
      return new JsonMapper().readValue(in, Case[].class);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itEndsWhereMatricesEnd(Case of) {
    double[][] path = new MaskedDescent(of.x, of.y, of.kept).path(of.scale, of.rate);
    assertThat(path).hasNumberOfRows(of.kept.size() + 1);
    for (int j = 0; j < of.end.length; j++) assertThat(path[of.kept.size()][j]).isEqualTo(of.end[j], within(1e-12));
  }

  /// One step by hand: x = 3, y = 6, p = 1/2, rate 0.01: standard 0.01 · 2 · 6 · 3, inverted twice that.
  @Test void oneStepByHand() {
    MaskedDescent descent = new MaskedDescent(new double[][] {{3}}, new double[] {6}, List.of(new boolean[] {true}));
    assertThat(descent.path(1, .01)[1][0]).isEqualTo(.36, within(1e-15));
    assertThat(descent.path(2, .01)[1][0]).isEqualTo(.72, within(1e-15));
  }

  @Test void whatIsDroppedDoesNotMove() {
    MaskedDescent descent = new MaskedDescent(new double[][] {{3, 1}}, new double[] {6},
        List.of(new boolean[] {false, true}));
    assertThat(descent.path(1, .01)[1]).containsExactly(0, .12);
  }

  /// (1 - p) times the standard path is the inverted one at (1 - p)² times the rate.
  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .3, .5, .75})
  void atTheRightRateBothPathsAreOne(double p) throws IOException {
    Case of = cases()[0];
    MaskedDescent descent = new MaskedDescent(of.x, of.y, of.kept);
    double[][] standard = descent.path(1, .05), inverted = descent.path(1 / (1 - p), .05 * (1 - p) * (1 - p));
    for (int step = 0; step < standard.length; step++)
      assertThat(inverted[step]).containsExactly(Arrays.stream(standard[step]).map(w -> (1 - p) * w).toArray(),
          within(1e-12));
  }

  /// At equal rates the first step is 1 / (1 - p)² times as long.
  @Test void atEqualRatesTheFirstStepIsLonger() throws IOException {
    Case of = cases()[0];
    MaskedDescent descent = new MaskedDescent(of.x, of.y, of.kept);
    double[] standard = descent.path(1, .05)[1], inverted = descent.path(1 / .7, .05)[1];
    for (int j = 0; j < standard.length; j++)
      assertThat(inverted[j]).isEqualTo(.7 * standard[j] / (.7 * .7), within(1e-14));
  }
}

package dropoutlab.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracles: texts and sentences by hand.
class StrictJsonTest {
  private record Numbers(double one, Double boxed, float single, Float boxedSingle, double[] row, double[][] table,
                         float[] singles, List<Double> list, Object any) {
    /// Valid numbers, except for `bad` at place `at`.
    static Numbers with(int at, double bad) {
      double[] v = new double[9];
      Arrays.fill(v, 1);
      v[at] = bad;
      return new Numbers(v[0], v[1], (float) v[2], (float) v[3], new double[] {0, v[4]}, new double[][] {{1}, {v[5]}},
          new float[] {(float) v[6]}, List.of(2.0, v[7]), v[8]);
    }
  }

  private static final List<String> PLACES = List.of("one", "boxed", "single", "boxedSingle", "row", "table", "singles",
      "list", "any");

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsNotWrittenWhereverItIs(double bad) {
    for (int at = 0; at < PLACES.size(); at++) {
      Numbers numbers = Numbers.with(at, bad);
      assertThatThrownBy(() -> StrictJson.text(numbers)).as("at %d", at).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("cannot be written, but \"" + PLACES.get(at) + "\" holds " + bad);
    }
  }

  @Test void whatIsFiniteIsWritten() {
    assertThat(StrictJson.text(Numbers.with(0, 1e308))).startsWith("{\n  \"one\": 1.0E308,\n")
        .contains("\"table\": [ [ 1.0 ], [ 1.0 ] ]").endsWith("\"any\": 1.0\n}\n");
  }
}

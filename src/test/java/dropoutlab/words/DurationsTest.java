package dropoutlab.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracle: divided by hand.
class DurationsTest {
  @ParameterizedTest
  @CsvSource({"0.0414, 41 ms", "0.00002, 1 ms", "0, 0.0 s", "1.26, 1.3 s", "40.2, 40 s", "59.4, 59 s", "64, 1 min 04 s", "511, 8 min 31 s", "3599, 59 min 59 s",
      "11100, 3 h 05 min", "180000, 2 d 2 h", "NaN, unknown", "-1, unknown"})
  void durationsHaveTwoUnitsAtMost(double seconds, String told) { assertThat(Durations.of(seconds)).isEqualTo(told); }
}

package dropoutlab.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracle: written by hand.
class PreciseTest {
  @Test void tablesHaveFourDigitsWithTheirZeros() {
    assertThat(List.of(0.125, 1.0, 12.345, 0.00123, 1234.5, 9999.7, 23_456.7, 1.2345e-5, 2.5e12, -0.5, 0.0).stream()
        .map(Precise::four)).containsExactly("0.1250", "1.000", "12.35", "0.001230", "1234", "10,000", "23,457", "1.234e−5",
        "2.500e12", "−0.5000", "0.000");
    assertThat(List.of(Double.NaN, Double.POSITIVE_INFINITY).stream().map(Precise::four)).containsExactly("–", "∞");
  }

  @Test void whatWasTypedIsToldWithAllItsDigits() {
    assertThat(List.of(0.125, 1.0, -3.0, 2_000_000.0, 0.1234567890123, 1e-7, 1e-100, 1.5e199, -0.0).stream()
        .map(Precise::all)).containsExactly("0.125", "1", "−3", "2000000", "0.1234567890123", "1e−7", "1e−100",
        "1.5e199", "0");
    assertThat(Precise.all(Double.NaN)).isEqualTo("NaN");
  }
}

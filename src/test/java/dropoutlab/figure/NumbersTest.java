package dropoutlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracle: written by hand.
class NumbersTest {
  @Test void briefNumbersHaveNoIdleZeros() {
    assertThat(List.of(0.3, 1.0, 1e-4, 412_000.0, 0.0, -0.25, 1958.0, 1996.5, 2.5e12, 0.123456, 3.2e-5).stream()
        .map(Numbers::brief)).containsExactly("0.3", "1", "1e-4", "412,000", "0", "−0.25", "1958", "1996.5", "2.5e12",
        "0.123", "3.2e-5");
  }

  @Test void readingsKeepTheirLengthAsTheyChange() {
    assertThat(List.of(0.3, 0.31, 0.312, 1.0, 12.0, 315.23, 1996.5, 23_456.7, 1e-4, 0.0).stream()
        .map(Numbers::reading)).containsExactly("0.300", "0.310", "0.312", "1.00", "12.0", "315.2", "1996.5", "23,457",
        "1.00e-4", "0.000");
  }

  @Test void nothingMeasuredIsADash() {
    assertThat(Numbers.reading(Double.NaN)).isEqualTo("–");
    assertThat(Numbers.brief(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
  }

  @Test void fixedDecimalsNeverShowANegativeZero() {
    assertThat(Numbers.fixed(-0.001, 2)).isEqualTo("0.00");
    assertThat(Numbers.fixed(-0.126, 2)).isEqualTo("−0.13");
  }

  @Test void evenTicksShareTheirDecimals() {
    assertThat(Numbers.even(List.of(0.0, 0.5, 1.0, 1.5))).containsExactly("0", "0.5", "1.0", "1.5");
    assertThat(Numbers.even(List.of(0.0, 20_000.0))).containsExactly("0", "20,000");
    assertThat(Numbers.even(List.of(0.0, 1e-6, 2e-6))).containsExactly("0", "1e-6", "2e-6");
  }

  @Test void decadesAreWrittenInOneForm() {
    assertThat(Numbers.decades(List.of(1e-4, 1e-2, 1.0))).containsExactly("0.0001", "0.01", "1");
    assertThat(Numbers.decades(List.of(1e-5, 3e-3, 1.0, 100.0))).containsExactly("1e-5", "3e-3", "1e0", "1e2");
    assertThat(Numbers.decades(List.of(1.0, 30_000.0))).containsExactly("1", "30,000");
  }
}

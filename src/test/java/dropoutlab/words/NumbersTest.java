package dropoutlab.words;

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

  @Test void readingsKeepThreeDigitsOfTheSpread() {
    assertThat(Numbers.reading(2_460_310.0234, 1)).isEqualTo("2,460,310.02");
    assertThat(Numbers.reading(-2_460_310.0234, 0.01)).isEqualTo("−2,460,310.0234");
    assertThat(Numbers.reading(1.3330012, 2e-5)).isEqualTo("1.3330012");
    assertThat(Numbers.reading(1_700_000_123.4, 300)).isEqualTo("1,700,000,123");
    assertThat(Numbers.reading(1.2345e-12, 1e-12)).isEqualTo("1.23e-12");
    assertThat(Numbers.reading(1.23456e-12, 1e-15)).isEqualTo("1.23456e-12");
    // Numbers that are not far from zero are written as before, and so is a value whose spread is not known.
    assertThat(Numbers.reading(0.312, 1)).isEqualTo("0.312");
    assertThat(Numbers.reading(315.23, 17)).isEqualTo("315.2");
    assertThat(Numbers.reading(2.5e9, 1e9)).isEqualTo("2.50e9");
    assertThat(Numbers.reading(315.23, 0)).isEqualTo(Numbers.reading(315.23));
    assertThat(Numbers.reading(Double.NaN, 1)).isEqualTo("–");
    assertThat(Numbers.brief(2_460_310.5, 1)).isEqualTo("2,460,310.5");
    assertThat(Numbers.brief(1_700_000_120, 300)).isEqualTo("1,700,000,120");
    assertThat(Numbers.brief(1958, 17)).isEqualTo("1958");
    // These are rounding errors of converting there and back.
    assertThat(Numbers.brief(2.0000001, 1)).isEqualTo("2");
  }
}

package dropoutlab.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracle: written by hand.
class NumbersTest {
  @Test void briefNumbersHaveNoIdleZeros() {
    assertThat(List.of(0.3, 1.0, 1e-4, 412_000.0, 0.0, -0.25, 1958.0, 1996.5, 2.5e12, 0.123456, 3.2e-5).stream()
        .map(Numbers::brief)).containsExactly("0.3", "1", "1e−4", "412,000", "0", "−0.25", "1958", "1996.5", "2.5e12",
        "0.123", "3.2e−5");
  }

  @Test void readingsKeepTheirLengthAsTheyChange() {
    assertThat(List.of(0.3, 0.31, 0.312, 1.0, 12.0, 315.23, 1996.5, 23_456.7, 1e-4, 0.0).stream()
        .map(Numbers::reading)).containsExactly("0.300", "0.310", "0.312", "1.00", "12.0", "315.2", "1996.5", "23,457",
        "1.00e−4", "0.000");
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
    assertThat(Numbers.reading(1.2345e-12, 1e-12)).isEqualTo("1.23e−12");
    assertThat(Numbers.reading(1.23456e-12, 1e-15)).isEqualTo("1.23456e−12");
    // What is not far from zero is read as before, and so is a value whose spread is not known.
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

  @Test void numbersUnderEachOtherHaveThreeDigitsOfTheLargest() {
    assertThat(Numbers.aligned(0.31, 0.4251)).containsExactly("0.310", "0.425");
    assertThat(Numbers.aligned(1.5, 0.031)).containsExactly("1.50", "0.03");
    assertThat(Numbers.aligned(315.2, 20)).containsExactly("315", "20");
    assertThat(Numbers.aligned(0.0140, -0.0153)).containsExactly("0.0140", "−0.0153");
    assertThat(Numbers.aligned(3.84e-6, 1.4e-7)).containsExactly("3.84e−6", "0.14e−6");
    assertThat(Numbers.aligned(Double.NaN, 0.5)).containsExactly("–", "0.500");
    assertThat(Numbers.aligned(0, 0)).containsExactly("0.000", "0.000");
  }

  @Test void aTypedNumberKeepsTheDigitsOfItsKind() {
    assertThat(Numbers.typed(2_460_310.499361, 1.2)).isEqualTo("2460310.4994");
    assertThat(Numbers.typed(1_700_000_000.0000001, 4760)).isEqualTo("1700000000");
    assertThat(Numbers.typed(-0.99434, 2)).isEqualTo("-0.9943");
    assertThat(Numbers.typed(1959, 36)).isEqualTo("1959");
    assertThat(Numbers.typed(0, 1)).isEqualTo("0");
    assertThat(Numbers.typed(1.3330012, 2e-5)).isEqualTo("1.3330012");
    assertThat(Double.parseDouble(Numbers.typed(1.6e-12, 1e-12))).isEqualTo(1.6e-12);
  }

  @Test void aTypedNumberTellsTheWholeValueAndCanBeReadBack() {
    assertThat(List.of(0.008, 16.0, 1e-8, -1.5e-8, 2e9, 0.125, -0.0).stream().map(Numbers::typed))
        .containsExactly("0.008", "16", "1e-8", "-1.5e-8", "2e9", "0.125", "0");
    for (double value : new double[] {0.008, 16, 1e-8, -1.5e-8, 2e9, 1 / 3.0})
      assertThat(Double.parseDouble(Numbers.typed(value))).isEqualTo(value);
  }

  @Test void countsArePartedFromFourDigitsOnAndYearsAreNot() {
    assertThat(List.of(7.0, 999.6, 2000.0, 412_000.0, 0.2, -0.2).stream().map(Numbers::count))
        .containsExactly("7", "1,000", "2,000", "412,000", "0", "0");
    assertThat(Numbers.brief(2000)).isEqualTo("2000");
    assertThat(Numbers.count(Double.POSITIVE_INFINITY)).isEqualTo("∞");
  }

  @Test void powersOfTenHaveATrueMinusSign() {
    assertThat(Numbers.scientific(new BigDecimal("0.00012"))).isEqualTo("1.2e−4");
    assertThat(Numbers.scientific(new BigDecimal("3e7"))).isEqualTo("3e7");
    assertThat(Numbers.powered("−2.5", -12)).isEqualTo("−2.5e−12");
  }
}

package dropoutlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The meaning of a cell under each decimal sign. Oracle: by hand.
class DecimalTest {
  /// The cell, its value with a point, and its value with a comma; "-" if it is no number.
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "7 | 7 | 7", "-12 | -12 | -12", "+3 | 3 | 3", "1.5 | 1.5 | -", "1,5 | - | 1.5", ".5 | .5 | -", ",5 | - | .5",
      "5. | 5 | -", "1e3 | 1000 | 1000", "1.5E-3 | .0015 | -", "1,5e+2 | - | 150", "0.125 | .125 | -", "0,125 | - | .125",
      "1,234 | 1234 | 1.234", "1.234 | 1.234 | 1234", "1,234.5 | 1234.5 | -", "1.234,5 | - | 1234.5",
      "1,234,567 | 1234567 | -", "1.234.567 | - | 1234567", "12,34,567 | 1234567 | -", "1,00,000 | 100000 | -",
      "1'234.5 | 1234.5 | -", "1’234 | 1234 | 1234", "1 234,5 | - | 1234.5", "1 234 567 | 1234567 | 1234567",
      "12,34 | - | 12.34", "1,2345 | - | 1.2345", "1.2.3 | - | -", "1,2,3 | - | -", "012,345 | - | 12.345",
      "1,234 567 | - | -", "1d | - | -", "0x10 | - | -", "NaN | - | -", "1e | - | -", "- | - | -", "1 2 | - | -",
      "15 % | - | -", "$5 | - | -", "(5) | - | -", "1,,234 | - | -", "1234,567.8 | - | -", "2020-01-02 | - | -"})
  void eachCellUnderEachSign(String cell, String point, String comma) {
    check(Decimal.POINT, cell, point);
    check(Decimal.COMMA, cell, comma);
  }

  private static void check(Decimal decimal, String cell, String expected) {
    assertThat(decimal.isNumber(cell)).isEqualTo(!expected.equals("-"));
    Double value = decimal.value(cell);
    assertThat(value).isEqualTo(expected.equals("-") ? Double.valueOf(Double.NaN) : Double.valueOf(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u22121.5", "\u20131.5", "\uFE631.5", "\uFF0D1.5", "\u00A0-1.5\u00A0", "\uFEFF-1.5"})
  void otherMinusesAndSpacesRoundANumber(String cell) { assertThat(Decimal.POINT.value(cell)).isEqualTo(-1.5); }

  @ParameterizedTest
  @ValueSource(strings = {"12 345,5", "12\u00A0345,5", "12\u202F345,5", "12\u2009345,5", "12\u2007345,5"})
  void spacesOfAllWidthsBetweenThousands(String cell) {
    assertThat(Decimal.COMMA.value(cell)).isEqualTo(12345.5);
    assertThat(Decimal.COMMA.plain(cell)).isEqualTo("12345.5");
  }

  @Test void theSameNumberIsTheSameText() {
    assertThat(Decimal.COMMA.canonical("2,0")).isEqualTo("2");
    assertThat(Decimal.POINT.canonical("02")).isEqualTo("2");
    assertThat(Decimal.POINT.canonical("-0.0")).isEqualTo("0");
    assertThat(Decimal.POINT.canonical("2,0")).isEqualTo("2,0");
    assertThat(Decimal.POINT.canonical("1e999")).isEqualTo("1e999");
  }
}

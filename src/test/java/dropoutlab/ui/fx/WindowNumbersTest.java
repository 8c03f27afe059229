package dropoutlab.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Oracle: written by hand.
class WindowNumbersTest {
  @Test void numbersUnderEachOtherHaveThreeDigitsOfTheLargest() {
    assertThat(WindowNumbers.aligned(0.31, 0.4251)).containsExactly("0.310", "0.425");
    assertThat(WindowNumbers.aligned(1.5, 0.031)).containsExactly("1.50", "0.03");
    assertThat(WindowNumbers.aligned(315.2, 20)).containsExactly("315", "20");
    assertThat(WindowNumbers.aligned(0.0140, 0.0153)).containsExactly("0.0140", "0.0153");
    assertThat(WindowNumbers.aligned(3.84e-6, 1.4e-7)).containsExactly("3.84e-6", "0.14e-6");
    assertThat(WindowNumbers.aligned(Double.NaN, 0.5)).containsExactly("–", "0.500");
    assertThat(WindowNumbers.aligned(0, 0)).containsExactly("0.000", "0.000");
  }

  @Test void aTypedNumberKeepsTheDigitsOfItsKind() {
    assertThat(WindowNumbers.typed(2_460_310.499361, 1.2)).isEqualTo("2460310.4994");
    assertThat(WindowNumbers.typed(1_700_000_000.0000001, 4760)).isEqualTo("1700000000");
    assertThat(WindowNumbers.typed(-0.99434, 2)).isEqualTo("-0.9943");
    assertThat(WindowNumbers.typed(1959, 36)).isEqualTo("1959");
    assertThat(WindowNumbers.typed(0, 1)).isEqualTo("0");
    assertThat(WindowNumbers.typed(1.3330012, 2e-5)).isEqualTo("1.333001200".replaceAll("0+$", ""));
    assertThat(Double.parseDouble(WindowNumbers.typed(1.6e-12, 1e-12))).isEqualTo(1.6e-12);
  }
}

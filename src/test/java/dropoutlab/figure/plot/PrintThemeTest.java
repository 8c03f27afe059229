package dropoutlab.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What holds of figures in greys. Oracle: WCAG's luminance and contrast, and lightness by CIE 1976.
class PrintThemeTest {
  private static final Theme PRINT = Theme.PRINT;

  private static boolean isGrey(int argb) {
    return (argb >> 16 & 255) == (argb >> 8 & 255) && (argb >> 8 & 255) == (argb & 255);
  }

  private static double lightness(int argb) { return 116 * Math.cbrt(Palette.luminance(argb)) - 16; }

  private static double onPaper(int argb) { return Palette.contrast(Palette.luminance(argb),
      Palette.luminance(PRINT.card())); }

  @Test void nothingHasAHue() {
    for (int each : PRINT.colours()) assertThat(isGrey(each)).isTrue();
    for (int i = 0; i < 10; i++) {
      assertThat(isGrey(Palette.categorical(PRINT, i))).isTrue();
      assertThat(isGrey(Palette.beside(PRINT, i))).isTrue();
    }
    for (double v = -1; v <= 1; v += .01)
      assertThat(isGrey(Palette.diverging(PRINT, v)) && isGrey(Palette.sequential(PRINT, v))).isTrue();
  }

  @Test void wordsStandOutFromThePaper() {
    for (int each : new int[] {PRINT.ink(), PRINT.muted(), PRINT.faint(), PRINT.accent(), PRINT.rivalText()})
      assertThat(onPaper(each)).isGreaterThanOrEqualTo(4.5);
    for (int i = 0; i < 10; i++)
      assertThat(onPaper(Palette.readable(PRINT, Palette.categorical(PRINT, i)))).isGreaterThanOrEqualTo(4.5);
    assertThat(onPaper(PRINT.positive())).isGreaterThanOrEqualTo(3);
  }

  /// A value has one grey, and a grey one value.
  @Test void scalesOnlyRiseOrFall() {
    double[] diverging = IntStream.rangeClosed(-20, 20).mapToDouble(i -> lightness(Palette.diverging(PRINT,
        i / 20.0))).toArray();
    double[] sequential = IntStream.rangeClosed(0, 20).mapToDouble(i -> -lightness(Palette.sequential(PRINT,
        i / 20.0))).toArray();
    assertThat(diverging).isSorted();
    assertThat(sequential).isSorted();
    assertThat(diverging[40] - diverging[0]).isGreaterThan(70);
    assertThat(Palette.diverging(PRINT, Double.NaN)).isEqualTo(Palette.diverging(PRINT, 0));
  }

  @Test void classesDifferByBrightnessAndTheFirstTwoMost() {
    for (int i = 0; i < 10; i++)
      for (int k = 0; k < i; k++)
        assertThat(Math.abs(lightness(Palette.categorical(PRINT, i)) - lightness(Palette.categorical(PRINT, k))))
            .as("%s and %s", i, k).isGreaterThan(3);
    assertThat(lightness(Palette.categorical(PRINT, 1)) - lightness(Palette.categorical(PRINT, 0))).isGreaterThan(40);
  }

  @Test void theRivalIsToldFromTheNetwork() {
    assertThat(lightness(PRINT.rival()) - lightness(PRINT.accent())).isGreaterThan(25);
  }
}

package dropoutlab.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
  /// Oracle: the published ends of viridis (#440154, #fde725).
  @Test void viridisBeginsDarkVioletAndEndsBrightYellow() {
    assertThat(Palette.viridis(0)).isEqualTo(0xFF440154);
    assertThat(Palette.viridis(1)).isEqualTo(0xFFFDE725);
    assertThat(Palette.viridis(-3)).isEqualTo(0xFF440154);
    assertThat(Palette.viridis(7)).isEqualTo(0xFFFDE725);
    assertThat(Palette.viridis(Double.NaN)).isEqualTo(0xFF440154);
  }

  /// Oracle: entry 127 of the published 256-entry table is (0.128729, 0.563265, 0.551229) as shares of 255.
  @Test void viridisHalfWayIsWithinThreeLevelsOfThePublishedTable() {
    int colour = Palette.viridis(127 / 255.0);
    assertThat(colour >> 16 & 255).isCloseTo(33, within(3));
    assertThat(colour >> 8 & 255).isCloseTo(144, within(3));
    assertThat(colour & 255).isCloseTo(141, within(3));
  }

  /// Each channel is rounded to 1 of 255 levels.
  private static final double ROUNDING = .001;

  @Test void viridisOnlyEverGetsLighter() {
    for (int i = 1; i < 256; i++)
      assertThat(Palette.luminance(Palette.viridis(i / 255.0)))
          .isGreaterThan(Palette.luminance(Palette.viridis((i - 1) / 255.0)) - ROUNDING);
  }

  @Test void theDivergingScaleRunsThroughTheThemesThreeColours() {
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      assertThat(Palette.diverging(theme, -1)).isEqualTo(theme.negative());
      assertThat(Palette.diverging(theme, 0)).isEqualTo(theme.neutral());
      assertThat(Palette.diverging(theme, 1)).isEqualTo(theme.positive());
      assertThat(Palette.diverging(theme, -9)).isEqualTo(theme.negative());
      assertThat(Palette.diverging(theme, Double.NaN)).isEqualTo(theme.neutral());
    }
  }

  /// By hand: half-way from 0x00 to 0x80 is 0x40, from 0xFF to 0x00 is 0x80 (rounded).
  @Test void mixingIsLinearInEachChannel() {
    assertThat(Palette.mix(0x000000FF, 0x80808000, .5)).isEqualTo(0x40404080);
    assertThat(Palette.mix(0xFF123456, 0xFFABCDEF, 0)).isEqualTo(0xFF123456);
    assertThat(Palette.mix(0xFF123456, 0xFFABCDEF, 1)).isEqualTo(0xFFABCDEF);
    assertThat(Palette.withAlpha(0xFF123456, 0)).isEqualTo(0x00123456);
  }

  /// Oracle: colour distance in OKLab (Ottosson 2020) under the full-severity simulations of Machado, Oliveira and
  /// Fernandes 2009. Two colours at 0.02 are just told apart; we ask for three times as much.
  @ParameterizedTest @ValueSource(booleans = {false, true})
  void tenClassesDifferForColourBlindViewers(boolean dark) {
    Theme theme = dark ? Theme.DARK : Theme.LIGHT;
    for (int i = 0; i < 10; i++)
      for (int j = 0; j < i; j++)
        for (double[] eye : EYES) {
          double[] a = seen(Palette.categorical(theme, i), eye);
          double[] b = seen(Palette.categorical(theme, j), eye);
          double distance = Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
          assertThat(distance).as("classes %d and %d", i, j).isGreaterThan(.06);
        }
  }

  private static final double[][] EYES = {
      {1, 0, 0, 0, 1, 0, 0, 0, 1},
      {.152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998},
      {.367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881},
      {1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .303900}};

  private static double[] seen(int argb, double[] m) {
    double[] in = {linear(argb >> 16 & 255), linear(argb >> 8 & 255), linear(argb & 255)};
    double[] c = new double[3];
    for (int i = 0; i < 3; i++) {
      double v = m[3 * i] * in[0] + m[3 * i + 1] * in[1] + m[3 * i + 2] * in[2];
      c[i] = Math.clamp(v, 0, 1);
    }
    double l = Math.cbrt(.4122214708 * c[0] + .5363325363 * c[1] + .0514459929 * c[2]);
    double a = Math.cbrt(.2119034982 * c[0] + .6806995451 * c[1] + .1073969566 * c[2]);
    double s = Math.cbrt(.0883024619 * c[0] + .2817188376 * c[1] + .6299787005 * c[2]);
    return new double[] {.2104542553 * l + .7936177850 * a - .0040720468 * s,
        1.9779984951 * l - 2.4285922050 * a + .4505937099 * s, .0259040371 * l + .7827717662 * a - .8086757660 * s};
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= .04045 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4);
  }

  private static double square(double v) { return v * v; }
}

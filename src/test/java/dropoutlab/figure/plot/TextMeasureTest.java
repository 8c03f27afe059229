package dropoutlab.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextMeasureTest {
  /// Oracle: java.awt reads the same files with FreeType; at 2048 px a letter's width is known to a thousandth.
  @ParameterizedTest @EnumSource(Face.class)
  void everyLetterOfAFontIsAsWideAsFreeTypeSays(Face face) throws Exception {
    Font font;
    try (InputStream in = face.open()) {
      font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(2048f);
    }
    var exact = new FontRenderContext(null, true, true);
    String letters = IntStream.rangeClosed(0x20, 0xFFFD).filter(c -> !Character.isSurrogate((char) c))
        .filter(font::canDisplay).mapToObj(Character::toString).collect(Collectors.joining());
    assertThat(letters).contains("Å", "σ", "−", "→", "₁", "·");
    for (char letter : letters.toCharArray()) {
      double known = font.createGlyphVector(exact, new char[] {letter}).getGlyphMetrics(0).getAdvanceX();
      if (known == 0) continue;
      assertThat(TextMeasure.width(String.valueOf(letter), new Type(face, 2048))).as("U+%04x", (int) letter)
          .isEqualTo(known, within(.6));
    }
  }

  @Test void aLineIsAsWideAsItsLettersAtEverySize() {
    // Oracle: JetBrains Mono is 0.6 em wide.
    Type ten = new Type(Face.NUMBER, 10);
    assertThat(TextMeasure.width("↓1.00e−4", ten)).isEqualTo(48, within(1e-5));
    assertThat(TextMeasure.width("", ten)).isZero();
    Type words = new Type(Face.TEXT, 12), twice = new Type(Face.TEXT, 24);
    double sum = TextMeasure.width("loss", words) + TextMeasure.width(", nats", words);
    assertThat(TextMeasure.width("loss, nats", words)).isEqualTo(sum, within(1e-9));
    assertThat(TextMeasure.width("loss, nats", twice)).isEqualTo(2 * sum, within(1e-9));
    assertThat(TextMeasure.widest(List.of("i", "Wide", "loss"), words)).isEqualTo(TextMeasure.width("Wide", words));
    assertThat(TextMeasure.widest(List.of(), words)).isZero();
  }

  @Test void aLetterThatNoFontHasIsOneEm() {
    assertThat(TextMeasure.width("温度", new Type(Face.TEXT, 12))).isEqualTo(24, within(1e-9));
    assertThat(TextMeasure.width("\uD83D\uDE42", new Type(Face.TEXT, 12))).isEqualTo(12, within(1e-9));
  }
}

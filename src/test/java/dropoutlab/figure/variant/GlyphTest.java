package dropoutlab.figure.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dropoutlab.card.Cards;
import dropoutlab.card.MethodCard;
import dropoutlab.figure.RecordingPen;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class GlyphTest {
  static final int[] SIDES = {15, 26, 30};

  private static RecordingPen drawn(String method, double side) {
    RecordingPen pen = new RecordingPen();
    Glyph.draw(pen, method, 0, 0, side, 0xFF336699);
    return pen;
  }

  @Test void everyCardHasAGlyphAndNoGlyphIsWithoutACard() {
    assertThat(Glyph.methods()).containsExactlyInAnyOrderElementsOf(Cards.all().stream().map(MethodCard::name).toList());
    assertThatIllegalArgumentException().isThrownBy(() -> drawn("nothing", 15)).withMessageContaining("nothing");
  }

  /// Half a unit more, for round ends and arrows.
  @ParameterizedTest
  @FieldSource("SIDES")
  void glyphsStayInTheirSquareInOneColour(int side) {
    double rim = .6 * side / 16;
    for (String method : Glyph.methods()) {
      RecordingPen pen = drawn(method, side);
      assertThat(pen.boxes.size() + pen.discs.size() + pen.lines.size()).as(method).isPositive();
      pen.boxes.forEach(box -> {
        assertThat(Math.min(box.x(), box.y())).as(method).isGreaterThanOrEqualTo(-rim);
        assertThat(Math.max(box.x() + box.width(), box.y() + box.height())).as(method).isLessThanOrEqualTo(side + rim);
        assertThat(box.argb() & 0xFFFFFF).isEqualTo(0x336699);
      });
      pen.discs.forEach(disc -> {
        assertThat(Math.min(disc.x(), disc.y()) - disc.radius()).as(method).isGreaterThanOrEqualTo(-rim);
        assertThat(Math.max(disc.x(), disc.y()) + disc.radius()).as(method).isLessThanOrEqualTo(side + rim);
      });
    }
  }

  @Test void noTwoAreAlike() {
    Set<String> seen = new HashSet<>();
    for (String method : Glyph.methods()) {
      RecordingPen pen = drawn(method, 30);
      assertThat(seen.add(pen.boxes + "" + pen.discs + pen.lines.size())).as(method).isTrue();
    }
  }

  /// A square's area is the factor: standard keeps at 1, inverted at p = 0.5 would keep at 2, so its squares are larger.
  @Test void invertedSquaresAreLargerThanStandardOnes() {
    double standard = drawn("standard", 16).boxes.stream().mapToDouble(RecordingPen.Box::width).max().orElseThrow();
    double inverted = drawn("inverted", 16).boxes.stream().mapToDouble(RecordingPen.Box::width).min().orElseThrow();
    assertThat(inverted).isGreaterThan(standard);
    assertThat(drawn("standard", 16).boxes).hasSameSizeAs(drawn("inverted", 16).boxes);
  }
}

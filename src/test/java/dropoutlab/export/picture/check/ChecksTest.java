package dropoutlab.export.picture.check;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.claim.Bench;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.picture.Sheet;
import dropoutlab.figure.catalogue.BenchFigures;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Showing;
import dropoutlab.predict.ProgressMonitor;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracles: sizes by hand from ten minutes of arc at six heights; contrasts from WCAG's published examples (#767676 on
/// white is 4.54 : 1, #777777 is 4.48 : 1); lines that were made to differ in one thing each.
class ChecksTest {
  private static Check check(Check.Kind kind, Page page, Consumer<Pen> drawing) {
    Figure figure = (pen, width, height, theme) -> {
      // A figure that does not fill its room would be enlarged.
      pen.stroke(theme.line(), 1);
      pen.strokeRect(0, 0, width, height);
      drawing.accept(pen);
    };
    return Checks.of(new Sheet(figure, page, "", "")).stream().filter(each -> each.kind() == kind).findFirst()
        .orElseThrow();
  }

  private static void word(Pen pen, int argb) {
    pen.fill(argb);
    pen.text("epoch", 40, 60, new Type(Face.TEXT, 12), Align.LEFT);
  }

  /// On 540 pt of height, 6 x 540 x tan(10') = 9.42 pt of a capital, whose share of the size is 0.7275: 12.96 pt.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      SLIDE_WIDE | 20  | true  | words of 20 pt reach the last row
      SLIDE_WIDE | 13  | true  | words of 13 pt reach the last row
      SLIDE      | 11  | false | Words of 11 pt do not reach the last row. Take 13 pt, or fewer lines.
      PAPER      | 8   | true  | words of 8 pt can be read in print
      PAPER      | 5.5 | false | Words of 5.5 pt are too small for print. Take 6 pt.
      POSTER     | 36  | true  | words of 36 pt can be read from 3.2 m""")
  void wordsMustReachTheirReaders(Purpose purpose, double pt, boolean passes, String sentence) {
    Check found = check(Check.Kind.WORDS, Page.of(purpose).withWordsPt(pt), pen -> word(pen, 0xFF000000));
    assertThat(found).isEqualTo(new Check(Check.Kind.WORDS, passes, sentence));
  }

  @Test void wordsThatHadNoRoomAreToldSo() {
    Check found = check(Check.Kind.WORDS, Page.of(Purpose.SLIDE_WIDE), pen -> {
      pen.fill(0xFF000000);
      for (int i = 0; i < 40; i++) pen.text("row " + i, 10, 12 + 12 * i, new Type(Face.TEXT, 11), Align.LEFT);
    });
    assertThat(found.passes()).isFalse();
    assertThat(found.sentence()).contains("there is no room for larger ones");
  }

  private static Check contrast(Consumer<Pen> drawing) {
    return check(Check.Kind.CONTRAST, Page.ofPixels(300, 200, 1, Theme.LIGHT), drawing);
  }

  @Test void theLowestContrastIsToldRoundedDown() {
    assertThat(contrast(pen -> word(pen, 0xFF000000)).sentence()).isEqualTo("contrast at least 21.0 : 1");
    assertThat(contrast(pen -> word(pen, 0xFF767676)))
        .isEqualTo(new Check(Check.Kind.CONTRAST, true, "contrast at least 4.5 : 1"));
    Check pale = contrast(pen -> {
      pen.fill(0xFF000000);
      pen.text("loss", 40, 100, new Type(Face.TEXT, 12), Align.LEFT);
      word(pen, 0xFF777777);
    });
    assertThat(pale.passes()).isFalse();
    assertThat(pale.sentence()).startsWith("\"epoch\" stands out from its ground by 4.4 : 1");
  }

  @Test void theGroundIsWhatIsBeneathTheWord() {
    Check found = contrast(pen -> {
      pen.fill(0xFF000000);
      pen.fillRect(20, 40, 100, 40);
      word(pen, 0xFFFFFFFF);
    });
    assertThat(found.sentence()).isEqualTo("contrast at least 21.0 : 1");
    assertThat(contrast(pen -> word(pen, 0xFFFFFFFF)).passes()).isFalse();
    // Half of black over white is a middle grey.
    assertThat(contrast(pen -> word(pen, 0x80000000)).passes()).isFalse();
  }

  @Test void aThinLineThroughAWordHidesNothing() {
    assertThat(contrast(pen -> {
      pen.stroke(0xFF000000, 1);
      pen.line(0, 56, 300, 56);
      word(pen, 0xFF000000);
    }).passes()).isTrue();
  }

  private static boolean toldApart(Consumer<Pen> drawing) {
    return check(Check.Kind.LINES, Page.ofPixels(300, 200, 1, Theme.LIGHT), drawing).passes();
  }

  private static void line(Pen pen, int argb, double width, double top, double... dash) {
    pen.stroke(argb, width, dash);
    pen.polyline(new double[] {20, 120, 220}, new double[] {top, top + 30, top + 10}, 3);
  }

  private static void marked(Pen pen, int shape, int argb, double top) {
    line(pen, argb, 2, top);
    new Marks().classDot(pen, shape, 120, top + 30, 4, argb, 0xFFFFFFFF, 1);
  }

  @Test void linesMustDifferInMoreThanTheirColour() {
    int violet = 0xFF6B3FA0, grey = 0xFF5B6670;
    assertThat(toldApart(pen -> { line(pen, violet, 2, 40); line(pen, grey, 2, 90); })).isFalse();
    assertThat(toldApart(pen -> { line(pen, violet, 2, 40); line(pen, violet, 2, 90); })).as("one colour").isTrue();
    assertThat(toldApart(pen -> { line(pen, violet, 2, 40); line(pen, grey, 2, 90, 6, 3); })).as("dash").isTrue();
    assertThat(toldApart(pen -> { line(pen, violet, 3, 40); line(pen, grey, 1.5, 90); })).as("width").isTrue();
    assertThat(toldApart(pen -> { marked(pen, 1, violet, 40); marked(pen, 3, grey, 90); })).as("diamond").isTrue();
    assertThat(toldApart(pen -> { marked(pen, 1, violet, 40); marked(pen, 1, grey, 90); })).as("two squares").isFalse();
  }

  @Test void linesOfDifferentPlotsAreNotConfused() {
    assertThat(toldApart(pen -> {
      for (int argb : new int[] {0xFF6B3FA0, 0xFF5B6670}) {
        pen.clip(0, 0, 300, 200);
        line(pen, argb, 2, 40);
        pen.unclip();
      }
    })).isTrue();
  }

  static List<Bench> benches() { return Benches.all(); }

  /// What was found by looking stays mended.
  @ParameterizedTest
  @MethodSource("benches")
  void theFigureOfEveryBenchPassesOnASlideInEveryLook(Bench bench) {
    Figure figure = BenchFigures.of(bench.find(bench.defaults(), ProgressMonitor.NOBODY).picture(), Showing.PRINT);
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.PROJECTOR))
      assertThat(Checks.of(new Sheet(figure, Page.of(Purpose.SLIDE_WIDE).withTheme(theme), "Seed 7.", "")))
          .as(bench.id() + ", " + theme.name()).allMatch(Check::passes);
  }
}

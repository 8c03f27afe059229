package dropoutlab.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.figure.RecordingPen.Text;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Oracles: a figure of known words on a page of known size, and what a recording pen is told.
class SheetTest {
  private static RecordingPen drawn(Sheet sheet) {
    RecordingPen pen = new RecordingPen();
    sheet.draw(pen);
    return pen;
  }

  /// Two words of 10 px, of which the second begins 150 px before the right end: below about 170 px they overlap.
  private static final Figure NARROW = (pen, width, height, theme) -> {
    pen.fill(theme.ink());
    pen.fillRect(0, 0, width, height);
    pen.text("left", 0, 12, new Type(Face.TEXT, 10), Align.LEFT);
    pen.text("right", Math.max(0, width - 150), 12, new Type(Face.TEXT, 10), Align.LEFT);
  };

  @ParameterizedTest @EnumSource(value = Purpose.class, names = "OWN", mode = EnumSource.Mode.EXCLUDE)
  void theSmallestWordsHaveTheSizeThatThePageWants(Purpose purpose) {
    Page page = Page.of(purpose);
    Sheet sheet = Samples.sheet(page, "");
    assertThat(sheet.wordsPt()).isCloseTo(page.wordsPt(), within(1e-9));
    assertThat(sheet.ptPerPixel()).isCloseTo(page.wordsPt() / 10, within(1e-9));
    assertThat(sheet.width() * sheet.ptPerPixel()).isCloseTo(page.widthCm() / 2.54 * 72, within(1e-9));
  }

  @Test void onAPageOfPixelsALogicalPixelIsThatOfTheScreen() {
    Sheet sheet = Samples.sheet(Page.ofPixels(900, 600, 2, Theme.LIGHT), "");
    assertThat(sheet.width()).isCloseTo(900, within(1e-9));
    assertThat(sheet.height()).isCloseTo(600, within(1e-9));
    assertThat(drawn(sheet).texts.getFirst().left()).isCloseTo(16, within(1e-9));
  }

  @Test void wordsThatWouldOverlapGetSmallerUntilTheyDoNot() {
    Page page = Page.of(Purpose.SLIDE).withWordsPt(60);
    Sheet sheet = new Sheet(NARROW, page, "", "");
    assertThat(sheet.wordsPt()).isLessThan(60).isGreaterThan(25);
    List<Text> texts = drawn(sheet).texts;
    assertThat(texts.get(0).overlaps(texts.get(1))).isFalse();
    assertThat(new Sheet(NARROW, page.withWordsPt(sheet.wordsPt() / .96), "", "").wordsPt())
        .isLessThan(sheet.wordsPt() * 1.02);
  }

  @Test void theCaptionStandsBelowTheFigureInLinesOfItsSize() {
    Page page = Page.of(Purpose.SLIDE_WIDE);
    String caption = "Few noisy moons: 64 examples. ".repeat(8).strip();
    Sheet sheet = new Sheet(new Samples.Plot(1), page, caption, "");
    List<Text> lines = drawn(sheet).texts.stream().filter(text -> !text.text().equals("loss")).toList();
    assertThat(String.join(" ", lines.stream().map(Text::text).toList())).isEqualTo(caption);
    assertThat(lines).hasSizeGreaterThan(1).allSatisfy(line -> {
      assertThat(line.type().size() * sheet.ptPerPixel()).isCloseTo(12, within(1e-9));
      assertThat(line.argb()).isEqualTo(page.theme().muted());
      assertThat(line.right()).isLessThanOrEqualTo(sheet.width() - page.marginPt() / sheet.ptPerPixel() + 1e-6);
      assertThat(line.bottom()).isLessThanOrEqualTo(sheet.height());
    });
    // The scale of the sample ends 2 px above the end of its room.
    double figureEnds = drawn(sheet).boxes.getLast().y() + 10;
    assertThat(lines.getFirst().top()).isGreaterThan(figureEnds);
  }

  @Test void aLongCaptionTakesAThirdOfThePageAtMost() {
    Page page = Page.of(Purpose.PAPER);
    Sheet sheet = new Sheet(new Samples.Plot(1), page, "many words ".repeat(300), "");
    double top = drawn(sheet).texts.get(1).top();
    assertThat(top).isGreaterThan(.6 * sheet.height());
  }

  @Test void linesAndDashesAreAsWideAsThePageSays() {
    RecordingPen.Line line = drawn(Samples.sheet(Page.of(Purpose.SLIDE_WIDE).withLines(1.25), "")).lines.get(1);
    assertThat(line.width()).isEqualTo(2.5);
    assertThat(line.dash()).containsExactly(7.5, 3.75);
  }

  @Test void onlyAnOpaquePageHasAGround() {
    Page page = Page.of(Purpose.SLIDE).withTheme(Theme.DARK);
    RecordingPen.Box ground = drawn(Samples.sheet(page, "")).boxes.getFirst();
    assertThat(ground.argb()).isEqualTo(Theme.DARK.card());
    assertThat(drawn(Samples.sheet(page.withTransparent(true), "")).boxes).hasSize(1);
  }

  @Test void whatDoesNotFillItsRoomIsEnlargedAndPutInTheMiddle() {
    Figure formula = (pen, width, height, theme) -> {
      pen.fill(theme.ink());
      pen.text("y = m x", 0, 12, new Type(Face.TEXT, 10), Align.LEFT);
    };
    Sheet sheet = new Sheet(formula, Page.of(Purpose.SLIDE_WIDE), "", "");
    assertThat(sheet.wordsPt()).isGreaterThan(20).isLessThanOrEqualTo(34);
    Text text = drawn(sheet).texts.getFirst();
    assertThat((text.left() + text.right()) / 2).isCloseTo(sheet.width() / 2, within(.5));
    assertThat((text.top() + text.bottom()) / 2).isCloseTo(sheet.height() / 2, within(.5));
  }

  @Test void aFilmIsLaidOutAsItsFrameWithMostWordsWants() {
    Page page = Page.of(Purpose.SLIDE).withWordsPt(60);
    Film film = new Film(5, i -> new Sheet(i == 4 ? NARROW : new Samples.Plot(1), page, "", ""), 10, 1, false);
    assertThat(film.layout()).isEqualTo(new Sheet(NARROW, page, "", "").layout());
    assertThat(Samples.film(page, 600, false).samples()).startsWith(0).endsWith(599).hasSize(9);
  }
}

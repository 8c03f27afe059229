package dropoutlab.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.ProgressMonitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/// Oracle: PDFBox's reader, which tells the words of each page and where they stand.
class HandoutTest {
  private static final String SENTENCE = "The loss with dropout levels off and that of the twin rises again. ";

  private static List<Handout.Entry> entries(int count, String text) {
    return IntStream.range(0, count).mapToObj(i -> {
      String recipe = "{\"figure\": " + i + "}";
      Sheet sheet = new Sheet(VectorSamples.FIGURE, Page.of(Purpose.SLIDE_WIDE), "Caption " + i, recipe);
      return new Handout.Entry(sheet, "Heading " + i, text);
    }).toList();
  }

  private static byte[] handout(List<Handout.Entry> entries) {
    return Handout.bytes("All of it", entries, ProgressMonitor.NOBODY);
  }

  @Test void everyFigureHasItsHeadingCaptionAndTextAndEveryPageItsNumber() throws IOException {
    try (PDDocument document = Loader.loadPDF(handout(entries(5, SENTENCE.repeat(4))))) {
      String all = new PDFTextStripper().getText(document);
      for (int i = 0; i < 5; i++)
        assertThat(all).contains("Heading " + i, "Caption " + i, "Figure " + (i + 1));
      assertThat(all.replaceAll("\\s+", " ")).contains(SENTENCE.repeat(4).strip());
      assertThat(document.getNumberOfPages()).isBetween(2, 5);
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper one = new PDFTextStripper();
        one.setStartPage(page);
        one.setEndPage(page);
        // From the second page on the title stands beside it.
        String foot = page == 1 ? "1" : "All of it " + page;
        assertThat(one.getText(document).lines().map(String::strip)).contains(foot);
        // A4: 210 x 297 mm.
        assertThat(document.getPage(page - 1).getMediaBox().getWidth()).isEqualTo(595.28f, within(.1f));
        assertThat(document.getPage(page - 1).getMediaBox().getHeight()).isEqualTo(841.89f, within(.1f));
      }
    }
  }

  @Test void wordsStayInsideThePaperHoweverLongTheyAre() throws IOException {
    try (PDDocument document = Loader.loadPDF(handout(entries(2, SENTENCE.repeat(150))))) {
      List<TextPosition> letters = new ArrayList<>();
      new PDFTextStripper() {
        @Override protected void processTextPosition(TextPosition text) { letters.add(text); }
      }.getText(document);
      assertThat(letters).hasSizeGreaterThan(20_000).allSatisfy(letter -> {
        assertThat(letter.getX() + letter.getWidth()).isBetween(50f, 545f);
        assertThat(letter.getY()).isBetween(50f, 815f);
      });
    }
  }

  @Test void wideFiguresHavePagesAcross() throws IOException {
    Sheet wide = new Sheet(VectorSamples.FIGURE, Page.ofPixels(1200, 400, 1, Theme.DARK), "", "");
    try (PDDocument document = Loader.loadPDF(handout(List.of(Handout.Entry.of(wide))))) {
      PDRectangle paper = document.getPage(0).getMediaBox();
      assertThat(paper.getWidth()).isGreaterThan(paper.getHeight());
      assertThat(new PDFTextStripper().getText(document))
          .contains(VectorSamples.TOLD.title(), "It falls from 1 to 0.34.");
    }
  }

  @Test void theRecipesOfAllFiguresComeBack() {
    byte[] pdf = handout(entries(3, ""));
    assertThat(PdfFile.recipes(pdf)).containsExactly("{\"figure\": 0}", "{\"figure\": 1}", "{\"figure\": 2}");
    assertThat(PdfFile.recipe(pdf)).contains("{\"figure\": 0}");
  }

  @Test void progressIsToldAndItCanBeGivenUp() {
    List<Double> shares = new ArrayList<>();
    ProgressMonitor monitor = new ProgressMonitor() {
      @Override public boolean abandoned() { return shares.size() == 2; }

      @Override public void done(double share) { shares.add(share); }
    };
    assertThatThrownBy(() -> Handout.bytes("Half of it", entries(4, ""), monitor))
        .isInstanceOf(CancellationException.class);
    assertThat(shares).containsExactly(.25, .5);
  }
}

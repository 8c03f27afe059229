package dropoutlab.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dropoutlab.figure.plot.Theme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracles: PDFBox's own reader and renderer, the PNG of the same sheet, Java's XML parser, and poppler's programs
/// where they are on the machine.
class PdfFileTest {
  private static final byte[] PDF = PdfFile.bytes(VectorSamples.sheet());

  @TempDir Path folder;

  @Test void wordsStayWords() throws IOException {
    try (PDDocument document = Loader.loadPDF(PDF)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("validation, p = 0.30", "epoch", "σ ± 1 → x₁", "0.0351", VectorSamples.CAPTION);
    }
  }

  @Test void fontsAreEmbeddedInPartAndTellTheirLetters() throws IOException {
    try (PDDocument document = Loader.loadPDF(PDF)) {
      List<String> names = new ArrayList<>();
      PDResources resources = document.getPage(0).getResources();
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getCOSObject().containsKey(COSName.TO_UNICODE)).isTrue();
        names.add(font.getName());
      }
      assertThat(names).allMatch(name -> name.matches("[A-Z]{6}\\+.*"))
          .anyMatch(name -> name.endsWith("Inter-SemiBold")).anyMatch(name -> name.endsWith("JetBrainsMono-Regular"));
    }
  }

  @Test void wordsThatTheFontsLackAreOutlinesThatTellTheirText() throws IOException {
    try (PDDocument document = Loader.loadPDF(PDF)) {
      PDResources resources = document.getPage(0).getResources();
      List<String> said = new ArrayList<>();
      for (COSName name : resources.getPropertiesNames())
        said.add(resources.getProperties(name).getCOSObject().getString(COSName.ACTUAL_TEXT));
      assertThat(said).contains(VectorSamples.FOREIGN);
    }
  }

  @Test void thePageHasItsSizeInPt() throws IOException {
    try (PDDocument document = Loader.loadPDF(PDF)) {
      // 360 pixels at 96 an inch are 270 pt.
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(270, within(.01f));
      assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(180, within(.01f));
    }
  }

  @Test void whatIsToBeSeenIsToldToReadersThatSpeak() throws IOException {
    try (PDDocument document = Loader.loadPDF(PDF)) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo(VectorSamples.TOLD.title());
      var root = (PDStructureElement) document.getDocumentCatalog().getStructureTreeRoot().getKids().getFirst();
      var figure = (PDStructureElement) root.getKids().getFirst();
      assertThat(figure.getStructureType()).isEqualTo("Figure");
      assertThat(figure.getAlternateDescription())
          .isEqualTo(VectorSamples.TOLD.title() + ". " + VectorSamples.TOLD.text());
      assertThat(figure.getKids()).containsExactly(0);
      String content = new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(content).contains("/Figure <</MCID 0>> BDC");
    }
  }

  @Test void theRecipeIsAPropertyOfTheXmp() throws Exception {
    try (PDDocument document = Loader.loadPDF(PDF)) {
      byte[] xmp = document.getDocumentCatalog().getMetadata().exportXMPMetadata().readAllBytes();
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      var recipe = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xmp))
          .getElementsByTagNameNS("https://dropoutlab.org/recipe", "recipe").item(0);
      assertThat(recipe.getTextContent()).isEqualTo(VectorSamples.RECIPE);
      assertThat(recipe.getParentNode().getLocalName()).isEqualTo("Description");
    }
    assertThat(PdfFile.recipe(PDF)).contains(VectorSamples.RECIPE);
  }

  @Test void documentsOfOthersAndDamagedOnesHaveNoRecipe() throws IOException {
    assertThat(PdfFile.recipe(new byte[0])).isEmpty();
    String foreign = "%PDF-1.7 <?xpacket begin='' ?><x:xmpmeta><?xpacket end='r'?>";
    assertThat(PdfFile.recipe(foreign.getBytes(StandardCharsets.UTF_8))).isEmpty();
    byte[] torn = PDF.clone();
    String text = new String(PDF, StandardCharsets.ISO_8859_1);
    Arrays.fill(torn, text.indexOf("<lab:recipe>"), text.indexOf("</lab:recipe>") + 4, (byte) '<');
    assertThat(PdfFile.recipe(torn)).isEmpty();
    Sheet plain = new Sheet(VectorSamples.FIGURE, Page.ofPixels(100, 100, 1, Theme.LIGHT), "", "");
    assertThat(PdfFile.recipe(PdfFile.bytes(plain))).isEmpty();
  }

  /// Edges are smoothed a little otherwise, and PDFBox draws thin lines and letters with another rasteriser's rounding.
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void drawnByAnotherRendererItIsThePictureOfThePng(String look) throws IOException {
    Sheet sheet = VectorSamples.sheet(Theme.named(look).orElseThrow());
    BufferedImage png = Raster.of(sheet, 720, 480, false);
    try (PDDocument document = Loader.loadPDF(PdfFile.bytes(sheet))) {
      BufferedImage pdf = new PDFRenderer(document).renderImageWithDPI(0, 192);
      assertThat(pdf.getWidth()).isBetween(719, 721);
      int off = 0;
      for (int y = 0; y < Math.min(480, pdf.getHeight()); y++)
        for (int x = 0; x < Math.min(720, pdf.getWidth()); x++) if (isOff(png.getRGB(x, y), pdf.getRGB(x, y))) off++;
      assertThat(off / (720.0 * 480)).isLessThan(.01);
    }
  }

  private static boolean isOff(int a, int b) {
    for (int shift = 0; shift < 24; shift += 8) if (Math.abs((a >> shift & 255) - (b >> shift & 255)) > 64) return true;
    return false;
  }

  @Test void popplerReadsTheWordsAndFindsTheFonts() throws Exception {
    Path file = Files.write(folder.resolve("a.pdf"), PDF);
    assumeTrue(runs("pdftotext", "-v") && runs("pdffonts", "-v"),
        "The programs of poppler-utils are not on this machine.");
    assertThat(output("pdftotext", "-layout", file.toString(), "-")).contains("validation, p = 0.30", "0.0351");
    assertThat(output("pdffonts", file.toString()).lines().skip(2)).hasSize(3)
        .allMatch(line -> line.matches(".*CID TrueType +Identity-H +yes yes yes.*"));
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private static String output(String... command) throws IOException {
    return new String(new ProcessBuilder(command).start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

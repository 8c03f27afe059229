package dropoutlab.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.export.picture.vector.Pixels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Outline;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/// Oracles: the pixels and elements that the drawing commands name, moved by the margin of 4 (a twenty-fifth of 100).
class PictureFilesTest {
  private static final Figure SAMPLE = (pen, width, height, theme) -> {
    pen.fill(theme.accent());
    pen.fillRect(10, 10, 20, 20);
    pen.image(new int[] {0xFF000000, 0xFFFFFFFF, 0xFFFF0000, 0xFF0000FF}, 2, 2, 40, 10, 20, 20, false);
    pen.clip(0, 0, 5, height);
    pen.fillRect(0, 50, 100, 10);
    pen.unclip();
    pen.stroke(theme.ink(), 1.5, 4, 3);
    pen.line(10, 60, 90, 60);
    pen.fill(theme.ink());
    pen.outline(Outline.of("M0 0L10 0L10 10L0 10ZM3 3L3 7L7 7L7 3Z"), 60, 66, 2);
    pen.text("σ ± 1 → p · x₁", 10, 45, new Type(Face.TEXT, 12), Align.LEFT);
  };

  @TempDir Path folder;

  private Path written(String name, double scale) throws Exception {
    Path file = folder.resolve(name);
    PictureFiles.write(SAMPLE, Theme.LIGHT, 100, 100, scale, file);
    return file;
  }

  @Test void pngHasTheScaledSizeAndTheDrawnColours() throws Exception {
    BufferedImage image = ImageIO.read(written("a.png", 2).toFile());
    assertThat(image.getWidth()).isEqualTo(200);
    assertThat(image.getHeight()).isEqualTo(200);
    assertThat(image.getRGB(48, 48)).isEqualTo(Theme.LIGHT.accent());
    assertThat(image.getRGB(199, 199)).isEqualTo(Theme.LIGHT.card());
  }

  @Test void blockPicturesKeepTheirPixelsAndRowZeroOnTop() throws Exception {
    BufferedImage image = ImageIO.read(written("a.png", 1).toFile());
    assertThat(image.getRGB(45, 15)).isEqualTo(0xFF000000);
    assertThat(image.getRGB(62, 15)).isEqualTo(0xFFFFFFFF);
    assertThat(image.getRGB(53, 33)).isEqualTo(0xFFFF0000);
    assertThat(image.getRGB(55, 33)).isEqualTo(0xFF0000FF);
  }

  /// The margin of a page of 100 is 4: the square stands at (64, 70), with a hole from 6 to 14.
  @Test void outlinesAreMovedScaledAndKeepTheirHoles() throws Exception {
    BufferedImage image = ImageIO.read(written("a.png", 1).toFile());
    assertThat(image.getRGB(66, 72)).isEqualTo(Theme.LIGHT.ink());
    assertThat(image.getRGB(82, 88)).isEqualTo(Theme.LIGHT.ink());
    assertThat(image.getRGB(74, 80)).isEqualTo(Theme.LIGHT.card());
    assertThat(image.getRGB(86, 80)).isEqualTo(Theme.LIGHT.card());
  }

  @Test void smoothPicturesInterpolateBetweenCentresAndHoldTheEdges() {
    // By hand: the centres of two pixels are at 0.5 and 1.5; those of four are at 0.25, 0.75, 1.25 and 1.75.
    int[] stretched = Pixels.stretch(new int[] {0xFF000000, 0xFF0000C8}, 2, 1, 4, 1, true);
    assertThat(stretched).containsExactly(0xFF000000, 0xFF000032, 0xFF000096, 0xFF0000C8);
  }

  @Test void clippingEndsWithUnclip() throws Exception {
    BufferedImage image = ImageIO.read(written("a.png", 1).toFile());
    assertThat(image.getRGB(6, 59)).isEqualTo(Theme.LIGHT.accent());
    assertThat(image.getRGB(12, 59)).isEqualTo(Theme.LIGHT.card());
    assertThat(image.getRGB(15, 64)).isNotEqualTo(Theme.LIGHT.card());
  }

  @Test void svgIsWellFormedAndNeedsNoFonts() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document svg = factory.newDocumentBuilder().parse(written("a.svg", 1).toFile());
    assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 100 100");
    assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("100");
    assertThat(svg.getElementsByTagName("text").getLength()).isZero();
    assertThat(svg.getElementsByTagName("path").getLength()).isPositive();
    assertThat(svg.getElementsByTagName("image").getLength()).isEqualTo(1);
  }

  @Test void theSameFigureGivesTheSameBytes() throws Exception {
    for (String kind : new String[] {"png", "svg"})
      assertThat(written("one." + kind, 1.5)).hasSameBinaryContentAs(written("two." + kind, 1.5));
  }

  @Test void nothingIsLeftBehindWhenTheDrawingFails() throws Exception {
    Path file = written("old.png", 1);
    byte[] before = Files.readAllBytes(file);
    Figure broken = (pen, width, height, theme) -> { throw new IllegalStateException("broken"); };
    assertThatThrownBy(() -> PictureFiles.write(broken, Theme.DARK, 10, 10, 1, file)).hasMessage("broken");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var files = Files.list(folder)) { assertThat(files).containsExactly(file); }
  }

  @Test void otherKindsAndSizesAreRefusedInOneSentence() {
    assertThatThrownBy(() -> written("a.bmp", 1)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A picture's name ends in .png or .svg, but this one is \"a.bmp\".");
    assertThatThrownBy(() -> written("a.png", 1e9)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not possible");
  }

  @Test void textKeepsItsWidthAtEveryScale() throws Exception {
    // Oracle: JetBrains Mono is 0.6 em wide.
    var pen = new Graphics2dPen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics());
    assertThat(pen.textWidth("0123456789", new Type(Face.NUMBER, 10))).isEqualTo(60, within(1e-3));
  }
}

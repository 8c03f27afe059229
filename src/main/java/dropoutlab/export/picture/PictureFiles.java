package dropoutlab.export.picture;

import dropoutlab.export.Drafts;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Writes figures to files, on the card colour of the theme. The same figure gives the same bytes.
public final class PictureFiles {
  private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";
  /// The greatest number of pixels on a side of a picture.
  public static final int LARGEST_SIDE = 20_000;
  /// The margin, as inside the window's cards; small pictures have less.
  private static final double MARGIN = 16;
  private static final double MARGIN_SHARE = 0.04;

  private PictureFiles() {}

  /// Writes a PNG or an SVG, as the name of the file says; an existing file is replaced completely or not at all.
  ///
  /// @param width  the width of the picture in logical pixels; the figure has a small margin in it
  /// @param height the height of the picture in logical pixels
  /// @param scale  picture pixels per logical pixel; in SVG the factor between the size of the figure and that of the
  ///               page
  /// @throws IllegalArgumentException for another kind of file or an impossible size
  /// @throws IOException              if the file cannot be written
  public static void write(Figure figure, Theme theme, int width, int height, double scale, Path file)
      throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    requireSize(width, height, scale);
    byte[] bytes;
    if (name.endsWith(".png")) bytes = png(figure, theme, width, height, scale);
    else if (name.endsWith(".svg")) bytes = svg(figure, theme, width, height, scale);
    else throw new IllegalArgumentException(Words.of("export.picture.ending", file.getFileName()));
    try (Drafts drafts = new Drafts()) {
      drafts.add(file, bytes);
      drafts.commit();
    }
  }

  /// A sheet as a file of a format of one file; a GIF of it stands still.
  ///
  /// @throws IllegalArgumentException with a sentence for a figure without numbers as CSV
  public static byte[] bytes(Format format, Sheet sheet) throws IOException {
    return switch (format) {
      case PNG -> PngFile.bytes(sheet);
      case SVG -> SvgFile.bytes(sheet);
      case PDF -> PdfFile.bytes(sheet);
      case GIF -> GifFile.bytes(sheet);
      case CSV -> TableFile.bytes(sheet.figure().table()
          .orElseThrow(() -> new IllegalArgumentException(Words.of("picture.table.none"))));
      case FRAMES -> throw new IllegalStateException("A folder of frames has no bytes.");
    };
  }

  private static void requireSize(int width, int height, double scale) {
    boolean fits = width > 0 && height > 0 && scale > 0
        && Math.max(width, height) * scale <= LARGEST_SIDE && Math.min(width, height) * scale >= 1;
    if (!fits) throw new IllegalArgumentException(Words.of("export.picture.size", width, height, Numbers.brief(scale),
        LARGEST_SIDE));
  }

  static byte[] png(Figure figure, Theme theme, int width, int height, double scale) throws IOException {
    BufferedImage image = new BufferedImage((int) Math.round(width * scale), (int) Math.round(height * scale),
        BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(scale, scale);
    draw(figure, theme, width, height, g, 1);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", out)) throw new IOException(Words.of("export.picture.no_png"));
    return out.toByteArray();
  }

  static byte[] svg(Figure figure, Theme theme, int width, int height, double scale) throws IOException {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
    context.setComment(Words.of("export.picture.comment"));
    context.setImageHandler(new EmbeddedPng());
    SVGGraphics2D g = new SVGGraphics2D(context, true);
    g.setSVGCanvasSize(new Dimension((int) Math.round(width * scale), (int) Math.round(height * scale)));
    draw(figure, theme, width, height, g, 2 * scale);
    Element root = g.getRoot();
    root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      g.stream(root, writer, false, false);
    }
    return out.toByteArray();
  }

  /// Embeds pictures by the JDK's own PNG writer, because Batik's is a separate library.
  private static final class EmbeddedPng extends ImageHandlerBase64Encoder {
    @Override public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
      try {
        ImageIO.write(image, "png", out);
      } catch (IOException e) {
        throw new SVGGraphics2DIOException(Words.of("export.picture.embedded"), e);
      }
    }
  }

  private static void draw(Figure figure, Theme theme, int width, int height, Graphics2D g, double oversampling) {
    Graphics2dPen pen = new Graphics2dPen(g, oversampling);
    pen.fill(theme.card());
    // One unit more than the page, so that a size that was rounded up has no black edge.
    pen.fillRect(0, 0, width + 1, height + 1);
    double margin = Math.min(MARGIN, MARGIN_SHARE * Math.min(width, height));
    g.translate(margin, margin);
    figure.draw(pen, width - 2 * margin, height - 2 * margin, theme);
  }

  private static Document emptyDocument() {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation()
          .createDocument(SVG_NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("This Java has no XML.", e);
    }
  }
}

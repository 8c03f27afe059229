package dropoutlab.export.picture;

import static dropoutlab.export.picture.Nodes.node;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Sheets as PNG, with the size that they have on the page and their recipe.
public final class PngFile {
  static final String KEYWORD = "dropout-lab-recipe";
  private static final double METRES_PER_INCH = .0254;
  private static final String NATIVE = "javax_imageio_png_1.0";

  private PngFile() {}

  public static byte[] bytes(Sheet sheet) throws IOException {
    Page page = sheet.page();
    BufferedImage image = Raster.of(sheet, page.widthPixels(), page.heightPixels(), page.transparent());
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
        writer.setOutput(stream);
        IIOMetadata about = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        about.mergeTree(NATIVE, about(sheet));
        writer.write(null, new IIOImage(image, null, about), null);
      }
      return out.toByteArray();
    } finally {
      writer.dispose();
    }
  }

  private static IIOMetadataNode about(Sheet sheet) {
    String perMetre = Long.toString(Math.round(sheet.page().dpi() / METRES_PER_INCH));
    IIOMetadataNode about = node(NATIVE, node("sRGB", "renderingIntent", "Perceptual"),
        node("pHYs", "pixelsPerUnitXAxis", perMetre, "pixelsPerUnitYAxis", perMetre, "unitSpecifier", "meter"));
    if (!sheet.recipe().isEmpty()) about.appendChild(node("iTXt", node("iTXtEntry", "keyword", KEYWORD, "compressionFlag",
        "FALSE", "compressionMethod", "0", "languageTag", "", "translatedKeyword", "", "text", sheet.recipe())));
    return about;
  }

  /// Stand-in until the reader is merged.
  public static java.util.Optional<String> recipe(byte[] png) {
    String all = new String(png, java.nio.charset.StandardCharsets.UTF_8);
    int at = all.indexOf(KEYWORD + "\0\0\0\0\0"), end = all.indexOf("}", at);
    if (at < 0) return java.util.Optional.empty();
    int depth = 0, from = at + KEYWORD.length() + 5;
    for (end = from; end < all.length(); end++) {
      if (all.charAt(end) == '{') depth++;
      if (all.charAt(end) == '}' && --depth == 0) break;
    }
    return java.util.Optional.of(all.substring(from, end + 1));
  }
}

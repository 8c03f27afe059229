package dropoutlab.export.picture;

import static dropoutlab.export.picture.Nodes.node;

import dropoutlab.words.Words;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
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
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  /// The type of a chunk with international text: iTXt.
  private static final int TEXT = 0x69545874;
  /// How long a text may become that another program has compressed.
  private static final int MOST_TEXT = 1 << 22;
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
    if (!sheet.recipe().isEmpty()) about.appendChild(node("iTXt", node("iTXtEntry", "keyword", KEYWORD,
        "compressionFlag",
        "FALSE", "compressionMethod", "0", "languageTag", "", "translatedKeyword", "", "text", sheet.recipe())));
    return about;
  }

  /// The recipe that a picture carries; empty where there is none, also for what is no PNG.
  ///
  /// @throws IllegalArgumentException with a sentence if there is one that is damaged
  public static Optional<String> recipe(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    if (in.remaining() < 8 || in.getLong() != SIGNATURE) return Optional.empty();
    byte[] start = (KEYWORD + "\0").getBytes(StandardCharsets.ISO_8859_1);
    while (in.remaining() >= 12) {
      int length = in.getInt(), begin = in.position(), type = in.getInt();
      boolean ours = type == TEXT && in.remaining() >= start.length
          && Arrays.equals(file, in.position(), in.position() + start.length, start, 0, start.length);
      if (length < 0 || length > in.remaining() - 4 || ours && length < start.length) {
        if (ours) throw damaged();
        return Optional.empty();
      }
      ByteBuffer chunk = in.slice(in.position(), length);
      in.position(in.position() + length);
      if (!ours) in.getInt();
      else return Optional.of(text(chunk.position(start.length), checksum(file, begin, length + 4) == in.getInt()));
    }
    return Optional.empty();
  }

  private static int checksum(byte[] file, int begin, int length) {
    CRC32 crc = new CRC32();
    crc.update(file, begin, length);
    return (int) crc.getValue();
  }

  /// @param chunk behind the keyword: whether it is compressed, how, two texts that end with 0, the text
  private static String text(ByteBuffer chunk, boolean sound) {
    try {
      boolean compressed = chunk.get() != 0;
      chunk.get();
      for (int texts = 0; texts < 2;) if (chunk.get() == 0) texts++;
      if (!sound) throw damaged();
      return StandardCharsets.UTF_8.newDecoder().decode(compressed ? inflated(chunk) : chunk).toString();
    } catch (BufferUnderflowException | CharacterCodingException | DataFormatException e) {
      throw damaged();
    }
  }

  private static ByteBuffer inflated(ByteBuffer compressed) throws DataFormatException {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(compressed);
      ByteBuffer text = ByteBuffer.allocate(MOST_TEXT);
      while (!inflater.finished() && text.hasRemaining()) if (inflater.inflate(text) == 0) break;
      if (!inflater.finished()) throw damaged();
      return text.flip();
    }
  }

  private static IllegalArgumentException damaged() {
    return new IllegalArgumentException(Words.of("picture.png.damaged"));
  }
}

package dropoutlab.export.picture;

import static dropoutlab.export.picture.Nodes.node;

import dropoutlab.predict.ProgressMonitor;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Films as animated GIF: one palette for all frames and no dithering, so that what does not change stays as it is; of
/// each frame but the first only the rectangle that changes. At most two frames are held at a time.
public final class GifFile {
  public static final int MOST_WIDE = 1280;
  /// Most programs show what is to stay for less than 2 hundredths of a second much longer.
  private static final int SHORTEST = 2, LONGEST = 65_535;
  private static final String STREAM = "javax_imageio_gif_stream_1.0", IMAGE = "javax_imageio_gif_image_1.0";
  private static final double CHOOSING = .1;

  private final Film film;
  private final ProgressMonitor monitor;
  private final Layout layout;
  private final int width;
  private final int height;

  private GifFile(Film film, ProgressMonitor monitor) {
    this.film = film;
    this.monitor = monitor;
    layout = film.layout();
    Page page = film.sheet().apply(0).page();
    width = Math.min(MOST_WIDE, page.widthPixels());
    height = Math.max(1, (int) Math.round(page.heightPixels() * (double) width / page.widthPixels()));
  }

  /// A picture that stands still.
  public static byte[] bytes(Sheet sheet) throws IOException {
    return bytes(Film.still(sheet), ProgressMonitor.NOBODY);
  }

  /// @throws CancellationException if it is given up
  public static byte[] bytes(Film film, ProgressMonitor monitor) throws IOException {
    return new GifFile(film, monitor).written();
  }

  /// The recipe that a GIF carries; empty where there is none, also for what is no GIF.
  ///
  /// @throws IllegalArgumentException with a sentence if there is one that is damaged
  public static Optional<String> recipe(byte[] file) { return GifComment.of(file); }

  private int[] pixels(int frame) {
    if (monitor.abandoned()) throw new CancellationException();
    Sheet sheet = film.sheet().apply(frame);
    BufferedImage image = Raster.of(new Sheet(sheet.figure(), sheet.page().withTransparent(false), sheet.caption(),
        sheet.recipe(), layout), width, height, false);
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  private GifPalette palette() {
    GifPalette.Count count = new GifPalette.Count();
    int[] samples = film.samples().toArray();
    for (int i = 0; i < samples.length; i++) {
      count.add(pixels(samples[i]));
      monitor.done(CHOOSING * (i + 1) / samples.length);
    }
    return GifPalette.of(film.sheet().apply(0).page().theme(), count);
  }

  private byte[] written() throws IOException {
    GifPalette palette = palette();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
        writer.setOutput(stream);
        writer.prepareWriteSequence(head(writer, palette.model()));
        byte[] shown = null;
        for (int i = 0; i < film.frames(); i++) {
          byte[] next = palette.indices(pixels(i));
          write(writer, palette, shown, next, i);
          stream.flush();
          shown = next;
          monitor.done(CHOOSING + (1 - CHOOSING) * (i + 1) / film.frames());
        }
        writer.endWriteSequence();
      }
      return out.toByteArray();
    } finally {
      writer.dispose();
    }
  }

  /// Writes what differs from what is shown; where nothing does, one pixel that stays as it is.
  private void write(ImageWriter writer, GifPalette palette, byte[] shown, byte[] next, int frame) throws IOException {
    Rectangle at = shown == null ? new Rectangle(width, height) : changed(shown, next);
    BufferedImage image = new BufferedImage(at.width, at.height, BufferedImage.TYPE_BYTE_INDEXED, palette.model());
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < at.height; y++)
      for (int x = 0; x < at.width; x++) {
        int from = (at.y + y) * width + at.x + x;
        boolean same = shown != null && shown[from] == next[from];
        pixels[y * at.width + x] = same ? (byte) palette.unchanged() : next[from];
      }
    IIOMetadata about = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
    about.setFromTree(IMAGE, about(at, palette, frame));
    writer.writeToSequence(new IIOImage(image, null, about), null);
  }

  private Rectangle changed(byte[] shown, byte[] next) {
    int left = width, right = -1, top = height, bottom = -1;
    for (int i = 0; i < next.length; i++)
      if (shown[i] != next[i]) {
        left = Math.min(left, i % width);
        right = Math.max(right, i % width);
        top = Math.min(top, i / width);
        bottom = i / width;
      }
    return right < 0 ? new Rectangle(1, 1) : new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }

  /// How many hundredths of a second a frame stays, so that all together are as long as they should be.
  static int delay(Film film, int frame) {
    double hundredths = frame == film.frames() - 1 ? 100 * film.lastSeconds()
        : Math.rint(100 * (frame + 1) / film.perSecond()) - Math.rint(100 * frame / film.perSecond());
    return (int) Math.clamp(Math.rint(hundredths), SHORTEST, LONGEST);
  }

  private IIOMetadata head(ImageWriter writer, IndexColorModel colours) throws IOException {
    IIOMetadataNode table = node("GlobalColorTable", "sizeOfGlobalColorTable", Integer.toString(colours.getMapSize()),
        "backgroundColorIndex", "0", "sortFlag", "FALSE");
    for (int i = 0; i < colours.getMapSize(); i++)
      table.appendChild(node("ColorTableEntry", "index", Integer.toString(i), "red",
          Integer.toString(colours.getRed(i)),
          "green", Integer.toString(colours.getGreen(i)), "blue", Integer.toString(colours.getBlue(i))));
    IIOMetadata head = writer.getDefaultStreamMetadata(null);
    head.setFromTree(STREAM, node(STREAM, node("Version", "value", "89a"),
        node("LogicalScreenDescriptor", "logicalScreenWidth", Integer.toString(width), "logicalScreenHeight",
            Integer.toString(height), "colorResolution", "8", "pixelAspectRatio", "0"), table));
    return head;
  }

  private IIOMetadataNode about(Rectangle at, GifPalette palette, int frame) {
    IIOMetadataNode about = node(IMAGE,
        node("ImageDescriptor", "imageLeftPosition", Integer.toString(at.x), "imageTopPosition", Integer.toString(at.y),
            "imageWidth", Integer.toString(at.width), "imageHeight", Integer.toString(at.height), "interlaceFlag",
                "FALSE"),
        node("GraphicControlExtension", "disposalMethod", "doNotDispose", "userInputFlag", "FALSE",
            "transparentColorFlag",
            frame == 0 ? "FALSE" : "TRUE", "delayTime", Integer.toString(delay(film, frame)), "transparentColorIndex",
            Integer.toString(palette.unchanged())));
    if (frame > 0) return about;
    if (film.loop()) {
      IIOMetadataNode again = node("ApplicationExtension", "applicationID", "NETSCAPE", "authenticationCode", "2.0");
      again.setUserObject(new byte[] {1, 0, 0});
      about.appendChild(node("ApplicationExtensions", again));
    }
    String recipe = film.sheet().apply(0).recipe();
    // The library writes a byte a letter.
    if (!recipe.isEmpty()) about.appendChild(node("CommentExtensions", node("CommentExtension", "value",
        new String((GifComment.START + recipe).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))));
    return about;
  }
}

package dropoutlab.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.ProgressMonitor;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/// Oracles: ImageIO decodes the frames, which are put on each other here as GIF89a says; they must be the very sheets,
/// each pixel in the nearest colour of the palette.
class GifFileTest {
  private static final Page PAGE = Page.of(Purpose.SLIDE_WIDE).withDpi(18);

  /// A frame as a viewer shows it, and the rectangle that was sent for it.
  private record Shown(int[] rgb, int sentWidth, int sentHeight, int delay) {}

  private record Read(List<Shown> frames, int width, String comment, boolean loops, int colours) {}

  private static Element element(ImageReader reader, int i, String name) throws IOException {
    IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
    return (Element) root.getElementsByTagName(name).item(0);
  }

  private static int number(Element of, String name) { return Integer.parseInt(of.getAttribute(name)); }

  private static Read read(byte[] gif) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
    int width = reader.getWidth(0), height = reader.getHeight(0);
    int[] screen = new int[width * height];
    List<Shown> frames = new ArrayList<>();
    for (int i = 0; i < reader.getNumImages(true); i++) {
      BufferedImage sent = reader.read(i);
      Element at = element(reader, i, "ImageDescriptor"), control = element(reader, i, "GraphicControlExtension");
      assertThat(control.getAttribute("disposalMethod")).isEqualTo("doNotDispose");
      int left = number(at, "imageLeftPosition"), top = number(at, "imageTopPosition");
      for (int y = 0; y < sent.getHeight(); y++)
        for (int x = 0; x < sent.getWidth(); x++)
          if (sent.getRGB(x, y) >>> 24 != 0) screen[(top + y) * width + left + x] = sent.getRGB(x, y) & 0xFFFFFF;
      frames.add(new Shown(screen.clone(), sent.getWidth(), sent.getHeight(), number(control, "delayTime")));
    }
    Element comment = element(reader, 0, "CommentExtension");
    Element head = (Element) reader.getStreamMetadata().getAsTree("javax_imageio_gif_stream_1.0");
    String text = comment == null ? ""
        : new String(comment.getAttribute("value").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return new Read(frames, width, text, element(reader, 0, "ApplicationExtension") != null,
        number((Element) head.getElementsByTagName("GlobalColorTable").item(0), "sizeOfGlobalColorTable"));
  }

  private static int[] pixels(Film film, int frame, int width, int height) {
    BufferedImage image = Raster.of(film.sheet().apply(frame).as(film.layout()), width, height, false);
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  private static GifPalette palette(Film film, int width, int height) {
    GifPalette.Count count = new GifPalette.Count();
    film.samples().forEach(i -> count.add(pixels(film, i, width, height)));
    return GifPalette.of(film.sheet().apply(0).page().theme(), count);
  }

  static List<Theme> themes() { return Theme.ALL; }

  @ParameterizedTest @MethodSource("themes") void eachFrameIsItsSheetInTheColoursOfThePalette(Theme theme) throws IOException {
    Film film = Samples.film(PAGE.withTheme(theme), 12, true);
    Read read = read(GifFile.bytes(film, ProgressMonitor.NOBODY));
    assertThat(read.frames).hasSize(12);
    assertThat(read.width).isEqualTo(240);
    GifPalette palette = palette(film, 240, 135);
    for (int i = 0; i < 12; i++) {
      int[] drawn = pixels(film, i, 240, 135), quantised = new int[drawn.length];
      byte[] indices = palette.indices(drawn);
      for (int k = 0; k < drawn.length; k++) {
        quantised[k] = palette.colour(indices[k] & 255);
        for (int shift = 0; shift < 24; shift += 8)
          assertThat(Math.abs((quantised[k] >> shift & 255) - (drawn[k] >> shift & 255))).isLessThan(28);
      }
      assertThat(read.frames.get(i).rgb).isEqualTo(quantised);
    }
  }

  @Test void onlyWhatChangesIsSentAndAFrameThatDoesNotIsOnePixel() throws IOException {
    Film still = new Film(3, _ -> Samples.sheet(PAGE, ""), 10, 1, false);
    List<Shown> same = read(GifFile.bytes(still, ProgressMonitor.NOBODY)).frames;
    assertThat(same).extracting(Shown::sentWidth).containsExactly(240, 1, 1);
    assertThat(same.get(2).rgb).isEqualTo(same.get(0).rgb);
    List<Shown> moving = read(GifFile.bytes(Samples.film(PAGE, 12, true), ProgressMonitor.NOBODY)).frames;
    // The caption and the colour scale stay.
    assertThat(moving.subList(1, 12)).allSatisfy(frame -> assertThat(frame.sentHeight).isLessThan(115));
  }

  @Test void theColoursOfTheThemeAreExactAndNoColourIsThereForNothing() {
    Film film = Samples.film(PAGE, 5, true);
    GifPalette palette = palette(film, 240, 135);
    List<Integer> colours = new ArrayList<>();
    for (int i = 0; i < palette.size(); i++) colours.add(palette.colour(i));
    assertThat(colours).contains(Theme.LIGHT.card() & 0xFFFFFF, Theme.LIGHT.accent() & 0xFFFFFF)
        .doesNotContain(Theme.LIGHT.rivalPale() & 0xFFFFFF).doesNotHaveDuplicates();
    assertThat(palette.size()).isLessThan(256);
    assertThat(palette.unchanged()).isEqualTo(palette.size());
  }

  @Test void delaysAddUpAndNoneIsShorterThanTwoHundredths() throws IOException {
    Read read = read(GifFile.bytes(Samples.film(PAGE, 13, true), ProgressMonitor.NOBODY));
    assertThat(read.frames.subList(0, 12).stream().mapToInt(Shown::delay).sum()).isEqualTo(100);
    assertThat(read.frames.getLast().delay).isEqualTo(200);
    Film fast = new Film(3, _ -> Samples.sheet(PAGE, ""), 200, 0, false);
    assertThat(List.of(GifFile.delay(fast, 0), GifFile.delay(fast, 1), GifFile.delay(fast, 2))).containsExactly(2, 2,
        2);
  }

  @Test void itBeginsAgainIfItShouldAndCarriesItsRecipe() throws IOException {
    byte[] gif = GifFile.bytes(Samples.film(PAGE, 2, true), ProgressMonitor.NOBODY);
    assertThat(read(gif).loops).isTrue();
    assertThat(read(gif).comment).isEqualTo("dropout-lab-recipe:{\"p\": \"σ\"}");
    assertThat(GifFile.recipe(gif)).contains("{\"p\": \"σ\"}");
    assertThat(read(GifFile.bytes(Samples.film(PAGE, 2, false), ProgressMonitor.NOBODY)).loops).isFalse();
    String large = "ü".repeat(200_000);
    assertThat(GifFile.recipe(GifFile.bytes(Samples.sheet(PAGE, large)))).contains(large);
    assertThat(GifFile.recipe(GifFile.bytes(Samples.sheet(PAGE, "")))).isEmpty();
  }

  @Test void theSameFilmGivesTheSameBytes() throws IOException {
    Film film = Samples.film(PAGE, 6, true);
    assertThat(GifFile.bytes(film, ProgressMonitor.NOBODY)).isEqualTo(GifFile.bytes(film, ProgressMonitor.NOBODY));
  }

  @Test void aWidePageIsMadeNarrower() throws IOException {
    byte[] gif = GifFile.bytes(Samples.sheet(Page.of(Purpose.SLIDE_WIDE), ""));
    assertThat(read(gif).width).isEqualTo(1280);
    assertThat(read(gif).frames.getFirst().sentHeight).isEqualTo(720);
  }

  /// GIF has no soft edges.
  @Test void aTransparentPageHasItsGround() throws IOException {
    byte[] gif = GifFile.bytes(Samples.sheet(PAGE.withTransparent(true).withTheme(Theme.DARK), ""));
    assertThat(read(gif).frames.getFirst().rgb[0]).isEqualTo(Theme.DARK.card() & 0xFFFFFF);
  }

  @Test void itTellsHowFarItIsAndCanBeGivenUp() throws IOException {
    List<Double> told = new ArrayList<>();
    ProgressMonitor monitor = new ProgressMonitor() {
      @Override public boolean abandoned() { return told.size() > 12; }

      @Override public void done(double share) { told.add(share); }
    };
    assertThatThrownBy(() -> GifFile.bytes(Samples.film(PAGE, 40, true), monitor))
        .isInstanceOf(CancellationException.class);
    assertThat(told).isSorted().allMatch(share -> share > 0 && share < 1);
  }

  @Test void damagedFilmsHaveARecipeOrNoneOrASentence() throws IOException {
    byte[] sound = GifFile.bytes(Samples.film(PAGE.withDpi(4), 2, true), ProgressMonitor.NOBODY);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] file = Arrays.copyOf(sound, i % 3 == 0 ? random.nextInt(sound.length) : sound.length);
      for (int k = random.nextInt(4); k > 0 && file.length > 0; k--)
        file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        GifFile.recipe(file);
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).endsWith(".");
      }
    }
  }
}

package dropoutlab.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.figure.plot.Theme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Oracles: the chunks of the PNG specification (third edition) taken apart here, and ImageIO for the pixels.
class PngFileTest {
  private static final Page PAGE = Page.of(Purpose.SLIDE_WIDE).withDpi(36);
  private static final String RECIPE = "{\"experiment\": \"σ → 学习\", \"seed\": 7}";

  private static Map<String, byte[]> chunks(byte[] png) {
    ByteBuffer in = ByteBuffer.wrap(png);
    assertThat(in.getLong()).isEqualTo(0x89504E470D0A1A0AL);
    Map<String, byte[]> chunks = new LinkedHashMap<>();
    while (in.hasRemaining()) {
      byte[] data = new byte[in.getInt()], name = new byte[4];
      in.get(name).get(data);
      CRC32 crc = new CRC32();
      crc.update(name);
      crc.update(data);
      assertThat(in.getInt()).isEqualTo((int) crc.getValue());
      chunks.putIfAbsent(new String(name, StandardCharsets.US_ASCII), data);
    }
    return chunks;
  }

  private static byte[] chunk(String type, byte[] data) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] named = ByteBuffer.allocate(4 + data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data).array();
    CRC32 crc = new CRC32();
    crc.update(named);
    DataOutputStream to = new DataOutputStream(out);
    to.writeInt(data.length);
    to.write(named);
    to.writeInt((int) crc.getValue());
    return out.toByteArray();
  }

  @Test void itHasItsSizeOnThePageAndItsColourSpaceAndRecipe() throws Exception {
    Map<String, byte[]> chunks = chunks(PngFile.bytes(Samples.sheet(PAGE, RECIPE)));
    ByteBuffer head = ByteBuffer.wrap(chunks.get("IHDR")), size = ByteBuffer.wrap(chunks.get("pHYs"));
    assertThat(head.getInt()).isEqualTo(480);
    assertThat(head.getInt()).isEqualTo(270);
    assertThat(chunks.get("sRGB")).containsExactly(0);
    // 36 dots an inch are 1417 a metre.
    assertThat(size.getInt()).isEqualTo(1417);
    assertThat(size.getInt()).isEqualTo(1417);
    assertThat(size.get()).isEqualTo((byte) 1);
    assertThat(new String(chunks.get("iTXt"), StandardCharsets.UTF_8))
        .isEqualTo("dropout-lab-recipe\0\0\0\0\0" + RECIPE);
    assertThat(chunks(PngFile.bytes(Samples.sheet(PAGE, "")))).doesNotContainKey("iTXt");
  }

  @Test void pixelsAreThoseThatAreDrawnAndTheGroundIsLeftOutIfWanted() throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngFile.bytes(Samples.sheet(PAGE, RECIPE))));
    assertThat(image.getWidth()).isEqualTo(480);
    assertThat(image.getRGB(0, 0)).isEqualTo(Theme.LIGHT.card());
    assertThat(image.getRGB(479, 269)).isEqualTo(Theme.LIGHT.card());
    BufferedImage clear = ImageIO.read(new ByteArrayInputStream(PngFile.bytes(Samples.sheet(PAGE.withTransparent(true),
        ""))));
    assertThat(clear.getRGB(0, 0) >>> 24).isZero();
    assertThat(clear.getColorModel().hasAlpha()).isTrue();
    // On white the clear picture is the opaque one, but for rounding.
    for (int y = 0; y < 270; y++)
      for (int x = 0; x < 480; x++) {
        int argb = clear.getRGB(x, y), alpha = argb >>> 24;
        int red = (int) Math.round(((argb >> 16 & 255) * alpha + 255 * (255 - alpha)) / 255.0);
        assertThat(Math.abs(red - (image.getRGB(x, y) >> 16 & 255))).isLessThanOrEqualTo(2);
      }
  }

  @Test void theSameSheetGivesTheSameBytes() throws Exception {
    assertThat(PngFile.bytes(Samples.sheet(PAGE, RECIPE))).isEqualTo(PngFile.bytes(Samples.sheet(PAGE, RECIPE)));
  }

  @Test void aRecipeIsReadBack() throws Exception {
    assertThat(PngFile.recipe(PngFile.bytes(Samples.sheet(PAGE, RECIPE)))).contains(RECIPE);
    assertThat(PngFile.recipe(PngFile.bytes(Samples.sheet(PAGE, "")))).isEmpty();
    String large = "x".repeat(2_000_000);
    assertThat(PngFile.recipe(PngFile.bytes(Samples.sheet(PAGE, large)))).contains(large);
    for (byte[] other : new byte[][] {{}, {1}, "GIF89a".getBytes(StandardCharsets.US_ASCII)})
      assertThat(PngFile.recipe(other)).isEmpty();
  }

  private static byte[] compressed(byte[] text) throws Exception {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write("dropout-lab-recipe\0\1\0en\0x\0".getBytes(StandardCharsets.US_ASCII));
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
      deflater.write(text);
    }
    return ByteBuffer.allocate(data.size() + 40).putLong(0x89504E470D0A1A0AL).put(chunk("iTXt", data.toByteArray()))
        .array();
  }

  @Test void aRecipeThatAnotherProgramHasCompressedIsReadUpToALimit() throws Exception {
    assertThat(PngFile.recipe(compressed(RECIPE.getBytes(StandardCharsets.UTF_8)))).contains(RECIPE);
    byte[] bomb = compressed(new byte[300_000_000]);
    assertThatThrownBy(() -> PngFile.recipe(bomb)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("damaged");
  }

  @Test void damagedPicturesHaveTheirRecipeOrNoneOrASentence() throws Exception {
    byte[] sound = PngFile.bytes(Samples.sheet(PAGE.withDpi(10), RECIPE));
    Random random = new Random(7);
    int said = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] file = Arrays.copyOf(sound, i % 3 == 0 ? random.nextInt(sound.length) : sound.length);
      for (int k = random.nextInt(4); k > 0 && file.length > 0; k--)
        file[random.nextInt(Math.min(file.length, 300))] ^= (byte) (1 << random.nextInt(8));
      try {
        PngFile.recipe(file).ifPresent(found -> assertThat(found).isEqualTo(RECIPE));
      } catch (IllegalArgumentException e) {
        said++;
        assertThat(e.getMessage()).endsWith(".");
      }
    }
    assertThat(said).isPositive();
  }
}

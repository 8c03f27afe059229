package dropoutlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.spec.DataSpec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Good and bad IDX files. Oracles: the bytes that the test wrote.
class IdxTest {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;

  @TempDir Path dir;

  @BeforeEach void goodLabels() throws IOException {
    write("labels", LABELS, new int[] {6}, 3, 5, 3, 5, 3, 5);
  }

  private void write(String name, int magic, int[] dimensions, int... bytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(dir.resolve(name))) { out.write(idx(magic, dimensions, bytes)); }
  }

  private void zip(String name, byte[] content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dir.resolve(name)))) { out.write(content); }
  }

  private static byte[] idx(int magic, int[] dimensions, int... bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(magic);
    for (int d : dimensions) data.writeInt(d);
    for (int b : bytes) data.write(b);
    return out.toByteArray();
  }

  /// Six images of width 3 and height 2; image i contains 10 i + 0 .. 5, so that each shows its number.
  private static int[] sixImages() {
    int[] bytes = new int[36];
    for (int i = 0; i < 36; i++) bytes[i] = i / 6 * 10 + i % 6;
    return bytes;
  }

  private DataSet load(int limit) {
    return DataSets.load(new DataSpec.Idx("images", "labels", null, null, 0.34, limit, false, null), 3, dir);
  }

  private void assertTold(String sentence) {
    assertThatThrownBy(() -> load(0)).isExactlyInstanceOf(DataException.class).hasMessage(sentence);
  }

  private static int grey(DataSet data, Examples part, int row, int pixel) {
    return (int) Math.round(255 * data.schema().inputScaling().toRaw(pixel, part.x().at(row, pixel)));
  }

  @Test void imagesAndLabelsComeBackAsTheyWereWritten() throws IOException {
    write("images", IMAGES, new int[] {6, 2, 3}, sixImages());
    DataSet data = load(0);
    assertThat(data.schema().image()).contains(new ImageShape(3, 2));
    assertThat(data.schema().classes()).containsExactly("3", "5");
    assertThat(data.train().size()).isEqualTo(4);
    assertThat(data.validation().size()).isEqualTo(2);
    int seen = 0;
    for (Examples part : new Examples[] {data.train(), data.validation()})
      for (int row = 0; row < part.size(); row++) {
        int image = grey(data, part, row, 0) / 10;
        seen |= 1 << image;
        assertThat(part.label(row)).isEqualTo(image % 2);
        for (int pixel = 0; pixel < 6; pixel++) assertThat(grey(data, part, row, pixel)).isEqualTo(image * 10 + pixel);
      }
    assertThat(seen).isEqualTo(0b111111);
  }

  @Test void gzipIsToldByItsBytesAndGivesTheSame() throws IOException {
    write("images", IMAGES, new int[] {6, 2, 3}, sixImages());
    DataSet plain = load(0);
    zip("images", idx(IMAGES, new int[] {6, 2, 3}, sixImages()));
    zip("labels", idx(LABELS, new int[] {6}, 3, 5, 3, 5, 3, 5));
    DataSet zipped = load(0);
    assertThat(zipped.train().x().data()).isEqualTo(plain.train().x().data());
    assertThat(zipped.schema()).isEqualTo(plain.schema());
  }

  @Test void oneScalingOfTheTrainingPixelsServesAllPixels() throws IOException {
    int[] bytes = new int[24];
    Arrays.fill(bytes, 0, 12, 51);
    Arrays.fill(bytes, 12, 24, 153);
    write("images", IMAGES, new int[] {4, 2, 3}, bytes);
    write("labels", LABELS, new int[] {4}, 0, 1, 0, 1);
    write("more", IMAGES, new int[] {1, 2, 3}, 255, 255, 255, 255, 255, 255);
    write("moreLabels", LABELS, new int[] {1}, 1);
    DataSet data = DataSets.load(new DataSpec.Idx("images", "labels", "more", "moreLabels", 0.1, 0, false, null), 3, dir);
    // By hand: equal numbers of greys 0.2 and 0.6 have mean 0.4 and standard deviation 0.2, whatever validation
    // contains.
    assertThat(data.schema().inputScaling().mean()).allSatisfy(m -> assertThat(m).isCloseTo(0.4, within(1e-12)));
    assertThat(data.schema().inputScaling().sd()).allSatisfy(s -> assertThat(s).isCloseTo(0.2, within(1e-12)));
    assertThat(data.validation().x().at(0, 0)).isEqualTo(3f);
    assertThat(data.train().x().at(0, 0)).isEqualTo(-1f);
  }

  @Test void theLimitKeepsTheFirstImages() throws IOException {
    write("images", IMAGES, new int[] {6, 2, 3}, sixImages());
    DataSet data = load(4);
    assertThat(data.train().size() + data.validation().size()).isEqualTo(4);
    for (int row = 0; row < data.train().size(); row++) assertThat(grey(data, data.train(), row, 0)).isLessThan(40);
  }

  @Test void damageBehindTheLimitIsStillFound() throws IOException {
    write("images", IMAGES, new int[] {6, 2, 3}, Arrays.copyOf(sixImages(), 33));
    assertThatThrownBy(() -> load(4)).hasMessage("images promises 6 images but ends after 5.");
  }

  @Test void emptyFile() throws IOException {
    Files.createFile(dir.resolve("images"));
    assertTold("images ends too early.");
  }

  @Test void truncatedHeader() throws IOException {
    write("images", IMAGES, new int[] {6, 2});
    assertTold("images ends too early.");
  }

  @Test void wrongMagicNumber() throws IOException {
    write("images", 0x89504E47, new int[] {6, 2, 3}, sixImages());
    assertTold("images is not an IDX file of images: it begins with 89504E47, not 00000803.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "0x0D03 | 6 x 2 x 3 floats of 32 bits", "0x0E03 | 6 x 2 x 3 floats of 64 bits",
      "0x0C03 | 6 x 2 x 3 integers of 32 bits", "0x0B03 | 6 x 2 x 3 integers of 16 bits",
      "0x0903 | 6 x 2 x 3 signed bytes", "0x0802 | 6 x 2 unsigned bytes"})
  void numbersOfAnotherTypeAreNamed(String magic, String named) throws IOException {
    write("images", Integer.decode(magic), new int[] {6, 2, 3}, sixImages());
    assertTold("images is an IDX file of " + named + "; images are read from three dimensions (count, rows, columns) of "
        + "unsigned bytes, grey from 0 to 255.");
  }

  @Test void colourImagesAreNamedByTheirShape() throws IOException {
    write("images", 0x0804, new int[] {50_000, 3, 32, 32}, 1, 2, 3);
    assertTold("images is an IDX file of 50000 x 3 x 32 x 32 unsigned bytes; images are read from three dimensions "
        + "(count, rows, columns) of unsigned bytes, grey from 0 to 255.");
  }

  @Test void labelsOfAnotherTypeAreNamed() throws IOException {
    write("images", IMAGES, new int[] {6, 2, 3}, sixImages());
    write("labels", 0x0C01, new int[] {6}, 0, 0, 0, 1);
    assertTold("labels is an IDX file of 6 integers of 32 bits; labels are read from one dimension of unsigned bytes.");
  }

  /// By hand: image i has the rows (10 i, 10 i + 1, 10 i + 2) and (10 i + 3, ...), which become columns.
  @Test void transposedImagesHaveTheirRowsForColumns() throws IOException {
    write("images", IMAGES, new int[] {6, 2, 3}, sixImages());
    DataSet data = DataSets.load(new DataSpec.Idx("images", "labels", null, null, 0, 0, true, null), 3, dir);
    assertThat(data.schema().image()).contains(new ImageShape(2, 3));
    assertThat(data.schema().form().transposed()).isTrue();
    assertThat(data.validation().size()).isZero();
    for (int row = 0; row < 6; row++) {
      int first = grey(data, data.train(), row, 0);
      int[] mirrored = {0, 3, 1, 4, 2, 5};
      for (int pixel = 0; pixel < 6; pixel++)
        assertThat(grey(data, data.train(), row, pixel)).isEqualTo(first + mirrored[pixel]);
    }
  }

  @Test void newImagesAreReadAsTheTrainingImagesWere() throws IOException {
    write("images", IMAGES, new int[] {6, 2, 3}, sixImages());
    DataSet data = DataSets.load(new DataSpec.Idx("images", "labels", null, null, 0, 0, true, null), 3, dir);
    NewRows rows = IdxImages.read(dir.resolve("images"), dir.resolve("labels"), data.schema());
    assertThat(rows.x().rows()).isEqualTo(6);
    for (int image = 0; image < 6; image++) {
      assertThat(rows.examples().label(image)).isEqualTo(image % 2);
      for (int pixel = 0; pixel < 6; pixel++)
        assertThat(grey(data, rows.examples(), image, pixel)).isEqualTo(10 * image + new int[] {0, 3, 1, 4, 2, 5}[pixel]);
    }
    write("labels", LABELS, new int[] {6}, 3, 5, 9, 5, 3, 5);
    assertThatThrownBy(() -> IdxImages.read(dir.resolve("images"), dir.resolve("labels"), data.schema()))
        .hasMessage("labels: 9, the label of image 3, is none of the classes that the model knows.");
    write("images", IMAGES, new int[] {6, 3, 2}, sixImages());
    assertThatThrownBy(() -> IdxImages.read(dir.resolve("images"), null, data.schema()))
        .hasMessage("images has images of 3 x 2 pixels, but the model reads 2 x 3.");
  }

  @Test void imagesAndLabelsSwapped() throws IOException {
    write("images", LABELS, new int[] {6}, 1, 2, 3, 4, 5, 6);
    assertTold("images holds labels where images are expected; the two files may be swapped.");
  }

  @Test void truncatedImages() throws IOException {
    write("images", IMAGES, new int[] {6, 2, 3}, Arrays.copyOf(sixImages(), 20));
    assertTold("images promises 6 images but ends after 3.");
  }

  @Test void truncatedLabels() throws IOException {
    write("images", IMAGES, new int[] {6, 2, 3}, sixImages());
    write("labels", LABELS, new int[] {6}, 1, 2);
    assertTold("labels promises 6 labels but ends after 2.");
  }

  @Test void trailingData() throws IOException {
    write("images", IMAGES, new int[] {6, 2, 3}, Arrays.copyOf(sixImages(), 37));
    assertTold("images goes on after the 6 images that its header promises.");
  }

  @Test void countsThatDiffer() throws IOException {
    write("images", IMAGES, new int[] {5, 2, 3}, Arrays.copyOf(sixImages(), 30));
    assertTold("images has 5 images but labels has 6 labels.");
  }

  @Test void noImages() throws IOException {
    write("images", IMAGES, new int[] {0, 2, 3});
    assertTold("images holds no images.");
  }

  @Test void impossibleSides() throws IOException {
    write("images", IMAGES, new int[] {6, 0, 3});
    assertTold("images promises images of 3 x 0 pixels; each side may have 1 to 128.");
    write("images", IMAGES, new int[] {6, 2, -1}, sixImages());
    assertTold("images promises images of 4294967295 x 2 pixels; each side may have 1 to 128.");
  }

  @Test void oneClassOnly() throws IOException {
    write("images", IMAGES, new int[] {6, 2, 3}, sixImages());
    write("labels", LABELS, new int[] {6}, 7, 7, 7, 7, 7, 7);
    assertTold("labels has only one class, \"7\"; at least two are needed.");
  }

  @Test void validationImagesOfAnotherSize() throws IOException {
    write("images", IMAGES, new int[] {6, 2, 3}, sixImages());
    write("more", IMAGES, new int[] {1, 3, 2}, 1, 2, 3, 4, 5, 6);
    write("moreLabels", LABELS, new int[] {1}, 3);
    assertThatThrownBy(() -> DataSets.load(
        new DataSpec.Idx("images", "labels", "more", "moreLabels", 0.1, 0, false, null), 3, dir))
        .hasMessage("The training images have 3 x 2 pixels, those for validation 2 x 3.");
  }

  @Test void truncatedGzip() throws IOException {
    byte[] pixels = new byte[60_000];
    new Random(1).nextBytes(pixels);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write(idx(IMAGES, new int[] {6, 100, 100}));
    content.write(pixels);
    zip("images", content.toByteArray());
    byte[] zipped = Files.readAllBytes(dir.resolve("images"));
    Files.write(dir.resolve("images"), Arrays.copyOf(zipped, zipped.length / 2));
    assertTold("images ends too early.");
  }

  @Test void damagedGzip() throws IOException {
    zip("images", idx(IMAGES, new int[] {6, 2, 3}, sixImages()));
    byte[] zipped = Files.readAllBytes(dir.resolve("images"));
    zipped[zipped.length - 7] ^= 0x55;
    Files.write(dir.resolve("images"), zipped);
    assertTold("images is damaged: its gzip data cannot be unpacked.");
  }

  @Test void aHeaderThatPromisesTwoThousandMillionImagesAllocatesNothing() throws IOException {
    write("images", IMAGES, new int[] {Integer.MIN_VALUE, 28, 28}, 1, 2, 3);
    assertAllocatesLessThan(8 << 20, "images promises 2147483648 images, more than the 1024 MB that are read.");
  }

  @Test void aHeaderThatPromisesMoreThanIsKeptAllocatesNothing() throws IOException {
    write("images", IMAGES, new int[] {200_000, 28, 28}, 1, 2, 3);
    write("labels", LABELS, new int[] {200_000}, 1, 2, 3);
    stretch("images", 16 + 200_000L * 784);
    stretch("labels", 8 + 200_000L);
    assertAllocatesLessThan(8 << 20, "images promises 200000 images, which is more than 100 MB; a limit on the number "
        + "of images makes them fit.");
  }

  private void stretch(String name, long bytes) throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(dir.resolve(name).toFile(), "rw")) { sparse.setLength(bytes); }
  }

  @Test void aPackedHeaderThatPromisesMoreThanItsFileCanHoldIsNotRead() throws IOException {
    zip("images", idx(IMAGES, new int[] {1_000, 28, 28}));
    long bytes = Files.size(dir.resolve("images"));
    assertAllocatesLessThan(1 << 20, "images promises 1000 images, more than a packed file of " + bytes
        + " bytes can hold.");
  }

  @Test void aHeaderThatLiesWithinTheLimitsAllocatesWhatTheFileHolds() throws IOException {
    write("images", IMAGES, new int[] {100_000, 28, 28}, 1, 2, 3);
    write("labels", LABELS, new int[] {100_000}, 1, 2, 3);
    assertAllocatesLessThan(8 << 20, "images promises 100000 images but ends after 0.");
  }

  /// 1 GB of zeros after a header that promises six images: a real bomb of 1 MB. A gzip file may consist of several
  /// gzip files in a row, and so one packed block is repeated.
  @Test void aGzipBombIsNotInflated() throws IOException {
    zip("images", idx(IMAGES, new int[] {6, 2, 3}, sixImages()));
    zip("block", new byte[16 << 20]);
    byte[] block = Files.readAllBytes(dir.resolve("block"));
    for (int i = 0; i < 64; i++) Files.write(dir.resolve("images"), block, StandardOpenOption.APPEND);
    assertThat(Files.size(dir.resolve("images"))).isLessThan(2 << 20);
    assertAllocatesLessThan(8 << 20, "images goes on after the 6 images that its header promises.");
  }

  /// The same if the header promises nearly all of it: the memory stays within the promise.
  @Test void aGzipBombStopsAtThePromise() throws IOException {
    zip("images", idx(IMAGES, new int[] {2000, 100, 100}));
    zip("labels", idx(LABELS, new int[] {2000}, 1, 2));
    zip("block", new byte[16 << 20]);
    byte[] block = Files.readAllBytes(dir.resolve("block"));
    for (int i = 0; i < 64; i++) Files.write(dir.resolve("images"), block, StandardOpenOption.APPEND);
    assertAllocatesLessThan(64 << 20, "images goes on after the 2000 images that its header promises.");
  }

  private void assertAllocatesLessThan(long bytes, String sentence) {
    assertTold(sentence);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      load(0);
    } catch (DataException expected) {
      assertThat(expected).hasMessage(sentence);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(bytes);
  }
}

package dropoutlab.data;

import dropoutlab.words.Words;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// An IDX file of unsigned bytes, as the MNIST files are: a magic number, a big-endian 32-bit count for each dimension,
/// then the bytes. The file is plain or gzipped, which its first two bytes tell.
///
/// The header is not trusted: it is compared with the length of the file before anything is stored, bytes are stored as
/// they arrive, and nothing is stored beyond what the header promises or beyond [#MAX_KEPT_BYTES].
final class IdxFile implements AutoCloseable {
  static final int MAX_SIDE = 128;
  static final long MAX_KEPT_BYTES = 100_000_000;
  /// Limits the time that a gzipped file can take, since it may unpack to much more than its length.
  static final long MAX_PROMISED_BYTES = 1L << 30;
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;
  private static final int MOST_DIMENSIONS = 8;
  /// The greatest compression ratio of gzip's method.
  private static final long TIGHTEST = 1032;
  private static final int ZIPPED = 0x1F8B;
  private static final int FIRST_BYTES = 1 << 16;

  private final DataInputStream in;
  private final String name;
  private final String items;
  private long count;
  private ImageShape shape = new ImageShape(1, 1);
  private long headerBytes;

  private IdxFile(InputStream in, String name, String items) {
    this.in = new DataInputStream(in);
    this.name = name;
    this.items = items;
  }

  static IdxFile images(Path path) {
    return open(path, Words.of("data.idx.images"), file -> {
      file.magic(IMAGES, LABELS);
      file.count = file.word();
      long height = file.word();
      long width = file.word();
      if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE)
        throw new DataException(Words.of("data.idx.size", file.name, width, height, MAX_SIDE));
      file.shape = new ImageShape((int) width, (int) height);
    });
  }

  /// Returns whether the file begins as an IDX file of any type does; false if it cannot be read.
  static boolean is(Path path) {
    if (!Files.isRegularFile(path)) return false;
    try (InputStream in = unzipped(InputFiles.open(path))) {
      return isMagic(new DataInputStream(in).readInt());
    } catch (IOException | DataException e) {
      return false;
    }
  }

  private static boolean isMagic(int word) {
    int dimensions = word & 0xFF;
    return word >>> 16 == 0 && type(word) != null && dimensions >= 1 && dimensions <= MOST_DIMENSIONS;
  }

  private static String type(int magic) {
    return switch (magic >>> 8) {
      case 0x08 -> Words.of("data.idx.unsigned_bytes");
      case 0x09 -> Words.of("data.idx.signed_bytes");
      case 0x0B -> Words.of("data.idx.integers_16");
      case 0x0C -> Words.of("data.idx.integers_32");
      case 0x0D -> Words.of("data.idx.floats_32");
      case 0x0E -> Words.of("data.idx.floats_64");
      default -> null;
    };
  }

  static IdxFile labels(Path path) {
    return open(path, Words.of("data.idx.labels"), file -> {
      file.magic(LABELS, IMAGES);
      file.count = file.word();
    });
  }

  long count() { return count; }

  ImageShape shape() { return shape; }

  String name() { return name; }

  /// Reads the whole file, keeps the first `keep` images or labels, and checks that the file ends where it should.
  byte[] read(long keep) {
    int item = shape.pixels();
    long wanted = Math.min(keep, count) * item;
    if (wanted > MAX_KEPT_BYTES)
      throw new DataException(Words.of("data.idx.too_many", name, count, items, MAX_KEPT_BYTES / 1_000_000));
    return reading(() -> {
      byte[] kept = keep((int) wanted);
      long got = kept.length == wanted ? wanted + skip(count * item - wanted) : kept.length;
      if (got < count * item) throw endsAfter(got / item);
      if (in.read() >= 0)
        throw new DataException(Words.of("data.idx.goes_on", name, count, items));
      return kept;
    });
  }

  /// Reads at most `wanted` bytes; the buffer doubles as they arrive.
  private byte[] keep(int wanted) throws IOException {
    byte[] kept = new byte[Math.min(wanted, FIRST_BYTES)];
    int got = 0;
    while (got < wanted) {
      if (got == kept.length) kept = Arrays.copyOf(kept, (int) Math.min(wanted, 2L * kept.length));
      int read = in.read(kept, got, kept.length - got);
      if (read < 0) return Arrays.copyOf(kept, got);
      got += read;
    }
    return kept;
  }

  /// Skips up to `bytes` bytes and returns how many there were.
  private long skip(long bytes) throws IOException {
    byte[] waste = new byte[FIRST_BYTES];
    long got = 0;
    while (got < bytes) {
      int read = in.read(waste, 0, (int) Math.min(waste.length, bytes - got));
      if (read < 0) return got;
      got += read;
    }
    return got;
  }

  private static IdxFile open(Path path, String items, HeaderReader header) {
    String name = InputFiles.name(path);
    InputStream raw = InputFiles.open(path);
    try {
      boolean zipped = isZipped(raw);
      IdxFile file = new IdxFile(zipped ? unzipped(raw) : raw, name, items);
      header.read(file);
      file.checkPromise(Files.size(path), zipped);
      return file;
    } catch (IOException e) {
      close(raw);
      throw told(name, e);
    } catch (DataException e) {
      close(raw);
      throw e;
    }
  }

  /// @param bytes the length of the file, gzipped or not
  private void checkPromise(long bytes, boolean zipped) {
    if (count < 1) throw new DataException(Words.of("data.idx.none", name, items));
    long promised = count * shape.pixels();
    if (promised > MAX_PROMISED_BYTES)
      throw new DataException(Words.of("data.idx.most", name, count, items, MAX_PROMISED_BYTES >> 20));
    if (zipped && promised > bytes * TIGHTEST)
      throw new DataException(Words.of("data.idx.packed", name, count, items, bytes));
    if (!zipped && promised > bytes - headerBytes) throw endsAfter((bytes - headerBytes) / shape.pixels());
  }

  private DataException endsAfter(long found) {
    return new DataException(Words.of("data.idx.ends", name, count, items, found));
  }

  private static boolean isZipped(InputStream raw) throws IOException {
    raw.mark(2);
    int first = raw.read() << 8 | raw.read();
    raw.reset();
    return first == ZIPPED;
  }

  private static InputStream unzipped(InputStream raw) throws IOException {
    return isZipped(raw) ? new BufferedInputStream(new GZIPInputStream(raw, FIRST_BYTES), FIRST_BYTES) : raw;
  }

  private void magic(int expected, int other) throws IOException {
    int found = (int) word();
    if (found == expected) return;
    if (found == other)
      throw new DataException(Words.of(other == IMAGES ? "data.idx.not_labels" : "data.idx.not_images", name));
    if (isMagic(found)) throw otherType(found, expected);
    throw new DataException(Words.of("data.idx.other", name, items, hex(found), hex(expected)));
  }

  /// Describes a file with numbers of another type or shape: colour images have four dimensions, and some programs
  /// write floats.
  private DataException otherType(int magic, int expected) throws IOException {
    List<String> shape = new ArrayList<>();
    for (int d = 0; d < (magic & 0xFF); d++) shape.add(Long.toString(word()));
    return new DataException(Words.of(expected == IMAGES ? "data.idx.no_images" : "data.idx.no_labels", name,
        String.join(" x ", shape), type(magic)));
  }

  private static String hex(int word) { return "%08X".formatted(word); }

  private long word() throws IOException {
    headerBytes += Integer.BYTES;
    return Integer.toUnsignedLong(in.readInt());
  }

  @Override public void close() { close(in); }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // Nothing was written: a file that was only read loses nothing if it fails to close.
    }
  }

  private <T> T reading(Reading<T> body) {
    try {
      return body.read();
    } catch (IOException e) {
      throw told(name, e);
    }
  }

  private static DataException told(String name, IOException e) {
    return switch (e) {
      case EOFException _ -> new DataException(Words.of("data.idx.early", name), e);
      case ZipException _ -> new DataException(Words.of("data.idx.damaged", name), e);
      default -> InputFiles.unreadable(name, e);
    };
  }

  private interface HeaderReader {
    void read(IdxFile file) throws IOException;
  }

  private interface Reading<T> {
    T read() throws IOException;
  }
}

package dropoutlab.export.store;

import dropoutlab.frame.Matrix;
import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// Numbers in NumPy's format `.npy`, version 1.0: floats (`<f4`), doubles (`<f8`) or longs (`<i8`), little-endian, one
/// row after the other. <https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>
final class NumberFile {
  static final String ENDING = ".npy";
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int LENGTH_BYTES = 2, ALIGNED = 64;
  private static final String FLOATS = "<f4", DOUBLES = "<f8", LONGS = "<i8";
  private static final Pattern HEADER = Pattern.compile("\\{'descr': '([<>|]\\w{1,8})', "
      + "'fortran_order': (True|False), 'shape': \\((\\d{1,9}),(?: ?(\\d{1,9}))?\\),? *\\} *\n");

  private NumberFile() {}

  /// Writes a table with two dimensions, (rows x columns).
  static byte[] bytes(Matrix table) { return bytes(table, "(" + table.rows() + ", " + table.cols() + ")"); }

  /// Writes the numbers of a table with one dimension, as PyTorch and NumPy have biases.
  static byte[] flat(Matrix row) { return bytes(row, "(" + row.size() + ",)"); }

  private static byte[] bytes(Matrix table, String shape) {
    ByteBuffer file = begun(table.isOfFloats() ? FLOATS : DOUBLES, shape,
        (long) table.size() * (table.isOfFloats() ? Float.BYTES : Double.BYTES));
    if (table.isOfFloats()) {
      float[] floats = new float[table.size()];
      table.copyInto(floats, 0);
      file.asFloatBuffer().put(floats);
    } else file.asDoubleBuffer().put(table.toArray());
    return file.array();
  }

  /// Writes whole numbers with one dimension.
  static byte[] bytes(List<Long> numbers) {
    ByteBuffer file = begun(LONGS, "(" + numbers.size() + ",)", (long) numbers.size() * Long.BYTES);
    numbers.forEach(file::putLong);
    return file.array();
  }

  /// Returns a file that holds the header, and stands where the numbers begin.
  private static ByteBuffer begun(String type, String shape, long bytes) {
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
    int start = MAGIC.length + LENGTH_BYTES;
    int length = Math.ceilDiv(start + header.length() + 1, ALIGNED) * ALIGNED - start;
    return ByteBuffer.allocate(Math.toIntExact(start + length + bytes)).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC)
        .putShort((short) length)
        .put((header + " ".repeat(length - header.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /// Reads a table of floats or doubles; one dimension is one row.
  ///
  /// @param name of the file, with which each sentence begins
  static Matrix table(byte[] bytes, String name) {
    Array array = array(bytes, name);
    return switch (array.type()) {
      case FLOATS -> {
        float[] values = new float[array.count(Float.BYTES, name)];
        array.numbers().asFloatBuffer().get(values);
        yield Matrix.copyOf(values, array.rows(), array.cols());
      }
      case DOUBLES -> {
        double[] values = new double[array.count(Double.BYTES, name)];
        array.numbers().asDoubleBuffer().get(values);
        yield Matrix.copyOf(values, array.rows(), array.cols());
      }
      default -> throw new ExperimentException(Words.of("store.npy.type", name, array.type(), FLOATS + ", " + DOUBLES));
    };
  }

  /// Reads whole numbers.
  static List<Long> longs(byte[] bytes, String name) {
    Array array = array(bytes, name);
    if (!array.type().equals(LONGS))
      throw new ExperimentException(Words.of("store.npy.type", name, array.type(), LONGS));
    long[] values = new long[array.count(Long.BYTES, name)];
    array.numbers().asLongBuffer().get(values);
    return LongStream.of(values).boxed().toList();
  }

  private record Array(String type, int rows, int cols, ByteBuffer numbers) {
    /// Returns how many numbers there are, if there are as many as the shape says.
    int count(int bytesEach, String name) {
      if ((long) rows * cols * bytesEach != numbers.remaining())
        throw new ExperimentException(Words.of("store.npy.size", name, rows, cols, numbers.remaining()));
      return rows * cols;
    }
  }

  private static Array array(byte[] bytes, String name) {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int start = MAGIC.length + LENGTH_BYTES;
    boolean begins = bytes.length >= start && file.mismatch(ByteBuffer.wrap(MAGIC)) == MAGIC.length;
    int length = begins ? Short.toUnsignedInt(file.getShort(MAGIC.length)) : 0;
    if (!begins || bytes.length < start + length) throw new ExperimentException(Words.of("store.npy.none", name));
    Matcher header = HEADER.matcher(new String(bytes, start, length, StandardCharsets.ISO_8859_1));
    if (!header.matches()) throw new ExperimentException(Words.of("store.npy.header", name));
    if (header.group(2).equals("True")) throw new ExperimentException(Words.of("store.npy.order", name));
    int first = Integer.parseInt(header.group(3));
    boolean flat = header.group(4) == null;
    return new Array(header.group(1), flat ? 1 : first, flat ? first : Integer.parseInt(header.group(4)),
        file.position(start + length).slice().order(ByteOrder.LITTLE_ENDIAN));
  }
}

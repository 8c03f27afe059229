package dropoutlab.math;

import java.util.Arrays;

/// The elements of a matrix that are not 0. The columns are taken in blocks of [#WIDTH]; within a block the elements
/// are in the order of the rows, from left to right.
final class NonZeros {
  /// The number of columns in a block.
  static final int WIDTH = Long.SIZE;
  /// The number of rows that are sampled to estimate how many elements of a matrix are 0.
  private static final int LOOKS = 8;
  /// Skipping zeros costs more per element than multiplying by them, so that it pays only if at most this share is not
  /// 0.
  private static final double FEW = 0.4;

  private final long[] square = new long[WIDTH];
  private long[] words = {};
  private float[] values = {};
  private int[] columns = {};
  private int[] starts = {};
  private int rows;
  private int count;

  /// Returns the elements that are not 0; entries after the last are undefined.
  float[] values() { return values; }

  /// Returns, for each of [#values], its column within the block.
  int[] columns() { return columns; }

  /// Returns the index in [#values] at which row `row` of block `block` begins; it ends where row `row + 1` begins.
  int start(int row, int block) { return starts[block * (rows + 1) + row]; }

  /// Returns whether few elements are not 0, judged by a sample that depends on the elements only, and not on the
  /// machine.
  static boolean areFew(View a) {
    if (a.rows() == 0 || a.cols() == 0) return false;
    boolean byRows = a.colStep() == 1;
    int rows = byRows ? a.rows() : a.cols(), cols = byRows ? a.cols() : a.rows();
    int width = Math.min(WIDTH, cols), looks = Math.min(LOOKS, rows), found = 0;
    for (int i = 0; i < looks; i++) {
      int row = i * rows / looks, col = i * (cols - width) / looks;
      found += Long.bitCount(word(a.data(), byRows ? a.at(row, col) : a.at(col, row), width));
    }
    return found <= FEW * looks * width;
  }

  /// Gathers the elements of `a`, whose rows or columns lie side by side.
  void take(View a) {
    int blocks = Math.ceilDiv(a.cols(), WIDTH);
    rows = a.rows();
    count = 0;
    if (starts.length < blocks * (rows + 1)) starts = new int[blocks * (rows + 1)];
    for (int block = 0; block < blocks; block++) {
      int col = block * WIDTH, width = Math.min(WIDTH, a.cols() - col);
      mark(a, col, width);
      for (int r = 0; r < rows; r++) {
        starts[block * (rows + 1) + r] = count;
        gather(a.data(), a.at(r, col), a.colStep(), words[r]);
      }
      starts[block * (rows + 1) + rows] = count;
    }
  }

  private void gather(float[] x, int at, int step, long word) {
    if (values.length < count + WIDTH) {
      values = Arrays.copyOf(values, 2 * count + WIDTH);
      columns = Arrays.copyOf(columns, values.length);
    }
    int to = count;
    for (long rest = word; rest != 0; rest &= rest - 1, to++) {
      int column = Long.numberOfTrailingZeros(rest);
      values[to] = x[at + column * step];
      columns[to] = column;
    }
    count = to;
  }

  /// Returns which elements of row `row` are not 0, among the columns marked last: bit c stands for the c-th of them.
  long word(int row) { return words[row]; }

  /// Marks, row by row, which of `width` columns of `a` from `col` on are not 0; gathers nothing.
  void mark(View a, int col, int width) {
    rows = a.rows();
    if (words.length < rows + WIDTH) words = new long[rows + WIDTH];
    if (a.colStep() == 1) for (int r = 0; r < rows; r++) words[r] = word(a.data(), a.at(r, col), width);
    else for (int r = 0; r < rows; r += WIDTH) markTurned(a, r, col, width);
  }

  /// Here the elements of a column lie side by side, and so a square of bits is marked by columns and then transposed.
  private void markTurned(View a, int row, int col, int width) {
    int count = Math.min(WIDTH, rows - row);
    for (int c = 0; c < width; c++) square[c] = word(a.data(), a.at(row, col + c), count);
    for (int c = width; c < WIDTH; c++) square[c] = 0;
    transpose(square);
    System.arraycopy(square, 0, words, row, WIDTH);
  }

  private static long word(float[] x, int at, int count) {
    int done = Vectors.USED ? VectorElements.lanes(count) : 0;
    long word = done > 0 ? VectorElements.nonZeros(x, at, done) : 0;
    for (int i = done; i < count; i++) if (x[at + i] != 0) word |= 1L << i;
    return word;
  }

  /// Transposes by swapping the squares beside the diagonal, first of half the side, then of a quarter, down to single
  /// bits (Warren 2012, 7-3).
  static void transpose(long[] square) {
    long low = 0x00000000FFFFFFFFL;
    for (int side = WIDTH / 2; side > 0; side /= 2, low ^= low << side)
      for (int i = 0; i < WIDTH; i = (i + side + 1) & ~side) {
        long swapped = ((square[i] >>> side) ^ square[i + side]) & low;
        square[i] ^= swapped << side;
        square[i + side] ^= swapped;
      }
  }
}

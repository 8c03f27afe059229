package dropoutlab.math;

/// A matrix as it lies inside a buffer: element (r, c) is `data[offset + r * rowStep + c * colStep]`. It owns nothing
/// and copies nothing; one view is placed, then moved from block to block, so that going through a batch makes no
/// garbage.
public final class View {
  private final View transposed;
  private float[] data = {};
  private int offset;
  private int rows;
  private int cols;
  private int rowStep;
  private int colStep;

  /// A view of nothing, to be placed.
  public View() { transposed = new View(this); }

  private View(View transposed) { this.transposed = transposed; }

  /// Makes this the row-major (rows x cols) block at `data[offset]` whose rows begin `rowStep` apart. Returns this.
  public View place(float[] data, int offset, int rows, int cols, int rowStep) {
    set(data, rows, cols, rowStep, 1);
    transposed.set(data, cols, rows, 1, rowStep);
    return at(offset);
  }

  private void set(float[] data, int rows, int cols, int rowStep, int colStep) {
    this.data = data;
    this.rows = rows;
    this.cols = cols;
    this.rowStep = rowStep;
    this.colStep = colStep;
  }

  /// Moves this, and its transpose with it, so that element (0, 0) is `data[offset]`. Returns this.
  public View at(int offset) {
    long end = rows == 0 || cols == 0 ? offset : offset + (rows - 1L) * rowStep + (cols - 1L) * colStep + 1;
    if (offset < 0 || end > data.length)
      throw new IllegalArgumentException(shape() + " from " + offset + " on ends at " + end + ", the buffer at "
          + data.length + ".");
    this.offset = offset;
    transposed.offset = offset;
    return this;
  }

  /// Makes this a block of `whole`: rows from `row` on, columns from `col` on. Returns this.
  View part(View whole, int row, int rows, int col, int cols) {
    set(whole.data, rows, cols, whole.rowStep, whole.colStep);
    transposed.set(whole.data, cols, rows, whole.colStep, whole.rowStep);
    return at(whole.at(row, col));
  }

  /// The same elements read with rows for columns; it follows this view wherever that is placed.
  public View transposed() { return transposed; }

  public int rows() { return rows; }

  public int cols() { return cols; }

  float[] data() { return data; }

  int rowStep() { return rowStep; }

  int colStep() { return colStep; }

  int at(int row, int col) { return offset + row * rowStep + col * colStep; }

  /// Overwrites the elements with those of `from`, of the same shape.
  void copyFrom(View from) {
    if (colStep == 1 && from.colStep == 1)
      for (int r = 0; r < rows; r++) System.arraycopy(from.data, from.at(r, 0), data, at(r, 0), cols);
    else
      for (int c = 0; c < cols; c++)
        for (int r = 0, to = at(0, c), at = from.at(0, c); r < rows; r++, to += rowStep, at += from.rowStep)
          data[to] = from.data[at];
  }

  String shape() { return rows + " x " + cols; }

  @Override public String toString() { return "View " + shape(); }
}

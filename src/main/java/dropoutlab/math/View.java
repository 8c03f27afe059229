package dropoutlab.math;

/// A matrix as it lies inside a buffer: element (r, c) is `data[offset + r * rowStep + c * colStep]`. A view owns no
/// memory and copies nothing. It is placed once and then moved from block to block, so that going through a batch
/// creates no objects.
public final class View {
  private final View transposed;
  private float[] data = {};
  private int offset;
  private int rows;
  private int cols;
  private int rowStep;
  private int colStep;

  /// Makes a view of nothing, which must be placed before use.
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

  /// Moves this view and its transpose, so that element (0, 0) is `data[offset]`. Returns this.
  public View at(int offset) {
    long end = rows == 0 || cols == 0 ? offset : offset + (rows - 1L) * rowStep + (cols - 1L) * colStep + 1;
    if (offset < 0 || end > data.length)
      throw new IllegalArgumentException(shape() + " from " + offset + " on ends at " + end + ", the buffer at "
          + data.length + ".");
    this.offset = offset;
    transposed.offset = offset;
    return this;
  }

  /// Makes this a block of `whole`, of `rows` rows from `row` on and `cols` columns from `col` on. Returns this.
  View part(View whole, int row, int rows, int col, int cols) {
    set(whole.data, rows, cols, whole.rowStep, whole.colStep);
    transposed.set(whole.data, cols, rows, whole.colStep, whole.rowStep);
    return at(whole.at(row, col));
  }

  /// Returns the same elements with rows and columns exchanged; it follows this view wherever that is placed.
  public View transposed() { return transposed; }

  public int rows() { return rows; }

  public int cols() { return cols; }

  float[] data() { return data; }

  int rowStep() { return rowStep; }

  int colStep() { return colStep; }

  int at(int row, int col) { return offset + row * rowStep + col * colStep; }

  String shape() { return rows + " x " + cols; }

  @Override public String toString() { return "View " + shape(); }
}

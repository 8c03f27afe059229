package dropoutlab.frame;

import java.util.Arrays;

/// An immutable row-major table of floats: what the engine shows to the outer floors.
public final class Table {
  public static final Table EMPTY = new Table(new float[0], 0, 0);

  private final float[] values;
  private final int rows;
  private final int cols;

  private Table(float[] values, int rows, int cols) {
    this.values = values;
    this.rows = rows;
    this.cols = cols;
  }

  /// A copy of the first rows x cols values.
  public static Table copyOf(float[] values, int rows, int cols) {
    return new Table(Arrays.copyOf(values, rows * cols), rows, cols);
  }

  /// One row.
  public static Table row(float... values) {
    return new Table(values.clone(), 1, values.length);
  }

  /// Fills a table from a function of (row, column).
  public static Table generate(int rows, int cols, Cell cell) {
    float[] values = new float[rows * cols];
    for (int r = 0; r < rows; r++) for (int c = 0; c < cols; c++) values[r * cols + c] = cell.at(r, c);
    return new Table(values, rows, cols);
  }

  @FunctionalInterface
  public interface Cell {
    float at(int row, int col);
  }

  public int rows() { return rows; }

  public int cols() { return cols; }

  public int size() { return values.length; }

  public boolean isEmpty() { return values.length == 0; }

  public float at(int row, int col) { return values[row * cols + col]; }

  /// The i-th value in row-major order.
  public float get(int i) { return values[i]; }

  public float[] toArray() { return values.clone(); }

  /// Copies all values into `target` from `offset` on.
  public void copyInto(float[] target, int offset) { System.arraycopy(values, 0, target, offset, values.length); }

  public boolean allFinite() {
    for (float v : values) if (!Float.isFinite(v)) return false;
    return true;
  }

  public float min() {
    float min = Float.POSITIVE_INFINITY;
    for (float v : values) min = Math.min(min, v);
    return min;
  }

  public float max() {
    float max = Float.NEGATIVE_INFINITY;
    for (float v : values) max = Math.max(max, v);
    return max;
  }

  @Override public boolean equals(Object o) {
    return o instanceof Table t && t.rows == rows && t.cols == cols && Arrays.equals(t.values, values);
  }

  @Override public int hashCode() { return Arrays.hashCode(values); }

  @Override public String toString() { return "Table " + rows + " x " + cols; }
}

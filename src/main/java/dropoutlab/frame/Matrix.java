package dropoutlab.frame;

import java.util.Arrays;

/// An immutable row-major matrix of numbers, in which the engine shows its values to the outer floors. It keeps floats
/// where the engine has floats (weights, activations, probabilities), and doubles in the user's units: far from zero,
/// two values that a float cannot distinguish can be far apart.
public final class Matrix {
  public static final Matrix EMPTY = new Matrix(new float[0], null, 0, 0);

  /// Exactly one of these two is null.
  private final float[] floats;
  private final double[] doubles;
  private final int rows;
  private final int cols;

  private Matrix(float[] floats, double[] doubles, int rows, int cols) {
    this.floats = floats;
    this.doubles = doubles;
    this.rows = rows;
    this.cols = cols;
  }

  /// Copies the first rows x cols values, which are kept as floats.
  public static Matrix copyOf(float[] values, int rows, int cols) {
    return new Matrix(Arrays.copyOf(values, rows * cols), null, rows, cols);
  }

  /// Copies the first rows x cols values, which are kept as doubles.
  public static Matrix copyOf(double[] values, int rows, int cols) {
    return new Matrix(null, Arrays.copyOf(values, rows * cols), rows, cols);
  }

  /// Makes one row of doubles.
  public static Matrix row(double... values) {
    return copyOf(values, 1, values.length);
  }

  /// Fills a matrix of doubles by a function of (row, column).
  public static Matrix generate(int rows, int cols, Cell cell) {
    double[] values = new double[rows * cols];
    for (int r = 0; r < rows; r++) for (int c = 0; c < cols; c++) values[r * cols + c] = cell.at(r, c);
    return new Matrix(null, values, rows, cols);
  }

  @FunctionalInterface
  public interface Cell {
    double at(int row, int col);
  }

  public int rows() { return rows; }

  public int cols() { return cols; }

  public int size() { return rows * cols; }

  public boolean isEmpty() { return size() == 0; }

  /// Returns whether the values are kept as floats.
  public boolean isOfFloats() { return floats != null; }

  public double at(int row, int col) { return get(row * cols + col); }

  /// Returns the i-th value in row-major order.
  public double get(int i) { return floats == null ? doubles[i] : floats[i]; }

  public double[] toArray() {
    double[] values = new double[size()];
    for (int i = 0; i < values.length; i++) values[i] = get(i);
    return values;
  }

  /// Copies all values into `target` from `offset` on, in single precision.
  public void copyInto(float[] target, int offset) {
    if (floats != null) System.arraycopy(floats, 0, target, offset, floats.length);
    else for (int i = 0; i < doubles.length; i++) target[offset + i] = (float) doubles[i];
  }

  public boolean allFinite() {
    for (int i = 0; i < size(); i++) if (!Double.isFinite(get(i))) return false;
    return true;
  }

  public double min() {
    double min = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size(); i++) min = Math.min(min, get(i));
    return min;
  }

  public double max() {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size(); i++) max = Math.max(max, get(i));
    return max;
  }

  /// Returns whether the shapes and all values are the same, however they are kept.
  @Override public boolean equals(Object o) {
    if (!(o instanceof Matrix t) || t.rows != rows || t.cols != cols) return false;
    for (int i = 0; i < size(); i++) if (Double.compare(get(i), t.get(i)) != 0) return false;
    return true;
  }

  @Override public int hashCode() {
    int hash = rows;
    for (int i = 0; i < size(); i++) hash = 31 * hash + Double.hashCode(get(i));
    return hash;
  }

  @Override public String toString() { return "Matrix " + rows + " x " + cols; }
}

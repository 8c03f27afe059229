package dropoutlab.math;

import java.util.Arrays;

/// A row-major float32 matrix: element (r, c) is `data()[r * cols + c]`. A row is an example, with few exceptions.
///
/// A tensor is a mutable buffer of the engine. Outside the engine, the immutable [dropoutlab.frame.Matrix] is used.
public final class Tensor {
  private float[] data;
  private int rows;
  private final int cols;
  private final View view = new View();

  /// Makes a tensor of zeros.
  public Tensor(int rows, int cols) {
    if (rows < 0 || cols < 0) throw new IllegalArgumentException("A tensor cannot be " + rows + " x " + cols);
    this.data = new float[Math.multiplyExact(rows, cols)];
    this.rows = rows;
    this.cols = cols;
    place();
  }

  private Tensor(float[] data, int rows, int cols) {
    this.data = data;
    this.rows = rows;
    this.cols = cols;
    place();
  }

  private Tensor place() {
    view.place(data, 0, rows, cols, cols);
    return this;
  }

  /// Wraps `data`, which is not copied and whose length must be rows x cols.
  public static Tensor of(int rows, int cols, float... data) {
    if (data.length != rows * cols)
      throw new IllegalArgumentException(rows + " x " + cols + " needs " + rows * cols + " values, got " + data.length);
    return new Tensor(data, rows, cols);
  }

  public int rows() { return rows; }

  public int cols() { return cols; }

  public int size() { return rows * cols; }

  /// Returns the live buffer, which has at least [#size] elements: a buffer that once held more rows keeps its
  /// capacity.
  public float[] data() { return data; }

  public float at(int row, int col) { return data[row * cols + col]; }

  public void set(int row, int col, float value) { data[row * cols + col] = value; }

  /// Changes the number of rows, so that one buffer serves batches of several sizes. After growth the contents are
  /// undefined. Returns this.
  public Tensor resize(int rows) {
    if (rows * cols > data.length) data = new float[Math.multiplyExact(rows, cols)];
    this.rows = rows;
    return place();
  }

  /// Makes this tensor a second way to read the buffer of `source`, in rows of this tensor's number of columns, which
  /// must divide its size; for example, the steps of all sequences of a batch become rows. Nothing is copied. The
  /// tensor is valid until `source` is resized. Returns this.
  public Tensor share(Tensor source) {
    if (source.size() % cols != 0)
      throw new IllegalArgumentException("Cannot read " + source.shape() + " in rows of " + cols + ".");
    data = source.data;
    rows = source.size() / cols;
    return place();
  }

  /// Returns all of this tensor as a view, which is kept up to date.
  View view() { return view; }

  /// Overwrites this tensor with `source`, which must have the same shape.
  public void copyFrom(Tensor source) {
    requireShape(source, "copy");
    System.arraycopy(source.data, 0, data, 0, size());
  }

  /// Overwrites row `row` with row `sourceRow` of `source`.
  public void copyRow(int row, Tensor source, int sourceRow) {
    System.arraycopy(source.data, sourceRow * cols, data, row * cols, cols);
  }

  public Tensor copy() {
    return new Tensor(Arrays.copyOf(data, size()), rows, cols);
  }

  public void fill(float value) {
    Arrays.fill(data, 0, size(), value);
  }

  /// Returns whether every element is finite.
  public boolean allFinite() {
    for (int i = 0; i < size(); i++) if (!Float.isFinite(data[i])) return false;
    return true;
  }

  void requireShape(Tensor other, String operation) {
    if (other.rows != rows || other.cols != cols)
      throw new IllegalArgumentException("Cannot " + operation + " " + other.shape() + " and " + shape());
  }

  public String shape() { return rows + " x " + cols; }

  @Override public String toString() { return "Tensor " + shape(); }
}

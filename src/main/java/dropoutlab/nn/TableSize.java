package dropoutlab.nn;

/// The rows and columns of a table that is not laid out yet.
public record TableSize(int rows, int cols) {
  /// How many numbers it holds, which may be more than an array can.
  public long count() { return (long) rows * cols; }

  static TableSize row(int cols) { return new TableSize(1, cols); }

  @Override public String toString() { return rows + " x " + cols; }
}

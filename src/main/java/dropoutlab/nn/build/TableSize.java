package dropoutlab.nn.build;

/// The numbers of rows and columns of a matrix that is not allocated yet.
public record TableSize(int rows, int cols) {
  /// Returns how many numbers the matrix holds, which may be more than an array can.
  public long count() { return (long) rows * cols; }

  static TableSize row(int cols) { return new TableSize(1, cols); }

  @Override public String toString() { return rows + " x " + cols; }
}

package dropoutlab.math;

/// Matrices of one size that lie in a buffer at even distances, counted by two indices: the heads of the examples of a
/// batch, say. They own nothing and copy nothing.
public final class Blocks {
  private final int rows;
  private final int cols;
  private final int rowStep;
  private final int outerStep;
  private final int innerStep;
  private final View view = new View();
  private float[] data = {};
  private int first;
  private boolean transposed;

  /// @param rowStep   from a row of a matrix to the next
  /// @param outerStep from a matrix to that of the next outer index
  /// @param innerStep from a matrix to that of the next inner index
  public Blocks(int rows, int cols, int rowStep, int outerStep, int innerStep) {
    this.rows = rows;
    this.cols = cols;
    this.rowStep = rowStep;
    this.outerStep = outerStep;
    this.innerStep = innerStep;
  }

  /// Turns to the matrices in `tensor` as it is now, element (0, 0) of the first being number `first` of its elements.
  /// Returns this.
  public Blocks in(Tensor tensor, int first) {
    data = tensor.data();
    this.first = first;
    transposed = false;
    return this;
  }

  /// As [#in], each matrix transposed.
  public Blocks transposedIn(Tensor tensor, int first) {
    in(tensor, first).transposed = true;
    return this;
  }

  /// The matrix of the two indices, until the next is asked for.
  View at(int outer, int inner) {
    view.place(data, first + outer * outerStep + inner * innerStep, rows, cols, rowStep);
    return transposed ? view.transposed() : view;
  }
}

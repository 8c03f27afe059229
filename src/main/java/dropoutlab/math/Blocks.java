package dropoutlab.math;

/// Matrices of one size that lie in a buffer at regular distances and are counted by two indices, for example the heads
/// of the examples of a batch. A `Blocks` owns no memory and copies nothing.
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

  /// @param rowStep   the distance from one row of a matrix to the next
  /// @param outerStep the distance from a matrix to that of the next outer index
  /// @param innerStep the distance from a matrix to that of the next inner index
  public Blocks(int rows, int cols, int rowStep, int outerStep, int innerStep) {
    this.rows = rows;
    this.cols = cols;
    this.rowStep = rowStep;
    this.outerStep = outerStep;
    this.innerStep = innerStep;
  }

  /// Points to the matrices in `tensor` as it is now; element (0, 0) of the first matrix is number `first` of the
  /// tensor's elements. Returns this.
  public Blocks in(Tensor tensor, int first) {
    data = tensor.data();
    this.first = first;
    transposed = false;
    return this;
  }

  /// Does the same as [#in], with each matrix transposed.
  public Blocks transposedIn(Tensor tensor, int first) {
    in(tensor, first).transposed = true;
    return this;
  }

  /// Returns the matrix of the two indices; the view is valid until the next call.
  View at(int outer, int inner) {
    view.place(data, first + outer * outerStep + inner * innerStep, rows, cols, rowStep);
    return transposed ? view.transposed() : view;
  }
}

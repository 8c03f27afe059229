package dropoutlab.math;

/// Products of matrices. `out` is overwritten and must be neither operand; the operands are not modified.
///
/// Element (i, j) of every product is the chain `c = fma(a, b, c)` over k = 0, 1, 2, ... from +0, so that its bits
/// depend neither on the width of the machine's vectors nor on how the work was divided into blocks. NaN and infinities
/// are passed on, and 0 x NaN is NaN, with one exception: if a factor is mostly 0, the steps with a zero of that factor
/// are skipped. The products use the Vector API, or plain loops where [Vectors] says so. A shape that does not fit
/// throws an [IllegalArgumentException].
public final class MatMul {
  private static final MatrixKernel KERNEL = Vectors.USED ? new VectorKernel() : new PlainKernel();

  private static final MatrixKernel SPARSE = new SparseKernel();
  private static final MatrixKernel NARROW = new NarrowKernel();

  private MatMul() {}

  /// out = a b: (m x k) (k x n) gives (m x n).
  public static void multiply(Tensor a, Tensor b, Tensor out) {
    require(a.cols() == b.rows(), a, "", b, "");
    requireOut(a.rows(), b.cols(), a, b, out);
    product(a.view(), b.view(), out.view());
  }

  /// out = aᵀ b: (k x m)ᵀ (k x n) gives (m x n).
  public static void multiplyTransposedA(Tensor a, Tensor b, Tensor out) {
    require(a.rows() == b.rows(), a, " transposed", b, "");
    requireOut(a.cols(), b.cols(), a, b, out);
    product(a.view().transposed(), b.view(), out.view());
  }

  /// out = a bᵀ: (m x k) (n x k)ᵀ gives (m x n).
  public static void multiplyTransposedB(Tensor a, Tensor b, Tensor out) {
    require(a.cols() == b.cols(), a, "", b, " transposed");
    requireOut(a.rows(), b.rows(), a, b, out);
    product(a.view(), b.view().transposed(), out.view());
  }

  /// out = a b on parts of larger matrices: (m x k) (k x n) gives (m x n). The factors may be transposed views; the
  /// columns of `out` lie side by side. The buffer of `out` must be neither factor's, even if the parts do not overlap.
  public static void multiply(View a, View b, View out) {
    if (a.cols() != b.rows())
      throw new IllegalArgumentException("Cannot multiply " + a.shape() + " by " + b.shape() + ".");
    if (out.rows() != a.rows() || out.cols() != b.cols() || out.colStep() != 1)
      throw new IllegalArgumentException(
          "A product of " + a.rows() + " x " + b.cols() + " does not fit into " + out.shape() + ".");
    if (out.data() == a.data() || out.data() == b.data())
      throw new IllegalArgumentException("A product cannot be written into the buffer of one of its factors.");
    product(a, b, out);
  }

  private static void product(View a, View b, View out) {
    if (out.cols() >= SparseKernel.LEAST_COLUMNS && NonZeros.areFew(a)) SPARSE.product(a, b, out);
    // fma(x, y) = fma(y, x), so that the transposed product has the same bits.
    else if (out.rows() >= SparseKernel.LEAST_COLUMNS && NonZeros.areFew(b.transposed()))
      SPARSE.product(b.transposed(), a.transposed(), out.transposed());
    else if (out.cols() == 1 && a.colStep() == 1) NARROW.product(a, b, out);
    else KERNEL.product(a, b, out);
  }

  private static void require(boolean fits, Tensor a, String aForm, Tensor b, String bForm) {
    if (!fits)
      throw new IllegalArgumentException("Cannot multiply " + a.shape() + aForm + " by " + b.shape() + bForm + ".");
  }

  private static void requireOut(int rows, int cols, Tensor a, Tensor b, Tensor out) {
    if (out.rows() != rows || out.cols() != cols)
      throw new IllegalArgumentException(
          "A product of " + rows + " x " + cols + " does not fit into " + out.shape() + ".");
    if (out.data() == a.data() || out.data() == b.data())
      throw new IllegalArgumentException(
          "The product of " + a.shape() + " and " + b.shape() + " cannot overwrite one of its factors.");
  }
}

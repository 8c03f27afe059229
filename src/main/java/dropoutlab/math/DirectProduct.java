package dropoutlab.math;

/// Products of many small matrices. [MatMul] first copies its factors into the order in which it reads them; here they
/// are read where they lie, which is faster for small matrices. The bits are those of [MatMul].
public final class DirectProduct {
  private DirectProduct() {}

  /// Computes out = a b for each of the `outer` times `inner` pairs of matrices. `out` is overwritten; its columns lie
  /// side by side, and its buffer must be neither factor's.
  public static void multiplyEach(Blocks a, Blocks b, Blocks out, int outer, int inner) {
    for (int i = 0; i < outer; i++)
      for (int j = 0; j < inner; j++) {
        View left = a.at(i, j), right = b.at(i, j), to = out.at(i, j);
        if (Vectors.USED && fit(left, right, to)) VectorDirect.product(left, right, to);
        else MatMul.multiply(left, right, to);
      }
  }

  /// Products that do not fit are left to [MatMul], which throws the exception.
  private static boolean fit(View a, View b, View out) {
    return a.cols() == b.rows() && out.rows() == a.rows() && out.cols() == b.cols() && out.colStep() == 1
        && out.data() != a.data() && out.data() != b.data();
  }
}

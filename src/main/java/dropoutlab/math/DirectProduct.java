package dropoutlab.math;

/// Products of many small matrices. [MatMul] first copies factors into the order in which it reads them; here they are
/// read where they lie, which is better when they are small. The bits are those of [MatMul].
public final class DirectProduct {
  private DirectProduct() {}

  /// out = a b for each of the matrices: `outer` times `inner` products. `out` is overwritten; its columns lie side by
  /// side, and its buffer is neither factor's.
  public static void multiplyEach(Blocks a, Blocks b, Blocks out, int outer, int inner) {
    for (int i = 0; i < outer; i++)
      for (int j = 0; j < inner; j++) {
        View left = a.at(i, j), right = b.at(i, j), to = out.at(i, j);
        if (Vectors.USED && fit(left, right, to)) VectorDirect.product(left, right, to);
        else MatMul.multiply(left, right, to);
      }
  }

  /// What does not fit is for [MatMul] to complain of.
  private static boolean fit(View a, View b, View out) {
    return a.cols() == b.rows() && out.rows() == a.rows() && out.cols() == b.cols() && out.colStep() == 1
        && out.data() != a.data() && out.data() != b.data();
  }
}

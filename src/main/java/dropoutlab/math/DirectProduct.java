package dropoutlab.math;

/// Products whose factors are read where they lie: better than [MatMul], which copies them into another order first, where
/// they are small or are used once. The bits are those of [MatMul]. Operands are not modified and must not share a buffer
/// with `out`, which is overwritten.
public final class DirectProduct {
  private DirectProduct() {}

  /// out = a b: (m x k) (k x n) gives (m x n). As [MatMul#multiply(View, View, View)].
  public static void multiply(View a, View b, View out) {
    if (Vectors.USED && b.colStep() == 1 && fit(a, b, out)) VectorDirect.product(a, b, out);
    else MatMul.multiply(a, b, out);
  }

  /// out = a b for each of the matrices: `outer` times `inner` products.
  public static void multiplyEach(Blocks a, Blocks b, Blocks out, int outer, int inner) {
    float[] turned = null;
    for (int i = 0; i < outer; i++)
      for (int j = 0; j < inner; j++) {
        View left = a.at(i, j), right = b.at(i, j), to = out.at(i, j);
        multiply(left, right, to);
      }
  }

  /// What does not fit is for [MatMul] to complain of.
  private static boolean fit(View a, View b, View out) {
    return a.cols() == b.rows() && out.rows() == a.rows() && out.cols() == b.cols() && out.colStep() == 1
        && out.data() != a.data() && out.data() != b.data();
  }
}

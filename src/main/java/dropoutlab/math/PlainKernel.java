package dropoutlab.math;

/// The products as plain loops, for machines without the Vector API.
final class PlainKernel implements MatrixKernel {
  @Override public void multiply(Tensor a, Tensor b, Tensor out) {
    out.fill(0);
    int n = b.cols();
    for (int i = 0; i < a.rows(); i++)
      for (int k = 0; k < a.cols(); k++) addScaledRow(a.at(i, k), b.data(), k * n, out.data(), i * n, n);
  }

  @Override public void multiplyTransposedA(Tensor a, Tensor b, Tensor out) {
    out.fill(0);
    int n = b.cols();
    for (int i = 0; i < a.cols(); i++)
      for (int k = 0; k < a.rows(); k++) addScaledRow(a.at(k, i), b.data(), k * n, out.data(), i * n, n);
  }

  @Override public void multiplyTransposedB(Tensor a, Tensor b, Tensor out) {
    int depth = a.cols();
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.rows(); j++) {
        float sum = 0;
        for (int k = 0; k < depth; k++) sum = Math.fma(a.data()[i * depth + k], b.data()[j * depth + k], sum);
        out.set(i, j, sum);
      }
    }
  }

  private static void addScaledRow(float scale, float[] row, int from, float[] sum, int to, int length) {
    for (int j = 0; j < length; j++) sum[to + j] = Math.fma(scale, row[from + j], sum[to + j]);
  }
}

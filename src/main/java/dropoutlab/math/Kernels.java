package dropoutlab.math;

import java.util.Arrays;

/// Elementwise operations of a dense network on tensors. Sums run down the rows one after the other in each column,
/// never across the lanes of a vector, so that every machine computes the same bits.
public final class Kernels {
  private Kernels() {}

  /// Adds `bias` (1 x cols) to every row of `x` (rows x cols), in place.
  public static void addRowVector(Tensor x, Tensor bias) {
    requireRow(bias, x);
    int cols = x.cols();
    float[] from = bias.data(), to = x.data();
    int done = Vectors.USED ? VectorElements.addRow(from, to, x.rows(), cols) : 0;
    if (done == cols) return;
    for (int r = 0; r < x.rows(); r++) for (int j = done; j < cols; j++) to[r * cols + j] += from[j];
  }

  /// Overwrites `out` (1 x cols) with the sums of the columns of `x` (rows x cols), added in the order of the rows.
  public static void columnSums(Tensor x, Tensor out) {
    requireRow(out, x);
    int cols = x.cols();
    float[] from = x.data(), to = out.data();
    int done = Vectors.USED ? VectorElements.columnSums(from, x.rows(), cols, to) : 0;
    if (done == cols) return;
    Arrays.fill(to, done, cols, 0);
    for (int r = 0; r < x.rows(); r++) for (int j = done; j < cols; j++) to[j] += from[r * cols + j];
  }

  /// y += a x, with one rounding per element (fma). `x` is not modified and must have the shape of `y`.
  public static void axpy(float a, Tensor x, Tensor y) {
    y.requireShape(x, "add");
    float[] from = x.data();
    float[] to = y.data();
    int size = y.size();
    for (int i = 0; i < size; i++) to[i] = Math.fma(a, from[i], to[i]);
  }

  /// out = x + y. `x` and `y` must have the same shape and are not modified, unless `out` is one of them. Returns
  /// `out`, resized to their shape.
  public static Tensor add(Tensor x, Tensor y, Tensor out) {
    x.requireShape(y, "add");
    out.resize(x.rows()).requireShape(x, "add into");
    float[] a = x.data(), b = y.data(), to = out.data();
    int size = out.size();
    for (int i = 0; i < size; i++) to[i] = a[i] + b[i];
    return out;
  }

  /// Sets `to` to `from` where `y` is above 0, and to 0 elsewhere. All have the same shape. There is no branch in the
  /// loop, because the processor would mispredict half of them.
  public static void gate(Tensor y, Tensor from, Tensor to) {
    from.requireShape(y, "gate");
    to.requireShape(y, "gate");
    float[] open = y.data(), in = from.data(), out = to.data();
    int n = y.size();
    int done = Vectors.USED ? VectorElements.gate(open, in, out, n) : 0;
    for (int i = done; i < n; i++) out[i] = open[i] > 0 ? in[i] : 0;
  }

  private static void requireRow(Tensor row, Tensor x) {
    if (row.rows() != 1 || row.cols() != x.cols())
      throw new IllegalArgumentException(
          "A row for " + x.shape() + " is 1 x " + x.cols() + ", not " + row.shape() + ".");
  }
}

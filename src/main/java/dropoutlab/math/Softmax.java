package dropoutlab.math;

/// The softmax of rows, `y = exp(s x) / Σ exp(s x)` with a scale s, and its backward pass `dx = s y (dy - Σ y dy)`. The
/// greatest value of a row is subtracted first, so that nothing overflows. Sums run in the order of the columns; each
/// addition waits for the one before it, and so four rows are summed side by side.
public final class Softmax {
  private Softmax() {}

  /// Computes the softmax of `x`, of which every `cols` consecutive elements are a row. `y` has the shape of `x` and is
  /// overwritten; both may be one tensor.
  public static void forward(Tensor x, int cols, float scale, Tensor y) {
    requireRows(x, cols, y);
    float[] from = x.data(), to = y.data();
    int end = x.size();
    for (int row = 0; row < end; row += cols) lessen(from, row, cols, scale, to);
    Elementary.exp(y);
    for (int row = 0; row < end; row += 4 * cols) {
      int last = end - cols, row1 = Math.min(row + cols, last), row2 = Math.min(row + 2 * cols, last);
      int row3 = Math.min(row + 3 * cols, last);
      float sum = 0, sum1 = 0, sum2 = 0, sum3 = 0;
      for (int c = 0; c < cols; c++) {
        sum += to[row + c];
        sum1 += to[row1 + c];
        sum2 += to[row2 + c];
        sum3 += to[row3 + c];
      }
      multiply(to, row, cols, 1 / sum);
      if (row1 > row) multiply(to, row1, cols, 1 / sum1);
      if (row2 > row1) multiply(to, row2, cols, 1 / sum2);
      if (row3 > row2) multiply(to, row3, cols, 1 / sum3);
    }
  }

  /// to = s (x - the greatest value of the row).
  private static void lessen(float[] x, int row, int cols, float scale, float[] to) {
    int done = Vectors.USED ? VectorSoftmax.lanes(cols) : 0;
    float largest = done > 0 ? VectorSoftmax.largest(x, row, done) : Float.NEGATIVE_INFINITY;
    for (int i = row + done; i < row + cols; i++) largest = Math.max(largest, x[i]);
    if (done > 0) VectorSoftmax.lessen(x, row, done, largest, scale, to);
    for (int i = row + done; i < row + cols; i++) to[i] = scale * (x[i] - largest);
  }

  private static void multiply(float[] x, int row, int cols, float by) {
    int done = Vectors.USED ? VectorSoftmax.multiply(x, row, cols, by) : 0;
    for (int i = row + done; i < row + cols; i++) x[i] *= by;
  }

  /// Computes the gradient by the input. `y` is the last result and is not modified, `dy` is the gradient by it; `dx`
  /// is overwritten and may be `dy`.
  public static void backward(Tensor y, Tensor dy, int cols, float scale, Tensor dx) {
    requireRows(y, cols, dy);
    requireRows(y, cols, dx);
    float[] out = y.data(), from = dy.data(), to = dx.data();
    int end = y.size();
    for (int row = 0; row < end; row += 4 * cols) {
      int last = end - cols, row1 = Math.min(row + cols, last), row2 = Math.min(row + 2 * cols, last);
      int row3 = Math.min(row + 3 * cols, last);
      float mean = 0, mean1 = 0, mean2 = 0, mean3 = 0;
      for (int c = 0; c < cols; c++) {
        mean = Math.fma(out[row + c], from[row + c], mean);
        mean1 = Math.fma(out[row1 + c], from[row1 + c], mean1);
        mean2 = Math.fma(out[row2 + c], from[row2 + c], mean2);
        mean3 = Math.fma(out[row3 + c], from[row3 + c], mean3);
      }
      slope(out, from, row, cols, scale, mean, to);
      if (row1 > row) slope(out, from, row1, cols, scale, mean1, to);
      if (row2 > row1) slope(out, from, row2, cols, scale, mean2, to);
      if (row3 > row2) slope(out, from, row3, cols, scale, mean3, to);
    }
  }

  /// dx = s y (dy - mean).
  private static void slope(float[] y, float[] dy, int row, int cols, float scale, float mean, float[] dx) {
    int done = Vectors.USED ? VectorSoftmax.slope(y, dy, row, cols, scale, mean, dx) : 0;
    for (int i = row + done; i < row + cols; i++) dx[i] = scale * y[i] * (dy[i] - mean);
  }

  private static void requireRows(Tensor x, int cols, Tensor y) {
    y.requireShape(x, "take the softmax of");
    if (x.size() % cols != 0)
      throw new IllegalArgumentException("Cannot read " + x.shape() + " in rows of " + cols + ".");
  }
}

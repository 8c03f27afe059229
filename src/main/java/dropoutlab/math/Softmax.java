package dropoutlab.math;

/// The softmax of rows, `y = exp(s x) / Σ exp(s x)` with a scale s, and its backward `dx = s y (dy - Σ y dy)`. The
/// largest of a row is taken away first, so that nothing overflows. Sums run in the order of the columns.
public final class Softmax {
  private Softmax() {}

  /// Every `cols` neighbours of `x` are a row; `y` has the shape of `x` and is overwritten. The two may be one tensor.
  public static void forward(Tensor x, int cols, float scale, Tensor y) {
    requireRows(x, cols, y);
    float[] from = x.data(), to = y.data();
    for (int row = 0; row < x.size(); row += cols) {
      float largest = Float.NEGATIVE_INFINITY;
      for (int c = row; c < row + cols; c++) if (from[c] > largest) largest = from[c];
      for (int c = row; c < row + cols; c++) to[c] = scale * (from[c] - largest);
    }
    Elementary.exp(y);
    for (int row = 0; row < x.size(); row += cols) {
      float sum = 0;
      for (int c = row; c < row + cols; c++) sum += to[c];
      float share = 1 / sum;
      for (int c = row; c < row + cols; c++) to[c] *= share;
    }
  }

  /// `y` is the last result, not modified, and `dy` the gradient by it; `dx` is overwritten and may be `dy`.
  public static void backward(Tensor y, Tensor dy, int cols, float scale, Tensor dx) {
    requireRows(y, cols, dy);
    requireRows(y, cols, dx);
    float[] out = y.data(), from = dy.data(), to = dx.data();
    for (int row = 0; row < y.size(); row += cols) {
      float mean = 0;
      for (int c = row; c < row + cols; c++) mean = Math.fma(out[c], from[c], mean);
      for (int c = row; c < row + cols; c++) to[c] = scale * out[c] * (from[c] - mean);
    }
  }

  private static void requireRows(Tensor x, int cols, Tensor y) {
    y.requireShape(x, "take the softmax of");
    if (x.size() % cols != 0)
      throw new IllegalArgumentException("Cannot read " + x.shape() + " in rows of " + cols + ".");
  }
}

package dropoutlab.nn.dropout;

import dropoutlab.math.Tensor;

/// What one pass multiplies the units of its examples by: the mask m of each example, or one row for all of them. The
/// way back uses the factors of the way forward, whatever is drawn or asked for in between.
final class Factors {
  private final Tensor values;
  private final boolean oneRow;
  private final Tensor y;
  private final Tensor dx;

  private Factors(Tensor values, boolean oneRow, Tensor y, Tensor dx) {
    this.values = values;
    this.oneRow = oneRow;
    this.y = y;
    this.dx = dx;
  }

  /// A row an example: `values` is (batch x units). `y` and `dx`, (any rows x units), take the results.
  static Factors ofEach(Tensor values, Tensor y, Tensor dx) { return new Factors(values, false, y, dx); }

  /// One row for all examples: `values` is (1 x units).
  static Factors ofAll(Tensor values, Tensor y, Tensor dx) { return new Factors(values, true, y, dx); }

  /// The way forward: `y = m x`.
  Tensor times(Tensor x) { return multiply(x, y); }

  /// The way back: `dx = m dOut`.
  Tensor timesBack(Tensor dOut) { return multiply(dOut, dx); }

  /// The factors of all examples, (batch x units), or one row, (1 x units).
  Tensor tensor() { return values; }

  float[] values() { return values.data(); }

  /// After how many of a batch's elements the factors begin again; `count` is the number of the batch's elements.
  int period(int count) { return oneRow ? values.cols() : count; }

  private Tensor multiply(Tensor from, Tensor to) {
    float[] in = from.data(), m = values.data(), out = to.resize(from.rows()).data();
    int units = from.cols();
    if (oneRow)
      for (int r = 0; r < from.rows(); r++)
        for (int c = 0; c < units; c++) out[r * units + c] = in[r * units + c] * m[c];
    else multiply(in, m, out, from.size());
    return to;
  }

  /// A loop over arrays alone, which the compiler turns into vectors.
  private static void multiply(float[] a, float[] b, float[] out, int n) {
    for (int i = 0; i < n; i++) out[i] = a[i] * b[i];
  }
}

package dropoutlab.nn.dropout;

import dropoutlab.math.Tensor;

/// The factors by which one pass multiplies the units: one mask m per example, or one row for all examples. The
/// backward pass uses the factors of its forward pass, even if another mask is drawn or asked for in between.
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

  /// Makes factors with one row per example: `values` is (batch x units). `y` and `dx`, (any rows x units), take the
  /// results.
  static Factors ofEach(Tensor values, Tensor y, Tensor dx) { return new Factors(values, false, y, dx); }

  /// Makes factors with one row for all examples: `values` is (1 x units).
  static Factors ofAll(Tensor values, Tensor y, Tensor dx) { return new Factors(values, true, y, dx); }

  /// Forward: `y = m x`.
  Tensor times(Tensor x) { return multiply(x, y); }

  /// Backward: `dx = m dOut`.
  Tensor timesBack(Tensor dOut) { return multiply(dOut, dx); }

  /// Returns the factors: (batch x units), or (1 x units) where one row serves all examples.
  Tensor tensor() { return values; }

  float[] values() { return values.data(); }

  /// Returns after how many elements of a batch the factors repeat; `count` is the number of elements in the batch.
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

  /// A plain loop over arrays, which the compiler turns into vector instructions.
  private static void multiply(float[] a, float[] b, float[] out, int n) {
    for (int i = 0; i < n; i++) out[i] = a[i] * b[i];
  }
}

package dropoutlab.math;

/// Products of one column, which would leave a vector of columns almost empty. Eight rows are computed side by side,
/// each as a chain of its own. Beyond the last row, that row is computed again, with the same bits.
final class NarrowKernel implements MatrixKernel {
  private static final int ROWS = 8;

  @Override public void product(View a, View b, View out) {
    for (int j = 0; j < out.cols(); j++) for (int i = 0; i < out.rows(); i += ROWS) chains(a, b, out, i, j);
  }

  private static void chains(View a, View b, View out, int i, int j) {
    float[] left = a.data(), right = b.data(), to = out.data();
    int last = a.rows() - 1, depth = a.cols(), step = a.colStep(), bStep = b.rowStep(), from = b.at(0, j);
    int i1 = Math.min(i + 1, last), i2 = Math.min(i + 2, last), i3 = Math.min(i + 3, last), i4 = Math.min(i + 4, last);
    int i5 = Math.min(i + 5, last), i6 = Math.min(i + 6, last), i7 = Math.min(i + 7, last);
    int a0 = a.at(i, 0), a1 = a.at(i1, 0), a2 = a.at(i2, 0), a3 = a.at(i3, 0);
    int a4 = a.at(i4, 0), a5 = a.at(i5, 0), a6 = a.at(i6, 0), a7 = a.at(i7, 0);
    float c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0;
    for (int k = 0; k < depth; k++) {
      float y = right[from + k * bStep];
      int at = k * step;
      c0 = Math.fma(left[a0 + at], y, c0);
      c1 = Math.fma(left[a1 + at], y, c1);
      c2 = Math.fma(left[a2 + at], y, c2);
      c3 = Math.fma(left[a3 + at], y, c3);
      c4 = Math.fma(left[a4 + at], y, c4);
      c5 = Math.fma(left[a5 + at], y, c5);
      c6 = Math.fma(left[a6 + at], y, c6);
      c7 = Math.fma(left[a7 + at], y, c7);
    }
    to[out.at(i, j)] = c0;
    to[out.at(i1, j)] = c1;
    to[out.at(i2, j)] = c2;
    to[out.at(i3, j)] = c3;
    to[out.at(i4, j)] = c4;
    to[out.at(i5, j)] = c5;
    to[out.at(i6, j)] = c6;
    to[out.at(i7, j)] = c7;
  }
}

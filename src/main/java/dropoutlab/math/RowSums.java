package dropoutlab.math;

/// Sums over rows of `n` values, each in the order of the columns. An addition waits for the one before it, and so four
/// rows are summed side by side. Where fewer are left, the last row is summed again.
final class RowSums {
  private RowSums() {}

  /// to[r] = Σ x.
  static void sums(float[] x, int rows, int n, double[] to) {
    for (int r = 0; r < rows; r += 4) {
      int r1 = Math.min(r + 1, rows - 1), r2 = Math.min(r + 2, rows - 1), r3 = Math.min(r + 3, rows - 1);
      int a0 = r * n, a1 = r1 * n, a2 = r2 * n, a3 = r3 * n;
      double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
      for (int i = 0; i < n; i++) {
        s0 += x[a0 + i];
        s1 += x[a1 + i];
        s2 += x[a2 + i];
        s3 += x[a3 + i];
      }
      to[r] = s0;
      to[r1] = s1;
      to[r2] = s2;
      to[r3] = s3;
    }
  }

  /// to[r] = Σ x².
  static void squares(float[] x, int rows, int n, double[] to) {
    for (int r = 0; r < rows; r += 4) {
      int r1 = Math.min(r + 1, rows - 1), r2 = Math.min(r + 2, rows - 1), r3 = Math.min(r + 3, rows - 1);
      int a0 = r * n, a1 = r1 * n, a2 = r2 * n, a3 = r3 * n;
      double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
      for (int i = 0; i < n; i++) {
        double x0 = x[a0 + i], x1 = x[a1 + i], x2 = x[a2 + i], x3 = x[a3 + i];
        s0 += x0 * x0;
        s1 += x1 * x1;
        s2 += x2 * x2;
        s3 += x3 * x3;
      }
      to[r] = s0;
      to[r1] = s1;
      to[r2] = s2;
      to[r3] = s3;
    }
  }

  /// With e = g d, where g is one row: sums[r] = Σ e and products[r] = Σ e h.
  static void products(float[] d, float[] g, float[] h, int rows, int n, double[] sums, double[] products) {
    for (int r = 0; r < rows; r += 2) {
      int r1 = Math.min(r + 1, rows - 1), a0 = r * n, a1 = r1 * n;
      double s0 = 0, s1 = 0, p0 = 0, p1 = 0;
      for (int i = 0; i < n; i++) {
        double e0 = g[i] * d[a0 + i], e1 = g[i] * d[a1 + i];
        s0 += e0;
        p0 += e0 * h[a0 + i];
        s1 += e1;
        p1 += e1 * h[a1 + i];
      }
      sums[r] = s0;
      products[r] = p0;
      sums[r1] = s1;
      products[r1] = p1;
    }
  }
}

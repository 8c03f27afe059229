package dropoutlab.math;

import java.util.Arrays;

/// The product as plain loops, for machines without the Vector API. The rows of `b` are copied into arrays of their
/// own, and four of them are added to one row of sums at a time: C2 vectorises a loop only if all arrays are read at
/// the same index, since otherwise they might overlap. Each thread has one [Scratch] for the copies, from which nothing
/// is reused after a product.
final class PlainKernel implements MatrixKernel {
  private static final int DEPTH_BLOCK = 32;
  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private static final class Scratch {
    final float[][] rows = new float[DEPTH_BLOCK][0];
    float[] sums = {};

    void widen(int cols) {
      if (cols <= sums.length) return;
      sums = new float[cols];
      Arrays.setAll(rows, i -> new float[cols]);
    }
  }

  @Override public void product(View a, View b, View out) {
    int depth = a.cols();
    int cols = out.cols();
    Scratch scratch = SCRATCH.get();
    scratch.widen(cols);
    for (int i = 0; i < out.rows(); i++) Arrays.fill(out.data(), out.at(i, 0), out.at(i, 0) + cols, 0);
    for (int k = 0; k < depth; k += DEPTH_BLOCK) {
      int steps = Math.min(DEPTH_BLOCK, depth - k);
      copyRows(b, k, steps, cols, scratch.rows);
      for (int i = 0; i < out.rows(); i++) {
        System.arraycopy(out.data(), out.at(i, 0), scratch.sums, 0, cols);
        addRows(a, a.at(i, k), scratch.rows, steps, scratch.sums, cols);
        System.arraycopy(scratch.sums, 0, out.data(), out.at(i, 0), cols);
      }
    }
  }

  private static void copyRows(View b, int k, int steps, int cols, float[][] rows) {
    if (b.colStep() == 1)
      for (int s = 0; s < steps; s++) System.arraycopy(b.data(), b.at(k + s, 0), rows[s], 0, cols);
    else
      for (int j = 0; j < cols; j++) for (int s = 0; s < steps; s++) rows[s][j] = b.data()[b.at(k + s, j)];
  }

  /// Continues one row of chains: sums += a(i, k + s) rows[s] for s = 0, 1, ..., steps - 1.
  private static void addRows(View a, int from, float[][] rows, int steps, float[] sums, int cols) {
    float[] x = a.data();
    int step = a.colStep();
    int s = 0;
    for (; s + 4 <= steps; s += 4) {
      int at = from + s * step;
      addFour(x[at], rows[s], x[at + step], rows[s + 1], x[at + 2 * step], rows[s + 2], x[at + 3 * step], rows[s + 3],
          sums, cols);
    }
    for (; s < steps; s++) addOne(x[from + s * step], rows[s], sums, cols);
  }

  private static void addFour(float a, float[] u, float b, float[] v, float c, float[] w, float d, float[] z,
      float[] sums, int cols) {
    for (int j = 0; j < cols; j++)
      sums[j] = Math.fma(d, z[j], Math.fma(c, w[j], Math.fma(b, v[j], Math.fma(a, u[j], sums[j]))));
  }

  private static void addOne(float a, float[] u, float[] sums, int cols) {
    for (int j = 0; j < cols; j++) sums[j] = Math.fma(a, u[j], sums[j]);
  }
}

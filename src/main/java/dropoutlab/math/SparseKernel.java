package dropoutlab.math;

import java.util.Arrays;

/// Products whose left factor has few elements other than 0, as ReLU and dropout make them. Steps with a zero are
/// skipped; where `b` is finite, this leaves every chain of [MatMul] as it is.
///
/// A panel of `b`, some columns wide, stays in the first-level cache while all rows of a block of `a` are multiplied by
/// it.
final class SparseKernel implements MatrixKernel {
  /// For fewer columns the dense product is faster: a step that is not skipped costs about the same for any number of
  /// columns.
  static final int LEAST_COLUMNS = 48;
  private static final int ROW_BLOCK = 128;
  private static final int DEPTH = NonZeros.WIDTH;
  private static final int PANEL = Vectors.USED ? VectorSparse.PANEL : 64;
  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  /// Working memory, from which nothing is reused after a product.
  private static final class Scratch {
    final NonZeros left = new NonZeros();
    final float[] copy = new float[DEPTH * PANEL];
    final float[] sums = new float[ROW_BLOCK * PANEL];
    final View rows = new View();
    final View right = new View();
    final View result = new View();
    final View panel = new View();
    final View beside = new View();
  }

  @Override public void product(View a, View b, View out) {
    Scratch scratch = SCRATCH.get();
    for (int i = 0; i < out.rows(); i += ROW_BLOCK) {
      int count = Math.min(ROW_BLOCK, out.rows() - i);
      View rows = scratch.rows.part(a, i, count, 0, a.cols());
      if (!once(out)) scratch.left.take(rows);
      for (int j = 0; j < out.cols(); j += PANEL)
        panels(scratch, once(out), b, scratch.result.part(out, i, count, j, Math.min(PANEL, out.cols() - j)), j);
    }
  }

  /// Returns whether each element of the left factor meets only one panel, so that it need not be gathered.
  private static boolean once(View out) { return Vectors.USED && out.cols() <= PANEL; }

  /// Computes the columns of the product from `col` on, into `out`. If there are many steps, the sums are kept together
  /// in working memory, because their places in `out` are far apart.
  private static void panels(Scratch scratch, boolean once, View b, View out, int col) {
    boolean whole = out.cols() == PANEL && out.colStep() == 1 && b.rows() <= DEPTH;
    View sums = whole ? out : scratch.beside.place(scratch.sums, 0, out.rows(), out.cols(), PANEL);
    if (whole) for (int r = 0; r < out.rows(); r++) Arrays.fill(out.data(), out.at(r, 0), out.at(r, 0) + PANEL, 0);
    else Arrays.fill(scratch.sums, 0, out.rows() * PANEL, 0);
    for (int k = 0; k < b.rows(); k += DEPTH) {
      View right = scratch.right.part(b, k, Math.min(DEPTH, b.rows() - k), col, out.cols());
      View panel = lies(right) ? right : scratch.panel.place(scratch.copy, 0, right.rows(), right.cols(), PANEL);
      if (panel != right) copy(right, scratch.copy);
      if (once) {
        scratch.left.mark(scratch.rows, k, right.rows());
        VectorSparse.add(scratch.left, scratch.rows, k, panel, sums);
      } else if (Vectors.USED) VectorSparse.add(scratch.left, k / DEPTH, panel, sums);
      else add(scratch.left, k / DEPTH, panel, sums);
    }
    if (!whole) copy(scratch.sums, out);
  }

  /// Returns whether a panel can be read where it lies.
  private static boolean lies(View right) {
    return right.colStep() == 1 && right.cols() == PANEL && right.rowStep() == PANEL;
  }

  /// Copies into rows that are PANEL apart. A distance that the compiler knows makes transposing twice as fast.
  private static void copy(View from, float[] to) {
    float[] data = from.data();
    if (from.colStep() == 1)
      for (int r = 0; r < from.rows(); r++) System.arraycopy(data, from.at(r, 0), to, r * PANEL, from.cols());
    else
      for (int c = 0; c < from.cols(); c++)
        for (int r = 0, at = from.at(0, c); r < from.rows(); r++) to[r * PANEL + c] = data[at + r];
  }

  /// Copies from rows that are PANEL apart.
  private static void copy(float[] from, View to) {
    float[] data = to.data();
    if (to.colStep() == 1)
      for (int r = 0; r < to.rows(); r++) System.arraycopy(from, r * PANEL, data, to.at(r, 0), to.cols());
    else
      for (int c = 0; c < to.cols(); c++)
        for (int r = 0, at = to.at(0, c); r < to.rows(); r++) data[at + r] = from[r * PANEL + c];
  }

  /// sums += left panel, over block `block` of the columns of `left`, in plain loops.
  private static void add(NonZeros left, int block, View panel, View sums) {
    float[] b = panel.data(), to = sums.data();
    for (int r = 0; r < sums.rows(); r++)
      for (int i = left.start(r, block); i < left.start(r + 1, block); i++) {
        int from = panel.at(left.columns()[i], 0), at = sums.at(r, 0);
        float x = left.values()[i];
        for (int j = 0; j < sums.cols(); j++) to[at + j] = Math.fma(x, b[from + j], to[at + j]);
      }
  }
}

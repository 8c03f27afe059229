package dropoutlab.math;

import static dropoutlab.math.VectorTiles.DEPTH;
import static dropoutlab.math.VectorTiles.LANES;
import static dropoutlab.math.VectorTiles.PANEL;
import static dropoutlab.math.VectorTiles.ROW_STEP;

import java.util.Arrays;

/// The products on the Vector API, blocked after Goto and van de Geijn (2008): a panel of `b` that fits into the
/// first-level cache is multiplied by a block of `a` that fits into the second. Both are copied into the order in which
/// [VectorTiles] reads them. Where k is divided into blocks, the next block continues from the partial sums in `out`,
/// so that every chain stays in one piece.
///
/// A panel has full vectors even if `b` has only a few columns, because masked loads and stores are slow on many
/// processors.
///
/// Each thread has one [Scratch] for the copies, from which nothing is reused after a product.
final class VectorKernel implements MatrixKernel {
  /// The number of rows of `a` in a block, which leaves room in a second-level cache of half a mebibyte.
  private static final int ROW_BLOCK = 384;
  private static final float[] ZEROS = new float[PANEL];
  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private static final class Scratch {
    final float[] block = new float[ROW_BLOCK * ROW_STEP];
    final float[] panel = new float[DEPTH * PANEL];
    /// Receives a panel that reaches beyond the edge of `out`.
    final float[] beside = new float[ROW_BLOCK * PANEL];
  }

  /// A narrow product by a transposed `a` is computed the other way round, since fma(x, y) = fma(y, x): then the small
  /// factor is the one to be transposed.
  @Override public void product(View a, View b, View out) {
    if (a.cols() == 0) clear(out);
    else if (a.colStep() != 1 && out.cols() < LANES) blocked(b.transposed(), a.transposed(), out.transposed());
    else blocked(a, b, out);
  }

  private static void clear(View out) {
    for (int i = 0; i < out.rows(); i++) Arrays.fill(out.data(), out.at(i, 0), out.at(i, 0) + out.cols(), 0);
  }

  private static void blocked(View a, View b, View out) {
    Scratch scratch = SCRATCH.get();
    int depth = a.cols();
    // All blocks have about the same size: the tiles of a short last block would hardly pay.
    int block = Math.ceilDiv(depth, Math.ceilDiv(depth, DEPTH));
    for (int i = 0; i < out.rows(); i += ROW_BLOCK) {
      int rows = Math.min(ROW_BLOCK, out.rows() - i);
      for (int k = 0; k < depth; k += block) {
        int steps = Math.min(block, depth - k);
        Packing.left(a, i, rows, k, steps, scratch.block);
        for (int j = 0; j < out.cols(); j += PANEL) {
          int width = Math.min(PANEL, out.cols() - j);
          Packing.right(b, k, steps, j, width, scratch.panel);
          panelProduct(scratch, rows, steps, width, out, out.at(i, j), k > 0);
        }
      }
    }
  }

  /// Multiplies the copies in `s`, over `steps` steps of k, into `rows` x `width` values of `out` from index `at` on;
  /// `resume` continues the chains that are there.
  private static void panelProduct(Scratch s, int rows, int steps, int width, View out, int at, boolean resume) {
    float[] to = out.data();
    int step = out.rowStep();
    if (width < PANEL || out.colStep() != 1) {
      if (resume) copy(to, at, step, out.colStep(), s.beside, 0, PANEL, 1, rows, width);
      else Arrays.fill(s.beside, 0, rows * PANEL, 0);
      VectorTiles.panel(s.block, rows, s.panel, steps, s.beside, 0, PANEL, s.beside, 0, PANEL);
      copy(s.beside, 0, PANEL, 1, to, at, step, out.colStep(), rows, width);
    } else if (resume) VectorTiles.panel(s.block, rows, s.panel, steps, to, at, step, to, at, step);
    else VectorTiles.panel(s.block, rows, s.panel, steps, ZEROS, 0, 0, to, at, step);
  }

  private static void copy(float[] from, int at, int rowStep, int colStep, float[] to, int toAt, int toRowStep,
      int toColStep, int rows, int cols) {
    for (int r = 0; r < rows; r++)
      for (int c = 0; c < cols; c++) to[toAt + r * toRowStep + c * toColStep] = from[at + r * rowStep + c * colStep];
  }
}

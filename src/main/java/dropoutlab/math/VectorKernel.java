package dropoutlab.math;

import static dropoutlab.math.VectorTiles.LANES;
import static dropoutlab.math.VectorTiles.PANEL;

import java.util.Arrays;

/// The products on the Vector API, blocked after Goto and van de Geijn (2008): a panel of `b` that fits the first-level
/// cache, copied into the order in which [VectorTiles] reads it, meets a block of `a` that fits the second. A panel has
/// full vectors even where `b` has only a few columns: masked loads and stores are slow on many processors.
///
/// Every chain starts from the zeros that `out` is filled with. Where k is cut into blocks, the next block goes on from
/// the partial sums in `out`, so that every chain stays in one piece.
///
/// The copies live in one [Scratch] a thread; nothing in it survives from one product to the next.
final class VectorKernel implements MatrixKernel {
  /// Steps of k whose panel fills half of a first-level cache of 32 KiB.
  private static final int DEPTH_BLOCK = 4096 / PANEL;
  /// Rows of `a` whose block leaves room in a second-level cache of half a mebibyte.
  private static final int ROW_BLOCK = 384;
  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private static final class Scratch {
    final float[] block = new float[DEPTH_BLOCK * ROW_BLOCK];
    final float[] panel = new float[DEPTH_BLOCK * PANEL];
    /// A panel over the edge of `out`.
    final float[] beside = new float[ROW_BLOCK * PANEL];
    /// Where the rows of `a` are to be found, and how far they are apart.
    float[] left;
    int leftFrom, leftStep;

    void placeLeft(View a, int row, int rows, int k, int steps) {
      boolean turned = a.colStep() != 1;
      if (turned) Packing.left(a, row, rows, k, steps, block);
      left = turned ? block : a.data();
      leftFrom = turned ? 0 : a.at(row, k);
      leftStep = turned ? steps : a.rowStep();
    }
  }

  /// A narrow product by a transposed `a` is taken the other way round, since fma(x, y) = fma(y, x): then the small
  /// factor is the one to be turned.
  @Override public void product(View a, View b, View out) {
    for (int i = 0; i < out.rows(); i++) Arrays.fill(out.data(), out.at(i, 0), out.at(i, 0) + out.cols(), 0);
    if (a.colStep() != 1 && out.cols() < LANES) blocked(b.transposed(), a.transposed(), out.transposed());
    else blocked(a, b, out);
  }

  private static void blocked(View a, View b, View out) {
    Scratch scratch = SCRATCH.get();
    int depth = a.cols();
    // Blocks of one size: tiles of a short last one would hardly pay.
    int block = Math.ceilDiv(depth, Math.max(1, Math.ceilDiv(depth, DEPTH_BLOCK)));
    for (int i = 0; i < out.rows(); i += ROW_BLOCK) {
      int rows = Math.min(ROW_BLOCK, out.rows() - i);
      for (int k = 0; k < depth; k += block) {
        int steps = Math.min(block, depth - k);
        scratch.placeLeft(a, i, rows, k, steps);
        for (int j = 0; j < out.cols(); j += PANEL) {
          int width = Math.min(PANEL, out.cols() - j);
          Packing.right(b, k, steps, j, width, scratch.panel);
          panelProduct(scratch, rows, steps, width, out, out.at(i, j));
        }
      }
    }
  }

  /// The rows and the panel in `s`, over `steps` of k, into `rows` x `width` of `out` from `at` on.
  private static void panelProduct(Scratch s, int rows, int steps, int width, View out, int at) {
    if (width == PANEL && out.colStep() == 1) {
      VectorTiles.panel(s.left, s.leftFrom, s.leftStep, rows, s.panel, steps, out.data(), at, out.rowStep());
    } else {
      copy(out.data(), at, out.rowStep(), out.colStep(), s.beside, 0, PANEL, 1, rows, width);
      VectorTiles.panel(s.left, s.leftFrom, s.leftStep, rows, s.panel, steps, s.beside, 0, PANEL);
      copy(s.beside, 0, PANEL, 1, out.data(), at, out.rowStep(), out.colStep(), rows, width);
    }
  }

  private static void copy(float[] from, int at, int rowStep, int colStep, float[] to, int toAt, int toRowStep,
      int toColStep, int rows, int cols) {
    for (int r = 0; r < rows; r++)
      for (int c = 0; c < cols; c++) to[toAt + r * toRowStep + c * toColStep] = from[at + r * rowStep + c * colStep];
  }
}

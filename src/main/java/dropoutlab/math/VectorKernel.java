package dropoutlab.math;

import static dropoutlab.math.VectorTiles.LANES;
import static dropoutlab.math.VectorTiles.PANEL;
import static dropoutlab.math.VectorTiles.ROWS;

import java.util.Arrays;

/// The products on the Vector API, blocked after Goto and van de Geijn (2008): a panel of `b` that fits the first-level
/// cache meets a block of `a` that fits the second, both copied into the order in which [VectorTiles] reads them. Where
/// k is cut into blocks, the next block goes on from the partial sums in `out`, so that every chain stays in one piece.
///
/// Small products are taken straight from the operands. The copies live in one [Scratch] a thread; nothing in it
/// survives from one product to the next.
final class VectorKernel implements MatrixKernel {
  /// Steps of k whose panel fits a first-level cache of 32 KiB even with vectors of 16 lanes.
  private static final int DEPTH_BLOCK = 256;
  /// Rows of `a` whose block fits half a mebibyte of the second-level cache.
  private static final int ROW_BLOCK = 384;
  /// Multiply-adds up to which copying costs more than it saves.
  private static final int SMALL = 16384;
  private static final float[] ZEROS = new float[PANEL];
  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private static final class Scratch {
    final float[] block = new float[DEPTH_BLOCK * ROW_BLOCK + LANES];
    final float[] panel = new float[DEPTH_BLOCK * PANEL];
    final float[] tile = new float[ROWS * PANEL];
    final View turned = new View();
  }

  @Override public void product(View a, View b, View out) {
    int depth = a.cols();
    boolean small = (long) out.rows() * out.cols() * depth <= SMALL;
    if (depth == 0) clear(out);
    else if (out.cols() == 1) column(a, b, out);
    else if (b.colStep() == 1 && (small || out.rows() <= ROWS)) direct(a, b, out);
    else if (small && out.cols() * depth <= DEPTH_BLOCK * PANEL) direct(a, turned(b), out);
    else blocked(a, b, out);
  }

  /// A product with a vector. Where the rows of `a` lie side by side they become the lanes: fma(x, y) = fma(y, x).
  private static void column(View a, View b, View out) {
    if (a.rowStep() == 1 && out.rowStep() == 1) direct(b.transposed(), a.transposed(), out.transposed());
    else for (int i = 0; i < out.rows(); i += ROWS) VectorTiles.column(a, b, out, i);
  }

  private static void direct(View a, View b, View out) {
    for (int j = 0; j < out.cols(); j += LANES)
      for (int i = 0; i < out.rows(); i += ROWS) VectorTiles.narrow(a, b, out, i, j);
  }

  private static void clear(View out) {
    for (int i = 0; i < out.rows(); i++) Arrays.fill(out.data(), out.at(i, 0), out.at(i, 0) + out.cols(), 0);
  }

  /// The small right operand of a transposed product, copied row by row of k.
  private static View turned(View b) {
    Scratch scratch = SCRATCH.get();
    float[] from = b.data();
    float[] copy = scratch.panel;
    int cols = b.cols();
    for (int j = 0; j < cols; j++) for (int k = 0; k < b.rows(); k++) copy[k * cols + j] = from[b.at(k, j)];
    return scratch.turned.place(copy, 0, b.rows(), cols, cols);
  }

  private static void blocked(View a, View b, View out) {
    int depth = a.cols();
    Scratch scratch = SCRATCH.get();
    for (int i = 0; i < out.rows(); i += ROW_BLOCK) {
      int rows = Math.min(ROW_BLOCK, out.rows() - i);
      for (int k = 0; k < depth; k += DEPTH_BLOCK) {
        int steps = Math.min(DEPTH_BLOCK, depth - k);
        Packing.left(a, i, rows, k, steps, scratch.block);
        for (int j = 0; j < out.cols(); j += PANEL) {
          Packing.right(b, k, steps, j, Math.min(PANEL, out.cols() - j), scratch.panel);
          panelProduct(scratch, i, rows, steps, j, out, k > 0);
        }
      }
    }
  }

  /// Rows i to i + rows of one panel of `out`; `resume` continues the chains that stand there.
  private static void panelProduct(Scratch s, int i, int rows, int steps, int j, View out, boolean resume) {
    float[] to = out.data();
    int step = out.rowStep();
    int width = Math.min(PANEL, out.cols() - j);
    for (int r = 0; r < rows; r += ROWS) {
      int at = out.at(i + r, j);
      int height = Math.min(ROWS, rows - r);
      if (height == ROWS && width == PANEL) {
        if (resume) VectorTiles.wide(s.block, r * steps, s.panel, steps, to, at, step, to, at, step);
        else VectorTiles.wide(s.block, r * steps, s.panel, steps, ZEROS, 0, 0, to, at, step);
      } else {
        // A tile over the edge of `out` is worked out beside it.
        if (resume) copyTile(to, at, step, s.tile, 0, PANEL, height, width);
        else Arrays.fill(s.tile, 0);
        VectorTiles.wide(s.block, r * steps, s.panel, steps, s.tile, 0, PANEL, s.tile, 0, PANEL);
        copyTile(s.tile, 0, PANEL, to, at, step, height, width);
      }
    }
  }

  private static void copyTile(float[] from, int at, int step, float[] to, int toAt, int toStep, int rows, int cols) {
    for (int r = 0; r < rows; r++) System.arraycopy(from, at + r * step, to, toAt + r * toStep, cols);
  }
}

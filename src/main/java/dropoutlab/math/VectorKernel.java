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
  /// Multiply-adds up to which copying costs more than it saves; with few steps or few columns it never pays.
  private static final int SMALL = 16384;
  private static final float[] ZEROS = new float[PANEL];
  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private static final class Scratch {
    final float[] block = new float[DEPTH_BLOCK * ROW_BLOCK + LANES];
    final float[] panel = new float[DEPTH_BLOCK * PANEL];
    final float[] tile = new float[ROWS * PANEL];
    private float[] edge = {};

    float[] edge(int depth) {
      if (edge.length < depth * LANES) edge = new float[depth * LANES];
      return edge;
    }
  }

  @Override public void product(Operand a, Operand b, int depth, Tensor out) {
    int rows = out.rows(), cols = out.cols();
    boolean small = (long) out.size() * depth <= SMALL || depth <= ROWS;
    if (depth == 0) out.fill(0);
    else if (cols == 1) column(a, b, depth, out);
    else if (cols < LANES || b.colStep() == 1 && (small || rows <= ROWS)) direct(a, b, depth, out.data(), rows, cols);
    else if (small && cols * depth <= DEPTH_BLOCK * PANEL)
      direct(a, turned(b, depth, cols), depth, out.data(), rows, cols);
    else blocked(a, b, depth, out);
  }

  /// A product with a vector. Where the rows of `a` lie side by side they become the lanes: fma(x, y) = fma(y, x).
  private static void column(Operand a, Operand b, int depth, Tensor out) {
    int rows = out.rows();
    if (a.rowStep() == 1) {
      Operand row = new Operand(b.data(), 0, b.rowStep());
      Operand turned = new Operand(a.data(), a.colStep(), 1);
      direct(row, turned, depth, out.data(), 1, rows);
    } else {
      for (int i = 0; i < rows; i += ROWS) VectorTiles.column(a, b, depth, out.data(), i, rows - 1);
    }
  }

  private static void direct(Operand a, Operand b, int depth, float[] out, int rows, int cols) {
    int whole = cols - cols % LANES;
    for (int j = 0; j < whole; j += LANES)
      for (int i = 0; i < rows; i += ROWS)
        VectorTiles.narrow(a, i, rows - 1, b.data(), j, b.rowStep(), depth, out, i * cols + j, cols);
    if (whole < cols) edge(a, b, depth, out, rows, cols, whole);
  }

  /// The columns from `whole` on, too few for a vector: worked out beside both factor and result, since loads and stores
  /// under a mask are slow at the end of an array.
  private static void edge(Operand a, Operand b, int depth, float[] out, int rows, int cols, int whole) {
    Scratch s = SCRATCH.get();
    float[] edge = s.edge(depth);
    int width = cols - whole;
    Arrays.fill(edge, 0, depth * LANES, 0);
    for (int k = 0; k < depth; k++)
      for (int j = 0; j < width; j++) edge[k * LANES + j] = b.data()[b.at(k, whole + j)];
    for (int i = 0; i < rows; i += ROWS) {
      VectorTiles.narrow(a, i, rows - 1, edge, 0, LANES, depth, s.tile, 0, LANES);
      copyTile(s.tile, 0, LANES, out, i * cols + whole, cols, Math.min(ROWS, rows - i), width);
    }
  }

  /// The small right operand of a transposed product, copied row by row of k.
  private static Operand turned(Operand b, int depth, int cols) {
    float[] copy = SCRATCH.get().panel;
    for (int j = 0; j < cols; j++) for (int k = 0; k < depth; k++) copy[k * cols + j] = b.data()[b.at(k, j)];
    return new Operand(copy, cols, 1);
  }

  private static void blocked(Operand a, Operand b, int depth, Tensor out) {
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
  private static void panelProduct(Scratch s, int i, int rows, int steps, int j, Tensor out, boolean resume) {
    float[] to = out.data();
    int cols = out.cols();
    int width = Math.min(PANEL, cols - j);
    for (int r = 0; r < rows; r += ROWS) {
      int at = (i + r) * cols + j;
      int height = Math.min(ROWS, rows - r);
      if (height == ROWS && width == PANEL) {
        if (resume) VectorTiles.wide(s.block, r * steps, s.panel, steps, to, at, cols, to, at, cols);
        else VectorTiles.wide(s.block, r * steps, s.panel, steps, ZEROS, 0, 0, to, at, cols);
      } else {
        // A tile over the edge of `out` is worked out beside it.
        if (resume) copyTile(to, at, cols, s.tile, 0, PANEL, height, width);
        else Arrays.fill(s.tile, 0);
        VectorTiles.wide(s.block, r * steps, s.panel, steps, s.tile, 0, PANEL, s.tile, 0, PANEL);
        copyTile(s.tile, 0, PANEL, to, at, cols, height, width);
      }
    }
  }

  private static void copyTile(float[] from, int at, int step, float[] to, int toAt, int toStep, int rows, int cols) {
    for (int r = 0; r < rows; r++) System.arraycopy(from, at + r * step, to, toAt + r * toStep, cols);
  }
}

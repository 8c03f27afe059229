package dropoutlab.claim.moments;

import dropoutlab.claim.Bench;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.ProgressMonitor;
import java.util.ArrayList;
import java.util.List;

/// Masks that a layer of dropout drew for one map, read off what it makes of ones.
///
/// @param rates how often it dropped each cell, (side x side)
/// @param empty the share of masks that dropped nothing
/// @param last  the last masks, the newest first
record DrawnMasks(Matrix rates, double empty, List<Matrix> last) {
  /// Masks that are drawn at a time.
  private static final int BATCH = 250;
  private static final int KEPT = 6;

  /// The first masks of the layer's stream: more of them begin with the same.
  static DrawnMasks of(Layer layer, int side, int masks, ProgressMonitor watch) {
    int cells = side * side, empty = 0;
    double[] dropped = new double[cells];
    List<Matrix> last = new ArrayList<>();
    for (int from = 0; from < masks; from += BATCH) {
      Bench.check(watch);
      int rows = Math.min(BATCH, masks - from);
      Tensor ones = new Tensor(rows, cells);
      ones.fill(1);
      Tensor out = layer.forward(ones, Mode.TRAIN);
      for (int row = 0; row < rows; row++) {
        if (count(out.data(), row * cells, dropped) == 0) empty++;
        if (from + row >= masks - KEPT) last.addFirst(mask(out, row, side));
      }
    }
    for (int i = 0; i < cells; i++) dropped[i] /= masks;
    return new DrawnMasks(Matrix.copyOf(dropped, side, side), (double) empty / masks, List.copyOf(last));
  }

  /// Counts in `dropped` what one mask drops, and returns how much that is.
  private static int count(float[] values, int offset, double[] dropped) {
    int all = 0;
    for (int i = 0; i < dropped.length; i++)
      if (values[offset + i] == 0) {
        dropped[i]++;
        all++;
      }
    return all;
  }

  private static Matrix mask(Tensor out, int row, int side) {
    return Matrix.generate(side, side, (r, c) -> out.at(row, r * side + c));
  }
}

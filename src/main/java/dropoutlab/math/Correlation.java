package dropoutlab.math;

import java.util.Arrays;

/// The sums of a convolution and of its gradients. The maps lie flat in a buffer with a fixed distance from row to row,
/// so that the value under a cell of the window is at `place + at[cell]` for every place.
///
/// Each element of a result is a chain of fma in a fixed order, so that its bits do not depend on the width of the
/// machine's vectors. Vectors reach beyond the last place, and the buffers must have room for that.
public final class Correlation {
  /// The number of floats in the widest vector of any machine.
  private static final int LONGEST = 16;

  private Correlation() {}

  /// Returns the least length of a row of `places` values.
  public static int roomOfPlaces(int places) { return Math.ceilDiv(places, 3 * LONGEST) * 3 * LONGEST; }

  /// Returns the least length of a row of `maps` values.
  public static int roomOfMaps(int maps) { return Math.ceilDiv(maps, LONGEST) * LONGEST; }

  /// Computes `out[m, p] = start[m] + Σ_k w[k, m] x[at[k] + p]` for p from 0 to `places`, exclusive, in the order of k.
  ///
  /// @param w     (cells x maps), not modified
  /// @param x     has the room of places from each `at` on; not modified
  /// @param start (1 x maps), not modified
  /// @param out   (maps x room of places), overwritten; the values after the last place are undefined
  public static void places(Tensor w, float[] x, int[] at, Tensor start, int places, Tensor out) {
    int maps = w.cols();
    if (at.length != w.rows() || start.size() != maps || out.rows() != maps || out.cols() < roomOfPlaces(places))
      throw new IllegalArgumentException(at.length + " cells and " + places + " places do not fit into weights of "
          + w.shape() + " and " + out.shape() + ".");
    if (Vectors.USED) VectorCorrelation.places(w.data(), maps, x, at, start.data(), places, out.data(), out.cols());
    else
      for (int m = 0, to = 0; m < maps; m++, to += out.cols()) {
        Arrays.fill(out.data(), to, to + places, start.data()[m]);
        for (int k = 0; k < at.length; k++) addMultiple(w.data()[k * maps + m], x, at[k], out.data(), to, places);
      }
  }

  private static void addMultiple(float a, float[] x, int from, float[] to, int at, int n) {
    for (int i = 0; i < n; i++) to[at + i] = Math.fma(a, x[from + i], to[at + i]);
  }

  /// Adds `Σ_p x[at[k] + p] d[p, m]` to `sums[k, m]` and `Σ_p d[p, m]` to `sums[cells, m]`, over all rows p of `d`, one
  /// after the other.
  ///
  /// @param d    (places x room of maps), not modified
  /// @param sums (cells + 1 x room of maps); only the first `maps` columns have a meaning
  public static void cells(float[] x, int[] at, Tensor d, int maps, Tensor sums) {
    if (sums.rows() != at.length + 1 || sums.cols() != d.cols() || d.cols() < roomOfMaps(maps))
      throw new IllegalArgumentException(at.length + " cells do not fit into " + sums.shape() + " and " + d.shape() + ".");
    int cols = d.cols();
    if (Vectors.USED) VectorCorrelation.cells(x, at, d.data(), d.rows(), maps, sums.data(), cols);
    else
      for (int p = 0; p < d.rows(); p++) {
        for (int k = 0; k < at.length; k++) addMultiple(x[at[k] + p], d.data(), p * cols, sums.data(), k * cols, maps);
        addMultiple(1, d.data(), p * cols, sums.data(), at.length * cols, maps);
      }
  }
}

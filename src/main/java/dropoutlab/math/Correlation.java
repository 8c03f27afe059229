package dropoutlab.math;

import java.util.Arrays;

/// The sums of a convolution and of its gradients, on maps that lie flat with a fixed distance from row to row, so that
/// the value under a cell of the window is at `place + at[cell]`, whatever the place.
///
/// Each element of a result is a chain of fma in a fixed order, so that its bits do not depend on the machine's vector
/// width. Vectors reach beyond the last place: buffers must have the room for that.
public final class Correlation {
  /// The longest vector of all machines.
  private static final int LONGEST = 16;

  private Correlation() {}

  /// How long a row of `places` values must be at least.
  public static int roomOfPlaces(int places) { return Math.ceilDiv(places, 3 * LONGEST) * 3 * LONGEST; }

  /// How long a row of `maps` values must be at least.
  public static int roomOfMaps(int maps) { return Math.ceilDiv(maps, LONGEST) * LONGEST; }

  /// `out[m, p] = start[m] + Σ_k w[k, m] x[at[k] + p]` for p from 0 to `places`, in the order of k.
  ///
  /// @param w     (cells x maps)
  /// @param x     long enough for the room of places from each `at` on
  /// @param start (1 x maps)
  /// @param out   (maps x room of places), overwritten; what lies behind the places is undefined
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

  /// `sums[k, m] += Σ_p x[at[k] + p] d[p, m]` for all rows p of `d`, one after the other; and `sums[cells, m] += Σ_p
  /// d[p, m]`.
  ///
  /// @param d    (places x room of maps)
  /// @param sums (cells + 1 x room of maps); only the first `maps` columns are meant
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

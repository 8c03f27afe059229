package dropoutlab.nn.spatial;

import dropoutlab.math.Correlation;
import dropoutlab.math.Rows;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.words.Words;

/// The places of a k x k window that slides over padded maps, and these maps laid out for [Correlation]: flat, so that
/// each cell of the window is at a fixed distance from the place of the window.
///
/// With stride s, a map is split into s x s phases, one for each pair of remainders of row and column by s; within a
/// phase the window moves by 1. Rows are `pitch` apart and share their padding: the zeros at the right of one row are
/// those at the left of the next. Between two rows of places there is therefore a gap of positions that are no places.
/// A sum computed at such a position is never read, and a gradient is 0 there.
public final class Windows {
  final Shape in;
  final int kernel;
  final int stride;
  final int padding;
  final int rows;
  final int cols;
  final int pitch;
  /// The position of each cell (map, i, j) for the first place.
  final int[] cells;
  private final int phase;
  private final float[] flat;

  /// How many rows and columns of places there are, how far apart the rows are, and the length of a phase.
  public record Extent(int rows, int cols, int pitch, long phase) {
    /// Throws an [IllegalArgumentException] if the window does not fit into the maps.
    public static Extent of(Shape in, int kernel, int stride, int padding) {
      if (kernel > in.rows() + 2 * padding || kernel > in.cols() + 2 * padding)
        throw new IllegalArgumentException(Words.of(padding > 0 ? "nn.layer.padded_window" : "nn.layer.window", kernel,
            in.rows(), in.cols(), padding));
      int cols = (in.cols() + 2 * padding - kernel) / stride + 1;
      int pitch = Math.max(cols, Math.ceilDiv(in.cols() + padding, stride));
      return new Extent((in.rows() + 2 * padding - kernel) / stride + 1, cols, pitch,
          (Math.ceilDiv(in.rows() + 2 * padding, stride) + 1L) * pitch);
    }

    /// Returns the length of all rows of places, with the gaps between them.
    public long places() { return (rows - 1L) * pitch + cols; }
  }

  /// Throws an [IllegalArgumentException] if the window does not fit into the maps.
  Windows(Shape in, int kernel, int stride, int padding) {
    Extent extent = Extent.of(in, kernel, stride, padding);
    this.in = in;
    this.kernel = kernel;
    this.stride = stride;
    this.padding = padding;
    rows = extent.rows;
    cols = extent.cols;
    pitch = extent.pitch;
    phase = (int) extent.phase;
    flat = new float[in.maps() * stride * stride * phase + Correlation.roomOfPlaces(1)];
    cells = new int[in.maps() * kernel * kernel];
    for (int cell = 0; cell < cells.length; cell++)
      cells[cell] = at(cell / (kernel * kernel), cell / kernel % kernel, cell % kernel);
  }

  /// Returns the length of all rows of places, with the gaps between them.
  int places() { return (rows - 1) * pitch + cols; }

  /// Returns the padded maps of the example that was laid out last.
  float[] flat() { return flat; }

  /// Returns the position of row `r` and column `c` of a padded map.
  private int at(int map, int r, int c) {
    return ((map * stride + r % stride) * stride + c % stride) * phase + r / stride * pitch + c / stride;
  }

  /// Lays out the example at `offset` of `images`.
  void lay(float[] images, int offset) {
    for (int map = 0, from = offset; map < in.maps(); map++, from += in.rows() * in.cols())
      if (stride == 1)
        Rows.copy(images, from, in.cols(), flat, at(map, padding, padding), pitch, in.rows(), in.cols());
      else
        for (int r = 0; r < in.rows(); r++)
          for (int c = 0; c < in.cols(); c++) flat[at(map, r + padding, c + padding)] = images[from + r * in.cols() + c];
  }

  /// Copies row m of `maps`, without its gaps, to map m of the example at `offset` of `y`.
  void take(Tensor maps, float[] y, int offset) {
    for (int m = 0; m < maps.rows(); m++)
      Rows.copy(maps.data(), m * maps.cols(), pitch, y, offset + m * rows * cols, cols, rows, cols);
  }

  /// Copies the maps of the example at `offset` of `dOut` into the columns of `d`, one row per place; the gaps are left
  /// as they are.
  void layAcross(float[] dOut, int offset, int maps, Tensor d) {
    for (int m = 0; m < maps; m++)
      Rows.copyTransposed(dOut, offset + m * rows * cols, d.data(), m, d.cols(), rows, cols, pitch * d.cols());
  }
}

package dropoutlab.nn.spatial;

import dropoutlab.math.Correlation;
import dropoutlab.math.Rows;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.words.Words;

/// Where a k x k window stands when it slides over padded maps, and the maps laid out for [Correlation]: flat, so that
/// a cell of the window is at the same distance from every place.
///
/// With stride s a map is taken apart into s x s phases, one for each remainder of row and column by s: within a phase
/// the window moves by 1. Rows are `pitch` apart; they share their padding, what is right of one being left of the
/// next. So between two rows of places there is a gap of positions that are no places. What a sum gives there nobody
/// reads, and a gradient is 0 there.
public final class Windows {
  final Shape in;
  final int kernel;
  final int stride;
  final int padding;
  final int rows;
  final int cols;
  final int pitch;
  /// Where each cell (map, i, j) is for the first place.
  final int[] cells;
  private final int phase;
  private final float[] flat;

  /// How many rows and columns of places there are, how far apart rows are, and how long a phase is.
  public record Extent(int rows, int cols, int pitch, long phase) {
    /// An [IllegalArgumentException] says so when the window does not fit.
    public static Extent of(Shape in, int kernel, int stride, int padding) {
      if (kernel > in.rows() + 2 * padding || kernel > in.cols() + 2 * padding)
        throw new IllegalArgumentException(Words.of(padding > 0 ? "nn.layer.padded_window" : "nn.layer.window", kernel,
            in.rows(), in.cols(), padding));
      int cols = (in.cols() + 2 * padding - kernel) / stride + 1;
      int pitch = Math.max(cols, Math.ceilDiv(in.cols() + padding, stride));
      return new Extent((in.rows() + 2 * padding - kernel) / stride + 1, cols, pitch,
          (Math.ceilDiv(in.rows() + 2 * padding, stride) + 1L) * pitch);
    }

    /// How long the rows of places are, with the gaps between them.
    public long places() { return (rows - 1L) * pitch + cols; }
  }

  /// An [IllegalArgumentException] says so when the window does not fit.
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

  /// How long the rows of places are, with the gaps between them.
  int places() { return (rows - 1) * pitch + cols; }

  /// The maps in which a window stands, as they were laid out last.
  float[] flat() { return flat; }

  /// Where row `r`, column `c` of a padded map is.
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

  /// Row m of `maps`, with gaps, becomes map m of the example at `offset` of `y`.
  void take(Tensor maps, float[] y, int offset) {
    for (int m = 0; m < maps.rows(); m++)
      Rows.copy(maps.data(), m * maps.cols(), pitch, y, offset + m * rows * cols, cols, rows, cols);
  }

  /// The maps of the example at `offset` of `dOut` become the columns of `d`, a row a place; the gaps are left as they
  /// are.
  void layAcross(float[] dOut, int offset, int maps, Tensor d) {
    for (int m = 0; m < maps; m++)
      Rows.copyTransposed(dOut, offset + m * rows * cols, d.data(), m, d.cols(), rows, cols, pitch * d.cols());
  }
}

package dropoutlab.nn;

import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import java.util.Arrays;

/// Where a k x k window stands when it slides over padded maps (im2col). A patch matrix is (maps k k x places): row
/// (map, i, j) holds, for every place (row by row), the value under window cell (i, j); outside the maps that is 0.
final class Patches {
  private final Shape in;
  private final int kernel;
  private final int stride;
  private final int padding;
  private final int rows;
  private final int cols;

  /// An [IllegalArgumentException] says so when the window does not fit.
  Patches(Shape in, int kernel, int stride, int padding) {
    if (kernel > in.rows() + 2 * padding || kernel > in.cols() + 2 * padding)
      throw new IllegalArgumentException("A window of " + kernel + " x " + kernel + " does not fit into maps of "
          + in.rows() + " x " + in.cols() + (padding > 0 ? " with padding " + padding : ""));
    this.in = in;
    this.kernel = kernel;
    this.stride = stride;
    this.padding = padding;
    rows = (in.rows() + 2 * padding - kernel) / stride + 1;
    cols = (in.cols() + 2 * padding - kernel) / stride + 1;
  }

  /// How many rows of places there are.
  int rows() { return rows; }

  /// How many places a row has.
  int cols() { return cols; }

  int places() { return rows * cols; }

  /// The number of values under one window.
  int size() { return in.maps() * kernel * kernel; }

  /// Overwrites `patches` (size x places) with what the windows see of the example at `offset` of `image`.
  void unfold(float[] image, int offset, Tensor patches) {
    float[] to = patches.data();
    for (int r = 0, at = 0; r < size(); r++) {
      int first = first(r % kernel, cols), end = end(r % kernel, in.cols(), cols);
      for (int row = 0; row < rows; row++, at += cols) {
        int y = row * stride - padding + r / kernel % kernel;
        if (y < 0 || y >= in.rows() || first >= end) {
          Arrays.fill(to, at, at + cols, 0);
          continue;
        }
        int from = start(r, y, offset);
        Arrays.fill(to, at, at + first, 0);
        for (int c = first; c < end; c++) to[at + c] = image[from + c * stride];
        Arrays.fill(to, at + end, at + cols, 0);
      }
    }
  }

  /// The transpose of [#unfold]: adds every value of `patches` to the pixel that it came from.
  void fold(Tensor patches, float[] image, int offset) {
    float[] from = patches.data();
    for (int r = 0, at = 0; r < size(); r++) {
      int first = first(r % kernel, cols), end = end(r % kernel, in.cols(), cols);
      for (int row = 0; row < rows; row++, at += cols) {
        int y = row * stride - padding + r / kernel % kernel;
        if (y < 0 || y >= in.rows()) continue;
        int to = start(r, y, offset);
        for (int c = first; c < end; c++) image[to + c * stride] += from[at + c];
      }
    }
  }

  /// Where in the image the place 0 of patch row `r` would lie, for image row `y`.
  private int start(int r, int y, int offset) {
    int map = r / (kernel * kernel);
    return offset + (map * in.rows() + y) * in.cols() + r % kernel - padding;
  }

  /// The first of `places` whose window cell `cell` lies on the map.
  private int first(int cell, int places) {
    return Math.min(places, Math.max(0, Math.ceilDiv(padding - cell, stride)));
  }

  /// The end of those places.
  private int end(int cell, int length, int places) {
    return Math.min(places, Math.max(0, Math.floorDiv(length - 1 + padding - cell, stride) + 1));
  }
}

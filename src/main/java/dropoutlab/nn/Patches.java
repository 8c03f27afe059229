package dropoutlab.nn;

import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import java.util.Arrays;

/// Where a k x k window stands when it slides over padded maps (im2col). A patch matrix is (maps k k x places): row
/// (map, i, j) holds, for every place (row by row), the value under window cell (i, j); outside the maps that is 0.
///
/// With stride 1 such a row is one piece of the padded image, and is copied in one piece: behind each row of places
/// there is then a gap of values that belong to no place, `pitch - cols` wide. A product computes numbers in the gaps,
/// too, which nobody reads; a gradient is 0 there.
final class Patches {
  private final Shape in;
  private final int kernel;
  private final int stride;
  private final int padding;
  private final int rows;
  private final int cols;
  private final int pitch;
  /// One padded image; none with another stride.
  private final float[] padded;

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
    pitch = stride == 1 ? in.cols() + 2 * padding : cols;
    padded = new float[stride == 1 ? in.maps() * (in.rows() + 2 * padding) * pitch : 0];
  }

  /// How many rows of places there are.
  int rows() { return rows; }

  /// How many places a row has.
  int cols() { return cols; }

  /// The distance from one row of places to the next.
  int pitch() { return pitch; }

  /// The width of a patch matrix.
  int places() { return (rows - 1) * pitch + cols; }

  /// The number of values under one window.
  int size() { return in.maps() * kernel * kernel; }

  /// Overwrites `patches` (size x places) with what the windows see of the example at `offset` of `image`.
  void unfold(float[] image, int offset, Tensor patches) {
    if (stride > 1) {
      unfoldPlaces(image, offset, patches);
      return;
    }
    for (int r = 0; r < in.maps() * in.rows(); r++)
      System.arraycopy(image, offset + r * in.cols(), padded, inPadding(r), in.cols());
    for (int r = 0; r < size(); r++)
      System.arraycopy(padded, start(r), patches.data(), r * places(), places());
  }

  private void unfoldPlaces(float[] image, int offset, Tensor patches) {
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
    if (stride > 1) {
      foldPlaces(patches, image, offset);
      return;
    }
    Arrays.fill(padded, 0);
    for (int r = 0; r < size(); r++) add(patches.data(), r * places(), padded, start(r), places());
    for (int r = 0; r < in.maps() * in.rows(); r++)
      add(padded, inPadding(r), image, offset + r * in.cols(), in.cols());
    // The padding has taken gradients, too.
    Arrays.fill(padded, 0);
  }

  private static void add(float[] from, int at, float[] to, int toAt, int n) {
    for (int i = 0; i < n; i++) to[toAt + i] += from[at + i];
  }

  /// Where row `row` of all maps' rows stands in the padded image.
  private int inPadding(int row) {
    return (row / in.rows() * (in.rows() + 2 * padding) + row % in.rows() + padding) * pitch + padding;
  }

  /// Where patch row `r` begins in the padded image.
  private int start(int r) {
    return (r / (kernel * kernel) * (in.rows() + 2 * padding) + r / kernel % kernel) * pitch + r % kernel;
  }

  private void foldPlaces(Tensor patches, float[] image, int offset) {
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

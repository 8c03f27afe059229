package dropoutlab.nn.spatial;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.math.MaxPoolKernel;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Passage;
import dropoutlab.spec.LayerSpec.Pool.PoolKind;

/// Pooling of each map by windows of k x k that are s apart. Rows and columns that do not fill a window are left out.
/// In both modes:
///
/// - maximum: `y = max x` over the window; backward, the gradient goes to that pixel, to the first of several equal
///   ones
/// - average: `y = Σ x / k²`; backward, every pixel of the window receives `dOut / k²`
///
/// Where windows overlap, their gradients are added.
public final class Pool implements Layer {
  private final PoolKind kind;
  private final Shape in;
  private final int size;
  private final int stride;
  private final Shape out;
  private final Tensor y;
  private final Tensor dx;
  /// For each output, the column of the pixel that was the maximum.
  private int[] winners = new int[0];

  /// Throws an [IllegalArgumentException] if the window does not fit into the maps.
  public Pool(PoolKind kind, Shape in, int size, int stride) {
    this.kind = kind;
    this.in = in;
    this.size = size;
    this.stride = stride;
    Windows.Extent extent = Windows.Extent.of(in, size, stride, 0);
    out = new Shape(in.maps(), extent.rows(), extent.cols());
    y = new Tensor(0, out.size());
    dx = new Tensor(0, in.size());
  }

  @Override public Pool sharing() { return new Pool(kind, in, size, stride); }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != in.size())
      throw new IllegalArgumentException("Pool expects " + in + " inputs, the batch has " + x.cols() + " columns");
    y.resize(x.rows());
    if (winners.length < y.size()) winners = new int[y.size()];
    for (int map = 0, i = 0; map < x.rows() * in.maps(); map++)
      for (int r = 0; r < out.rows(); r++, i += out.cols()) {
        switch (kind) {
          case MAX -> MaxPoolKernel.ofRow(x.data(), corner(map, r), in.cols(), size, stride, out.cols(), y.data(),
              winners, i);
          case AVERAGE -> average(x.data(), corner(map, r), i);
        }
      }
    return y;
  }

  @Override public Tensor backward(Tensor dOut) {
    dx.resize(dOut.rows()).fill(0);
    for (int map = 0, i = 0; map < dOut.rows() * in.maps(); map++)
      for (int r = 0; r < out.rows(); r++)
        for (int c = 0, corner = corner(map, r); c < out.cols(); c++, i++, corner += stride) {
          switch (kind) {
            case MAX -> dx.data()[winners[i]] += dOut.data()[i];
            case AVERAGE -> spread(dOut.data()[i] / (size * size), dx.data(), corner);
          }
        }
    return dx;
  }

  /// Returns the index of the first window in row `row` of windows, for a map counted over the whole batch.
  private int corner(int map, int row) { return (map * in.rows() + row * stride) * in.cols(); }

  private void average(float[] x, int corner, int to) {
    for (int c = 0; c < out.cols(); c++) y.data()[to + c] = sum(x, corner + c * stride) / (size * size);
  }

  private float sum(float[] x, int corner) {
    float sum = 0;
    for (int r = 0; r < size; r++)
      for (int at = corner + r * in.cols(), end = at + size; at < end; at++) sum += x[at];
    return sum;
  }

  private void spread(float share, float[] dx, int corner) {
    for (int r = 0; r < size; r++)
      for (int at = corner + r * in.cols(), end = at + size; at < end; at++) dx[at] += share;
  }

  @Override public boolean isRandom() { return false; }

  @Override public LayerView view(Passage passed) { return passed.plain(Kind.POOLING); }
}

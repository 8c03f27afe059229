package dropoutlab.data;

import dropoutlab.math.Tensor;
import java.util.stream.IntStream;

/// Examples in the engine's units. The tensors are shared and must not be modified.
///
/// @param x (examples x inputs), scaled
/// @param y (examples x outputs): the scaled target; 0 or 1 for two classes; one-hot for more
public record Examples(Tensor x, Tensor y) {
  public Examples {
    if (x.rows() != y.rows()) throw new IllegalArgumentException(x.rows() + " inputs but " + y.rows() + " targets");
  }

  /// A copy of these rows, in their order.
  public Examples pick(int[] rows) {
    Tensor someX = new Tensor(rows.length, x.cols()), someY = new Tensor(rows.length, y.cols());
    for (int i = 0; i < rows.length; i++) {
      someX.copyRow(i, x, rows[i]);
      someY.copyRow(i, y, rows[i]);
    }
    return new Examples(someX, someY);
  }

  /// Returns the first examples, at most so many.
  public Examples first(int most) { return size() <= most ? this : pick(IntStream.range(0, most).toArray()); }

  public int size() { return x.rows(); }

  /// Returns the class index of example `row`.
  public int label(int row) {
    if (y.cols() == 1) return y.at(row, 0) > 0.5f ? 1 : 0;
    int best = 0;
    for (int c = 1; c < y.cols(); c++) if (y.at(row, c) > y.at(row, best)) best = c;
    return best;
  }
}

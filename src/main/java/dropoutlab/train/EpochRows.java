package dropoutlab.train;

import dropoutlab.frame.Matrix;
import dropoutlab.nn.state.State;
import java.util.Arrays;

/// Rows of numbers, one row per epoch, append-only. When there are as many rows as there may be, every second one is
/// removed, and from then on only every second epoch is kept, so that memory stays bounded however long a run is.
///
/// Views share the arrays: rows below the size of a view are never written again.
final class EpochRows {
  private final int width;
  private final int capacity;
  private int[] epochs;
  private float[] values;
  private int size;
  private int stride = 1;

  /// @param width    the number of values in a row
  /// @param capacity the greatest number of rows
  EpochRows(int width, int capacity) {
    this.width = width;
    this.capacity = capacity;
    epochs = new int[Math.min(capacity, 256)];
    values = new float[epochs.length * width];
  }

  int[] epochs() { return epochs; }

  /// Returns the values, row after row.
  float[] values() { return values; }

  int size() { return size; }

  void append(int epoch, float[] row) {
    if (epoch % stride != 0) return;
    if (size == capacity) {
      thin();
      if (epoch % stride != 0) return;
    }
    if (size == epochs.length) {
      epochs = Arrays.copyOf(epochs, Math.min(capacity, 2 * size));
      values = Arrays.copyOf(values, epochs.length * width);
    }
    epochs[size] = epoch;
    System.arraycopy(row, 0, values, size * width, width);
    size++;
  }

  /// @param last the last epoch that was recorded; -1 if none was
  void keep(State state, int last) {
    stride = (int) state.count("stride", stride, 1, Integer.MAX_VALUE);
    int rows = last < 0 ? 0 : last / stride + 1;
    if (Integer.bitCount(stride) != 1 || rows > capacity) throw state.impossible("stride");
    Matrix kept = state.table("values", rows, width, () -> Matrix.copyOf(values, size, width));
    if (!state.isRestoring()) return;
    for (int i = 0; i < kept.size(); i++) if (Double.isInfinite(kept.get(i))) throw state.impossible("values");
    restore(kept);
  }

  private void restore(Matrix kept) {
    size = kept.rows();
    epochs = new int[Math.max(size, Math.min(capacity, 256))];
    values = new float[epochs.length * width];
    kept.copyInto(values, 0);
    for (int row = 0; row < size; row++) epochs[row] = row * stride;
  }

  private void thin() {
    int[] keptEpochs = new int[capacity];
    float[] keptValues = new float[capacity * width];
    for (int row = 0; row < size; row += 2) {
      keptEpochs[row / 2] = epochs[row];
      System.arraycopy(values, row * width, keptValues, row / 2 * width, width);
    }
    epochs = keptEpochs;
    values = keptValues;
    size = (size + 1) / 2;
    stride *= 2;
  }
}

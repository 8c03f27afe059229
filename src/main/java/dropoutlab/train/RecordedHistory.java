package dropoutlab.train;

import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// The curves of a run, append-only. At [#CAPACITY] rows every second row is removed, and from then on only every
/// second epoch is kept, so that memory stays bounded however long a run is.
///
/// A view shares its arrays with the recorder: rows below the size of the view are never written again.
final class RecordedHistory {
  static final int CAPACITY = 1 << 16;

  private final List<Curve> curves;
  private int[] epochs = new int[256];
  private float[] values;
  private int size;
  private int stride = 1;
  private OptionalInt bestEpoch = OptionalInt.empty();

  RecordedHistory(List<Curve> curves) {
    this.curves = List.copyOf(curves);
    values = new float[epochs.length * curves.size()];
  }

  List<Curve> curves() { return curves; }

  /// Appends the row of an epoch: one value per curve, in the order of the curves.
  void append(int epoch, float[] row) {
    if (epoch % stride != 0) return;
    if (size == CAPACITY) thin();
    if (size == epochs.length) {
      epochs = Arrays.copyOf(epochs, 2 * size);
      values = Arrays.copyOf(values, 2 * size * row.length);
    }
    epochs[size] = epoch;
    System.arraycopy(row, 0, values, size * row.length, row.length);
    size++;
  }

  /// Marks the epoch whose weights early stopping would keep now.
  void markBest(int epoch) { bestEpoch = OptionalInt.of(epoch); }

  private void thin() {
    int width = curves.size();
    int[] keptEpochs = new int[CAPACITY];
    float[] keptValues = new float[CAPACITY * width];
    for (int row = 0; row < size; row += 2) {
      keptEpochs[row / 2] = epochs[row];
      System.arraycopy(values, row * width, keptValues, row / 2 * width, width);
    }
    epochs = keptEpochs;
    values = keptValues;
    size = (size + 1) / 2;
    stride *= 2;
  }

  History view() { return new View(curves, epochs, values, size, bestEpoch); }

  private record View(List<Curve> curves, int[] epochs, float[] values, int size, OptionalInt bestEpoch)
      implements History {
    @Override public int epoch(int row) { return epochs[row]; }

    @Override public float value(int column, int row) {
      return column < 0 ? Float.NaN : values[row * curves.size() + column];
    }
  }
}

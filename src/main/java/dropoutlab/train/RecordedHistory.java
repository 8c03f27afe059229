package dropoutlab.train;

import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import java.util.Arrays;
import java.util.OptionalInt;

/// The curves of a run, append-only. At [#CAPACITY] rows every second one is given up and from then on only every
/// second epoch is kept, so that memory stays bounded however long a run is.
///
/// A view shares the arrays with the recorder: rows below its size are never written again.
final class RecordedHistory {
  static final int CAPACITY = 1 << 16;
  private static final int CURVES = Curve.values().length;

  private int[] epochs = new int[256];
  private float[] values = new float[256 * CURVES];
  private int size;
  private int stride = 1;
  private OptionalInt bestEpoch = OptionalInt.empty();

  /// Appends the row of an epoch: one value a [Curve], in their order.
  void append(int epoch, float[] row) {
    if (epoch % stride != 0) return;
    if (size == CAPACITY) thin();
    if (size == epochs.length) {
      epochs = Arrays.copyOf(epochs, 2 * size);
      values = Arrays.copyOf(values, 2 * size * CURVES);
    }
    epochs[size] = epoch;
    System.arraycopy(row, 0, values, size * CURVES, CURVES);
    size++;
  }

  /// Marks the epoch whose weights early stopping would keep now.
  void markBest(int epoch) { bestEpoch = OptionalInt.of(epoch); }

  private void thin() {
    int[] keptEpochs = new int[CAPACITY];
    float[] keptValues = new float[CAPACITY * CURVES];
    for (int row = 0; row < size; row += 2) {
      keptEpochs[row / 2] = epochs[row];
      System.arraycopy(values, row * CURVES, keptValues, row / 2 * CURVES, CURVES);
    }
    epochs = keptEpochs;
    values = keptValues;
    size = (size + 1) / 2;
    stride *= 2;
  }

  History view() {
    return new View(epochs, values, size, bestEpoch);
  }

  private record View(int[] epochs, float[] values, int size, OptionalInt bestEpoch) implements History {
    @Override public int epoch(int row) { return epochs[row]; }

    @Override public float value(Curve curve, int row) { return values[row * CURVES + curve.ordinal()]; }
  }
}

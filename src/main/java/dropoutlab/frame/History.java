package dropoutlab.frame;

import java.util.OptionalInt;

/// A view of the recorded curves: `size()` rows, each with its epoch (0 is before training). A value that was not
/// measured (masks on at epoch 0, a twin that is switched off, validation where nothing is held out) is NaN.
public interface History {
  int size();

  int epoch(int row);

  float value(Curve curve, int row);

  /// Under early stopping, the epoch with the lowest validation loss so far, whose weights are kept.
  default OptionalInt bestEpoch() { return OptionalInt.empty(); }

  /// The first row with the lowest value of a curve; 0 where it has none.
  default int lowestRow(Curve curve) {
    int lowest = 0;
    for (int row = 1; row < size(); row++) if (value(curve, row) < value(curve, lowest)) lowest = row;
    return lowest;
  }

  /// The epoch of that row.
  default int lowestEpoch(Curve curve) { return epoch(lowestRow(curve)); }

  /// The same run up to an epoch.
  default History until(int epoch) {
    int rows = 0;
    while (rows < size() && epoch(rows) <= epoch) rows++;
    return new Until(this, rows);
  }

  /// The first rows of a history.
  record Until(History whole, int size) implements History {
    @Override public int epoch(int row) { return whole.epoch(row); }

    @Override public float value(Curve curve, int row) { return whole.value(curve, row); }

    @Override public OptionalInt bestEpoch() {
      return whole.bestEpoch().isEmpty() ? OptionalInt.empty() : OptionalInt.of(lowestEpoch(Curve.VALIDATION));
    }
  }

  /// Whether there are validation data, on which the first weights are measured already.
  default boolean holdsOut() { return size() == 0 || !Float.isNaN(value(Curve.VALIDATION, 0)); }

  default float last(Curve curve) { return size() == 0 ? Float.NaN : value(curve, size() - 1); }
}

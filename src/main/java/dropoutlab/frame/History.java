package dropoutlab.frame;

import java.util.List;
import java.util.OptionalInt;

/// A view of the recorded curves: `size()` rows, each with its epoch (0 is before training). A value that was not
/// measured is NaN: masks on at epoch 0, a twin that is switched off, a network beside that has failed, and validation
/// if nothing is held out.
public interface History {
  /// Nothing was recorded yet.
  History EMPTY = new History() {
    @Override public List<Curve> curves() { return List.of(); }

    @Override public int size() { return 0; }

    @Override public int epoch(int row) { throw new IndexOutOfBoundsException(row); }

    @Override public float value(int column, int row) { throw new IndexOutOfBoundsException(row); }
  };

  /// Returns the columns: those of the experiment's own network, those of the twin, then those of each network beside.
  List<Curve> curves();

  int size();

  int epoch(int row);

  /// Returns the value of the curve at that index of [#curves]; NaN for the index -1.
  float value(int column, int row);

  /// Returns the value of a curve; NaN for a curve that is not among [#curves]. If many rows are needed, [#column]
  /// saves the search.
  default float value(Curve curve, int row) { return value(column(curve), row); }

  /// Returns the index of a curve among [#curves], or -1.
  default int column(Curve curve) { return curves().indexOf(curve); }

  /// Returns the epoch with the lowest validation loss so far, whose weights early stopping keeps; empty without early
  /// stopping.
  default OptionalInt bestEpoch() { return OptionalInt.empty(); }

  /// Returns the first row with the lowest value of a curve; 0 if the curve has no value.
  default int lowestRow(Curve curve) {
    int lowest = 0, column = column(curve);
    for (int row = 1; row < size(); row++) if (value(column, row) < value(column, lowest)) lowest = row;
    return lowest;
  }

  /// Returns the epoch of that row.
  default int lowestEpoch(Curve curve) { return epoch(lowestRow(curve)); }

  /// Returns the names of the networks beside that have columns.
  default List<String> beside() {
    return curves().stream().filter(curve -> !curve.ofOwn() && !curve.ofTwin()).map(Curve::network).distinct().toList();
  }

  /// Returns the same run up to an epoch.
  default History until(int epoch) {
    int rows = 0;
    while (rows < size() && epoch(rows) <= epoch) rows++;
    return new Until(this, rows);
  }

  /// The first rows of a history.
  record Until(History whole, int size) implements History {
    @Override public List<Curve> curves() { return whole.curves(); }

    @Override public int epoch(int row) { return whole.epoch(row); }

    @Override public float value(int column, int row) { return whole.value(column, row); }

    @Override public OptionalInt bestEpoch() {
      return whole.bestEpoch().isEmpty() ? OptionalInt.empty() : OptionalInt.of(lowestEpoch(Curve.VALIDATION));
    }
  }

  /// Returns the same run with the network of that name as the experiment's own, and none beside.
  ///
  /// @param twin whether the twin is kept
  default History seenFrom(String network, boolean twin) { return Seen.of(this, network, twin); }

  /// The columns of one network in the place of the own network's.
  ///
  /// @param places the indices of [Curve#ofOwnAndTwin] among the curves of the whole history; -1 for a missing one
  record Seen(History whole, List<Integer> places) implements History {
    private static final List<Curve> CURVES = Curve.ofOwnAndTwin();

    static Seen of(History whole, String network, boolean twin) {
      return new Seen(whole, CURVES.stream().map(curve -> curve.ofTwin() && !twin ? -1
          : whole.column(curve.ofTwin() ? curve : new Curve(network, curve.metric()))).toList());
    }

    @Override public List<Curve> curves() { return CURVES; }

    @Override public int size() { return whole.size(); }

    @Override public int epoch(int row) { return whole.epoch(row); }

    @Override public float value(int column, int row) {
      return whole.value(column < 0 ? column : places.get(column), row);
    }

    @Override public OptionalInt bestEpoch() {
      return whole.bestEpoch().isEmpty() ? OptionalInt.empty() : OptionalInt.of(lowestEpoch(Curve.VALIDATION));
    }
  }

  /// Returns whether there are validation data, on which the first weights have already been measured.
  default boolean holdsOut() { return size() == 0 || !Float.isNaN(value(Curve.VALIDATION, 0)); }

  default float last(Curve curve) { return size() == 0 ? Float.NaN : value(curve, size() - 1); }
}

package dropoutlab.frame;

import java.util.List;
import java.util.OptionalInt;

/// A view of the recorded curves: `size()` rows, each with its epoch (0 is before training). A value that was not
/// measured (masks on at epoch 0, a twin that is switched off, a network beside that has failed, validation where nothing
/// is held out) is NaN.
public interface History {
  /// Nothing was recorded yet.
  History EMPTY = new History() {
    @Override public List<Curve> curves() { return List.of(); }

    @Override public int size() { return 0; }

    @Override public int epoch(int row) { throw new IndexOutOfBoundsException(row); }

    @Override public float value(int column, int row) { throw new IndexOutOfBoundsException(row); }
  };

  /// The columns: those of the experiment's own network, those of the twin, then of each network beside.
  List<Curve> curves();

  int size();

  int epoch(int row);

  /// The value of the curve with that place among [#curves]; NaN for the place -1.
  float value(int column, int row);

  /// NaN for a curve that is none of [#curves]. Where many rows are asked for, [#column] spares the search.
  default float value(Curve curve, int row) { return value(column(curve), row); }

  /// The place of a curve among [#curves], or -1.
  default int column(Curve curve) { return curves().indexOf(curve); }

  /// Under early stopping, the epoch with the lowest validation loss so far, whose weights are kept.
  default OptionalInt bestEpoch() { return OptionalInt.empty(); }

  /// The first row with the lowest value of a curve; 0 where it has none.
  default int lowestRow(Curve curve) {
    int lowest = 0, column = column(curve);
    for (int row = 1; row < size(); row++) if (value(column, row) < value(column, lowest)) lowest = row;
    return lowest;
  }

  /// The epoch of that row.
  default int lowestEpoch(Curve curve) { return epoch(lowestRow(curve)); }

  /// The networks beside that have columns.
  default List<String> beside() {
    return curves().stream().filter(curve -> !curve.ofOwn() && !curve.ofTwin()).map(Curve::network).distinct().toList();
  }

  /// The same run up to an epoch.
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

  /// The same run with the network of that name as the experiment's own, and none beside.
  ///
  /// @param twin whether the twin goes along
  default History seenFrom(String network, boolean twin) { return Seen.of(this, network, twin); }

  /// The columns of one network in the place of the own network's.
  ///
  /// @param places of [Curve#ofOwnAndTwin] among the curves of the whole; -1 for one that is not there
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

  /// Whether there are validation data, on which the first weights are measured already.
  default boolean holdsOut() { return size() == 0 || !Float.isNaN(value(Curve.VALIDATION, 0)); }

  default float last(Curve curve) { return size() == 0 ? Float.NaN : value(curve, size() - 1); }
}

package dropoutlab.train;

import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.nn.state.State;
import java.util.List;
import java.util.OptionalInt;

/// The curves of a run; see [EpochRows].
final class RecordedHistory {
  static final int CAPACITY = 1 << 16;

  private final List<Curve> curves;
  private final EpochRows rows;
  private OptionalInt bestEpoch = OptionalInt.empty();

  RecordedHistory(List<Curve> curves) {
    this.curves = List.copyOf(curves);
    rows = new EpochRows(curves.size(), CAPACITY);
  }

  List<Curve> curves() { return curves; }

  /// Appends the row of an epoch: one value per curve, in the order of the curves.
  void append(int epoch, float[] row) { rows.append(epoch, row); }

  /// Marks the epoch whose weights early stopping would keep now.
  void markBest(int epoch) { bestEpoch = OptionalInt.of(epoch); }

  void keep(State state, int last) {
    rows.keep(state, last);
    int best = (int) state.count("best", bestEpoch.orElse(-1), -1, last);
    bestEpoch = best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  History view() { return new View(curves, rows.epochs(), rows.values(), rows.size(), bestEpoch); }

  private record View(List<Curve> curves, int[] epochs, float[] values, int size, OptionalInt bestEpoch)
      implements History {
    @Override public int epoch(int row) { return epochs[row]; }

    @Override public float value(int column, int row) {
      return column < 0 ? Float.NaN : values[row * curves.size() + column];
    }
  }
}

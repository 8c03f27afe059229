package dropoutlab.train;

import dropoutlab.frame.Rates;
import dropoutlab.nn.state.State;
import java.util.List;

/// The drop rates in force after each epoch, of all networks that learn side by side; see [EpochRows].
final class RecordedRates {
  /// The greatest number of values that are kept of all networks together: 4 MiB.
  private static final int MOST_VALUES = 1 << 20;

  private final int[] first;
  private final float[] row;
  private final EpochRows rows;

  RecordedRates(List<Learner> learners) {
    first = new int[learners.size() + 1];
    for (int i = 0; i < learners.size(); i++)
      first[i + 1] = first[i] + learners.get(i).dropRates().inForce().size();
    row = new float[first[learners.size()]];
    rows = new EpochRows(row.length, Math.clamp(MOST_VALUES / Math.max(1, row.length), 2, RecordedHistory.CAPACITY));
  }

  void append(int epoch, List<Learner> learners) {
    int at = 0;
    for (Learner each : learners) for (double p : each.dropRates().inForce()) row[at++] = (float) p;
    rows.append(epoch, row);
  }

  void keep(State state, int last) { rows.keep(state, last); }

  /// Returns the rates of the learner at that place of the list.
  Rates view(int learner) {
    return new View(rows.epochs(), rows.values(), rows.size(), row.length, first[learner],
        first[learner + 1] - first[learner]);
  }

  /// @param width the number of values in a row
  /// @param first the index of the network's first rate in a row
  private record View(int[] epochs, float[] values, int size, int width, int first, int count) implements Rates {
    @Override public int epoch(int row) { return epochs[row]; }

    @Override public float p(int rate, int row) { return values[row * width + first + rate]; }
  }
}

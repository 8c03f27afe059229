package dropoutlab.train;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.nn.Network;
import dropoutlab.nn.state.State;
import java.util.ArrayList;
import java.util.List;

/// The weights after each epoch, for going back in time. Every epoch is kept as long as the memory allows and as there
/// are no more epochs than columns on a screen; after that, every second one is removed, again and again.
final class Snapshots {
  static final int LEAST = 4;
  private static final int MOST = 4096;
  private static final long BUDGET_BYTES = 128L << 20;

  private final List<Snapshot> kept = new ArrayList<>();
  private final int capacity;
  private int stride = 1;
  private Snapshot last;

  /// @param weights   the number of weights of all networks together
  /// @param leftBytes the memory that is left, if it is less than the budget
  Snapshots(long weights, long leftBytes) {
    long bytesEach = 4 * weights + 1024;
    capacity = (int) Math.clamp(Math.min(BUDGET_BYTES, leftBytes) / bytesEach, LEAST, MOST);
  }

  void add(Snapshot snapshot) {
    last = snapshot;
    if (snapshot.epoch() % stride != 0) return;
    if (kept.size() == capacity) {
      stride *= 2;
      kept.removeIf(old -> old.epoch() % stride != 0);
      if (snapshot.epoch() % stride != 0) return;
    }
    kept.add(snapshot);
  }

  /// Names the weights of past epochs. The restored ones are loaded into the networks, which so refuse impossible ones.
  ///
  /// @param epoch     the last epoch that was recorded; -1 if none was
  /// @param mostBytes so much is taken, thinned as in memory; the first and the last epoch always
  void keep(State state, List<Network> networks, int epoch, long mostBytes) {
    int taken = (int) state.count("stride", strideWithin(mostBytes, networks), 1, 1 << 30);
    if (Integer.bitCount(taken) != 1) throw state.impossible("stride");
    List<Integer> epochs = epochs(epoch, taken);
    List<List<Weights>> columns = new ArrayList<>();
    for (int i = 0; i < networks.size(); i++) {
      int place = i;
      Weights like = networks.get(i).weights();
      Matrix table = state.table(String.valueOf(i), epochs.size(), WeightsRow.size(like),
          () -> WeightsRow.table(epochs.stream().map(each -> at(each).weights().get(place)).toList()));
      if (state.isRestoring()) columns.add(restored(state, table, like, networks.get(i)));
    }
    if (state.isRestoring()) restore(taken, epochs, columns);
  }

  private int strideWithin(long mostBytes, List<Network> networks) {
    if (last == null) return stride;
    long each = 4L * last.weights().stream().mapToInt(WeightsRow::size).sum();
    int taken = stride;
    while (taken <= last.epoch() && each * epochs(last.epoch(), taken).size() > mostBytes) taken *= 2;
    return taken;
  }

  /// Returns all multiples of the stride up to the last epoch, and that.
  private static List<Integer> epochs(int last, int stride) {
    List<Integer> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < last; epoch += stride) epochs.add(epoch);
    if (last >= 0) epochs.add(last);
    return epochs;
  }

  private static List<Weights> restored(State state, Matrix table, Weights like, Network network) {
    if (!table.allFinite()) throw state.impossible("weights");
    float[] rows = new float[table.size()];
    table.copyInto(rows, 0);
    List<Weights> all = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      all.add(WeightsRow.read(like, rows, row * table.cols()));
      network.load(all.getLast());
    }
    return all;
  }

  /// Takes as many as this machine has room for.
  private void restore(int taken, List<Integer> epochs, List<List<Weights>> columns) {
    kept.clear();
    last = null;
    stride = taken;
    for (int row = 0; row < epochs.size(); row++) {
      int at = row;
      add(new Snapshot(epochs.get(row), columns.stream().map(column -> column.get(at)).toList()));
    }
  }

  Snapshot last() { return last; }

  /// Returns the newest snapshot at or before `epoch`.
  Snapshot at(int epoch) {
    if (epoch >= last.epoch()) return last;
    Snapshot found = kept.getFirst();
    for (Snapshot snapshot : kept) if (snapshot.epoch() <= epoch) found = snapshot;
    return found;
  }

  /// @param weights the weights of all networks that learn side by side, the experiment's own first
  record Snapshot(int epoch, List<Weights> weights) {
    Snapshot { weights = List.copyOf(weights); }
  }
}

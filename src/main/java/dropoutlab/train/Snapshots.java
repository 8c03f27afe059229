package dropoutlab.train;

import dropoutlab.frame.Weights;
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

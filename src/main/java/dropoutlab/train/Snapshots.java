package dropoutlab.train;

import dropoutlab.frame.Weights;
import java.util.ArrayList;
import java.util.List;

/// The weights after each epoch, for going back in time. Within a budget of memory, and up to more of them than a
/// screen has columns to point at, every epoch is kept; beyond that every second one is given up, again and again.
final class Snapshots {
  static final int LEAST = 4;
  private static final int MOST = 4096;
  private static final long BUDGET_BYTES = 128L << 20;

  private final List<Snapshot> kept = new ArrayList<>();
  private final int capacity;
  private int stride = 1;
  private Snapshot last;

  /// @param weights   the number of weights of all networks together
  /// @param leftBytes of memory, where that is less than the budget
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

  /// The newest snapshot at or before `epoch`.
  Snapshot at(int epoch) {
    if (epoch >= last.epoch()) return last;
    Snapshot found = kept.getFirst();
    for (Snapshot snapshot : kept) if (snapshot.epoch() <= epoch) found = snapshot;
    return found;
  }

  /// @param weights of all networks that learn side by side, the experiment's own first
  record Snapshot(int epoch, List<Weights> weights) {
    Snapshot { weights = List.copyOf(weights); }
  }
}

package dropoutlab.run;

import dropoutlab.frame.Checkpoint;
import java.util.List;

/// The epoch at which a run stops, which a checkpoint holds beside what its training remembers: it is greater than the
/// experiment plans once the user has played on.
final class Goal {
  private static final String NAME = "goal";

  private Goal() {}

  static Checkpoint within(Checkpoint checkpoint, int goal) { return checkpoint.with(NAME, List.of((long) goal)); }

  static Checkpoint without(Checkpoint checkpoint) { return checkpoint.without(NAME); }

  /// Returns the goal that a checkpoint holds; that of the plan if it holds none.
  static int of(Checkpoint checkpoint, int planned) {
    List<Long> held = checkpoint.words().getOrDefault(NAME, List.of());
    return held.size() == 1 ? Math.clamp(held.getFirst(), planned, Integer.MAX_VALUE) : planned;
  }
}

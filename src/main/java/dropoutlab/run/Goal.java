package dropoutlab.run;

import dropoutlab.frame.Checkpoint;
import java.util.List;

/// The epoch at which a run stops, which a checkpoint holds beside what its training remembers: it is greater than the
/// experiment plans once the user has played on.
public final class Goal {
  private static final String NAME = "goal";

  private Goal() {}

  static Checkpoint within(Checkpoint checkpoint, int goal) { return checkpoint.with(NAME, List.of((long) goal)); }

  /// Returns what a training remembers, which knows of no goal.
  public static Checkpoint without(Checkpoint checkpoint) { return checkpoint.without(NAME); }

  /// Returns a later checkpoint of the same run with the goal of an earlier one, if that holds any.
  public static Checkpoint kept(Checkpoint earlier, Checkpoint later) {
    List<Long> held = earlier.words().get(NAME);
    return held == null ? later : later.with(NAME, held);
  }

  /// Returns the goal that a checkpoint holds; that of the plan if it holds none.
  static int of(Checkpoint checkpoint, int planned) {
    List<Long> held = checkpoint.words().getOrDefault(NAME, List.of());
    return held.size() == 1 ? Math.clamp(held.getFirst(), planned, Integer.MAX_VALUE) : planned;
  }
}

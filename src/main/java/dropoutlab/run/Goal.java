package dropoutlab.run;

import dropoutlab.frame.Checkpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The epoch at which a run stops, which a checkpoint holds beside what its training remembers: it is greater than the
/// experiment plans once the user has played on.
final class Goal {
  private static final String NAME = "run.goal";

  private Goal() {}

  static Checkpoint within(Checkpoint checkpoint, int goal) {
    Map<String, List<Long>> words = new LinkedHashMap<>(checkpoint.words());
    words.put(NAME, List.of((long) goal));
    return new Checkpoint(checkpoint.step(), checkpoint.tables(), words);
  }

  static Checkpoint without(Checkpoint checkpoint) {
    Map<String, List<Long>> words = new LinkedHashMap<>(checkpoint.words());
    words.remove(NAME);
    return new Checkpoint(checkpoint.step(), checkpoint.tables(), words);
  }

  /// Returns the goal that a checkpoint holds; that of the plan if it holds none.
  static int of(Checkpoint checkpoint, int planned) {
    List<Long> held = new ArrayList<>(checkpoint.words().getOrDefault(NAME, List.of((long) planned)));
    return held.size() == 1 ? (int) Math.clamp(held.getFirst(), planned, Integer.MAX_VALUE) : planned;
  }
}

package dropoutlab.sweep.folder;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.sweep.Sweep;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;

/// A run that is to be trained, at the first place where it stands in the plan.
///
/// @param partner whether it stands there as the one with which another is compared
public record PlannedRun(long run, int point, long seed, boolean partner, int task) {
  /// Returns whether it is one of the share that is trained twice; which ones, their ids decide.
  public boolean isOf(double share) { return (run & 0xFFFFFFFFL) * 0x1p-32 < share; }

  /// Returns what is trained.
  public Experiment experiment(Sweep of) {
    return partner ? of.partner(point, seed).orElseThrow() : of.experiment(point, seed);
  }

  /// Returns the runs of a plan in their order, each once and followed by its partner, so that pairs fill up evenly.
  ///
  /// @param seeds how many the plan has beside those that confirm: equal runs have equal seeds, so that it is enough to
  ///              look for them among the rows of one seed
  public static Iterator<PlannedRun> once(Iterator<PlanRow> rows, int seeds) {
    return new Iterator<>() {
      private final LongMap seen = new LongMap();
      private final Queue<PlannedRun> next = new ArrayDeque<>();
      private int task = -1;

      @Override public boolean hasNext() {
        while (next.isEmpty() && rows.hasNext()) take(rows.next());
        return !next.isEmpty();
      }

      private void take(PlanRow row) {
        if (row.task() != task && row.task() <= seeds) seen.clear();
        task = row.task();
        if (seen.add(row.run())) next.add(new PlannedRun(row.run(), row.point(), row.seed(), false, task));
        if (row.twin() != PlanRow.NONE && seen.add(row.twin()))
          next.add(new PlannedRun(row.twin(), row.point(), row.seed(), true, task));
      }

      @Override public PlannedRun next() {
        hasNext();
        return next.remove();
      }
    };
  }
}

package dropoutlab.sweep;

import dropoutlab.sweep.folder.Ledger;
import dropoutlab.sweep.folder.PlanFile;
import dropoutlab.sweep.folder.PlannedRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import dropoutlab.frame.sweep.CellState;

/// Counts what has become of the runs of a plan, row by row.
final class Counting {
  private Counting() {}

  static Summary summary(SweepFolder folder, States states) throws IOException {
    Map<CellState, Long> counts = new EnumMap<>(CellState.class);
    Ledger ledger = folder.ledger();
    long runs = 0, repeated = 0, differ = 0;
    try (PlanFile.Rows rows = PlanFile.read(folder.layout().plan())) {
      for (Iterator<PlannedRun> each = folder.once(rows); each.hasNext(); runs++) {
        PlannedRun run = each.next();
        counts.merge(states.of(run.run(), run.task()), 1L, Long::sum);
        if (ledger.has(run.run()) && ledger.repeated(run.run())) repeated++;
        if (ledger.has(run.run()) && ledger.differs(run.run())) differ++;
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Summary(runs, count(counts, CellState.DONE), count(counts, CellState.NOT_FINITE), count(counts, CellState.FAILED),
        count(counts, CellState.LOST), count(counts, CellState.RUNNING), repeated, differ, Double.NaN);
  }

  private static long count(Map<CellState, Long> counts, CellState state) { return counts.getOrDefault(state, 0L); }
}

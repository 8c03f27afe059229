package dropoutlab.sweep;

import dropoutlab.frame.sweep.CellState;
import dropoutlab.sweep.folder.Ledger;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/// Counts what has become of the runs of a plan, row by row.
final class Counting {
  private static final int RUNS = 0, REPEATED = 1, DIFFER = 2, LEFT = 3;

  private Counting() {}

  static Summary summary(SweepFolder folder, States states) throws IOException {
    Map<CellState, Long> counts = new EnumMap<>(CellState.class);
    Ledger ledger = folder.ledger();
    double share = folder.sweep().repeats();
    long[] all = new long[4];
    folder.each(run -> {
      CellState state = states.of(run.run(), run.task());
      counts.merge(state, 1L, Long::sum);
      boolean repeated = state.isResult() && ledger.repeated(run.run());
      all[RUNS]++;
      if (repeated) all[REPEATED]++;
      if (repeated && ledger.differs(run.run())) all[DIFFER]++;
      all[LEFT] += (state.isResult() ? 0 : 1) + (run.isOf(share) && !repeated ? 1 : 0);
    });
    int workers = states.alive() > 0 ? states.alive() : LocalEngine.usualThreads();
    double left = all[LEFT] == 0 ? 0 : all[LEFT] * ledger.secondsEach() / workers;
    return new Summary(all[RUNS], count(counts, CellState.DONE), count(counts, CellState.NOT_FINITE),
        count(counts, CellState.FAILED), count(counts, CellState.LOST), count(counts, CellState.RUNNING), all[REPEATED],
        all[DIFFER], left);
  }

  private static long count(Map<CellState, Long> counts, CellState state) { return counts.getOrDefault(state, 0L); }
}

package dropoutlab.sweep;

import dropoutlab.frame.sweep.CellState;
import dropoutlab.sweep.folder.FailedRun;
import dropoutlab.sweep.folder.Layout;
import dropoutlab.sweep.folder.Ledger;
import dropoutlab.sweep.folder.Sign;
import dropoutlab.words.Words;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has become of each run, from the results, the failures and the signs of life at one moment.
final class States {
  private final Ledger ledger;
  private final Map<Long, FailedRun> failed;
  private final List<Sign.Seen> signs;
  private final int blocks;
  private final int tasks;
  /// By how many tasks there are and the task: the sign of the newest worker, or of one that is alive.
  private final Map<Shard, Sign.Seen> newest = new HashMap<>();

  /// @param blocks of work in the plan
  States(Layout layout, Ledger ledger, int blocks) throws IOException {
    this.ledger = ledger;
    this.blocks = blocks;
    failed = FailedRun.all(layout);
    signs = Sign.all(layout);
    tasks = signs.stream().max(Comparator.comparingLong(each -> each.sign().started())).map(each -> each.sign().tasks()).orElse(0);
    Comparator<Sign.Seen> order = Comparator.<Sign.Seen, Boolean>comparing(Sign.Seen::alive)
        .thenComparing(each -> each.sign().started());
    for (Sign.Seen each : signs)
      newest.merge(new Shard(each.sign().task(), each.sign().tasks()), each, (a, b) -> order.compare(a, b) >= 0 ? a : b);
  }

  /// Returns which task trains a run; -1 before any task was begun.
  int task(long run, int block) { return tasks == 0 ? -1 : Shard.taskOf(run, block, blocks, tasks); }

  CellState of(long run, int block) {
    if (ledger.has(run)) return ledger.finite(run) ? CellState.DONE : CellState.NOT_FINITE;
    if (signs.stream().anyMatch(each -> each.trains(run))) return CellState.RUNNING;
    if (failed.containsKey(run)) return CellState.FAILED;
    return lostWith(run, block).isPresent() ? CellState.LOST : CellState.WAITING;
  }

  /// Returns the worker that has gone without training a run of its task, if nobody has taken its place.
  private Optional<Sign> lostWith(long run, int block) {
    Sign.Seen last = null;
    for (Map.Entry<Shard, Sign.Seen> each : newest.entrySet()) {
      if (!each.getKey().takes(run, block, blocks)) continue;
      if (each.getValue().alive()) return Optional.empty();
      if (last == null || last.sign().started() < each.getValue().sign().started()) last = each.getValue();
    }
    return Optional.ofNullable(last).filter(Sign.Seen::gone).map(Sign.Seen::sign);
  }

  /// Why a run has no result, a sentence; "" where nothing went wrong.
  String cause(long run, int block) {
    return switch (of(run, block)) {
      case FAILED -> failed.get(run).sentence();
      case LOST -> lostWith(run, block).map(sign -> Words.of("sweeprun.lost", sign.task(), sign.node())).orElse("");
      case WAITING, RUNNING, DONE, NOT_FINITE -> "";
    };
  }

  /// How many workers are at work.
  int alive() { return (int) signs.stream().filter(Sign.Seen::alive).count(); }
}

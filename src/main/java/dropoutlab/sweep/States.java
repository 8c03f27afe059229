package dropoutlab.sweep;

import dropoutlab.frame.sweep.CellState;
import dropoutlab.sweep.folder.FailedRun;
import dropoutlab.sweep.folder.Layout;
import dropoutlab.sweep.folder.Ledger;
import dropoutlab.sweep.folder.Sign;
import dropoutlab.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What has become of each run, from the results, the failures and the signs of life at one moment.
final class States {
  private final Ledger ledger;
  private final Map<Long, FailedRun> failed;
  private final Set<Long> running = new HashSet<>();
  private final int blocks;
  /// By how many tasks there are: for each task the sign of its newest worker, or of one that is alive; null before
  /// any.
  private final Map<Integer, Sign.Seen[]> tasks = new HashMap<>();
  /// Of how many tasks the newest worker's is one; 0 before any.
  private int lastTasks;
  private int alive;

  /// @param blocks of work in the plan
  /// @param here   the runs that this very program trains now, which its signs tell only every few seconds
  States(Layout layout, Ledger ledger, int blocks, Set<Long> here) throws IOException {
    this.ledger = ledger;
    this.blocks = blocks;
    failed = FailedRun.all(layout);
    List<Sign.Seen> signs = new ArrayList<>(Sign.all(layout));
    signs.sort(Comparator.comparing(Sign.Seen::alive).thenComparing(each -> each.sign().started()));
    for (Sign.Seen each : signs) {
      if (!each.sign().here()) each.run().ifPresent(running::add);
      tasks.computeIfAbsent(each.sign().tasks(), Sign.Seen[]::new)[each.sign().task()] = each;
      if (each.alive()) alive++;
    }
    running.addAll(here);
    lastTasks = signs.stream().map(Sign.Seen::sign).max(Comparator.comparingLong(Sign::started)).map(Sign::tasks)
        .orElse(0);
  }

  /// Returns which task trains a run; -1 before any task was begun.
  int task(long run, int block) { return lastTasks == 0 ? -1 : Shard.taskOf(run, block, blocks, lastTasks); }

  CellState of(long run, int block) {
    if (ledger.has(run)) return ledger.finite(run) ? CellState.DONE : CellState.NOT_FINITE;
    if (running.contains(run)) return CellState.RUNNING;
    if (failed.containsKey(run)) return CellState.FAILED;
    return lostWith(run, block).isPresent() ? CellState.LOST : CellState.WAITING;
  }

  /// Returns the worker that has gone without training a run of its task, if nobody has taken its place.
  private Optional<Sign> lostWith(long run, int block) {
    Sign.Seen last = null;
    for (Sign.Seen[] each : tasks.values()) {
      Sign.Seen its = each[Shard.taskOf(run, block, blocks, each.length)];
      if (its == null) continue;
      if (its.alive()) return Optional.empty();
      if (last == null || last.sign().started() < its.sign().started()) last = its;
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
  int alive() { return alive; }
}

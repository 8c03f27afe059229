package dropoutlab.sweep.local;

import dropoutlab.sweep.folder.FailedRun;
import dropoutlab.sweep.folder.Ledger;
import dropoutlab.sweep.folder.PlannedRun;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is left to do, in the order of the plan: what has no result yet, and repeats of some that have one, if possible
/// by another worker than the first time. What fails is tried once more at the end.
final class WorkList {
  /// @param by the worker that trained it first; -1 if that is not known
  record Job(PlannedRun run, boolean repeat, int by) {}

  private final Iterator<PlannedRun> plan;
  private final Iterator<PlannedRun> others;
  private final Ledger ledger;
  private final Map<Long, FailedRun> failed;
  private final double share;
  private final Deque<Job> repeats = new ArrayDeque<>();
  private final Deque<Job> again = new ArrayDeque<>();
  private final Deque<Job> asked = new ArrayDeque<>();
  private final Set<Long> tried = new HashSet<>();

  /// @param plan   the runs of this task
  /// @param others those that it repeats at the end, whatever became of them
  /// @param failed what went wrong before
  /// @param share  of its own runs that it repeats too
  WorkList(Iterator<PlannedRun> plan, Iterator<PlannedRun> others, Ledger ledger, Map<Long, FailedRun> failed,
      double share) {
    this.plan = plan;
    this.others = others;
    this.ledger = ledger;
    this.failed = failed;
    this.share = share;
  }

  /// Puts a run before all others.
  synchronized void ask(PlannedRun run) { asked.add(new Job(run, ledger.has(run.run()), -1)); }

  /// Returns the next piece of work for a worker; empty if nothing is left for it.
  synchronized Optional<Job> next(int worker) {
    if (!asked.isEmpty()) return Optional.of(asked.remove());
    Optional<Job> foreign = repeats.stream().filter(job -> job.by != worker).findFirst();
    if (foreign.isPresent() && repeats.remove(foreign.get())) return foreign;
    while (plan.hasNext()) {
      PlannedRun run = plan.next();
      if (isOpen(run)) return Optional.of(new Job(run, false, -1));
      if (ledger.has(run.run()) && !ledger.repeated(run.run())) repeatLater(run, -1);
    }
    if (!again.isEmpty()) return Optional.of(again.remove());
    if (!repeats.isEmpty()) return Optional.of(repeats.remove());
    return others.hasNext() ? Optional.of(new Job(others.next(), true, -1)) : Optional.empty();
  }

  private boolean isOpen(PlannedRun run) { return !ledger.has(run.run()) && !isHopeless(run); }

  private boolean isHopeless(PlannedRun run) {
    FailedRun before = failed.get(run.run());
    return before != null && before.hopeless();
  }

  private void repeatLater(PlannedRun run, int by) {
    if (run.isOf(share)) repeats.add(new Job(run, true, by));
  }

  /// Returns whether the run had failed before.
  synchronized boolean done(Job job, int worker) {
    if (!job.repeat) repeatLater(job.run, worker);
    return failed.containsKey(job.run.run()) || tried.contains(job.run.run());
  }

  synchronized void failed(Job job, FailedRun how) {
    if (!how.hopeless() && tried.add(job.run.run())) again.add(job);
  }
}

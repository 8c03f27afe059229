package dropoutlab.sweep;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import dropoutlab.sweep.folder.PlannedRun;

/// Some of the runs of a plan.
final class Chosen implements Iterator<PlannedRun> {
  private final Iterator<PlannedRun> all;
  private final Predicate<PlannedRun> which;
  private PlannedRun next;

  Chosen(Iterator<PlannedRun> all, Predicate<PlannedRun> which) {
    this.all = all;
    this.which = which;
  }

  @Override public boolean hasNext() {
    while (next == null && all.hasNext()) {
      PlannedRun run = all.next();
      if (which.test(run)) next = run;
    }
    return next != null;
  }

  @Override public PlannedRun next() {
    if (!hasNext()) throw new NoSuchElementException();
    PlannedRun run = next;
    next = null;
    return run;
  }
}

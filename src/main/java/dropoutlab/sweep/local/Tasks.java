package dropoutlab.sweep.local;

import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.folder.FailedRun;
import dropoutlab.sweep.folder.Ledger;
import dropoutlab.sweep.folder.PlannedRun;
import dropoutlab.sweep.work.DataCache;
import dropoutlab.sweep.work.RunTrainer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Puts a crew together.
public final class Tasks {
  private Tasks() {}

  /// @param own    the runs of the task
  /// @param others whose repeats it trains; empty if it repeats its own
  public static Crew crew(Crew.Task task, Iterator<PlannedRun> own, Optional<Iterator<PlannedRun>> others, Ledger ledger,
                          Map<Long, FailedRun> failed) {
    return new Crew(task, new RunTrainer(new DataCache(), passes(task.sweep())),
        new WorkList(own, others.orElse(WorkList.NOBODY), ledger, failed, task.sweep().repeats()), _ -> {});
  }

  /// With how many passes the trained networks are asked, all points together.
  private static List<Integer> passes(Sweep sweep) {
    return IntStream.range(0, sweep.points()).mapToObj(sweep::passes).flatMapToInt(each -> each.stream()).distinct().sorted()
        .boxed().toList();
  }
}

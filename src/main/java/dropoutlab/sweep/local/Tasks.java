package dropoutlab.sweep.local;

import dropoutlab.frame.sweep.Outcome;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.folder.FailedRun;
import dropoutlab.sweep.folder.Ledger;
import dropoutlab.sweep.folder.PlannedRun;
import dropoutlab.sweep.work.DataCache;
import dropoutlab.sweep.work.RunTrainer;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Puts a crew together.
public final class Tasks {
  private Tasks() {}

  /// @param own    the runs of the task
  /// @param others those that it repeats at the end
  /// @param share  of its own that it repeats too
  /// @param done   is told of each result, by the thread that made it
  public static Crew crew(Crew.Task task, Iterator<PlannedRun> own, Iterator<PlannedRun> others, double share,
      Ledger ledger,
                          Consumer<Outcome> done) throws IOException {
    WorkList work = new WorkList(own, others, ledger, FailedRun.all(task.layout()), share);
    return new Crew(task, new RunTrainer(new DataCache(), passes(task.sweep())), work, done);
  }

  /// With how many passes the trained networks are asked, all points together.
  private static List<Integer> passes(Sweep sweep) {
    return IntStream.range(0, sweep.points()).mapToObj(sweep::passes).flatMapToInt(each -> each.stream()).distinct()
        .sorted()
        .boxed().toList();
  }
}

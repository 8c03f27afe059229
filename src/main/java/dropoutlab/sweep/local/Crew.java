package dropoutlab.sweep.local;

import dropoutlab.export.store.DataFiles;
import dropoutlab.frame.sweep.Outcome;
import dropoutlab.nn.build.Bytes;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.folder.FailedRun;
import dropoutlab.sweep.folder.FolderException;
import dropoutlab.sweep.folder.Layout;
import dropoutlab.sweep.folder.PlannedRun;
import dropoutlab.sweep.folder.Sign;
import dropoutlab.sweep.work.Fault;
import dropoutlab.sweep.work.RunTrainer;
import dropoutlab.words.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Some workers on one list of work, until it is done, held or stopped.
public final class Crew {
  /// So many failures one after the other, and no result between them, end the work: the fault is not the runs'.
  private static final int MOST_IN_A_ROW = 20;

  private final Task task;
  private final RunTrainer trainer;
  private final WorkList work;
  private final Consumer<Outcome> finished;
  private final Gate gate = new Gate();
  private final AtomicInteger inARow = new AtomicInteger();
  private final List<Worker> workers = new ArrayList<>();
  private final Set<Long> running = ConcurrentHashMap.newKeySet();
  private volatile BooleanSupplier wanted = () -> true;
  private volatile boolean held;
  private volatile boolean stopped;
  private volatile String problem = "";

  /// @param task  this one's number, of so many
  public record Task(Layout layout, Sweep sweep, int number, int of) {}

  Crew(Task task, RunTrainer trainer, WorkList work, Consumer<Outcome> finished) {
    this.task = task;
    this.trainer = trainer;
    this.work = work;
    this.finished = finished;
  }

  /// Works as long as it is wanted.
  public void runWhile(BooleanSupplier wanted, int threads) {
    this.wanted = wanted;
    run(threads);
  }

  /// Works with so many threads, and returns when all have ended.
  public void run(int threads) {
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) workers.add(new Worker(this, i));
    for (Worker each : workers)
      running.add(Thread.ofPlatform().daemon().name("sweep-" + running.size()).priority(Thread.MIN_PRIORITY)
          .start(each));
    try {
      for (Thread each : running) while (!each.join(Duration.ofMillis(Sign.EVERY_MILLIS))) sign();
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
    }
  }

  private void sign() {
    for (Worker each : workers) {
      try {
        each.renew();
      } catch (IOException e) {
        unwritable(e);
      }
    }
  }

  /// Trains a run before all others: again, if it has a result.
  public void ask(PlannedRun run) { work.ask(run); }

  /// Lets what is running finish.
  public void hold() { held = true; }

  /// Drops what is running, between two steps.
  public void stop() { stopped = true; }

  boolean isEnding() { return held || isStopped(); }

  boolean isStopped() { return stopped || !wanted.getAsBoolean(); }

  /// Why the work ended early; "" if all is well.
  public String problem() { return problem; }

  /// Why fewer threads than asked for are at work; "" if all are.
  public String remark() {
    if (gate.refused() == 0) return "";
    return Words.of("sweeprun.engine.memory", Bytes.shown(gate.refused()),
        Bytes.shown(Runtime.getRuntime().maxMemory()));
  }

  void unwritable(IOException e) {
    problem = FolderException.of(e, task.layout.root()).getMessage();
    stop();
  }

  /// A worker could not even tell what went wrong with its run.
  void broken(Throwable fault) {
    problem = Fault.sentence(fault);
    stop();
  }

  /// The data files and the program must be those of the plan.
  void requireSame(Experiment experiment, long run) {
    RunId now = RunId.of(experiment, DataFiles.fingerprint(experiment), task.sweep.engine());
    if (now.bits() != run) throw new ExperimentException(Words.of("sweeprun.engine.other_data"));
  }

  void finished(Outcome outcome) {
    inARow.set(0);
    finished.accept(outcome);
  }

  void failed(WorkList.Job job, FailedRun how) {
    work.failed(job, how);
    if (inARow.incrementAndGet() < MOST_IN_A_ROW) return;
    problem = Words.of("sweeprun.engine.all_fail", MOST_IN_A_ROW, how.sentence());
    stop();
  }

  /// The runs that are being trained now.
  public Set<Long> running() { return running; }

  Layout layout() { return task.layout; }

  Sweep sweep() { return task.sweep; }

  int task() { return task.number; }

  int tasks() { return task.of; }

  WorkList work() { return work; }

  RunTrainer trainer() { return trainer; }

  Gate gate() { return gate; }
}

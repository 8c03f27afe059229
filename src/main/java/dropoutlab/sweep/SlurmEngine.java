package dropoutlab.sweep;

import dropoutlab.sweep.slurm.Slurm;
import dropoutlab.sweep.slurm.Submitted;
import dropoutlab.words.Words;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A job array of Slurm, each task of which runs `dropout-lab sweep run` on its shard of the folder. The array goes on
/// when this program ends: another one that opens the folder finds its number there. What is done, the folder tells; the
/// cluster is only asked what it still has.
public final class SlurmEngine implements SweepEngine {
  private static final long SECONDS_BETWEEN_LOOKS = 5;

  private final SweepFolder folder;
  private final SlurmJob job;
  private final Slurm slurm;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("slurm").factory());
  private volatile State state;
  /// Only the worker's own thread reads and writes it.
  private boolean stopping;

  public SlurmEngine(SweepFolder folder, SlurmSettings settings) { this(folder, settings, SlurmJob.USUAL); }

  SlurmEngine(SweepFolder folder, SlurmSettings settings, Slurm slurm) {
    this.folder = folder;
    this.slurm = slurm;
    job = new SlurmJob(folder, settings, slurm);
    state = new State(Phase.IDLE, number(), "");
    worker.scheduleWithFixedDelay(() -> safely(() -> { }), 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
  }

  private interface Work {
    void run() throws IOException;
  }

  /// Submits what is missing; tasks that were held are released.
  @Override public void start() {
    soon(Phase.RUNNING, () -> {
      stopping = false;
      Slurm.Queue queue = queue();
      if (queue.isEmpty()) job.submit();
      else if (queue.held()) slurm.release(number());
    });
  }

  @Override public void hold() {
    soon(Phase.HOLDING, () -> {
      if (queue().waiting() > 0) slurm.hold(number());
    });
  }

  @Override public void stop() {
    soon(Phase.STOPPING, () -> {
      stopping = true;
      if (!queue().isEmpty()) slurm.cancel(number());
    });
  }

  @Override public State state() { return state; }

  /// The array goes on.
  @Override public void close() { worker.shutdown(); }

  private void soon(Phase phase, Work work) {
    state = new State(phase, state.job(), "");
    try {
      worker.execute(() -> safely(work));
    } catch (RejectedExecutionException closed) {
      // Nobody asks a closed engine.
    }
  }

  /// Does what was asked for, and looks what has become of the job.
  private void safely(Work work) {
    try {
      work.run();
      state = new State(phase(), number(), "");
    } catch (IOException | RuntimeException e) {
      String sentence = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      state = new State(Phase.IDLE, number(), sentence);
    }
  }

  private Phase phase() throws IOException {
    Summary summary = folder.summary();
    Slurm.Queue queue = queue();
    if (queue.isEmpty()) {
      stopping = false;
      return summary.finished() ? Phase.FINISHED : Phase.IDLE;
    }
    if (stopping) return Phase.STOPPING;
    if (!queue.held()) return Phase.RUNNING;
    return queue.running() > 0 ? Phase.HOLDING : Phase.IDLE;
  }

  private Slurm.Queue queue() throws IOException {
    String number = number();
    return number.isEmpty() ? Slurm.Queue.NONE : slurm.queue(number);
  }

  private String number() { return Submitted.in(folder.path()).map(Submitted::job).orElse(""); }
}

package dropoutlab.sweep;

import dropoutlab.sweep.folder.FailedRun;
import dropoutlab.sweep.folder.PlanFile;
import dropoutlab.sweep.folder.PlannedRun;
import dropoutlab.sweep.local.Crew;
import dropoutlab.sweep.local.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;

/// A pool of threads of this program, each of which trains one run at a time.
public final class LocalEngine implements SweepEngine {
  private static final long PATIENCE_SECONDS = 10;

  private final SweepFolder folder;
  private final Shard shard;
  private final int threads;
  private Crew crew;
  private Thread running;
  private Phase phase = Phase.IDLE;
  private String problem = "";

  /// @param threads from 1; as many as fit into memory are used
  public LocalEngine(SweepFolder folder, Shard shard, int threads) {
    this.folder = folder;
    this.shard = shard;
    this.threads = threads;
  }

  /// As many as leave one core to the person.
  public static int usualThreads() { return Math.max(1, Runtime.getRuntime().availableProcessors() - 1); }

  @Override public synchronized void start() {
    if (running != null) return;
    Optional<String> refusal = folder.refusal();
    problem = refusal.orElse("");
    if (refusal.isPresent()) return;
    phase = Phase.RUNNING;
    running = Thread.ofPlatform().daemon().name("sweep").start(this::work);
  }

  private void work() {
    String wrong = "";
    try (PlanFile.Rows own = PlanFile.read(folder.layout().plan()); PlanFile.Rows others = PlanFile.read(folder.layout().plan())) {
      folder.ledger().refresh();
      Crew made = Tasks.crew(new Crew.Task(folder.layout(), folder.sweep(), shard.index(), shard.count()),
          runs(own, shard), shard.count() == 1 ? Optional.empty() : Optional.of(runs(others, shard.before())),
          folder.ledger(), FailedRun.all(folder.layout()));
      if (begin(made)) made.run(threads);
      wrong = made.problem();
    } catch (IOException e) {
      wrong = e.getMessage();
    } catch (UncheckedIOException e) {
      wrong = e.getCause().getMessage();
    } finally {
      end(wrong);
    }
  }

  private Iterator<PlannedRun> runs(PlanFile.Rows rows, Shard of) {
    int blocks = folder.blocks();
    return new Chosen(folder.once(rows), run -> of.takes(run.run(), run.task(), blocks));
  }

  private synchronized boolean begin(Crew made) {
    crew = made;
    return phase == Phase.RUNNING;
  }

  private synchronized void end(String wrong) {
    problem = wrong;
    phase = phase == Phase.RUNNING && wrong.isEmpty() ? Phase.FINISHED : Phase.IDLE;
    crew = null;
    running = null;
    notifyAll();
  }

  @Override public synchronized void hold() {
    if (phase != Phase.RUNNING) return;
    phase = Phase.HOLDING;
    if (crew != null) crew.hold();
  }

  @Override public synchronized void stop() {
    if (running == null) return;
    phase = Phase.STOPPING;
    if (crew != null) crew.stop();
  }

  @Override public synchronized State state() {
    return new State(phase, "", crew != null && problem.isEmpty() ? crew.problem() : problem);
  }

  /// Waits until nothing is at work any more.
  public synchronized void join() throws InterruptedException { while (running != null) wait(); }

  /// Drops what is running, and waits a short time until it has been dropped.
  @Override public synchronized void close() {
    stop();
    long until = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    try {
      while (running != null && System.nanoTime() < until) wait(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

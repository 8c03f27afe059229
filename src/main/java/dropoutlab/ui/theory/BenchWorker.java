package dropoutlab.ui.theory;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Findings;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.run.Faults;
import dropoutlab.words.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.application.Platform;

/// Computes benches on one thread, which lives only while there is something to compute: first what a person looks at, of which the latest settings win, then, one
/// after another, what all claims are checked with. Tells what came out on the FX thread.
final class BenchWorker implements AutoCloseable {
  /// While a slider is dragged, a computation that is younger than this is finished, so that the picture follows.
  private static final long YOUNG_NANOS = 300_000_000L;
  private static final long TOLD_EVERY_NANOS = 50_000_000L;
  private static final long JOIN_MILLIS = 1000;

  record Job(Bench bench, Settings settings) {}

  /// Hears of jobs on the FX thread.
  interface Listener {
    void progress(Job job, double share);

    void found(Job job, Findings findings);

    void failed(Job job, String why);
  }

  private final Listener listener;
  private final Deque<Job> behind = new ArrayDeque<>();
  /// Null while there is nothing to do.
  private Thread thread;
  private Job wanted;
  private Job running;
  private boolean runningIsWanted;
  private long since;
  private volatile boolean abandoned;

  BenchWorker(Listener listener) { this.listener = listener; }

  /// Computes this next; of several the latest.
  synchronized void ask(Job job) {
    if (wanted != null && wanted.bench() != job.bench()) behind.push(wanted);
    wanted = job;
    behind.removeIf(each -> each.bench() == job.bench());
    if (running != null && (!runningIsWanted || running.bench() != job.bench() || System.nanoTime() - since > YOUNG_NANOS))
      abandoned = true;
    begin();
  }

  /// Computes these when nothing else is wanted.
  synchronized void askBehind(List<Job> jobs) {
    behind.clear();
    behind.addAll(jobs);
    begin();
  }

  private void begin() {
    if (thread == null) thread = Thread.ofPlatform().daemon().name("benches").start(this::work);
  }

  /// Forgets whatever was asked for; returns what that was.
  synchronized List<Job> stop() {
    Deque<Job> open = new ArrayDeque<>(behind);
    if (wanted != null) open.addFirst(wanted);
    if (running != null) open.addFirst(running);
    wanted = null;
    behind.clear();
    abandoned = true;
    return List.copyOf(open);
  }

  /// Returns the next job, or null where there is none, which ends the thread.
  private synchronized Job take() {
    runningIsWanted = wanted != null;
    running = runningIsWanted ? wanted : behind.poll();
    wanted = null;
    abandoned = false;
    since = System.nanoTime();
    if (running == null) thread = null;
    return running;
  }

  private void work() {
    for (Job job = take(); job != null; job = take()) compute(job);
  }

  private void compute(Job job) {
    try {
      Findings findings = job.bench().find(job.settings(), new Watch(job));
      Platform.runLater(() -> listener.found(job, findings));
    } catch (CancellationException overtaken) {
      comeBackTo(job);
    } catch (IllegalArgumentException | ArithmeticException e) {
      Platform.runLater(() -> listener.failed(job, e.getMessage()));
    } catch (RuntimeException | Error e) {
      String why = Faults.sentence(Words.of("theory.fault"), e);
      Platform.runLater(() -> listener.failed(job, why));
    }
  }

  /// What was only overtaken by what a person looks at is computed again afterwards.
  private synchronized void comeBackTo(Job job) {
    if (wanted != null && wanted.bench() != job.bench()) behind.push(job);
  }

  @Override public void close() {
    Thread last;
    synchronized (this) {
      last = thread;
      stop();
    }
    try {
      if (last != null) last.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Watch implements ProgressMonitor {
    private final Job job;
    private long told = System.nanoTime();

    Watch(Job job) { this.job = job; }

    @Override public boolean abandoned() { return abandoned; }

    @Override public void done(double share) {
      long now = System.nanoTime();
      if (now - told < TOLD_EVERY_NANOS) return;
      told = now;
      Platform.runLater(() -> listener.progress(job, share));
    }
  }
}

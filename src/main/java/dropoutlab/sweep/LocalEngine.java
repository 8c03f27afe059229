package dropoutlab.sweep;

import dropoutlab.spec.sweep.RunId;
import dropoutlab.sweep.folder.FolderException;
import dropoutlab.sweep.folder.PlanFile;
import dropoutlab.sweep.folder.PlannedRun;
import dropoutlab.sweep.local.Crew;
import dropoutlab.sweep.local.Tasks;
import dropoutlab.sweep.work.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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
  private final Set<Long> asked = new HashSet<>();
  private boolean onlyAsked;
  /// Whether it was started while it was being held.
  private boolean again;

  /// @param threads from 1; as many as fit into memory are used
  public LocalEngine(SweepFolder folder, Shard shard, int threads) {
    this.folder = folder;
    this.shard = shard;
    this.threads = threads;
  }

  /// As many as leave one core to the person.
  public static int usualThreads() { return Math.max(1, Runtime.getRuntime().availableProcessors() - 1); }

  @Override public synchronized void start() {
    again = phase == Phase.HOLDING;
    launch(false);
  }

  private void launch(boolean only) {
    if (running != null) return;
    Optional<String> refusal = folder.refusal();
    problem = refusal.orElse("");
    if (refusal.isPresent()) return;
    onlyAsked = only;
    phase = Phase.RUNNING;
    running = Thread.ofPlatform().daemon().name("sweep").start(this::work);
  }

  /// Trains a run before all others, also if it has failed twice; if it has a result, as a repeat. Nothing else is
  /// begun if nothing was under way.
  public synchronized void ask(RunId run) {
    asked.add(run.bits());
    if (running == null) launch(true);
    else if (crew != null) Thread.startVirtualThread(this::answerLater);
  }

  private void answerLater() {
    Crew to;
    synchronized (this) {
      to = crew;
    }
    try {
      if (to != null) answer(to);
    } catch (IOException e) {
      synchronized (this) {
        problem = FolderException.of(e, folder.path()).getMessage();
      }
    }
  }

  private void work() {
    String wrong = "";
    try (PlanFile.Rows own = PlanFile.read(folder.layout().plan());
         PlanFile.Rows others = PlanFile.read(folder.layout().plan())) {
      folder.ledger().refresh();
      Crew made = crew(own, others);
      if (begin(made)) {
        answer(made);
        made.run(threads);
      }
      wrong = made.problem();
    } catch (IOException e) {
      wrong = FolderException.of(e, folder.path()).getMessage();
    } catch (UncheckedIOException e) {
      wrong = FolderException.of(e.getCause(), folder.path()).getMessage();
    } catch (RuntimeException | Error e) {
      wrong = Fault.sentence(e);
    } finally {
      end(wrong);
    }
  }

  private Crew crew(PlanFile.Rows own, PlanFile.Rows others) throws IOException {
    boolean alone = shard.count() == 1;
    double share = folder.sweep().repeats();
    Predicate<PlannedRun> foreign = run -> run.isOf(share) && !folder.ledger().repeated(run.run());
    Iterator<PlannedRun> none = Collections.emptyIterator();
    return Tasks.crew(new Crew.Task(folder.layout(), folder.sweep(), shard.index(), shard.count()),
        onlyAsked ? none : runs(own, shard, _ -> true), onlyAsked || alone ? none
            : runs(others, shard.before(), foreign),
        onlyAsked || !alone ? 0 : share, folder.ledger(), _ -> {});
  }

  private Iterator<PlannedRun> runs(PlanFile.Rows rows, Shard of, Predicate<PlannedRun> which) {
    int blocks = folder.blocks();
    return new Chosen(folder.once(rows), run -> of.takes(run.run(), run.task(), blocks) && which.test(run));
  }

  /// Hands over the runs that were asked for by name.
  private void answer(Crew to) throws IOException {
    Set<Long> names;
    synchronized (this) {
      names = Set.copyOf(asked);
      asked.clear();
    }
    if (!names.isEmpty()) folder.each(run -> {
      if (names.contains(run.run())) to.ask(run);
    });
  }

  private synchronized boolean begin(Crew made) {
    crew = made;
    folder.trainedHere(made.running());
    return phase == Phase.RUNNING;
  }

  private synchronized void end(String wrong) {
    problem = wrong;
    phase = phase == Phase.RUNNING && wrong.isEmpty() ? Phase.FINISHED : Phase.IDLE;
    crew = null;
    running = null;
    if (again) launch(false);
    else if (!asked.isEmpty() && phase == Phase.FINISHED) launch(true);
    again = false;
    notifyAll();
  }

  @Override public synchronized void hold() {
    if (phase != Phase.RUNNING) return;
    phase = Phase.HOLDING;
    if (crew != null) crew.hold();
  }

  @Override public synchronized void stop() {
    again = false;
    if (running == null) return;
    phase = Phase.STOPPING;
    if (crew != null) crew.stop();
  }

  @Override public synchronized State state() {
    if (crew == null || !problem.isEmpty()) return new State(phase, "", problem);
    return new State(phase, "", crew.problem().isEmpty() ? crew.remark() : crew.problem());
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

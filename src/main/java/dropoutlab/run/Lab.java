package dropoutlab.run;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.predict.query.Queries;
import dropoutlab.spec.Experiment;
import dropoutlab.train.TrainingSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The simulation thread, the thread that answers queries beside it, and their mailboxes: the only connection between
/// the views and the engine.
///
/// The latest value wins: a frame is built at a batch boundary only after [#requestFrame], and always on pause, step,
/// finish and failure. All methods may be called from any thread and return at once.
public final class Lab implements AutoCloseable {
  private static final long JOIN_MILLIS = 1000;
  private static final String SIMULATION = "simulation";
  private static final String ANSWERS = "answers";

  private final Mailbox<Frame> frames = new Mailbox<>();
  private final Mailbox<Refusal> refusals = new Mailbox<>();
  private final Mailbox<String> faults = new Mailbox<>();
  private final BackgroundWorker<Query, Answer> worker = new BackgroundWorker<>(Queries::answer, faults);
  private final Map<String, Thread> threads = new LinkedHashMap<>();
  private volatile Simulation simulation;
  private long runs;
  private boolean closed;

  public Lab() {
    startSimulation();
    start(ANSWERS, worker);
  }

  private void startSimulation() {
    simulation = new Simulation(frames, refusals, faults, worker);
    start(SIMULATION, simulation);
  }

  private void start(String name, Runnable work) {
    threads.put(name, Thread.ofPlatform().daemon().name(name).start(work));
  }

  /// Ends the present run and starts another, which trains at once if `play`. Returns the number that the new run will
  /// have unless it is refused.
  public synchronized long load(Experiment experiment, DataSet data, boolean play) {
    return load(experiment, data, Optional.empty(), play);
  }

  /// Does the same with a run that goes on where it was saved: it is shown at once at that step and has the goal that
  /// it had.
  ///
  /// @param experiment the saved one, with its interventions
  public synchronized long load(Experiment experiment, DataSet data, Checkpoint from, boolean play) {
    return load(experiment, data, Optional.of(from), play);
  }

  private long load(Experiment experiment, DataSet data, Optional<Checkpoint> from, boolean play) {
    send(new Command.Load(++runs, experiment, data, from, play));
    return runs;
  }

  /// Returns the run as it stands between two steps; the training goes on as if nothing had been asked. If another run
  /// has replaced it, the future completes with an exception whose message is a sentence; if the lab is closed before,
  /// it is cancelled.
  public CompletableFuture<Saved> save(long run) { return save(run, TrainingSession.PAST_BYTES); }

  /// Does the same with more or less of the past.
  ///
  /// @param mostPastBytes how much of the weights of past epochs is taken; 0 for those of the first and the last alone
  public CompletableFuture<Saved> save(long run, long mostPastBytes) {
    return ask(new Command.Save(run, mostPastBytes, new CompletableFuture<>()));
  }

  /// Returns a frame of a past epoch, or of the nearest earlier one that is stored. What is shown stays as it is; the
  /// future ends as that of [#save] does.
  public CompletableFuture<Frame> past(long run, int epoch) {
    return ask(new Command.Past(run, epoch, new CompletableFuture<>()));
  }

  private <T> CompletableFuture<T> ask(Command.WithReply<T> command) {
    send(command);
    return command.reply();
  }

  /// Adds a command to the queue.
  public void send(Command command) { simulation.send(command); }

  /// Asks for a frame at the next batch boundary.
  public void requestFrame() { simulation.requestFrame(); }

  /// Returns the newest frame that has not been taken yet.
  public Optional<Frame> takeFrame() { return frames.take(); }

  /// Returns the newest refusal of an experiment that has not been taken yet.
  public Optional<Refusal> takeRefusal() { return refusals.take(); }

  /// Returns the newest answer in a slot that has not been taken yet.
  public Optional<Answer> takeAnswer(Slot slot) { return worker.take(slot); }

  /// Returns which share of the answer under way is done, from 0 to 1; NaN if there is none.
  public double answered(Slot slot) { return worker.share(slot); }

  /// Returns in one sentence what could not be done; the same fault of an answer is reported once.
  public Optional<String> takeFault() { return faults.take(); }

  /// Returns whether a thread has ended although the lab is open. No known fault causes this; the check is for unknown
  /// ones.
  public synchronized boolean hasEnded() {
    return !closed && threads.values().stream().anyMatch(thread -> !thread.isAlive());
  }

  synchronized List<Thread> threads() { return List.copyOf(threads.values()); }

  /// Restarts the threads that have ended. Returns whether the simulation was among them: then its run is lost, and
  /// everything that should stand must be sent again, the experiment first.
  public synchronized boolean revive() {
    if (closed) return false;
    boolean lost = !threads.get(SIMULATION).isAlive();
    if (lost) startSimulation();
    if (!threads.get(ANSWERS).isAlive()) start(ANSWERS, worker);
    return lost;
  }

  /// Ends all threads, and waits at most a second for each.
  @Override public synchronized void close() {
    closed = true;
    threads.values().forEach(Thread::interrupt);
    try {
      for (Thread thread : threads.values()) thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

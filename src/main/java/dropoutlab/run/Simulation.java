package dropoutlab.run;

import dropoutlab.frame.Answer;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Intervention;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import dropoutlab.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The thread that trains: it executes commands between two steps, paces the steps, and publishes frames. A fault ends
/// the run, never the thread.
final class Simulation implements Runnable {
  private static final RunState.Failed UNKNOWN =
      new RunState.Failed(Words.of("run.fault.bare"), Words.of("run.fault.reset"));

  private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
  private final Mailbox<Frame> frames;
  private final Mailbox<Refusal> refusals;
  private final Mailbox<String> faults;
  private final BackgroundWorker<Query, Answer> answers;
  private final Pace pace = new Pace();
  private final SecondCore core = new SecondCore();
  private volatile boolean frameWanted;
  private volatile boolean ended;

  private TrainingSession session;
  private FrameBuilder builder;
  private RunState state = new RunState.Ready();
  private final Map<Slot, Query> queries = new EnumMap<>(Slot.class);
  private long run;
  private int goal;
  private OptionalInt scrubbed = OptionalInt.empty();
  /// The draw of the masks that are shown, if they were drawn for looking.
  private OptionalLong redrawn = OptionalLong.empty();
  /// The last frame, in the form in which it would be published if the run failed now, so that nothing must be built
  /// then.
  private Frame failing;

  Simulation(Mailbox<Frame> frames, Mailbox<Refusal> refusals, Mailbox<String> faults,
      BackgroundWorker<Query, Answer> answers) {
    this.frames = frames;
    this.refusals = refusals;
    this.faults = faults;
    this.answers = answers;
  }

  void send(Command command) {
    commands.add(command);
    if (ended) cancelReplies();
  }

  /// Nobody will answer what is still in the queue.
  private void cancelReplies() {
    for (Command left = commands.poll(); left != null; left = commands.poll())
      Command.WithReply.in(left).ifPresent(asked -> asked.reply().cancel(false));
  }

  void requestFrame() { frameWanted = true; }

  @Override public void run() {
    try (core) {
      new Turns(this::turn, this::fail).run();
    } finally {
      ended = true;
      cancelReplies();
    }
  }

  /// Executes one command if there is one, else takes one step if one is due, else waits.
  private void turn() throws InterruptedException {
    Command command = nextCommand();
    if (command != null) carryOut(command);
    else if (state instanceof RunState.Running) step();
  }

  /// Reports that the run is over: with a sentence that fits or, if even that cannot be made, with a prepared one.
  private void fail(Throwable fault) {
    state = UNKNOWN;
    Frame last = failing;
    try {
      Faults.log("The run stopped", fault);
      RunState.Failed why = Faults.failed(fault);
      if (failing != null) last = failing.failed(why);
      state = why;
    } finally {
      if (last != null) frames.put(last);
    }
  }

  private Command nextCommand() throws InterruptedException {
    if (!(state instanceof RunState.Running)) return commands.take();
    long wait = pace.waitNanos(System.nanoTime());
    if (wait == 0) return commands.isEmpty() ? null : commands.poll();
    if (frameWanted) publish();
    return commands.poll(wait, TimeUnit.NANOSECONDS);
  }

  private void carryOut(Command command) {
    switch (command) {
      case Command.Load load -> load(load);
      case Command.SetSpeed(double stepsPerSecond) -> pace.setSpeed(stepsPerSecond, System.nanoTime());
      case Command.OfRun meant -> {
        Optional<Command.WithReply<?>> asked = Command.WithReply.in(meant);
        if (meant.run() == run && (session != null || asked.isEmpty())) carryOut(meant);
        else asked.ifPresent(Replies::refuse);
      }
    }
  }

  private void carryOut(Command.OfRun command) {
    switch (command) {
      case Command.Ask(long _, Slot slot, Optional<Query> query) ->
          query.ifPresentOrElse(asked -> ask(slot, asked), () -> forget(slot));
      case Command.Play _ -> play();
      case Command.Pause _ -> pause();
      case Command.Step _ -> single(TrainingSession::step);
      case Command.HalfStep _ -> single(TrainingSession::halfStep);
      case Command.Intervene(long _, Intervention change) -> intervene(change);
      case Command.Scrub(long _, OptionalInt epoch) -> scrub(epoch);
      case Command.Redraw(long _, long draw) -> redraw(draw);
      case Command.Save save -> {
        if (isBroken()) Replies.fail(save, Words.of("run.save.broken"));
        else Replies.answer(save, () -> saved(save.mostPastBytes()));
      }
      case Command.Past past -> Replies.answer(past, () -> builder.past(run, state, past.epoch()));
    }
  }

  /// Opens an experiment, or reports why it cannot be opened; then the run before goes on.
  private void load(Command.Load load) {
    Opened opened;
    try {
      opened = Opened.of(load, core);
    } catch (IllegalArgumentException misfit) {
      boolean saved = load.from().isPresent();
      refuse(load, Words.of(saved ? "run.load.saved" : "run.load.misfit", misfit.getMessage()),
          Words.of(saved ? "run.load.first" : "run.load.settings"));
      return;
    } catch (RuntimeException | Error fault) {
      Faults.log("An experiment could not be opened", fault);
      refuse(load, Faults.sentence(Words.of("run.load.fault"), fault), Words.of("run.load.another"));
      return;
    }
    // A place or an example of the old data means nothing in the new data.
    if (session != null && session.data() != load.data()) Stream.of(Slot.values()).forEach(this::forget);
    begin(opened);
    if (load.play() && !(state instanceof RunState.Failed || state instanceof RunState.Finished)) play();
    else publish();
  }

  /// Everything with which a run begins; nothing is replaced before all of it has been made.
  private record Opened(TrainingSession session, FrameBuilder builder, Frame failing, int goal) {
    static Opened of(Command.Load load, SecondCore core) {
      int planned = load.experiment().training().epochs();
      TrainingSession session = load.from().isEmpty() ? new TrainingSession(load.experiment(), load.data(), core)
          : TrainingSession.resume(load.experiment(), load.data(), Goal.without(load.from().get()), core);
      FrameBuilder builder = new FrameBuilder(session);
      return new Opened(session, builder, builder.present(load.run(), UNKNOWN, 0),
          load.from().map(from -> Goal.of(from, planned)).orElse(planned));
    }
  }

  private void begin(Opened opened) {
    session = opened.session;
    builder = opened.builder;
    failing = opened.failing;
    run = failing.run();
    goal = opened.goal;
    showPresent();
    boolean begun = !session.progress().isAtStart();
    state = !begun ? new RunState.Ready() : session.progress().epoch() < goal ? new RunState.Paused()
        : new RunState.Finished();
    settle();
  }

  /// Whether a fault has ended the run, perhaps in the middle of a step, from where it could not go on as it should.
  private boolean isBroken() { return state instanceof RunState.Failed && session.failure().isEmpty(); }

  private Saved saved(long mostPastBytes) {
    Checkpoint checkpoint = Goal.within(session.checkpoint(mostPastBytes), goal);
    return new Saved(session.experiment(), session.progress(), state, checkpoint, builder.present(run, state, 0));
  }

  private void refuse(Command.Load load, String cause, String advice) {
    String told = Words.of(session == null ? "run.load.advice" : "run.load.advice_and_rest", advice);
    refusals.put(new Refusal(load.run(), run, new RunState.Failed(cause, told)));
    publish();
  }

  private void ask(Slot slot, Query query) {
    queries.put(slot, query);
    publish();
  }

  private void forget(Slot slot) {
    queries.remove(slot);
    answers.forget(slot);
  }

  private void play() {
    if (session == null || state instanceof RunState.Failed) return;
    if (state instanceof RunState.Finished) goal += session.experiment().training().epochs();
    showPresent();
    state = session.progress().epoch() < goal ? new RunState.Running() : new RunState.Finished();
    pace.start(System.nanoTime());
    publish();
  }

  private void pause() {
    if (state instanceof RunState.Running) state = new RunState.Paused();
    publish();
  }

  private void single(Consumer<TrainingSession> move) {
    if (session == null || state instanceof RunState.Failed) return;
    showPresent();
    state = new RunState.Paused();
    move.accept(session);
    settle();
    publish();
  }

  private void intervene(Intervention change) {
    if (session == null) return;
    try {
      session.intervene(change);
    } catch (IllegalArgumentException misfit) {
      faults.put(Words.of("run.intervene.misfit", misfit.getMessage()));
    }
    if (!(state instanceof RunState.Running)) publish();
  }

  /// A run that failed before its first epoch was measured has no past to go back to.
  private void scrub(OptionalInt epoch) {
    if (session == null || session.history().size() == 0) return;
    if (state instanceof RunState.Running) state = new RunState.Paused();
    showPresent();
    scrubbed = epoch;
    publish();
  }

  private void redraw(long draw) {
    if (session == null || session.history().size() == 0) return;
    if (state instanceof RunState.Running) state = new RunState.Paused();
    showPresent();
    redrawn = OptionalLong.of(draw);
    publish();
  }

  private void showPresent() {
    scrubbed = OptionalInt.empty();
    redrawn = OptionalLong.empty();
  }

  private void step() {
    session.step();
    pace.stepped(System.nanoTime());
    settle();
    if (frameWanted || !(state instanceof RunState.Running)) publish();
  }

  /// Ends the run if it has failed, has stopped early, or has reached its goal.
  private void settle() {
    failed();
    if (session.finished()) state = new RunState.Finished();
    if (state instanceof RunState.Running && session.progress().epoch() >= goal) state = new RunState.Finished();
  }

  private void failed() {
    session.failure().ifPresent(failure -> state = new RunState.Failed(failure.cause(), failure.advice()));
  }

  private void publish() {
    frameWanted = false;
    if (session == null) return;
    boolean running = state instanceof RunState.Running;
    Frame frame = scrubbed.isPresent() ? builder.past(run, state, scrubbed.getAsInt())
        : redrawn.isPresent() ? builder.redrawn(run, state, redrawn.getAsLong())
        : builder.present(run, state, running ? pace.measuredStepsPerSecond() : 0);
    failing = frame.failed(UNKNOWN);
    frames.put(frame);
    queries.forEach((slot, query) -> answers.ask(slot, frame, session.data(), query, running));
  }
}

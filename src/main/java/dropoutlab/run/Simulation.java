package dropoutlab.run;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Portrait;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Question;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.Pin;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The thread that trains: carries out commands between two steps, paces the steps, and publishes frames.
final class Simulation implements Runnable {
  private static final System.Logger LOG = System.getLogger(Simulation.class.getName());

  private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
  private final Mailbox<Frame> frames;
  private final Mailbox<Refusal> refusals;
  private final Painter<PortraitRequest, Portrait> portraits;
  private final Painter<Question, Answer> answers;
  private final Pace pace = new Pace();
  private final SecondCore core = new SecondCore();
  private volatile boolean frameWanted;

  private TrainingSession session;
  private FrameBuilder builder;
  private RunState state = new RunState.Ready();
  private PortraitRequest request = PortraitRequest.standard();
  private Optional<Question> question = Optional.empty();
  private long run;
  private int goal;
  private OptionalInt scrubbed = OptionalInt.empty();

  Simulation(Mailbox<Frame> frames, Mailbox<Refusal> refusals, Painter<PortraitRequest, Portrait> portraits,
      Painter<Question, Answer> answers) {
    this.frames = frames;
    this.refusals = refusals;
    this.portraits = portraits;
    this.answers = answers;
  }

  void send(Command command) { commands.add(command); }

  void requestFrame() { frameWanted = true; }

  @Override public void run() {
    try (core) {
      while (!Thread.currentThread().isInterrupted()) turn();
    } catch (InterruptedException _) {
      // The lab is closed.
    }
  }

  /// Carries out one command if there is one, else takes one step if one is due, else waits.
  private void turn() throws InterruptedException {
    try {
      Command command = nextCommand();
      if (command != null) carryOut(command);
      else if (state instanceof RunState.Running) step();
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.log(System.Logger.Level.ERROR, "The run stopped", e);
      state = new RunState.Failed("The run stopped because of a fault in the program: " + e.getMessage() + ".",
          "Reset it; if it happens again, please report it with the experiment file.");
      if (session != null) publish();
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
      case Command.Load(Experiment experiment, DataSet data, boolean play) -> load(experiment, data, play);
      case Command.Watch(PortraitRequest asked) -> {
        request = asked;
        if (session != null) publish();
      }
      case Command.Ask(Optional<Question> asked) -> {
        question = asked;
        if (asked.isEmpty()) answers.forget();
        else if (session != null) publish();
      }
      case Command.SetSpeed(double stepsPerSecond) -> pace.setSpeed(stepsPerSecond, System.nanoTime());
      case Command.Play _ -> { if (session != null) play(); }
      case Command.Pause _ -> { if (session != null) pause(); }
      case Command.Step _ -> single(TrainingSession::step);
      case Command.HalfStep _ -> single(TrainingSession::halfStep);
      case Command.Reset _ -> {
        if (session == null) return;
        open(session.experiment().withoutInterventions(), session.data());
        publish();
      }
      case Command.SetDropRates(List<Double> p) -> intervene(new Intervention.SetDropRates(0, p));
      case Command.SetPin(int layer, int unit, Pin pin) -> intervene(new Intervention.SetPin(0, layer, unit, pin));
      case Command.Scrub(OptionalInt epoch) -> scrub(epoch);
    }
  }

  /// Opens an experiment, or says why its settings do not fit its data; then what ran before goes on.
  private void load(Experiment experiment, DataSet data, boolean play) {
    try {
      open(experiment, data);
    } catch (IllegalArgumentException misfit) {
      String rest = session == null ? "." : "; what ran before goes on.";
      refusals.put(new Refusal(experiment, new RunState.Failed("The settings do not fit the data: "
          + misfit.getMessage() + ".", "Change that setting, or choose other data" + rest)));
      if (session != null) publish();
      return;
    }
    if (play) play();
    else publish();
  }

  private void open(Experiment experiment, DataSet data) {
    session = new TrainingSession(experiment, data, core);
    builder = new FrameBuilder(session);
    goal = experiment.training().epochs();
    scrubbed = OptionalInt.empty();
    state = new RunState.Ready();
    run++;
  }

  private void play() {
    if (state instanceof RunState.Failed) return;
    if (state instanceof RunState.Finished) goal += session.experiment().training().epochs();
    scrubbed = OptionalInt.empty();
    state = new RunState.Running();
    pace.start(System.nanoTime());
    publish();
  }

  private void pause() {
    if (state instanceof RunState.Running) state = new RunState.Paused();
    publish();
  }

  private void single(Consumer<TrainingSession> move) {
    if (session == null || state instanceof RunState.Failed) return;
    scrubbed = OptionalInt.empty();
    state = new RunState.Paused();
    move.accept(session);
    settle();
    publish();
  }

  private void intervene(Intervention change) {
    if (session == null) return;
    session.intervene(change);
    if (!(state instanceof RunState.Running)) publish();
  }

  private void scrub(OptionalInt epoch) {
    if (session == null) return;
    if (state instanceof RunState.Running) state = new RunState.Paused();
    scrubbed = epoch;
    publish();
  }

  private void step() {
    session.step();
    pace.stepped(System.nanoTime());
    settle();
    if (frameWanted || !(state instanceof RunState.Running)) publish();
  }

  /// Ends the run when it has failed, has stopped early, or has reached its goal.
  private void settle() {
    session.failure().ifPresent(failure -> state = new RunState.Failed(failure.cause(), failure.advice()));
    if (session.finished()) state = new RunState.Finished();
    if (state instanceof RunState.Running && session.progress().epoch() >= goal) state = new RunState.Finished();
  }

  private void publish() {
    frameWanted = false;
    boolean running = state instanceof RunState.Running;
    Frame frame = scrubbed.isPresent() ? builder.past(run, state, scrubbed.getAsInt())
        : builder.present(run, state, running ? pace.measuredStepsPerSecond() : 0);
    frames.put(frame);
    portraits.paint(frame, session.data(), request, running);
    question.ifPresent(asked -> answers.paint(frame, session.data(), asked, running));
  }
}

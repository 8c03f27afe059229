package dropoutlab.ui.fx;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.RunState;
import dropoutlab.run.Command;
import dropoutlab.run.Lab;
import dropoutlab.run.Refusal;
import dropoutlab.run.Slot;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.Pin;
import dropoutlab.ui.fx.SentRuns.Sent;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the person has set, and the way from there to the simulation: every control reads and changes the experiment
/// here. Data are loaded beside the run, which goes on meanwhile; where they cannot be loaded, or settings do not fit
/// them, nothing changes but [#problem]. Lives on the FX thread.
///
/// What is meant for a run carries its number: settings and requests that of the run that they were sent to, all else
/// that of the run that is shown. So what a person does to one run never reaches the next.
public final class LabModel implements AutoCloseable {
  private static final double PLEASANT_EPOCHS_PER_SECOND = 25;

  private final Lab lab;
  private final FramePump pump;
  private final ReadOnlyObjectWrapper<Experiment> experiment = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<DataSet> data = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.NOTHING);
  private final ReadOnlyBooleanWrapper ended = new ReadOnlyBooleanWrapper();
  private final Undo<Experiment> undo = new Undo<>();
  private final DataLoader loader;
  private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(100);
  private final SentRuns sent = new SentRuns();
  private final Requests requests;
  private boolean playsWhenLoaded;
  private boolean speedChosen;

  /// `base` is the folder that relative paths of data files start from.
  public LabModel(Lab lab, Path base) {
    this.lab = lab;
    requests = new Requests(lab, this::run);
    loader = new DataLoader(base);
    pump = new FramePump(lab);
    pump.onRefusal(this::refuse);
    pump.onFault(this::report);
    pump.onEnd(() -> ended.set(true));
    pump.onFrame(1, _ -> stage.set(Stage.SHOWN));
  }

  public FramePump pump() { return pump; }

  /// What is set now, with the drop rates in force; null before the first one is loaded.
  public ReadOnlyObjectProperty<Experiment> experiment() { return experiment.getReadOnlyProperty(); }

  public ReadOnlyObjectProperty<DataSet> data() { return data.getReadOnlyProperty(); }

  /// Whether data are being loaded.
  public ReadOnlyBooleanProperty loading() { return loader.loading(); }

  /// What panels wait for that have nothing to show yet.
  public ReadOnlyObjectProperty<Stage> stage() { return stage.getReadOnlyProperty(); }

  /// What every frame is to answer in a slot; null for nothing.
  public ReadOnlyObjectProperty<Query> query(Slot slot) { return requests.query(slot); }

  /// The last mistake in a sentence, or "".
  public ReadOnlyStringProperty problem() { return problem.getReadOnlyProperty(); }

  public void report(String sentence) {
    problem.set("");
    problem.set(sentence);
  }

  public void dismissProblem() { problem.set(""); }

  /// Opens an experiment and plays it from its start, also when it is the one that runs.
  public void open(Experiment next) {
    undo.remember(experiment.get());
    apply(next, true, false);
  }

  /// Changes a setting: the drop rates take effect at the next step; anything else starts the run again, which plays on
  /// if it was playing. What was done to the run before does not come again.
  public void change(UnaryOperator<Experiment> setting) {
    Experiment now = experiment.get().withoutInterventions();
    Experiment next;
    try {
      next = setting.apply(now);
    } catch (IllegalArgumentException e) {
      report(e.getMessage());
      return;
    }
    if (next.equals(now)) return;
    undo.remember(experiment.get());
    apply(next, isRunning(), true);
  }

  public void setDropRates(List<Double> p) {
    change(e -> e.withNetwork(e.network().withDropRates(p)));
  }

  /// While a slider is dragged, all its changes are undone as one.
  public void beginGesture() { undo.beginGesture(); }

  public void endGesture() { undo.endGesture(); }

  public void undo() { undo.back(experiment.get()).ifPresent(e -> apply(e, isRunning(), true)); }

  public void redo() { undo.forth(experiment.get()).ifPresent(e -> apply(e, isRunning(), true)); }

  /// `goesOn`: where only drop rates change, the run goes on with them. While data are being loaded, even a change of
  /// p waits for them: it must not reach the run that they will end.
  private void apply(Experiment next, boolean play, boolean goesOn) {
    experiment.set(next);
    boolean loads = loader.loading().get(), plays = play || loads && playsWhenLoaded;
    Sent now = sent.newest().orElse(null);
    if (now == null || loads || !sameData(now.experiment(), next)) {
      playsWhenLoaded = plays;
      if (now == null) stage.set(Stage.LOADING);
      loader.load(next, loaded -> start(next, loaded, plays), this::refuse);
    } else if (goesOn && onlyRatesDiffer(now.experiment(), next)) {
      sent.changeNewest(next);
      lab.send(new Command.Intervene(now.run(), new Intervention.SetDropRates(0, next.network().dropRates())));
    } else {
      start(next, now.data(), play);
    }
  }

  /// Back to the experiment that runs.
  private void refuse(String sentence) {
    sent.newest().ifPresentOrElse(now -> experiment.set(now.experiment()), () -> stage.set(Stage.NOTHING));
    report(sentence);
  }

  /// What was sent is refused: back to the run before. Where another was sent since, there is nothing to do.
  private void refuse(Refusal refusal) {
    if (!sent.refuse(refusal.run(), refusal.goesOn())) return;
    sent.newest().ifPresent(now -> {
      pump.expect(now.run());
      if (now.data() != data.get()) stage.set(Stage.BUILDING);
      data.set(now.data());
      requests.tell();
      putPleasantSpeed(now);
    });
    refuse(refusal.why().cause() + " " + refusal.why().advice());
  }

  private void start(Experiment next, DataSet loaded, boolean play) {
    boolean otherData = loaded != data.get();
    Sent now = new Sent(lab.load(next, loaded, play), next, loaded, play);
    sent.add(now, pump.run());
    problem.set("");
    if (otherData) {
      pump.expect(now.run());
      stage.set(Stage.BUILDING);
    }
    data.set(loaded);
    if (otherData) requests.tell();
    putPleasantSpeed(now);
  }

  private static boolean sameData(Experiment a, Experiment b) {
    return a.data().equals(b.data()) && a.dataSeed() == b.dataSeed()
        && a.network().words().equals(b.network().words()) && Objects.equals(a.startFrom(), b.startFrom());
  }

  private static boolean onlyRatesDiffer(Experiment a, Experiment b) {
    return a.network().hidden().size() == b.network().hidden().size()
        && a.withoutInterventions().withNetwork(a.network().withDropRates(b.network().dropRates()))
            .equals(b.withoutInterventions());
  }

  /// The run that the settings are those of; 0 before the first.
  private long run() { return sent.newest().map(Sent::run).orElse(0L); }

  /// The newest frame, if it is of the run that the settings are those of.
  public Optional<Frame> present() { return pump.latest().filter(frame -> frame.run() == run()); }

  /// Whether the run plays that the settings are those of; before its first frame is there, whether it will.
  public boolean isRunning() {
    return present().map(frame -> frame.state() instanceof RunState.Running)
        .orElseGet(() -> sent.newest().filter(Sent::plays).isPresent());
  }

  public void play() { lab.send(new Command.Play(pump.run())); }

  public void pause() { lab.send(new Command.Pause(pump.run())); }

  public void playOrPause() {
    if (isRunning()) pause();
    else play();
  }

  public void step() { lab.send(new Command.Step(pump.run())); }

  public void halfStep() { lab.send(new Command.HalfStep(pump.run())); }

  /// Starts the run that is shown again from its first weights, with the drop rates as they are now.
  public void reset() {
    if (pump.run() == run()) sent.newest().ifPresent(now -> begin(now, false));
  }

  private void begin(Sent again, boolean play) {
    start(again.experiment().withoutInterventions(), again.data(), play);
  }

  /// Whether the engine has come to an end, which only [#startAgain] mends.
  public ReadOnlyBooleanProperty ended() { return ended.getReadOnlyProperty(); }

  /// Starts what has ended again, with the same experiment.
  public void startAgain() {
    boolean lost = lab.revive();
    ended.set(false);
    if (!lost) return;
    lab.send(new Command.SetSpeed(speed.get()));
    sent.newest().ifPresent(now -> begin(now, isRunning()));
    requests.tell();
  }

  /// Training steps a second at most; positive infinity is flat out.
  public ReadOnlyDoubleProperty speed() { return speed.getReadOnlyProperty(); }

  public void setSpeed(double stepsPerSecond) {
    speedChosen = true;
    putSpeed(stepsPerSecond);
  }

  /// Until the person chooses a speed, each run goes at one at which the eye can follow the epochs.
  private void putPleasantSpeed(Sent next) {
    double batches = Math.ceil(next.data().train().size() / (double) next.experiment().training().batch());
    if (!speedChosen) putSpeed(PLEASANT_EPOCHS_PER_SECOND * batches);
  }

  private void putSpeed(double stepsPerSecond) {
    speed.set(stepsPerSecond);
    lab.send(new Command.SetSpeed(stepsPerSecond));
  }

  public void pin(int layer, int unit, Pin pin) {
    lab.send(new Command.Intervene(pump.run(), new Intervention.SetPin(0, layer, unit, pin)));
  }

  /// Shows a past epoch; empty returns to the present.
  public void scrub(OptionalInt epoch) { lab.send(new Command.Scrub(pump.run(), epoch)); }

  /// Every frame answers this in its slot from now on; the answers come by the pump.
  public void ask(Slot slot, Query next) { requests.ask(slot, Objects.requireNonNull(next)); }

  public void askNothing(Slot slot) { requests.ask(slot, null); }

  @Override public void close() {
    loader.close();
    lab.close();
  }
}

package dropoutlab.ui.fx;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Question;
import dropoutlab.frame.RunState;
import dropoutlab.run.Command;
import dropoutlab.run.Lab;
import dropoutlab.run.Refusal;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Pin;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the person has set, and the way from there to the simulation: every control reads and changes the experiment
/// here. Data are loaded beside the run, which goes on meanwhile; where they cannot be loaded, or settings do not fit
/// them, nothing changes but [#problem]. Lives on the FX thread.
public final class LabModel implements AutoCloseable {
  private static final double PLEASANT_EPOCHS_PER_SECOND = 25;

  private final Lab lab;
  private final FramePump pump;
  private final ReadOnlyObjectWrapper<Experiment> experiment = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<DataSet> data = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PortraitRequest> watched =
      new ReadOnlyObjectWrapper<>(PortraitRequest.standard());
  private final ReadOnlyObjectWrapper<Question> question = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Undo<Experiment> undo = new Undo<>();
  private final DataLoader loader;
  private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(100);
  private Experiment settled;
  private Opened before;
  private boolean playsWhenLoaded;
  private boolean speedChosen;
  private boolean ratesChanged;

  /// What was sent to the lab, and whether its rates were changed since.
  private record Opened(Experiment experiment, DataSet data, boolean ratesChanged) {}

  /// `base` is the folder that relative paths of data files start from.
  public LabModel(Lab lab, Path base) {
    this.lab = lab;
    loader = new DataLoader(base);
    pump = new FramePump(lab);
    pump.onRefusal(this::refuse);
    pump.onFault(this::report);
  }

  public FramePump pump() { return pump; }

  /// What is set now, with the drop rates in force; null before the first one is loaded.
  public ReadOnlyObjectProperty<Experiment> experiment() { return experiment.getReadOnlyProperty(); }

  public ReadOnlyObjectProperty<DataSet> data() { return data.getReadOnlyProperty(); }

  /// What is computed beside the training.
  public ReadOnlyObjectProperty<PortraitRequest> watched() { return watched.getReadOnlyProperty(); }

  /// What every frame is to answer; null for nothing.
  public ReadOnlyObjectProperty<Question> question() { return question.getReadOnlyProperty(); }

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
    boolean plays = play || loader.isLoading() && playsWhenLoaded;
    if (settled == null || loader.isLoading() || !sameData(settled, next)) {
      playsWhenLoaded = plays;
      loader.load(next, loaded -> start(next, loaded, plays), this::refuse);
    } else if (goesOn && onlyRatesDiffer(settled, next)) {
      settled = next;
      ratesChanged = true;
      lab.send(new Command.SetDropRates(next.network().dropRates()));
    } else {
      start(next, data.get(), play);
    }
  }

  /// Back to the experiment that runs.
  private void refuse(String sentence) {
    if (settled != null) experiment.set(settled);
    report(sentence);
  }

  /// The settings do not fit the data: back to the run before. Where another was sent since, there is nothing to do.
  private void refuse(Refusal refusal) {
    if (!refusal.experiment().equals(settled)) return;
    settled = before == null ? null : before.experiment();
    if (before != null) {
      pump.expect(frame -> sameData(frame.experiment(), settled));
      data.set(before.data());
      ratesChanged = before.ratesChanged();
      putPleasantSpeed(before.experiment(), before.data());
    }
    refuse(refusal.why().cause() + " " + refusal.why().advice());
  }

  private void start(Experiment next, DataSet loaded, boolean play) {
    before = settled == null ? null : new Opened(settled, data.get(), ratesChanged);
    settled = next;
    problem.set("");
    pump.expect(frame -> sameData(frame.experiment(), next));
    data.set(loaded);
    ratesChanged = false;
    putPleasantSpeed(next, loaded);
    lab.send(new Command.Load(next, loaded, play));
  }

  private static boolean sameData(Experiment a, Experiment b) {
    return a.data().equals(b.data()) && a.dataSeed() == b.dataSeed()
        && a.network().words().equals(b.network().words());
  }

  private static boolean onlyRatesDiffer(Experiment a, Experiment b) {
    return a.network().hidden().size() == b.network().hidden().size()
        && a.withoutInterventions().withNetwork(a.network().withDropRates(b.network().dropRates()))
            .equals(b.withoutInterventions());
  }

  public void play() { lab.send(new Command.Play()); }

  public void pause() { lab.send(new Command.Pause()); }

  public void playOrPause() {
    if (isRunning()) pause();
    else play();
  }

  public void step() { lab.send(new Command.Step()); }

  public void halfStep() { lab.send(new Command.HalfStep()); }

  /// Starts again from the first weights, with the drop rates as they are now.
  public void reset() {
    if (ratesChanged) start(experiment.get(), data.get(), false);
    else lab.send(new Command.Reset());
  }

  /// Training steps a second at most; positive infinity is flat out.
  public ReadOnlyDoubleProperty speed() { return speed.getReadOnlyProperty(); }

  public void setSpeed(double stepsPerSecond) {
    speedChosen = true;
    putSpeed(stepsPerSecond);
  }

  /// Until the person chooses a speed, each run goes at one at which the eye can follow the epochs.
  private void putPleasantSpeed(Experiment next, DataSet loaded) {
    double batches = Math.ceil(loaded.train().size() / (double) next.training().batch());
    if (!speedChosen) putSpeed(PLEASANT_EPOCHS_PER_SECOND * batches);
  }

  private void putSpeed(double stepsPerSecond) {
    speed.set(stepsPerSecond);
    lab.send(new Command.SetSpeed(stepsPerSecond));
  }

  public void pin(int layer, int unit, Pin pin) { lab.send(new Command.SetPin(layer, unit, pin)); }

  /// Shows a past epoch; empty returns to the present.
  public void scrub(OptionalInt epoch) { lab.send(new Command.Scrub(epoch)); }

  public void watch(UnaryOperator<PortraitRequest> change) {
    PortraitRequest next = change.apply(watched.get());
    if (next.equals(watched.get())) return;
    watched.set(next);
    lab.send(new Command.Watch(next));
  }

  /// Every frame answers this from now on; the answers come by the pump.
  public void ask(Question next) { put(Objects.requireNonNull(next)); }

  public void askNothing() { put(null); }

  private void put(Question next) {
    if (Objects.equals(next, question.get())) return;
    question.set(next);
    lab.send(new Command.Ask(Optional.ofNullable(next)));
  }

  public boolean isRunning() {
    return pump.latest().map(Frame::state).filter(RunState.Running.class::isInstance).isPresent();
  }

  @Override public void close() {
    loader.close();
    lab.close();
  }
}

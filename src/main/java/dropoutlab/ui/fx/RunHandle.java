package dropoutlab.ui.fx;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.run.Command;
import dropoutlab.run.Lab;
import dropoutlab.run.Refusal;
import dropoutlab.run.Saved;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Pin;
import dropoutlab.ui.fx.SentRuns.Sent;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The run that trains: what it was started with, commands to it, its speed and state. Lives on the FX thread.
///
/// What is meant for a run carries its number: settings that of the run that they were sent to, all else that of the
/// run that is shown. So what a person does to one run never reaches the next.
public final class RunHandle {
  private static final double PLEASANT_EPOCHS_PER_SECOND = 25;

  private final Lab lab;
  private final FramePump pump;
  private final Starts starts;
  private final Supplier<Opening> opening;
  private final SentRuns sent = new SentRuns();
  private final ReadOnlyObjectWrapper<DataSet> data = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.NOTHING);
  private final ReadOnlyBooleanWrapper ended = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(100);
  private boolean speedChosen;
  private long draws;

  /// Hears that a run was started; where `onOtherData`, the engine has forgotten what it was asked to compute beside.
  @FunctionalInterface
  interface Starts {
    void started(boolean onOtherData);
  }

  RunHandle(Lab lab, FramePump pump, Starts starts, Supplier<Opening> opening) {
    this.lab = lab;
    this.opening = opening;
    this.pump = pump;
    this.starts = starts;
    pump.onEnd(() -> ended.set(true));
    pump.onFrame(1, _ -> stage.set(Stage.SHOWN));
  }

  /// The data of the newest run; null before the first.
  public ReadOnlyObjectProperty<DataSet> data() { return data.getReadOnlyProperty(); }

  /// What panels wait for that have nothing to show yet.
  public ReadOnlyObjectProperty<Stage> stage() { return stage.getReadOnlyProperty(); }

  /// The newest run that was sent, which the settings are those of; empty before the first.
  Optional<Sent> newest() { return sent.newest(); }

  /// Its number; 0 before the first.
  long number() { return sent.newest().map(Sent::run).orElse(0L); }

  /// Before the first run: whether its data are being loaded.
  void isLoading(boolean loads) {
    if (sent.newest().isEmpty()) stage.set(loads ? Stage.LOADING : Stage.NOTHING);
  }

  void start(Experiment next, DataSet loaded, boolean play) {
    begin(new Sent(lab.load(next, loaded, play), next, loaded, play, opening.get()));
  }

  private void begin(Sent now) {
    sent.add(now, pump.run());
    draws = 0;
    boolean otherData = now.data() != data.get();
    if (otherData) pump.expect(now.run());
    show(now, otherData);
    starts.started(otherData);
  }

  /// Goes on with a run that was saved, where it was.
  ///
  /// @param settings what is in force there
  /// @param saved    the experiment that was saved, with all its interventions
  /// @param past     the epoch that is looked back at; empty for the present
  void resume(Experiment settings, Experiment saved, DataSet loaded, Checkpoint from, OptionalInt past, boolean play) {
    begin(new Sent(lab.load(saved, loaded, from, play), settings, loaded, play, opening.get()));
    if (past.isPresent()) lab.send(new Command.Scrub(number(), past));
  }

  private void show(Sent now, boolean otherData) {
    if (otherData) stage.set(Stage.BUILDING);
    data.set(now.data());
    double batches = Math.ceil(now.data().train().size() / (double) now.experiment().training().batch());
    // Until the person chooses a speed, each run goes at one at which the eye can follow the epochs.
    if (!speedChosen) putSpeed(PLEASANT_EPOCHS_PER_SECOND * batches);
  }

  /// The newest run goes on with the drop rates of `next`, in each of its networks whose rates differ.
  void setDropRates(Experiment next) {
    Experiment before = sent.newest().orElseThrow().experiment();
    sent.changeNewest(next);
    if (!before.network().dropRates().equals(next.network().dropRates())) send(next.network(), null);
    for (int i = 0; i < next.beside().size(); i++) {
      Beside each = next.beside().get(i);
      if (!before.beside().get(i).network().dropRates().equals(each.network().dropRates()))
        send(each.network(), each.name());
    }
  }

  private void send(NetworkSpec rated, String name) {
    lab.send(new Command.Intervene(number(), new Intervention.SetDropRates(0, rated.dropRates(), name)));
  }

  /// Back to the run before; whether there is something to say, because nothing else was sent since.
  boolean refuse(Refusal refusal) {
    if (!sent.refuse(refusal.run(), refusal.goesOn())) return false;
    sent.newest().ifPresent(now -> {
      pump.expect(now.run());
      show(now, now.data() != data.get());
      starts.started(true);
    });
    return true;
  }

  /// The newest frame, if it is of the run that the settings are those of.
  public Optional<Frame> present() { return pump.latest().filter(frame -> frame.run() == number()); }

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

  /// Pauses and shows the present batch under masks drawn for looking: each time others, the same ones after a reset.
  public void redraw() { lab.send(new Command.Redraw(pump.run(), draws++)); }

  /// Starts the run that is shown again from its first weights, with the drop rates as they are now.
  public void reset() {
    if (pump.run() == number()) sent.newest().ifPresent(now -> start(now.experiment(), now.data(), false));
  }

  /// Whether the engine has come to an end, which only [#startAgain] mends.
  public ReadOnlyBooleanProperty ended() { return ended.getReadOnlyProperty(); }

  /// Starts what has ended again, with the same experiment.
  public void startAgain() {
    boolean lost = lab.revive();
    ended.set(false);
    if (!lost) return;
    lab.send(new Command.SetSpeed(speed.get()));
    sent.newest().ifPresent(now -> start(now.experiment(), now.data(), isRunning()));
    starts.started(true);
  }

  /// Training steps a second at most; positive infinity is flat out.
  public ReadOnlyDoubleProperty speed() { return speed.getReadOnlyProperty(); }

  public void setSpeed(double stepsPerSecond) {
    speedChosen = true;
    putSpeed(stepsPerSecond);
  }

  private void putSpeed(double stepsPerSecond) {
    speed.set(stepsPerSecond);
    lab.send(new Command.SetSpeed(stepsPerSecond));
  }

  /// @param network the name of the network beside whose unit is meant; null for the experiment's own
  public void pin(String network, int layer, int unit, Pin pin) {
    pin(pump.run(), network, layer, unit, pin);
  }

  void pin(long run, String network, int layer, int unit, Pin pin) {
    lab.send(new Command.Intervene(run, new Intervention.SetPin(0, layer, unit, pin, network)));
  }

  /// The run that is shown, as it can be saved; the training goes on. The future may end on another thread, with an
  /// exception whose message is a sentence if another run has begun before.
  public CompletableFuture<Saved> save() { return lab.save(pump.run()); }

  /// The same with more or less of the past; see [Lab#save(long, long)].
  public CompletableFuture<Saved> save(long mostPastBytes) { return lab.save(pump.run(), mostPastBytes); }

  /// A frame of a past epoch of the run that is shown, as [#scrub] would show it; what is shown stays as it is. The
  /// future ends as that of [#save] does.
  public CompletableFuture<Frame> past(int epoch) { return lab.past(pump.run(), epoch); }

  /// A run as it was after an epoch, or after the nearest earlier one that is stored; what is shown stays as it is.
  public CompletableFuture<Frame> past(long run, int epoch) { return lab.past(run, epoch); }

  /// How many steps a run has taken by now.
  public CompletableFuture<Long> steps(long run) { return lab.save(run).thenApply(saved -> saved.progress().step()); }

  /// Shows a past epoch; empty returns to the present.
  public void scrub(OptionalInt epoch) { lab.send(new Command.Scrub(pump.run(), epoch)); }
}

package dropoutlab.ui.fx;

import dropoutlab.card.Group;
import dropoutlab.card.MethodCard;
import dropoutlab.card.place.Placement;
import dropoutlab.data.DataSet;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Query;
import dropoutlab.run.Lab;
import dropoutlab.run.Refusal;
import dropoutlab.run.Slot;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Pin;
import dropoutlab.ui.fx.SentRuns.Sent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/// What the panels bind to: what is set ([#editor]), the run that trains it ([#run]), and what is computed beside. Here
/// is the way from one to the other. Data are loaded beside the run, which goes on meanwhile; where they cannot be
/// loaded, or settings do not fit them, the settings go back to those of the run. Lives on the FX thread.
public final class LabModel implements AutoCloseable {
  private final Lab lab;
  private final Path base;
  private final FramePump pump;
  private final DataLoader loader;
  private final Requests requests;
  private final RunHandle run;
  private final ExperimentEditor editor = new ExperimentEditor(new Runs());
  private boolean playsWhenLoaded;

  /// `base` is the folder that relative paths of data files start from.
  public LabModel(Lab lab, Path base) {
    this.lab = lab;
    this.base = base;
    loader = new DataLoader(base);
    pump = new FramePump(lab);
    requests = new Requests(lab, this::runNumber);
    run = new RunHandle(lab, pump, this::started, () -> editor.opening().get());
    pump.onRefusal(this::refuse);
    pump.onFault(editor::report);
  }

  /// Loads the data of an experiment, from the same folder as those of the run; may be called from any thread.
  public DataSet dataOf(Experiment experiment) { return loader.read(experiment); }

  /// The folder that relative paths of data files start from.
  public Path base() { return base; }

  private long runNumber() { return run.number(); }

  public FramePump pump() { return pump; }

  public ExperimentEditor editor() { return editor; }

  public RunHandle run() { return run; }

  public ReadOnlyObjectProperty<Experiment> experiment() { return editor.experiment(); }

  public ReadOnlyObjectProperty<DataSet> data() { return run.data(); }

  /// Whether data are being loaded.
  public ReadOnlyBooleanProperty loading() { return loader.loading(); }

  public ReadOnlyObjectProperty<Stage> stage() { return run.stage(); }

  /// While data are being loaded, even a change of p waits for them: it must not reach the run that they will end.
  private void train(Experiment next, boolean opened) {
    boolean loads = loader.loading().get();
    boolean plays = opened || run.isRunning() || loads && playsWhenLoaded;
    Sent now = run.newest().orElse(null);
    if (now == null || loads || !sameData(now.experiment(), next)) {
      playsWhenLoaded = plays;
      run.isLoading(true);
      loader.load(next, loaded -> run.start(next, loaded, plays), this::refuse);
    } else if (!opened && onlyRatesDiffer(now.experiment(), next)) {
      run.setDropRates(next);
    } else {
      run.start(next, now.data(), plays);
    }
  }

  /// What undo asks of the run.
  private final class Runs implements ExperimentEditor.Runs {
    @Override public void train(Experiment next, boolean opened) { LabModel.this.train(next, opened); }

    @Override public Optional<Standing.Run> standing() {
      boolean known = run.present().isPresent() && !loader.loading().get();
      return known ? Optional.of(new Standing.Run(run.save(), run.data().get(), run.isRunning())) : Optional.empty();
    }

    /// The engine has long answered what it was asked when the run was left; where it could not, the run begins anew.
    @Override public void restore(Experiment settings, Standing.Run left) {
      loader.giveUp();
      left.saved().whenComplete((saved, fault) -> onFxThread(() -> {
        if (fault == null) run.resume(settings, saved.experiment(), left.data(), saved.checkpoint(), OptionalInt.empty(), left.plays());
        else LabModel.this.train(settings, false);
      }));
    }
  }

  private static void onFxThread(Runnable action) {
    if (Platform.isFxApplicationThread()) action.run();
    else Platform.runLater(action);
  }

  /// Opens a training that was saved, paused where it was; its data are loaded beside the run. Where that cannot be, the
  /// run and its settings stay, and the editor has the sentence.
  ///
  /// @param saved the experiment that was saved, with all its interventions
  public void open(Experiment saved, Checkpoint from) {
    editor.resume(settingsAt(saved, from));
    playsWhenLoaded = false;
    run.isLoading(true);
    loader.load(saved, loaded -> resume(saved, loaded, from, OptionalInt.empty()), this::refuse);
  }

  /// Does the same at once with data that are at hand.
  ///
  /// @param past the epoch that is looked back at; empty for the present
  public void open(Experiment saved, DataSet data, Checkpoint from, OptionalInt past) {
    loader.giveUp();
    editor.resume(settingsAt(saved, from));
    resume(saved, data, from, past);
  }

  private void resume(Experiment saved, DataSet data, Checkpoint from, OptionalInt past) {
    run.resume(settingsAt(saved, from), saved, data, from, past, false);
  }

  /// A rate that was changed between two half-steps is planned for the next step, but in force for the person.
  private static Experiment settingsAt(Experiment saved, Checkpoint from) { return saved.settingsAfter(from.step() + 1); }

  /// Pins a unit of the run that is shown, so that undo sets it back to what it was.
  ///
  /// @param network the name of the network beside whose unit is meant; null for the experiment's own
  /// @param before  what it is now
  public void pin(String network, int layer, int unit, Pin before, Pin next) {
    Pinned change = new Pinned(run, pump.run(), network, layer, unit, before, next);
    change.forth();
    editor.did(change);
  }

  private record Pinned(RunHandle handle, long run, String network, int layer, int unit, Pin before, Pin after) implements Undo.Change {
    @Override public boolean back() { return set(before); }

    @Override public boolean forth() { return set(after); }

    /// The pins of a run end with it.
    private boolean set(Pin pin) {
      if (run != handle.number()) return false;
      handle.pin(run, network, layer, unit, pin);
      return true;
    }
  }

  private void started(boolean onOtherData) {
    editor.dismissProblem();
    if (onOtherData) requests.tell();
  }

  /// Back to the experiment that runs.
  private void refuse(String sentence) {
    run.newest().ifPresent(now -> editor.goBackTo(now.experiment(), now.of()));
    run.isLoading(false);
    editor.report(sentence);
  }

  private void refuse(Refusal refusal) {
    if (run.refuse(refusal)) refuse(refusal.why().cause() + " " + refusal.why().advice());
  }

  private static boolean sameData(Experiment a, Experiment b) {
    return a.data().equals(b.data()) && a.dataSeed() == b.dataSeed()
        && a.network().words().equals(b.network().words()) && Objects.equals(a.startFrom(), b.startFrom());
  }

  private static boolean onlyRatesDiffer(Experiment a, Experiment b) {
    if (!sameRates(a.network(), b.network()) || a.beside().size() != b.beside().size()) return false;
    if (anotherMethod(Placement.own(a), Placement.own(b))) return false;
    List<Beside> beside = new ArrayList<>();
    for (int i = 0; i < a.beside().size(); i++) {
      Beside mine = a.beside().get(i), its = b.beside().get(i);
      if (!sameRates(mine.network(), its.network())) return false;
      beside.add(mine.withNetwork(mine.network().withDropRates(its.network().dropRates())));
    }
    return a.with(e -> e.network(a.network().withDropRates(b.network().dropRates())).beside(beside)).equals(b);
  }

  /// In a transformer block the rates alone say which method there is; with another one the run begins anew.
  private static boolean anotherMethod(MethodCard a, MethodCard b) {
    return a.group() != Group.NONE && b.group() != Group.NONE && !a.equals(b);
  }

  private static boolean sameRates(NetworkSpec a, NetworkSpec b) {
    return a.dropRates().size() == b.dropRates().size() && a.denseRates() == b.denseRates();
  }

  /// What every frame is to answer in a slot; null for nothing.
  public ReadOnlyObjectProperty<Query> query(Slot slot) { return requests.query(slot); }

  /// Every frame answers this in its slot from now on; the answers come by the pump.
  public void ask(Slot slot, Query next) { requests.ask(slot, Objects.requireNonNull(next)); }

  public void askNothing(Slot slot) { requests.ask(slot, null); }

  @Override public void close() {
    loader.close();
    lab.close();
  }
}

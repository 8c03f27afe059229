package dropoutlab.ui.sweep;

import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.sweep.SweepJson;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.sweep.folder.Layout;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.ExportEvent;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Exhibit;
import dropoutlab.ui.parts.GoToEvent;
import dropoutlab.ui.parts.Workspace;
import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Words;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Many runs at once, every seed a dot: planned, trained, watched and read here.
public final class SweepWorkspace extends StackPane implements Workspace {
  private final SweepBar bar = new SweepBar();
  private final SweepStatus status = new SweepStatus();
  private final SweepLayout layout;
  private final Shelf shelf;
  private SweepState state;
  private SweepActions actions;
  private LabModel lab;

  /// @param shelf where sweeps lie
  public SweepWorkspace(Appearance appearance, Shelf shelf) {
    this.shelf = shelf;
    getStyleClass().addAll("workspace", "sweep");
    layout = new SweepLayout(appearance, bar.plan());
    getChildren().add(layout);
  }

  /// The sweep that is planned or open.
  SweepState state() { return state; }

  SweepActions actions() { return actions; }

  SweepLayout parts() { return layout; }

  @Override public String id() { return "sweep"; }

  @Override public String title() { return Words.of("sweepview.workspace.title"); }

  @Override public Region view() { return this; }

  @Override public Optional<Region> bar() { return Optional.of(bar); }

  @Override public Optional<ObservableValue<String>> status() { return Optional.of(status.text()); }

  @Override public Subscription bind(LabModel model) {
    lab = model;
    state = new SweepState(model::dataOf, model.editor()::report);
    actions = new SweepActions(state, shelf);
    return Subscription.combine(bar.bind(state, actions, this::export), layout.bind(state, actions, model),
        status.bind(state),
        widthProperty().subscribe(width -> { if (width.doubleValue() > 0) beNarrow(width.doubleValue() <
            SweepLayout.NARROW_BELOW); }), () -> {
          actions.leave();
          state.close();
        });
  }

  private void beNarrow(boolean on) {
    bar.beNarrow(on);
    layout.beNarrow(on);
  }

  @Override public Subscription show(LabModel model) {
    state.worker().shown(true);
    Subscription drawn = layout.follow();
    Subscription times = model.experiment().subscribe(experiment -> {
      if (state.stage() == Stage.EMPTY) layout.empty().show(experiment, model::dataOf);
    });
    Subscription empty = state.version().subscribe(_ -> {
      if (state.stage() == Stage.EMPTY) layout.empty().show(model.experiment().get(), model::dataOf);
      else layout.empty().rest();
    });
    return Subscription.combine(drawn, times, empty, status.begin(), () -> {
      layout.empty().rest();
      state.worker().shown(false);
    });
  }

  @Override public Map<String, Supplier<FigureCanvas>> figures() { return layout.figures(); }

  @Override public List<Exhibit> exhibits() { return Exhibits.of(state); }

  /// Opens the folder of a sweep, or the file in it that tells what it asks; whether it is one.
  public boolean opens(Path file) {
    Path folder = Files.isDirectory(file) ? file : file.toAbsolutePath().getParent();
    boolean named = Files.isDirectory(file) || new Layout(folder).sweep().getFileName().equals(file.getFileName());
    if (!named || !SweepFolder.is(folder)) return false;
    actions.open(folder);
    return true;
  }

  @Override public Optional<String> beforeClosing() {
    boolean atWork = state != null && state.open() != null && state.open().isAtWork();
    return atWork ? Optional.of(Words.of("sweepview.close", state.plan().title())) : Optional.empty();
  }

  @Override public Map<String, String> remember() {
    return state == null || state.place().isEmpty() ? Map.of() : Map.of("folder", state.place().get().toString());
  }

  @Override public void restore(Map<String, String> remembered) {
    String folder = remembered.getOrDefault("folder", ""), plan = remembered.getOrDefault("plan", "");
    if (state == null || state.place().equals(Optional.of(Path.of(folder)))) return;
    try {
      if (!folder.isEmpty() && SweepFolder.is(Path.of(folder))) actions.open(Path.of(folder));
      else if (!plan.isEmpty()) state.begin(Plan.of(SweepJson.read(plan, Words.of("sweepview.plan.kept"))));
    } catch (ExperimentException | InvalidPathException e) {
      state.report(SeedText.sentence(e.getMessage()));
    }
  }

  @Override public void showControls(boolean shown) { layout.showPlan(state, shown); }

  @Override public ReadOnlyBooleanProperty controlsShownProperty() { return layout.planShown(); }

  /// There is no rate of one run here: the plan takes its place.
  @Override public void focusDropRate() { layout.focusPlan(); }

  @Override public void changeDropRate(double delta) {}

  @Override public String keys() { return Words.of("sweepview.keys"); }

  @Override public boolean undo() {
    state.undo();
    return true;
  }

  @Override public boolean redo() {
    state.redo();
    return true;
  }

  @Override public boolean playOrPause() {
    actions.startOrHold();
    return true;
  }

  @Override public boolean press(KeyEvent event) {
    switch (event.getCode()) {
      case SPACE -> actions.startOrHold();
      case M -> actions.runMissing();
      case LEFT -> actions.cursor().goToPoint(-1);
      case RIGHT -> actions.cursor().goToPoint(1);
      case UP -> actions.cursor().goToSeed(-1);
      case DOWN -> actions.cursor().goToSeed(1);
      case ENTER -> openInTrain();
      case V -> actions.repeat();
      case X -> actions.cursor().nextFailure();
      case L -> layout.log().showOrHide();
      case D -> layout.finding().tableOrNot(state);
      case E -> export();
      case ESCAPE -> {
        return layout.closeOverlay();
      }
      // Keys of a run, of which there is none here.
      case S, H, R -> {}
      default -> {
        return false;
      }
    }
    return true;
  }

  private void export() {
    FigureCanvas canvas = layout.finding().canvas();
    canvas.fireEvent(new ExportEvent(canvas));
  }

  /// The run that is looked at becomes that of Train, which undo takes back.
  private void openInTrain() {
    actions.experiment().ifPresent(experiment -> {
      lab.editor().open(experiment);
      fireEvent(new GoToEvent("train"));
    });
  }

  @Override public boolean pressWithControl(KeyEvent event) {
    if (event.getCode() != KeyCode.C || !layout.finding().isTable()) return false;
    layout.finding().table().copy();
    return true;
  }
}

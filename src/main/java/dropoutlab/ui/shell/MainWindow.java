package dropoutlab.ui.shell;

import dropoutlab.export.store.Places;
import dropoutlab.ui.export.ExportSheet;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.ExportEvent;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.OpenFileEvent;
import dropoutlab.ui.parts.GoToEvent;
import dropoutlab.ui.parts.Workspace;
import dropoutlab.ui.sweep.SweepWorkspace;
import dropoutlab.ui.theory.TheoryWorkspace;
import dropoutlab.ui.train.FileDrop;
import dropoutlab.ui.train.TrainWorkspace;
import dropoutlab.ui.uncertainty.UncertaintyWorkspace;
import dropoutlab.ui.variants.VariantsWorkspace;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// The whole window: bars above and below, one of the workspaces between them, an overlay with all keys.
public final class MainWindow extends StackPane {
  private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double NARROW_BELOW = 1200;
  /// So wide must a window be for each multiple of the usual size.
  private static final double WIDTH_OF_USUAL_TYPE = 1040, NARROW_OF_USUAL_TYPE = 890;
  private static final double PRESENTING_ZOOM = 1.3;
  /// The sizes of type that lab.css sets.
  private static final double PIXELS = 12.5, PRESENTING_PIXELS = 16;

  private final Appearance appearance;
  private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.LIGHT);
  private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting");
  private final List<Workspace> workspaces;
  private final ObjectProperty<Workspace> shown;
  private final BorderPane frame;
  private final VBox bars;
  private final TopBar topBar;
  private final RunBar runBar = new RunBar();
  private final StatusBar statusBar = new StatusBar();
  private final NoticeBar notices = new NoticeBar();
  private final KeysOverlay keys = new KeysOverlay();
  private final ExportSheet export;
  private final WindowFiles files;
  private final SweepWorkspace sweep;
  private double typeSize = 1;
  private final PresetPicker presets = new PresetPicker(runBar.presets());

  /// With the settings of the person who runs this program.
  public MainWindow(Appearance appearance) { this(appearance, Places.here()); }

  /// @param places where settings and what can be recovered are kept
  public MainWindow(Appearance appearance, Places places) {
    this.appearance = appearance;
    getStyleClass().add("main-window");
    files = new WindowFiles(this, places);
    sweep = new SweepWorkspace(appearance, new SweepShelf(files, places));
    workspaces = List.of(new TrainWorkspace(appearance), new UncertaintyWorkspace(appearance),
        new VariantsWorkspace(appearance), new TheoryWorkspace(appearance), sweep);
    shown = new SimpleObjectProperty<>(this, "shown", workspaces.getFirst());
    topBar = new TopBar(workspaces);
    bars = new VBox(topBar, runBar, notices);
    frame = new BorderPane(null, bars, null, statusBar, null);
    export = new ExportSheet(shown::get, () -> look.get().theme(), frame);
    getChildren().addAll(frame, presets, keys, export);
    files.addTo(bars, this);
    wear(Look.LIGHT);
  }

  /// Connects all controls with the model until the subscription is closed.
  public Subscription bind(LabModel model) {
    addEventHandler(OpenFileEvent.OPEN, _ -> files.chooseAndOpen());
    addEventHandler(GoToEvent.GO_TO, event -> show(event.workspace()));
    addEventHandler(ExportEvent.EXPORT, event -> export.open(event.canvas()));
    Subscription controls =
        Subscription.combine(workspaces.stream().map(w -> w.bind(model)).toArray(Subscription[]::new));
    Subscription stage = sceneProperty().flatMap(scene -> scene.windowProperty())
        .flatMap(window -> window instanceof Stage s ? s.fullScreenProperty() : null).orElse(false)
        .subscribe((was, is) -> { if (was && !is) presenting.set(false); });
    Subscription width = widthProperty().subscribe(w -> {
      boolean narrow = w.doubleValue() > 0 && w.doubleValue() < NARROW_BELOW;
      pseudoClassStateChanged(NARROW, narrow);
      runBar.beNarrow(narrow);
      size();
    });
    return Subscription.combine(topBar.bind(this), runBar.bind(model), statusBar.bind(model, export.exporter()),
        notices.bind(model), presets.bind(model), export.bind(model), controls, new Shortcuts(this, model).bind(), FileDrop.onto(this, model, files::opens), files.bind(model, topBar.file()),
        presenting.subscribe(this::showPresenting), bindShown(model), stage, width);
  }

  /// One workspace is in the scene and at work; the others rest.
  private Subscription bindShown(LabModel model) {
    Subscription[] work = {Subscription.EMPTY};
    Subscription rate = shown.flatMap(Workspace::controlsShownProperty).subscribe(on -> runBar.showRate(!on));
    Subscription change = shown.subscribe(workspace -> {
      seat(workspace, model, work);
      bars.getChildren().set(1, workspace.bar().orElse(runBar));
      statusBar.show(workspace.keys(), workspace.status());
      if (presenting.get()) workspace.showControls(false);
    });
    Subscription fit = model.data().subscribe(_ -> {
      boolean seated = frame.getCenter() == shown.get().view();
      if (seated == misfit(model).isPresent()) seat(shown.get(), model, work);
    });
    return Subscription.combine(rate, change, fit, () -> work[0].unsubscribe());
  }

  private Optional<String> misfit(LabModel model) {
    return Optional.ofNullable(model.data().get()).flatMap(data -> shown.get().misfit(data));
  }

  /// A workspace that has nothing to show of the data says so, and rests.
  private void seat(Workspace workspace, LabModel model, Subscription[] work) {
    work[0].unsubscribe();
    Optional<String> misfit = misfit(model);
    frame.setCenter(misfit.<Region>map(MainWindow::sentence).orElseGet(workspace::view));
    work[0] = misfit.isPresent() ? Subscription.EMPTY : workspace.show(model);
  }

  private static Region sentence(String text) {
    Label label = Controls.label(text, "muted");
    label.setId("misfit");
    label.setWrapText(true);
    label.setMaxWidth(420);
    StackPane card = new StackPane(label);
    card.getStyleClass().add("workspace");
    return card;
  }

  List<Workspace> workspaces() { return workspaces; }

  /// Shows the workspace with this id, if there is one.
  void show(String id) { workspaces.stream().filter(each -> each.id().equals(id)).findFirst().ifPresent(shown::set); }

  SweepWorkspace sweep() { return sweep; }

  WindowFiles files() { return files; }

  Appearance appearance() { return appearance; }

  /// With which preset to start, where the person has chosen one.
  Optional<String> firstPreset() { return files.preset(); }

  /// Words in this multiple of their usual size.
  void typeSize(double size) {
    typeSize = size;
    size();
  }

  /// In a narrow window words are only as large as leaves room for all bars and panels.
  private void size() {
    double typeSize = getWidth() > 0 ? Math.min(this.typeSize, Math.max(1, getWidth() / (getWidth() < NARROW_BELOW ? NARROW_OF_USUAL_TYPE : WIDTH_OF_USUAL_TYPE))) : this.typeSize;
    double pixels = presenting.get() ? PRESENTING_PIXELS : PIXELS;
    setStyle(typeSize == 1 ? "" : "-fx-font-size: " + Math.round(pixels * typeSize) + "px;");
    appearance.zoom().set(typeSize * (presenting.get() ? PRESENTING_ZOOM : 1));
  }

  /// The workspace that is to be seen.
  public ObjectProperty<Workspace> shown() { return shown; }

  /// Shows the workspace with this number, from 0; whether there is one.
  boolean open(int number) {
    if (number < 0 || number >= workspaces.size()) return false;
    presets.close();
    shown.set(workspaces.get(number));
    return true;
  }

  /// The sheet that saves pictures and data.
  public ExportSheet export() { return export; }

  public ObjectProperty<Look> look() { return look; }

  void nextLook() {
    Look next = look.get().next();
    wear(next);
    files.choose(next);
  }

  /// Whether something lies over all that the keys and buttons of the window act on.
  boolean isCovered() { return files.isCovered() || export.isOpen(); }

  /// Changes the colours of everything, figures included.
  public void wear(Look next) {
    Application.setUserAgentStylesheet(next.baseSheet());
    getStylesheets().setAll(sheet("lab.css"), sheet(next.styleClass() + ".css"));
    look.set(next);
    appearance.theme().set(next.theme());
  }

  private static String sheet(String name) {
    return MainWindow.class.getResource("/dropoutlab/ui/" + name).toExternalForm();
  }

  /// For the projector: full screen, larger type, and only what there is to look at.
  void presentOrNot() {
    presenting.set(!presenting.get());
    if (getScene() != null && getScene().getWindow() instanceof Stage stage) stage.setFullScreen(presenting.get());
  }

  private void showPresenting(boolean on) {
    pseudoClassStateChanged(PRESENTING, on);
    Controls.present(topBar, !on);
    Controls.present(statusBar, !on);
    // Those that are hidden leave the presentation, too.
    if (on) shown.get().showControls(false);
    else workspaces.forEach(workspace -> workspace.showControls(true));
    size();
  }

  void showOrHideKeys() { keys.showOrHide(); }

  /// Whether there was an overlay to close.
  boolean closeOverlay() {
    boolean open = keys.isVisible();
    keys.setVisible(false);
    return files.closeCards() | presets.close() || open;
  }

  void choosePreset(KeyCode key) {
    closeOverlay();
    presets.open(key);
  }
}

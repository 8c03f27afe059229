package dropoutlab.ui.shell;

import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.train.TrainWorkspace;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// The whole window: bars above and below, the workspace between them, an overlay with all keys.
public final class MainWindow extends StackPane {
  private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double NARROW_BELOW = 1200;
  private static final double PRESENTING_ZOOM = 1.3;

  private final Appearance appearance;
  private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.LIGHT);
  private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting");
  private final TopBar topBar = new TopBar();
  private final RunBar runBar = new RunBar();
  private final StatusBar statusBar = new StatusBar();
  private final NoticeBar notices = new NoticeBar();
  private final KeysOverlay keys = new KeysOverlay();
  private final TrainWorkspace train;

  public MainWindow(Appearance appearance) {
    this.appearance = appearance;
    getStyleClass().add("main-window");
    train = new TrainWorkspace(appearance);
    BorderPane frame = new BorderPane(train, new VBox(topBar, runBar, notices), null, statusBar, null);
    getChildren().addAll(frame, keys);
    wear(Look.LIGHT);
  }

  /// Connects all controls with the model until the subscription is closed.
  public Subscription bind(LabModel model) {
    ExportMenu exports = new ExportMenu(model, appearance, train.figures(),
        () -> getScene() == null ? null : getScene().getWindow());
    Subscription stage = sceneProperty().flatMap(scene -> scene.windowProperty())
        .flatMap(window -> window instanceof Stage s ? s.fullScreenProperty() : null).orElse(false)
        .subscribe((was, is) -> { if (was && !is) presenting.set(false); });
    Subscription width = widthProperty().subscribe(w -> {
      boolean narrow = w.doubleValue() > 0 && w.doubleValue() < NARROW_BELOW;
      pseudoClassStateChanged(NARROW, narrow);
      runBar.beNarrow(narrow);
    });
    return Subscription.combine(topBar.bind(this, exports), runBar.bind(model), statusBar.bind(model),
        notices.bind(model), train.bind(model), new Shortcuts(this, model, train).bind(),
        presenting.subscribe(this::showPresenting),
        train.controlsShownProperty().subscribe(shown -> runBar.showRate(!shown)), stage, width);
  }

  public ObjectProperty<Look> look() { return look; }

  void nextLook() { wear(look.get().next()); }

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
    train.showControls(!on);
    appearance.zoom().set(on ? PRESENTING_ZOOM : 1);
  }

  void showOrHideKeys() { keys.showOrHide(); }

  /// Whether there was an overlay to close.
  boolean closeOverlay() {
    boolean open = keys.isVisible();
    keys.setVisible(false);
    return open;
  }
}

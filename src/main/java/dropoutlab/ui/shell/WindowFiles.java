package dropoutlab.ui.shell;

import dropoutlab.export.store.Places;
import dropoutlab.export.store.Settings;
import dropoutlab.export.store.View;
import dropoutlab.ui.export.SheetMemory;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Workspace;
import dropoutlab.ui.saving.CloseQuestion;
import dropoutlab.ui.saving.Document;
import dropoutlab.ui.saving.FileMenu;
import dropoutlab.ui.saving.Recovery;
import dropoutlab.ui.saving.RecoveryBar;
import dropoutlab.ui.saving.SettingsPane;
import dropoutlab.ui.saving.SettingsStore;
import dropoutlab.ui.saving.SharePane;
import dropoutlab.ui.saving.Stagehand;
import dropoutlab.ui.saving.WorkBar;
import dropoutlab.ui.train.FileDrop;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;

/// What the window keeps between two starts: its run as a file, settings, and what is recovered after it was killed.
final class WindowFiles implements Stagehand {
  private final MainWindow window;
  private final Places places;
  private final SettingsStore settings;
  private final WorkBar work = new WorkBar();
  private final RecoveryBar recoveryBar = new RecoveryBar();
  private final SharePane share = new SharePane();
  private final SettingsPane pane = new SettingsPane();
  private final CloseQuestion question = new CloseQuestion();
  private FileMenu menu;
  private Document document;
  private LabModel model;

  WindowFiles(MainWindow window, Places places) {
    this.window = window;
    this.places = places;
    settings = new SettingsStore(places.settings());
  }

  void addTo(VBox bars, StackPane over) {
    bars.getChildren().addAll(recoveryBar, work);
    over.getChildren().addAll(share, pane, question);
  }

  Subscription bind(LabModel model, FileMenu menu) {
    this.model = model;
    this.menu = menu;
    document = new Document(model, settings, this, work);
    Recovery recovery = new Recovery(places.recovery(), model, this);
    share.bind(model);
    menu.bind(model, document, settings, this, work, share, pane, () -> FileDrop.choose(window, model, this::open));
    settings.word().ifPresent(model.editor()::report);
    window.export().exporter().remember(SheetMemory.of(settings.get().exports()));
    Subscription bound = Subscription.combine(document.bind(), pane.bind(settings), settings.settings().subscribe(this::wear),
        window.look().subscribe((_, look) -> keepLook(look)), closing(), title());
    recoveryBar.offer(document, recovery);
    recovery.start();
    return bound.and(() -> {
      keepSheet();
      recovery.close();
      settings.close();
    });
  }

  /// The settings of the export sheet are kept when the window closes.
  private void keepSheet() {
    Map<String, String> kept = window.export().exporter().memory().toMap();
    settings.change(s -> s.withExports(kept));
  }

  private Subscription title() {
    return window.sceneProperty().flatMap(scene -> scene.windowProperty()).subscribe(shown -> {
      if (shown instanceof Stage stage) document.title().subscribe(stage::setTitle);
    });
  }

  private Subscription closing() {
    EventHandler<WindowEvent> ask = this::ask;
    return window.sceneProperty().flatMap(scene -> scene.windowProperty()).subscribe((was, is) -> {
      if (was != null) was.removeEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, ask);
      if (is != null) is.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, ask);
    });
  }

  /// A second request while the question stands is an answer.
  private void ask(WindowEvent event) {
    if (!document.unsaved().get() || question.isVisible()) return;
    event.consume();
    question.ask(model.experiment().get().title(), menu::save, owner()::hide);
  }

  private void keepLook(Look look) { settings.change(s -> s.withTheme(Optional.of(look.theme().name()))); }

  private void wear(Settings now) {
    Look wanted = now.theme().flatMap(Look::named).orElseGet(() ->
        Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Look.DARK : Look.LIGHT);
    if (now.theme().isPresent() && window.look().get() != wanted || now.theme().isEmpty() && window.look().get() == Look.LIGHT && wanted == Look.DARK)
      window.wear(wanted);
    window.typeSize(now.typeSize());
    window.appearance().reducesMotion().set(switch (now.motion()) {
      case ON -> true;
      case OFF -> false;
      case SYSTEM -> Platform.getPreferences().isReducedMotion();
    });
  }

  boolean singleKeys() { return settings.get().singleKeys(); }

  /// With which preset the program starts.
  Optional<String> preset() { return settings.get().preset(); }

  /// Opens a saved run or a picture of this program; whether it was one.
  boolean open(File file) {
    if (!Document.opens(file.toPath())) return false;
    document.open(file.toPath());
    return true;
  }

  Document document() { return document; }

  FileMenu menu() { return menu; }

  SettingsPane pane() { return pane; }

  /// Whether one of the cards was open, and was closed.
  boolean closeCards() {
    boolean open = share.isVisible() || pane.isVisible() || question.isVisible();
    if (open) {
      share.close();
      pane.close();
      question.close();
    }
    return open;
  }

  @Override public View view() {
    Map<String, Map<String, String>> panels = new LinkedHashMap<>();
    for (Workspace each : window.workspaces()) {
      Map<String, String> kept = each.remember();
      if (!kept.isEmpty()) panels.put(each.id(), kept);
    }
    OptionalInt past = model.pump().latest().map(frame -> frame.scrubbed()).orElse(OptionalInt.empty());
    return new View(window.shown().get().id(), past, panels);
  }

  @Override public void show(View view) {
    window.workspaces().stream().filter(each -> each.id().equals(view.workspace())).findFirst().ifPresent(window.shown()::set);
    view.panels().forEach((id, values) -> window.workspaces().stream().filter(each -> each.id().equals(id))
        .forEach(each -> each.restore(values)));
  }

  @Override public Window owner() { return window.getScene() == null ? null : window.getScene().getWindow(); }
}

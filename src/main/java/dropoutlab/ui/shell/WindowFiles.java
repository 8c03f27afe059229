package dropoutlab.ui.shell;

import dropoutlab.export.store.Places;
import dropoutlab.export.store.Settings;
import dropoutlab.export.store.View;
import dropoutlab.frame.Frame;
import dropoutlab.ui.export.SheetMemory;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Workspace;
import dropoutlab.ui.saving.Chooser;
import dropoutlab.ui.saving.CloseQuestion;
import dropoutlab.ui.saving.Document;
import dropoutlab.ui.saving.EndQuestion;
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
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Scene;
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
  private final EndQuestion end = new EndQuestion();
  private Chooser chooser = Chooser.ofSystem();
  private FileMenu menu;
  private Document document;
  private Recovery recovery;
  private LabModel model;

  WindowFiles(MainWindow window, Places places) {
    this.window = window;
    this.places = places;
    settings = new SettingsStore(places.settings());
  }

  void addTo(VBox bars, StackPane over) {
    bars.getChildren().addAll(recoveryBar, work);
    over.getChildren().addAll(share, pane, question, end);
  }

  Subscription bind(LabModel model, FileMenu menu) {
    this.model = model;
    this.menu = menu;
    document = new Document(model, settings, this, work);
    recovery = new Recovery(places.recovery(), model, this);
    share.bind(model);
    menu.bind(model, document, settings, this, work, share, pane);
    settings.word().ifPresent(this::tellOnce);
    window.export().exporter().remember(SheetMemory.of(settings.get().exports()));
    Subscription bound = Subscription.combine(document.bind(), pane.bind(settings), settings.settings().subscribe(this::wear),
        followSystem(), closing(), title());
    recoveryBar.offer(document, recovery);
    recovery.start();
    return bound.and(() -> {
      keepSheet();
      recovery.close();
      settings.close();
    });
  }

  /// With the first frame, because the start of a run dismisses what was said before.
  private void tellOnce(String word) {
    Subscription[] first = {Subscription.EMPTY};
    first[0] = model.pump().onFrame(4, _ -> {
      model.editor().report(word);
      first[0].unsubscribe();
    });
  }

  /// The settings of the export sheet are kept when the window closes.
  private void keepSheet() {
    Map<String, String> kept = window.export().exporter().memory().toMap();
    settings.change(s -> s.withExports(kept));
  }

  private ObservableValue<Window> stage() { return window.sceneProperty().flatMap(Scene::windowProperty); }

  private Subscription title() {
    return Subscription.combine(stage().subscribe(_ -> tellTitle()), document.title().subscribe(_ -> tellTitle()));
  }

  private void tellTitle() {
    if (owner() instanceof Stage stage) stage.setTitle(document.title().get());
  }

  private Subscription closing() {
    EventHandler<WindowEvent> ask = this::ask;
    return stage().subscribe((was, is) -> {
      if (was != null) was.removeEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, ask);
      if (is != null) is.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, ask);
    }).and(() -> { if (owner() != null) owner().removeEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, ask); });
  }

  /// A second request while the question stands is an answer.
  private void ask(WindowEvent event) {
    if (question.isVisible() || end.isVisible()) return;
    Optional<String> underWay = window.workspaces().stream().flatMap(each -> each.beforeClosing().stream()).findFirst();
    if (underWay.isEmpty() && !document.unsaved().get()) return;
    event.consume();
    closeCards();
    window.export().close();
    if (underWay.isPresent()) end.ask(underWay.get(), this::askOfWork);
    else askOfWork();
  }

  private void askOfWork() {
    if (document.unsaved().get()) question.ask(document.name(), menu::save, owner()::hide);
    else owner().hide();
  }

  /// The look that a person has chosen by hand is kept.
  void choose(Look look) { settings.change(s -> s.withTheme(Optional.of(look.theme().name()))); }

  private Subscription followSystem() {
    return window.sceneProperty().flatMap(scene -> scene.getPreferences().colorSchemeProperty()).subscribe(_ -> wear(settings.get()));
  }

  private void wear(Settings now) {
    Look wanted = now.theme().flatMap(Look::named).orElseGet(this::lookOfSystem);
    if (window.look().get() != wanted) window.wear(wanted);
    window.typeSize(now.typeSize());
    if (window.getScene() != null) window.getScene().getPreferences().setReducedMotion(switch (now.motion()) {
      case ON -> true;
      case OFF -> false;
      case SYSTEM -> null;
    });
  }

  private Look lookOfSystem() {
    return window.getScene() != null && window.getScene().getPreferences().getColorScheme() == ColorScheme.DARK ? Look.DARK : Look.LIGHT;
  }

  boolean singleKeys() { return settings.get().singleKeys(); }

  /// With which preset the program starts.
  Optional<String> preset() { return settings.get().preset(); }

  void chooser(Chooser other) { chooser = other; }

  private Optional<Path> lastFolder() { return settings.get().lastFolder().map(Path::of); }

  @Override public void chooseAndOpen() {
    chooser.toOpen(owner(), lastFolder()).ifPresent(file -> {
      settings.change(s -> s.withLastFolder(Optional.of(file.toAbsolutePath().getParent().toString())));
      open(file);
    });
  }

  @Override public Optional<Path> chooseToSave(String title, String name) { return chooser.toSave(owner(), title, name, lastFolder()); }

  @Override public void open(Path file) { FileDrop.open(file.toFile(), window, model, this::opens); }

  /// Asks for a folder.
  Optional<Path> chooseFolder(String title, Path in) { return chooser.toOpenFolder(owner(), title, in); }

  /// Opens a saved run, a picture of this program, or a sweep; whether it was one.
  boolean opens(File file) {
    if (window.sweep().opens(file.toPath())) {
      window.show(window.sweep().id());
      return true;
    }
    if (!Document.opens(file.toPath())) return false;
    document.open(file.toPath());
    return true;
  }

  Document document() { return document; }

  FileMenu menu() { return menu; }

  SettingsPane pane() { return pane; }

  SharePane share() { return share; }

  SettingsStore settings() { return settings; }

  Recovery recovery() { return recovery; }

  boolean isCovered() { return share.isVisible() || pane.isVisible() || question.isVisible() || end.isVisible(); }

  /// Whether one of the cards was open, and was closed.
  boolean closeCards() { return share.close() | pane.close() | question.close() | end.close(); }

  @Override public View view() {
    Map<String, Map<String, String>> panels = new LinkedHashMap<>();
    for (Workspace each : window.workspaces()) {
      Map<String, String> kept = each.remember();
      if (!kept.isEmpty()) panels.put(each.id(), kept);
    }
    OptionalInt past = model.pump().latest().map(Frame::scrubbed).orElse(OptionalInt.empty());
    return new View(window.shown().get().id(), past, panels);
  }

  @Override public void show(View view) {
    window.show(view.workspace());
    view.panels().forEach((id, values) -> window.workspaces().stream().filter(each -> each.id().equals(id))
        .forEach(each -> each.restore(values)));
  }

  @Override public void tell(String sentence) { window.export().exporter().tell(sentence); }

  private Window owner() { return window.getScene() == null ? null : window.getScene().getWindow(); }
}

package dropoutlab.ui.saving;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// Opening, saving and sharing of runs, and the settings.
public final class FileMenu extends MenuButton {
  private final Menu recent = new Menu(Words.of("saving.menu.recent"));
  private Runnable chooseFile = () -> {};
  private LabModel model;
  private Document document;
  private SettingsStore settings;
  private Stagehand window;
  private WorkBar work;

  public FileMenu() {
    super(Words.of("saving.menu"), Controls.icon(Feather.FILE));
    setId("file");
    setAccessibleText(Words.of("saving.menu.tip"));
  }

  /// @param chooseFile asks for a file of any kind and opens it
  public void bind(LabModel model, Document document, SettingsStore settings, Stagehand window, WorkBar work, SharePane share, SettingsPane pane,
                   Runnable chooseFile) {
    this.model = model;
    this.document = document;
    this.settings = settings;
    this.window = window;
    this.work = work;
    this.chooseFile = chooseFile;
    recent.setId("fileRecent");
    Menu onwards = new Menu(Words.of("saving.menu.continue"));
    onwards.setId("fileContinue");
    for (Continuation each : Continuation.values())
      onwards.getItems().add(item("fileContinue-" + each.ending().substring(1), each.title(), "", () -> goOn(each)));
    getItems().setAll(item("fileOpen", Words.of("saving.menu.open"), "Shortcut+O", this.chooseFile), recent, new SeparatorMenuItem(),
        item("fileSave", Words.of("saving.menu.save"), "Shortcut+S", this::save),
        item("fileSaveAs", Words.of("saving.menu.save_as"), "Shortcut+Shift+S", this::saveAs), new SeparatorMenuItem(),
        item("fileShare", Words.of("saving.menu.share"), "", share::open), onwards, new SeparatorMenuItem(),
        item("fileSettings", Words.of("saving.menu.settings"), "Shortcut+COMMA", pane::open));
    setOnShowing(_ -> showRecent());
    showRecent();
  }

  private static MenuItem item(String id, String text, String key, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    // The key stands beside the text; the window hears it itself, also while the menu has never been opened.
    if (!key.isEmpty()) item.setText(Words.of("saving.menu.with_key", text, KeyCombination.valueOf(key).getDisplayText()));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void showRecent() {
    recent.getItems().clear();
    for (String each : settings.get().recent()) {
      MenuItem item = new MenuItem(Path.of(each).getFileName().toString());
      item.setOnAction(_ -> open(Path.of(each)));
      item.setMnemonicParsing(false);
      recent.getItems().add(item);
    }
    recent.setDisable(recent.getItems().isEmpty());
  }

  private void open(Path file) {
    if (Files.exists(file)) document.open(file);
    else {
      settings.change(s -> s.without(file.toString()));
      model.editor().report(Words.of("saving.gone", file));
    }
  }

  /// Saves into the run's file, or asks for one.
  public void save() {
    if (document.file().get() == null) saveAs();
    else document.save(document.file().get(), () -> {});
  }

  public void saveAs() { saveAs(() -> {}); }

  /// @param then is run once the work is on the disk
  public void save(Runnable then) {
    if (document.file().get() == null) saveAs(then);
    else document.save(document.file().get(), then);
  }

  private void saveAs(Runnable then) {
    chosen(Words.of("saving.menu.save_as"), document.proposedName()).ifPresent(file -> document.save(file, then));
  }

  private Optional<Path> chosen(String title, String name) {
    if (model.run().present().isEmpty()) {
      model.editor().report(Words.of("saving.nothing"));
      return Optional.empty();
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    settings.get().lastFolder().map(File::new).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showSaveDialog(window.owner())).map(File::toPath);
  }

  private void goOn(Continuation how) {
    String name = document.proposedName().replaceFirst("\\.[^.]*$", "") + how.ending();
    chosen(how.title(), name).ifPresent(file -> {
      Frame frame = model.run().present().orElseThrow();
      DataSet data = model.data().get();
      Path place = how.named(file);
      work.begin(Words.of("saving.saves", place.getFileName()), _ -> how.save(frame, data, place),
          cannot -> cannot.forEach(model.editor()::report), model.editor()::report);
    });
  }
}

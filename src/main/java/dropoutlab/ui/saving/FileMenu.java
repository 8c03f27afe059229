package dropoutlab.ui.saving;

import dropoutlab.data.DataSet;
import dropoutlab.export.store.RunFile;
import dropoutlab.frame.Frame;
import dropoutlab.ui.export.Folders;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/// Opening, saving and sharing of runs, and the settings.
public final class FileMenu extends MenuButton {
  private final Menu recent = new Menu(Words.of("saving.menu.recent"));
  private LabModel model;
  private Document document;
  private SettingsStore settings;
  private Stagehand window;
  private WorkBar work;

  public FileMenu() {
    super(Words.of("saving.menu"), Controls.icon(Feather.FILE));
    setId("file");
    Controls.explain(this, Words.of("saving.menu.tip"));
  }

  public void bind(LabModel model, Document document, SettingsStore settings, Stagehand window, WorkBar work, SharePane share,
                   SettingsPane pane) {
    this.model = model;
    this.document = document;
    this.settings = settings;
    this.window = window;
    this.work = work;
    recent.setId("fileRecent");
    Menu onwards = new Menu(Words.of("saving.menu.continue"));
    onwards.setId("fileContinue");
    for (Continuation each : Continuation.values())
      onwards.getItems().add(item("fileContinue-" + each.ending().substring(1), each.title(), "", () -> goOn(each)));
    getItems().setAll(item("fileOpen", Words.of("saving.menu.open"), "Shortcut+O", window::chooseAndOpen), recent, new SeparatorMenuItem(),
        item("fileSave", Words.of("saving.menu.save"), "Shortcut+S", this::save),
        item("fileSaveAs", Words.of("saving.menu.save_as"), "Shortcut+Shift+S", () -> saveAs(() -> {})), new SeparatorMenuItem(),
        item("fileShare", Words.of("saving.menu.share"), "", share::open), onwards, new SeparatorMenuItem(),
        item("fileSettings", Words.of("saving.menu.settings"), "Shortcut+COMMA", pane::open));
    setOnShowing(_ -> showRecent());
    showRecent();
  }

  private static MenuItem item(String id, String text, String key, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    if (!key.isEmpty()) item.setAccelerator(KeyCombination.valueOf(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void showRecent() {
    recent.getItems().clear();
    for (String each : settings.get().recent()) {
      Path file = Path.of(each);
      MenuItem item = new MenuItem(Words.of("saving.menu.recent.file", file.getFileName(), Folders.shown(file.toAbsolutePath().getParent())));
      item.setOnAction(_ -> window.open(file));
      item.setMnemonicParsing(false);
      recent.getItems().add(item);
    }
    recent.setDisable(recent.getItems().isEmpty());
  }

  /// Saves into the run's file, or asks for one.
  public void save() { save(() -> {}); }

  /// @param then is run once the work is on the disk
  public void save(Runnable then) {
    if (document.file().isEmpty()) saveAs(then);
    else if (isThere()) document.save(document.file().get(), then);
  }

  public void saveAs(Runnable then) {
    if (isThere()) window.chooseToSave(Words.of("saving.menu.save_as"), document.proposedName() + RunFile.ENDING)
        .ifPresent(file -> document.save(file, then));
  }

  private boolean isThere() {
    boolean there = model.run().present().isPresent();
    if (!there) model.editor().report(Words.of("saving.nothing"));
    return there;
  }

  private void goOn(Continuation how) {
    if (!isThere()) return;
    Optional<Path> chosen = window.chooseToSave(how.title(), document.proposedName() + how.ending());
    chosen.ifPresent(file -> {
      Frame frame = model.run().present().orElseThrow();
      DataSet data = model.data().get();
      Path place = Endings.with(how.ending(), file).toAbsolutePath();
      work.begin(Words.of("saving.saves", place.getFileName()), _ -> how.save(frame, data, place), cannot -> {
        window.tell(Words.of("saving.saved", place.getFileName(), place.getParent()));
        if (!cannot.isEmpty()) model.editor().report(String.join(" ", cannot));
      }, model.editor()::report);
    });
  }
}

package dropoutlab.ui.shell;

import dropoutlab.export.store.Places;
import dropoutlab.ui.saving.Chooser;
import dropoutlab.ui.saving.Document;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A window for tests of its files: what a person would choose in a window of the system is put here.
final class OnFiles implements AutoCloseable {
  private final LabWindow lab;
  /// What is chosen next; null: the person cancels.
  Path chosen;
  /// How often was asked, and with which names.
  final List<String> asked = new ArrayList<>();

  OnFiles(Stage stage, Places places) {
    lab = new LabWindow(stage, places);
    lab.window().files().chooser(new Chooser() {
      @Override public Optional<Path> toOpen(Window owner, Optional<Path> folder) {
        asked.add("open in " + folder.map(Path::toString).orElse("none"));
        return Optional.ofNullable(chosen);
      }

      @Override public Optional<Path> toSave(Window owner, String title, String name, Optional<Path> folder) {
        asked.add(name);
        return Optional.ofNullable(chosen);
      }
    });
  }

  LabWindow lab() { return lab; }

  WindowFiles files() { return lab.window().files(); }

  Document document() { return files().document(); }

  static void control(FxRobot robot, KeyCode... keys) {
    robot.press(KeyCode.CONTROL).press(keys).release(keys).release(KeyCode.CONTROL);
  }

  void fire(FxRobot robot, String id) { robot.interact(() -> ((ButtonBase) lab.window().lookup("#" + id)).fire()); }

  boolean isShown(String id) { return lab.read(() -> isShownNow(id)); }

  private boolean isShownNow(String id) {
    for (Node each = lab.window().lookup("#" + id); each != null; each = each.getParent()) if (!each.isVisible()) return false;
    return lab.window().lookup("#" + id) != null;
  }

  void awaitShown(String id) { lab.until(id, () -> isShownNow(id)); }

  String title() { return lab.read(() -> ((Stage) lab.window().getScene().getWindow()).getTitle()); }

  void awaitTitle(String wanted) {
    lab.until(wanted, () -> ((Stage) lab.window().getScene().getWindow()).getTitle().equals(wanted));
  }

  String told() { return lab.read(() -> lab.model().editor().problem().get()); }

  void awaitTold(String beginning) { lab.until(beginning, () -> lab.model().editor().problem().get().startsWith(beginning)); }

  void awaitUnsaved(boolean wanted) { lab.until("unsaved " + wanted, () -> document().unsaved().get() == wanted); }

  void save(FxRobot robot, Path file) {
    robot.interact(() -> document().save(file, () -> {}));
    lab.until("saved", () -> document().file().isPresent() && document().file().get().toString().startsWith(file.toString()));
  }

  void open(FxRobot robot, Path file) { robot.interact(() -> files().open(file)); }

  void requestClose(FxRobot robot) {
    robot.interact(() -> {
      Window window = lab.window().getScene().getWindow();
      WindowEvent request = new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST);
      Event.fireEvent(window, request);
    });
  }

  boolean isOpen() { return lab.read(() -> lab.window().getScene().getWindow() != null && lab.window().getScene().getWindow().isShowing()); }

  /// A window that is hidden has no pulses any more.
  void awaitClosed() {
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !isOpen());
    } catch (TimeoutException e) {
      throw new AssertionError("The window is still open", e);
    }
  }

  @Override public void close() { lab.close(); }
}

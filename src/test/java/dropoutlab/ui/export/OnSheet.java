package dropoutlab.ui.export;

import dropoutlab.export.recipe.Recipe;
import dropoutlab.export.recipe.RecipeFiles;
import dropoutlab.ui.shell.LabWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// The window with a run that has paused after some steps, for tests of the sheet over it.
final class OnSheet implements AutoCloseable {
  private final LabWindow lab;

  OnSheet(Stage stage) { lab = new LabWindow(stage); }

  LabWindow lab() { return lab; }

  ExportSheet sheet() { return lab.window().export(); }

  /// Files are saved in this folder from now on.
  void pausedAndSavingIn(Path folder) {
    lab.awaitTraining();
    lab.await("some epochs", frame -> frame.progress().epoch() > 12);
    lab.pause();
    lab.read(() -> {
      sheet().exporter().memory().folder(folder);
      return null;
    });
  }

  /// By Ctrl E on the loss.
  void open(FxRobot robot) { open(robot, "loss"); }

  void open(FxRobot robot, String figure) {
    if (lab.read(() -> sheet().isOpen())) return;
    robot.interact(() -> lab.window().lookup("#" + figure).requestFocus());
    control(robot, KeyCode.E);
    lab.until("the sheet", () -> sheet().isReady());
  }

  static void control(FxRobot robot, KeyCode... keys) {
    robot.press(KeyCode.CONTROL).press(keys).release(keys).release(KeyCode.CONTROL);
  }

  /// Presses buttons and chips, also those that would have to be scrolled to.
  void fire(FxRobot robot, String... ids) {
    for (String id : ids) robot.interact(() -> ((ButtonBase) lab.window().lookup("#" + id)).fire());
  }

  void type(FxRobot robot, String id, String text) {
    robot.interact(() -> {
      TextField field = field(id);
      field.requestFocus();
      field.setText(text);
      field.getOnAction().handle(null);
    });
  }

  TextField field(String id) { return (TextField) lab.window().lookup("#" + id); }

  String typed(String id) { return lab.read(() -> field(id).getText()); }

  String text(String id) { return lab.read(() -> ((Label) lab.window().lookup("#" + id)).getText()); }

  boolean isSelected(String id) { return lab.read(() -> ((ToggleButton) lab.window().lookup("#" + id)).isSelected()); }

  boolean isShown(String id) {
    return lab.read(() -> lab.window().lookup("#" + id) != null && lab.window().lookup("#" + id).isVisible());
  }

  /// Saves, and waits until all is there.
  void save(FxRobot robot) {
    fire(robot, "save");
    lab.until("saved", () -> !sheet().isOpen());
  }

  static List<String> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Recipe recipe(Path file) { return RecipeFiles.read(file); }

  @Override public void close() { lab.close(); }
}

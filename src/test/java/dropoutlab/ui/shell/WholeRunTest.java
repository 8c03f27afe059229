package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.cli.DropoutLab;
import dropoutlab.frame.RunState;
import dropoutlab.run.Slot;
import dropoutlab.spec.Presets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A preset trained to its end in the window. Oracle: the bytes that the command `train` writes for the same preset.
@ExtendWith(ApplicationExtension.class)
class WholeRunTest {
  @TempDir Path folder;
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @AfterEach void close() { lab.close(); }

  /// By the Export sheet, without a picture.
  private void saveData(Path into, FxRobot robot) {
    robot.interact(() -> {
      lab.window().export().exporter().memory().folder(into);
      lab.window().export().open();
    });
    lab.until("the names of the files", () -> !lab.window().lookup("#save").isDisabled());
    robot.interact(() -> {
      ((ToggleButton) lab.window().lookup("#format-png")).fire();
      for (MenuItem each : ((MenuButton) lab.window().lookup("#exportData")).getItems()) {
        ((CheckMenuItem) each).setSelected(true);
        each.fire();
      }
      ((Button) lab.window().lookup("#save")).fire();
    });
    lab.until("all is saved", () -> !lab.window().export().isOpen());
  }

  @ParameterizedTest
  @CsvSource({"two-moons, true", "two-moons, false", "noisy-line, true"})
  void windowAndCommandLineGiveTheSameBytes(String preset, boolean panelOpen, FxRobot robot) throws IOException {
    Path ofWindow = Files.createDirectory(folder.resolve("window"));
    robot.interact(() -> {
      ((ToggleButton) lab.window().lookup("#mcOpen")).setSelected(panelOpen);
      lab.model().run().setSpeed(Double.POSITIVE_INFINITY);
      lab.model().editor().open(Presets.load(preset));
    });
    String title = Presets.load(preset).title();
    lab.await("the end of " + title, f -> f.state() instanceof RunState.Finished
        && f.experiment().title().equals(title));
    lab.until("what was learned, with or without passes", () -> lab.model().pump().answer(Slot.LEARNED).isPresent()
        && lab.model().pump().answer(Slot.PASSES).isPresent() == panelOpen);
    saveData(ofWindow, robot);

    Path ofCommand = folder.resolve("command");
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    assertThat(DropoutLab.run(new String[] {"train", preset, "--out", ofCommand.toString()}, out, out))
        .as(said::toString).isEqualTo(DropoutLab.DONE);
    for (String file : new String[] {"experiment.json", "history.csv", "model.json"})
      assertThat(ofWindow.resolve(file)).hasSameBinaryContentAs(ofCommand.resolve(file));
  }
}

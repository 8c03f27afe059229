package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.export.store.ShareCode;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Pin;
import dropoutlab.spec.Presets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Ctrl Z takes back whatever changed the experiment, in one order. Oracle: the frames before.
@ExtendWith(ApplicationExtension.class)
class UndoTest {
  private static final String LINE = Presets.load("noisy-line").title();

  @TempDir Path folder;
  private OnFiles on;

  @Start void start(Stage stage) { on = new OnFiles(stage, LabWindow.places()); }

  @BeforeEach void pauses() {
    on.lab().awaitTraining();
    on.lab().await("some epochs", f -> f.progress().epoch() > 3);
    on.lab().pause();
  }

  @AfterEach void close() { on.close(); }

  private static void undo(FxRobot robot) { OnFiles.control(robot, KeyCode.Z); }

  private static void redo(FxRobot robot) { OnFiles.control(robot, KeyCode.Y); }

  private void awaitPin(Pin wanted) {
    on.lab().await(wanted.name(), f -> f.network().layers().get(1).pin(3) == wanted);
  }

  @Test void pinIsTakenBackAndSetAgain(FxRobot robot) {
    robot.interact(() -> on.lab().model().pin(null, 1, 3, Pin.RANDOM, Pin.DROPPED));
    robot.interact(() -> on.lab().model().pin(null, 1, 3, Pin.DROPPED, Pin.KEPT));
    awaitPin(Pin.KEPT);
    undo(robot);
    awaitPin(Pin.DROPPED);
    undo(robot);
    awaitPin(Pin.RANDOM);
    redo(robot);
    awaitPin(Pin.DROPPED);
  }

  /// The pin ended with its run: Ctrl Z goes on to what was done before it.
  @Test void pinOfARunThatIsOverIsLeftOut(FxRobot robot) {
    List<Double> before = on.lab().latest().dropRates();
    robot.interact(() -> on.lab().model().editor().setDropRates(List.of(0.0, .6, .1)));
    robot.interact(() -> on.lab().model().pin(null, 1, 3, Pin.RANDOM, Pin.DROPPED));
    robot.interact(() -> on.lab().model().run().reset());
    on.lab().await("a new run", f -> f.progress().step() == 0 && f.dropRates().equals(List.of(0.0, .6, .1)));
    undo(robot);
    on.lab().until("the rates", () -> on.lab().model().experiment().get().network().dropRates().equals(before));
  }

  @Test void presetThatWasOpenedGivesWayToTheRunBeforeWhereItWas(FxRobot robot) {
    robot.interact(() -> on.lab().model().pin(null, 1, 3, Pin.RANDOM, Pin.DROPPED));
    robot.interact(() -> on.lab().model().run().step());
    Frame before = on.lab().await("the pin", f -> f.network().layers().get(1).pin(3) == Pin.DROPPED && f.state() instanceof RunState.Paused);
    robot.interact(() -> on.lab().model().editor().open(Presets.load("noisy-line")));
    on.lab().await("the line", f -> f.experiment().title().equals(LINE) && f.progress().step() > 3);
    Frame line = on.lab().pause();
    undo(robot);
    Frame after = on.lab().await("the run before", f -> f.experiment().equals(before.experiment()));
    assertThat(after.progress().step()).isGreaterThanOrEqualTo(before.progress().step());
    if (after.progress().equals(before.progress())) assertThat(after.weights()).isEqualTo(before.weights());
    assertThat(after.network().layers().get(1).pin(3)).isEqualTo(Pin.DROPPED);
    on.awaitUnsaved(true);
    redo(robot);
    Frame again = on.lab().await("the line again", f -> f.experiment().title().equals(LINE));
    assertThat(again.weights()).isEqualTo(line.weights());
    assertThat(again.progress()).isEqualTo(line.progress());
  }

  @Test void fileComesBackWithItsName(FxRobot robot) {
    on.save(robot, folder.resolve("a.dropoutlab"));
    Frame saved = on.lab().latest();
    robot.interact(() -> on.lab().model().editor().open(Presets.load("noisy-line")));
    on.lab().await("the line", f -> f.experiment().title().equals(LINE));
    assertThat(on.document().file()).isEmpty();
    on.open(robot, folder.resolve("a.dropoutlab"));
    on.lab().await("the file", f -> f.experiment().equals(saved.experiment()));
    undo(robot);
    on.lab().await("the line", f -> f.experiment().title().equals(LINE));
    assertThat(on.document().file()).isEmpty();
    undo(robot);
    Frame back = on.lab().await("the first", f -> f.experiment().equals(saved.experiment()));
    assertThat(back.weights()).isEqualTo(saved.weights());
    assertThat(on.document().file()).isEqualTo(Optional.of(folder.resolve("a.dropoutlab")));
    on.awaitTitle("a.dropoutlab – Dropout Lab");
  }

  @Test void shareCodeThatWasOpenedIsTakenBack(FxRobot robot) {
    Frame before = on.lab().latest();
    robot.interact(() -> {
      on.files().share().open();
      ((TextField) on.lab().window().lookup("#shareTyped")).setText(ShareCode.of(Presets.load("noisy-line")));
    });
    on.fire(robot, "shareOpen");
    on.lab().await("the line", f -> f.experiment().title().equals(LINE));
    undo(robot);
    Frame after = on.lab().await("the run before", f -> f.experiment().equals(before.experiment()));
    assertThat(after.progress()).isEqualTo(before.progress());
    assertThat(after.weights()).isEqualTo(before.weights());
  }
}

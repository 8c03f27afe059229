package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Oracle: what the engine's frames say after a person's click.
@ExtendWith(ApplicationExtension.class)
class RunBarTest {
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  @Test void playButtonPausesAndPlaysOn(FxRobot robot) {
    robot.clickOn("#play");
    long step = lab.awaitPause().progress().step();
    robot.clickOn("#play");
    lab.await("it plays on", f -> f.state() instanceof RunState.Running && f.progress().step() > step);
  }

  @Test void spaceBarMeansPlayEvenAfterAnotherButtonWasClicked(FxRobot robot) {
    robot.clickOn("#step");
    Frame paused = lab.awaitPause();
    robot.type(KeyCode.SPACE);
    lab.await("space plays", f -> f.state() instanceof RunState.Running && f.run() == paused.run());
  }

  @Test void stepTrainsOnOneBatch(FxRobot robot) {
    robot.clickOn("#play");
    long step = lab.awaitPause().progress().step();
    robot.clickOn("#step");
    lab.await("one step", f -> f.progress().step() == step + 1 && f.progress().phase() == Phase.UPDATE);
  }

  @Test void halfStepsGoThroughThePhasesInOrder(FxRobot robot) {
    robot.clickOn("#play");
    lab.awaitPause();
    for (Phase phase : Phase.values()) {
      robot.clickOn("#halfStep");
      lab.await(phase.name(), f -> f.progress().phase() == phase);
    }
  }

  @Test void phaseChipGoesOnToItsPhase(FxRobot robot) {
    robot.clickOn("#play");
    lab.awaitPause();
    robot.clickOn("#backward");
    lab.await("backward", f -> f.progress().phase() == Phase.BACKWARD);
  }

  @Test void resetStartsAgainAtEpochZero(FxRobot robot) {
    long run = lab.latest().run();
    robot.clickOn("#reset");
    lab.await("a new run at epoch 0", f -> f.run() > run && f.progress().step() == 0);
  }

  @Test void speedSliderSetsTheSpeedUpToFlatOut(FxRobot robot) {
    robot.interact(() -> lab.node("speed", Slider.class).requestFocus());
    robot.type(KeyCode.END);
    lab.until("flat out", () -> lab.model().run().speed().get() == Double.POSITIVE_INFINITY);
    assertThat(lab.node("speedValue", Label.class).getText()).isEqualTo("flat out");
  }

  @Test void seedAppliesWithEnter(FxRobot robot) {
    write(robot, "11");
    robot.type(KeyCode.ENTER);
    lab.await("seed 11", f -> f.experiment().seed() == 11);
  }

  @Test void nonsenseSeedIsSaidAndChangesNothing(FxRobot robot) {
    write(robot, "7x");
    robot.type(KeyCode.ENTER);
    lab.until("the notice", () -> lab.window().lookup("#notice").isVisible());
    assertThat(lab.text("noticeText")).contains("seed").contains("7x");
    assertThat(lab.model().experiment().get().seed()).isEqualTo(7);
  }

  @Test void keysAreSilentWhileTyping(FxRobot robot) {
    Look before = lab.window().look().get();
    write(robot, "t");
    assertThat(lab.window().look().get()).isEqualTo(before);
  }

  private void write(FxRobot robot, String text) { lab.write(robot, "seed", text); }
}

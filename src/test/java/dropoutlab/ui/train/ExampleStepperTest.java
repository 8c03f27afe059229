package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.learned.ImageFigure;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.run.Slot;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.shell.LabWindow;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The validation images in the MC panel. Oracle: the example that the answers name. The digits have 500 of them.
@ExtendWith(ApplicationExtension.class)
class ExampleStepperTest {
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void digits(FxRobot robot) {
    lab.awaitTraining();
    robot.interact(() -> lab.model().editor().open(Presets.load("digits")));
    awaitExample(0);
  }

  @AfterEach void close() { lab.close(); }

  @Test void imageStandsBesideItsPasses() {
    lab.until("an image", () -> lab.node("probe", FigureCanvas.class).figure() instanceof ImageFigure);
    assertThat(lab.node("probe", Node.class).getParent().isVisible()).isTrue();
  }

  @Test void arrowKeysOnThePassesStepThroughTheExamplesAndRound(FxRobot robot) {
    robot.interact(() -> lab.node("uncertainty", Node.class).requestFocus());
    robot.type(KeyCode.RIGHT, 2);
    awaitExample(2);
    robot.type(KeyCode.LEFT, 3);
    awaitExample(499);
    robot.type(KeyCode.HOME);
    awaitExample(0);
    robot.type(KeyCode.END);
    awaitExample(499);
  }

  @Test void buttonsStepToo(FxRobot robot) {
    robot.clickOn("#validationAfter").clickOn("#validationAfter").clickOn("#validationBefore");
    awaitExample(1);
    assertThat(lab.node("validationExample", TextField.class).getText()).isEqualTo("2");
  }

  @Test void numberGoesToItsExample(FxRobot robot) {
    write(robot, "123").type(KeyCode.ENTER);
    awaitExample(122);
  }

  @Test void numberBeyondTheSetIsExplainedAndEscapeMendsIt(FxRobot robot) {
    write(robot, "501").type(KeyCode.ENTER);
    assertThat(lab.node("validationExampleFault", Label.class).getText()).contains("1 to 500");
    assertThat(((Query.Point) lab.model().query(Slot.PASSES).get()).example()).hasValue(0);
    robot.type(KeyCode.ESCAPE);
    assertThat(lab.node("validationExample", TextField.class).getText()).isEqualTo("1");
    assertThat(lab.node("validationExampleFault", Label.class).getText()).isEmpty();
  }

  private void awaitExample(int row) {
    lab.until("example " + row, () -> lab.model().pump().answer(Slot.PASSES)
        .filter(a -> a.result() instanceof Result.Point found && found.passes().known().orElseThrow().row() == row)
        .isPresent());
  }

  private FxRobot write(FxRobot robot, String text) { return lab.write(robot, "validationExample", text); }
}

package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Frame;
import dropoutlab.ui.shell.LabWindow;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Oracle: the drop rates in force that the engine's frames report, and 1 / (1 - p) by hand. The first preset has two
/// hidden layers with p = 0.3, and no dropout on the input.
@ExtendWith(ApplicationExtension.class)
class DropoutSectionTest {
  private LabWindow lab;
  private long run;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() {
    lab.awaitTraining();
    run = lab.latest().run();
  }

  @AfterEach void close() { lab.close(); }

  @Test void draggedSliderSetsAllHiddenLayersWithoutAReset(FxRobot robot) {
    robot.moveTo(robot.lookup("#p .thumb").queryAs(javafx.scene.Node.class)).press(MouseButton.PRIMARY).moveBy(60, 0)
        .release(MouseButton.PRIMARY);
    Frame frame = lab.await("higher p", f -> f.dropRates().get(1) > 0.4);
    assertThat(frame.run()).isEqualTo(run);
    assertThat(frame.dropRates().get(2)).isEqualTo(frame.dropRates().get(1));
    assertThat(frame.dropRates().getFirst()).isZero();
  }

  @Test void keysMoveTheSliderInTwentieths(FxRobot robot) {
    robot.type(KeyCode.P).type(KeyCode.RIGHT);
    lab.await("p = 0.35", f -> f.dropRates().equals(List.of(0.0, 0.35, 0.35)) && f.run() == run);
  }

  @Test void bracketKeysWorkFromAnywhere(FxRobot robot) {
    robot.type(KeyCode.CLOSE_BRACKET, 4);
    lab.await("p = 0.5", f -> f.dropRates().equals(List.of(0.0, 0.5, 0.5)));
    assertThat(lab.node("pValue", Label.class).getText()).isEqualTo("p = 0.50");
    assertThat(lab.node("threeNumbers", Label.class).getText()).isEqualTo("drop 50 % · keep 50 % · kept × 2.00");
    robot.type(KeyCode.OPEN_BRACKET);
    lab.await("p = 0.45", f -> f.dropRates().equals(List.of(0.0, 0.45, 0.45)));
  }

  @Test void oneLayersSliderLeavesTheOthersAndTheReadOutSaysSo(FxRobot robot) {
    robot.interact(() -> lab.node("p-hidden-1", Slider.class).requestFocus());
    robot.type(KeyCode.RIGHT, 2);
    lab.await("only hidden 1", f -> f.dropRates().equals(List.of(0.0, 0.4, 0.3)) && f.run() == run);
    assertThat(lab.node("pValue", Label.class).getText()).isEqualTo("p = .30–.40");
  }

  @Test void inputHasItsOwnSlider(FxRobot robot) {
    robot.interact(() -> lab.node("p-input", Slider.class).requestFocus());
    robot.type(KeyCode.RIGHT);
    lab.await("input 0.05", f -> f.dropRates().equals(List.of(0.05, 0.3, 0.3)));
  }

  @Test void undoAndRedoTakeTheDropRateBackAndForth(FxRobot robot) {
    robot.type(KeyCode.CLOSE_BRACKET);
    lab.await("0.35", f -> f.dropRates().get(1) == 0.35);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    lab.await("0.30 again", f -> f.dropRates().get(1) == 0.3 && f.run() == run);
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.CONTROL);
    lab.await("0.35 again", f -> f.dropRates().get(1) == 0.35);
  }

  @Test void resetKeepsTheRateThatIsSet(FxRobot robot) {
    robot.type(KeyCode.CLOSE_BRACKET);
    lab.await("0.35", f -> f.dropRates().get(1) == 0.35);
    robot.clickOn("#reset");
    lab.await("a new run with 0.35", f -> f.run() > run && f.dropRates().get(1) == 0.35);
  }
}

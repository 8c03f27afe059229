package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Frame;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.RunState;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The tabs of the window. Oracle: what the engine is asked for, and that its run goes on.
@ExtendWith(ApplicationExtension.class)
class WorkspacesTest {
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  @Test void runGoesOnWhileTheTabsChange(FxRobot robot) {
    Frame before = lab.latest();
    robot.clickOn("#tab-uncertainty").clickOn("#tab-train");
    Frame after = lab.await("it goes on", f -> f.progress().step() > before.progress().step() + 3);
    assertThat(after.run()).isEqualTo(before.run());
    assertThat(after.state()).isInstanceOf(RunState.Running.class);
  }

  @Test void settingsOfTrainAreKept(FxRobot robot) {
    lab.until("a map", () -> lab.model().pump().portrait().flatMap(p -> p.uncertainty()).isPresent());
    robot.interact(() -> {
      lab.node("passes", Slider.class).setValue(1);
      lab.node("logLoss", ToggleButton.class).setSelected(false);
      lab.node("held", ToggleButton.class).setSelected(false);
    });
    robot.interact(() -> lab.window().lookup("#uncertainty").requestFocus());
    robot.type(KeyCode.RIGHT, 3);
    PortraitRequest before = lab.model().watched().get();
    robot.clickOn("#tab-uncertainty").clickOn("#tab-train");
    assertThat(lab.model().watched().get()).isEqualTo(before);
    assertThat(before.passes()).isEqualTo(10);
    assertThat(lab.node("logLoss", ToggleButton.class).isSelected()).isFalse();
  }

  @Test void hiddenWorkspaceAsksNothing(FxRobot robot) {
    lab.until("Train asks", () -> lab.model().watched().get().uncertainty());
    assertThat(lab.model().question().get()).isNull();
    robot.clickOn("#tab-uncertainty");
    assertThat(lab.model().watched().get().uncertainty()).isFalse();
    lab.until("a question", () -> lab.model().question().get() != null);
    robot.clickOn("#tab-train");
    assertThat(lab.model().question().get()).isNull();
    assertThat(lab.model().watched().get().uncertainty()).isTrue();
  }

  @Test void closedPanelOfTrainStaysClosed(FxRobot robot) {
    robot.clickOn("#mcOpen").clickOn("#tab-uncertainty").clickOn("#tab-train");
    assertThat(lab.model().watched().get().uncertainty()).isFalse();
  }

  @Test void controlKeysChangeTheWorkspaceEvenFromAField(FxRobot robot) {
    robot.interact(() -> lab.node("learningRate", TextField.class).requestFocus());
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    assertThat(title()).isEqualTo("Uncertainty");
    assertThat(lab.node("tab-uncertainty", ToggleButton.class).isSelected()).isTrue();
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
    assertThat(title()).isEqualTo("Train");
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT9).release(KeyCode.CONTROL);
    assertThat(title()).isEqualTo("Train");
  }

  @Test void clickOnTheChosenTabLeavesItChosen(FxRobot robot) {
    robot.clickOn("#tab-train");
    assertThat(title()).isEqualTo("Train");
    assertThat(lab.node("tab-train", ToggleButton.class).isSelected()).isTrue();
  }

  @Test void presentationHidesTheControlsOfEachWorkspace(FxRobot robot) {
    robot.type(KeyCode.F11);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    assertThat(lab.window().lookup("#inquiry").isVisible()).isFalse();
    robot.type(KeyCode.F11);
    lab.until("the controls are back", () -> lab.window().lookup("#inquiry").isVisible());
    robot.type(KeyCode.C);
    assertThat(lab.window().lookup("#inquiry").isVisible()).isFalse();
  }

  @Test void otherDataThatCameMeanwhileAreShownInTrain(FxRobot robot) {
    robot.clickOn("#tab-uncertainty");
    robot.interact(() -> lab.model().editor().open(dropoutlab.spec.Presets.load("sine-gap")));
    lab.await("sine", f -> f.experiment().title().equals(dropoutlab.spec.Presets.load("sine-gap").title()));
    robot.clickOn("#tab-train");
    lab.until("a band", () -> lab.model().pump().portrait().flatMap(p -> p.uncertainty())
        .filter(dropoutlab.frame.Uncertainty.Band.class::isInstance).isPresent());
    assertThat(lab.model().watched().get().probe()).map(List::size).isEqualTo(Optional.of(1));
  }

  private String title() { return lab.window().shown().get().title(); }
}

package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Sampling;
import dropoutlab.run.Slot;
import java.util.List;
import java.util.OptionalDouble;
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
    lab.until("a map", () -> lab.model().pump().answer(Slot.PASSES).isPresent());
    robot.interact(() -> {
      lab.node("passes", Slider.class).setValue(1);
      lab.node("logLoss", ToggleButton.class).setSelected(false);
      lab.node("held", ToggleButton.class).setSelected(false);
    });
    robot.interact(() -> lab.window().lookup("#uncertainty").requestFocus());
    robot.type(KeyCode.RIGHT, 3);
    Query.Plane before = (Query.Plane) lab.model().query(Slot.PASSES).get();
    robot.clickOn("#tab-uncertainty").clickOn("#tab-train");
    assertThat(lab.model().query(Slot.PASSES).get()).isEqualTo(before);
    assertThat(before.sampling()).isEqualTo(new Sampling(10, false, OptionalDouble.empty()));
    assertThat(lab.node("logLoss", ToggleButton.class).isSelected()).isFalse();
  }

  @Test void hiddenWorkspaceAsksNothing(FxRobot robot) {
    lab.until("Train asks", () -> asks(Slot.PASSES) && asks(Slot.LEARNED));
    assertThat(asks(Slot.INQUIRY)).isFalse();
    robot.clickOn("#tab-uncertainty");
    assertThat(asks(Slot.PASSES) || asks(Slot.LEARNED)).isFalse();
    lab.until("a question", () -> asks(Slot.INQUIRY));
    robot.clickOn("#tab-train");
    assertThat(asks(Slot.INQUIRY)).isFalse();
    assertThat(asks(Slot.PASSES) && asks(Slot.LEARNED)).isTrue();
  }

  @Test void closedPanelOfTrainStaysClosed(FxRobot robot) {
    robot.clickOn("#mcOpen").clickOn("#tab-uncertainty").clickOn("#tab-train");
    assertThat(asks(Slot.PASSES)).isFalse();
    assertThat(asks(Slot.LEARNED)).isTrue();
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
    lab.until("a band", () -> lab.model().pump().answer(Slot.PASSES).filter(a -> a.result() instanceof Result.Line)
        .isPresent());
    assertThat(((Query.Line) lab.model().query(Slot.PASSES).get()).probe()).isPresent();
  }

  /// Every figure that the window can show can be had from the command line by the same name.
  @Test void figuresOfBothWorkspacesAreNamedAsInTheCatalogue(FxRobot robot) {
    for (String preset : List.of("two-moons", "digits", "noisy-line")) {
      robot.interact(() -> lab.model().editor().open(dropoutlab.spec.Presets.load(preset)));
      for (String tab : List.of("tab-train", "tab-uncertainty")) {
        robot.interact(() -> ((ToggleButton) lab.window().lookup("#" + tab)).fire());
        lab.until("figures of " + preset, () -> lab.model().run().present().isPresent()
            && lab.window().shown().get().figures().size() > 2);
        assertThat(lab.read(() -> List.copyOf(lab.window().shown().get().figures().keySet())))
            .allMatch(name -> FigureKind.named(name).isPresent());
      }
    }
  }

  private boolean asks(Slot slot) { return lab.model().query(slot).get() != null; }

  private String title() { return lab.window().shown().get().title(); }
}

package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DataSpec.Generated;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.ui.shell.LabWindow;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
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

/// Oracle: the experiment and the layers that the engine's frames show after a person's change.
@ExtendWith(ApplicationExtension.class)
class ControlPanelTest {
  private LabWindow lab;
  private long run;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() {
    lab.awaitTraining();
    run = lab.latest().run();
  }

  @AfterEach void close() { lab.close(); }

  @Test void hiddenLayersApplyWithEnterAndRestartTheRun(FxRobot robot) {
    lab.write(robot, "hiddenLayers", "8, 5, 4").type(KeyCode.ENTER);
    lab.await("three hidden layers", f -> f.run() > run && f.network().layers().size() == 5
        && f.network().layers().get(2).units() == 5);
    assertThat(lab.node("p-hidden-3", Slider.class).getValue()).isEqualTo(0.3);
  }

  @Test void nonsenseLayersAreExplainedAndChangeNothing(FxRobot robot) {
    lab.write(robot, "hiddenLayers", "16, many").type(KeyCode.ENTER);
    assertThat(lab.node("hiddenLayersFault", Label.class).isVisible()).isTrue();
    assertThat(lab.node("hiddenLayersFault", Label.class).getText()).contains("many");
    assertThat(lab.model().experiment().get().network().hidden()).hasSize(2);
    robot.type(KeyCode.ESCAPE);
    assertThat(lab.node("hiddenLayers", TextField.class).getText()).isEqualTo("16, 16");
    assertThat(lab.node("hiddenLayersFault", Label.class).isVisible()).isFalse();
  }

  @Test void noiseSliderMakesOtherData(FxRobot robot) {
    robot.interact(() -> lab.node("noise", Slider.class).requestFocus());
    robot.type(KeyCode.HOME);
    lab.await("no noise", f -> f.run() > run && f.experiment().data() instanceof Generated g && g.noise() == 0);
    assertThat(lab.node("noiseValue", Label.class).getText()).isEqualTo("0.00");
  }

  @Test void trainingSliderMakesMoreExamples(FxRobot robot) {
    robot.interact(() -> lab.node("training", Slider.class).requestFocus());
    robot.type(KeyCode.RIGHT);
    lab.await("more examples", f -> f.experiment().data() instanceof Generated g && g.training() > 64);
    lab.until("loaded", () -> lab.model().data().get().train().size() > 64);
  }

  @Test void thumbnailChoosesItsSet(FxRobot robot) {
    robot.clickOn("#data-circles");
    lab.await("circles", f -> f.experiment().data() instanceof Generated g && g.set() == GeneratedSet.CIRCLES);
  }

  @Test void activationAndOptimiserAreChosenFromTheirLists(FxRobot robot) {
    robot.interact(() -> choose("activation", Activation.TANH));
    lab.await("tanh", f -> f.experiment().network().hidden().getFirst().activation() == Activation.TANH);
    robot.interact(() -> choose("optimiser", OptimiserKind.SGD));
    lab.await("SGD", f -> f.experiment().optimiser() instanceof OptimiserSpec.Sgd);
  }

  @SuppressWarnings("unchecked")
  private <T> void choose(String id, T value) { ((ComboBox<T>) lab.window().lookup("#" + id)).setValue(value); }

  @Test void learningRateOfZeroIsRefused(FxRobot robot) {
    lab.write(robot, "learningRate", "0").type(KeyCode.ENTER);
    assertThat(lab.node("learningRateFault", Label.class).isVisible()).isTrue();
    lab.write(robot, "learningRate", "0.02").type(KeyCode.ENTER);
    lab.await("0.02", f -> f.experiment().optimiser().learningRate() == 0.02);
  }

  @Test void divergedRunSaysWhatToTryAndResetsFromTheNotice(FxRobot robot) {
    lab.write(robot, "learningRate", "1e30").type(KeyCode.ENTER);
    Frame failed = lab.await("it diverges", f -> f.state() instanceof RunState.Failed);
    String advice = ((RunState.Failed) failed.state()).advice();
    lab.until("the notice", () -> ((Label) lab.window().lookup("#noticeText")).getText().contains(advice));
    robot.clickOn("#noticeReset");
    lab.await("a fresh run", f -> f.run() > failed.run() && f.progress().step() == 0);
    lab.until("the notice is gone", () -> !lab.window().lookup("#notice").isVisible());
  }

  @Test void twinSwitchTakesTheTwinAway(FxRobot robot) {
    robot.interact(() -> lab.node("twin", atlantafx.base.controls.ToggleSwitch.class).setSelected(false));
    lab.await("no twin", f -> f.run() > run && !f.hasTwin());
  }
}

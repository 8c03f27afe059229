package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DataSpec.Generated;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.ui.shell.LabWindow;
import java.util.List;
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

  @Test void sequencesHaveALengthThatOtherSetsDoNot(FxRobot robot) {
    assertThat(lab.<Boolean>read(() -> lab.window().lookup("#steps").getParent().getParent().isVisible())).isFalse();
    robot.clickOn("#data-adding_problem");
    lab.await("20 steps", f -> f.experiment().data() instanceof Generated g && g.length() == 20);
    lab.write(robot, "steps", "9").type(KeyCode.ENTER);
    lab.await("9 steps", f -> f.experiment().data() instanceof Generated g && g.set() == GeneratedSet.ADDING_PROBLEM
        && g.length() == 9);
    lab.until("loaded", () -> lab.model().data().get().schema().inputs().size() == 18);
    robot.clickOn("#data-circles");
    lab.await("circles", f -> f.experiment().data() instanceof Generated g && g.steps() == null);
    robot.clickOn("#data-text");
    lab.until("windows", () -> lab.model().data().get().schema().classes().size() == 39);
  }

  @Test void activationAndOptimiserAreChosenFromTheirLists(FxRobot robot) {
    robot.interact(() -> choose("activation", Activation.TANH));
    lab.await("tanh", f -> f.experiment().network().hidden().getFirst().activation() == Activation.TANH);
    robot.interact(() -> choose("optimiser", OptimiserSpec.standard(OptimiserSpec.Sgd.class)));
    lab.await("SGD", f -> f.experiment().optimiser() instanceof OptimiserSpec.Sgd);
  }

  @Test void rmspropChosenHasTheValuesOfAFileThatNamesIt(FxRobot robot) {
    robot.interact(() -> choose("optimiser", OptimiserSpec.standard(OptimiserSpec.RmsProp.class)));
    lab.await("RMSProp", f -> f.experiment().optimiser().equals(new OptimiserSpec.RmsProp(
        lab.model().experiment().get().optimiser().learningRate(), 0.9, 1e-8)));
  }

  @Test void unitsActivationAndInitialisationKeepBodyAndMethods(FxRobot robot) {
    NetworkSpec own = new NetworkSpec(0, List.of(new LayerSpec.DenseLayer(6)), List.of(
        new NetworkSpec.HiddenLayer(5, Activation.RELU, 0.2, new DropoutSpec.Standard()),
        new NetworkSpec.HiddenLayer(4, Activation.RELU, 0.3, new DropoutSpec.Gaussian())), Initialisation.HE);
    robot.interact(() -> lab.model().editor().change(e -> e.withNetwork(own)));
    lab.write(robot, "hiddenLayers", "8, 7, 3").type(KeyCode.ENTER);
    robot.interact(() -> choose("activation", Activation.TANH));
    robot.interact(() -> choose("initialisation", Initialisation.XAVIER));
    assertThat(lab.<NetworkSpec>read(() -> lab.model().experiment().get().network())).isEqualTo(new NetworkSpec(0,
        own.body(), List.of(new NetworkSpec.HiddenLayer(8, Activation.TANH, 0.2, new DropoutSpec.Standard()),
            new NetworkSpec.HiddenLayer(7, Activation.TANH, 0.3, new DropoutSpec.Gaussian()),
            new NetworkSpec.HiddenLayer(3, Activation.TANH, 0.3, new DropoutSpec.Gaussian())), Initialisation.XAVIER));
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

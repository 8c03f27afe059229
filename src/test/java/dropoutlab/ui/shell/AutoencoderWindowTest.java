package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Learned;
import dropoutlab.run.Slot;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// An autoencoder in the window: what makes sense of many answers is shown, and what does not says so. Oracles: the
/// frames of the engine, and sentences.
@ExtendWith(ApplicationExtension.class)
class AutoencoderWindowTest {
  private static final Experiment AUTOENCODER = ExperimentJson.read("""
      {"data": {"type": "autoencoder", "of": {"set": "digits", "training": 100, "validation": 50, "noise": 0.1}},
       "network": {"hidden": [{"units": 32, "drop": 0.5}]}}""", "x.json");

  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  private void open(FxRobot robot, Experiment experiment) {
    robot.interact(() -> lab.model().editor().open(experiment));
    lab.await("it trains", frame -> frame.experiment().data().equals(experiment.data()) && frame.progress().epoch() > 1);
  }

  @Test void trainShowsFeaturesOfBothAndSaysThatThereAreNoPasses(FxRobot robot) {
    open(robot, AUTOENCODER);
    lab.until("features", () -> lab.model().pump().answer(Slot.LEARNED)
        .filter(answer -> answer.result() instanceof Learned.Features its && !its.twin().isEmpty()).isPresent());
    assertThat(lab.node("mcMisfit", Label.class).isVisible()).isTrue();
    assertThat(lab.node("mcMisfit", Label.class).getText()).contains("as many as inputs");
    assertThat(lab.model().query(Slot.PASSES).get()).isNull();
  }

  @Test void workspacesOfOneAnswerSayWhyTheyAreEmpty(FxRobot robot) {
    robot.clickOn("#tab-uncertainty");
    open(robot, AUTOENCODER);
    for (String tab : new String[] {"uncertainty", "variants"}) {
      robot.clickOn("#tab-" + tab);
      assertThat(lab.node("misfit", Label.class).getText()).as(tab).contains("reconstructs all its inputs");
    }
    open(robot, Presets.load("two-moons"));
    assertThat(lab.window().lookup("#misfit")).isNull();
    robot.clickOn("#tab-uncertainty");
    lab.until("a question", () -> lab.model().query(Slot.INQUIRY).get() != null);
  }
}

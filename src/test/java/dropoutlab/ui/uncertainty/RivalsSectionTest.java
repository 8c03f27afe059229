package dropoutlab.ui.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import dropoutlab.frame.Result;
import dropoutlab.run.Slot;
import dropoutlab.ui.shell.LabWindow;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// An ensemble trained from the window. Oracle: the answers, and whether anything is still under way.
@ExtendWith(ApplicationExtension.class)
class RivalsSectionTest {
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void opens(FxRobot robot) {
    lab.awaitTraining();
    robot.clickOn("#play");
    lab.awaitPause();
    robot.clickOn("#tab-uncertainty");
    lab.until("maps", () -> lab.model().pump().answer(Slot.INQUIRY).isPresent());
  }

  @AfterEach void close() { lab.close(); }

  @Test void ensembleIsMappedBesideThePassesUntilTheSettingsChange(FxRobot robot) {
    robot.clickOn("#ensemble");
    lab.until("the ensemble's maps", () -> lab.model().pump().answer(Slot.INQUIRY).filter(a ->
        a.result() instanceof Result.Plane plane && plane.ensemble().isPresent()).isPresent());
    assertThat(lab.node("compareEnsemble", ToggleSwitch.class).isSelected()).isTrue();
    assertThat(lab.model().query(Slot.INQUIRY).get()).extracting(q -> ((dropoutlab.frame.Query.Plane) q).ensemble()
        .orElseThrow().members().size()).isEqualTo(5);
    robot.clickOn("#mapsOfEnsemble");
    robot.interact(() -> lab.model().editor().setDropRates(java.util.List.of(0.0, 0.4, 0.4)));
    assertThat(lab.node("compareEnsemble", Node.class).getParent().isVisible()).as("p is not theirs").isTrue();
    robot.interact(() -> lab.model().editor().change(e -> e.withSeed(8)));
    lab.until("it is gone", () -> !lab.window().lookup("#compareEnsemble").getParent().isVisible());
    assertThat(lab.node("rivalsRemark", Label.class).getText()).contains("train it anew");
    lab.until("no ensemble is asked", () ->
        lab.model().query(Slot.INQUIRY).get() instanceof dropoutlab.frame.Query.Plane plane && plane.ensemble().isEmpty());
  }

  @Test void cancelledEnsembleLeavesNothing(FxRobot robot) {
    // Long enough to be stopped: the members train for as many epochs as the network has.
    robot.interact(() -> {
      lab.model().run().setSpeed(Double.POSITIVE_INFINITY);
      lab.model().run().play();
    });
    lab.await("many epochs", f -> f.progress().epoch() > 3_000);
    robot.clickOn("#ensemble");
    assertThat(lab.node("ensemble-bar", ProgressBar.class).isVisible()).isTrue();
    lab.awaitLayout();
    robot.clickOn("#ensemble-cancel");
    lab.until("the button is back", () -> lab.window().lookup("#ensemble").isVisible());
    assertThat(lab.node("ensemble-bar", Node.class).isVisible()).isFalse();
    assertThat(lab.node("compareEnsemble", Node.class).getParent().isVisible()).isFalse();
    assertThat(lab.model().editor().problem().get()).isEmpty();
  }

  @Test void criticsBenchCanBeStopped(FxRobot robot) {
    robot.clickOn("#viewCritics");
    assertThat(lab.model().query(Slot.INQUIRY).get()).isNull();
    robot.clickOn("#critics");
    assertThat(lab.node("critics-bar", ProgressBar.class).isVisible()).isTrue();
    robot.type(KeyCode.TAB);
    lab.awaitLayout();
    robot.clickOn("#critics-cancel");
    lab.until("the button is back", () -> lab.window().lookup("#critics").isVisible());
    assertThat(lab.node("critiqueSaid", Label.class).getText()).isEmpty();
  }
}

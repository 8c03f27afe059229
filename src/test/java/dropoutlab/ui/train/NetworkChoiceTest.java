package dropoutlab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Pin;
import dropoutlab.ui.shell.LabWindow;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
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

/// The network that the card shows, where others learn beside. Oracle: what the figure says lies under the pointer, and
/// the engine's frames.
@ExtendWith(ApplicationExtension.class)
class NetworkChoiceTest {
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  private void open(FxRobot robot, String beside) {
    Experiment experiment = ExperimentJson.read("""
        {"data": {"set": "two-moons", "training": 60, "validation": 30},
         "network": {"hidden": [{"units": 8, "drop": 0.3}, {"units": 8, "drop": 0.3}]},
         "training": {"epochs": 1000000, "batch": 16}, "beside": [%s]}""".formatted(beside), "x.json");
    robot.interact(() -> lab.model().editor().open(experiment));
    lab.await("it trains", f -> f.experiment().beside().equals(experiment.beside()) && f.progress().step() > 2);
  }

  private static final String B = "{\"name\": \"B\", \"network\": {\"hidden\": [{\"units\": 5, \"drop\": 0.5}]}}";

  private boolean isThere(String id) {
    return lab.read(() -> {
      Node node = lab.window().lookup("#" + id);
      return node != null && node.getParent() != null && node.isVisible();
    });
  }

  private void awaitUnits(int units) {
    lab.placeOf("network",
        hit -> hit instanceof Hit.Unit unit && unit.layer() == 1 && unit.text().contains(" of " + units));
  }

  @Test void itIsThereOnlyWithNetworksBeside(FxRobot robot) {
    assertThat(isThere("networkShown-network")).isFalse();
    open(robot, B);
    lab.until("the choice", () -> lab.window().lookup("#networkShown-b") != null);
    awaitUnits(8);
    robot.clickOn("#networkShown-b");
    awaitUnits(5);
    open(robot, "");
    awaitUnits(8);
    assertThat(isThere("networkShown-b")).isFalse();
  }

  @Test void aClickPinsAUnitOfTheNetworkThatIsShown(FxRobot robot) {
    open(robot, B);
    lab.until("the choice", () -> lab.window().lookup("#networkShown-b") != null);
    lab.pause();
    robot.clickOn("#networkShown-b");
    robot.clickOn(lab.placeOf("network", hit -> hit instanceof Hit.Unit unit && unit.layer() == 1 && unit.unit() == 3
        && unit.text().contains(" of 5")));
    Frame frame = lab.await("pinned", f -> f.seenFrom("B").network().layers().get(1).pin(3) == Pin.DROPPED);
    assertThat(frame.network().layers().get(1).pin(3)).isEqualTo(Pin.RANDOM);
  }

  @Test void itIsChosenByKeyboardAndHasAName(FxRobot robot) {
    open(robot, B);
    lab.until("the choice", () -> lab.window().lookup("#networkShown-b") != null);
    ToggleButton own = lab.node("networkShown-network", ToggleButton.class);
    ToggleButton other = lab.node("networkShown-b", ToggleButton.class);
    assertThat(lab.read(own::getAccessibleText)).isEqualTo("Show the experiment's own network");
    assertThat(lab.read(other::getAccessibleText)).isEqualTo("Show B, which learns beside it");
    robot.interact(own::requestFocus);
    robot.type(KeyCode.RIGHT);
    awaitUnits(5);
    robot.type(KeyCode.LEFT);
    awaitUnits(8);
  }

  @Test void manyOrLongNamesAreInAList(FxRobot robot) {
    open(robot, "{\"name\": \"spatial dropout\"}, {\"name\": \"spatial dropblock\"}, " + B);
    lab.until("the list", () -> lab.window().lookup("#networkShown") != null);
    @SuppressWarnings("unchecked") ComboBox<String> list = lab.node("networkShown", ComboBox.class);
    assertThat(lab.read(() -> List.copyOf(list.getItems())))
        .containsExactly("network", "spatial dropout", "spatial dropblock", "B");
    assertThat(lab.read(list::getAccessibleText)).isEqualTo("Which of the networks is shown");
    robot.interact(() -> list.setValue("B"));
    awaitUnits(5);
  }

  @Test void oneThatStopsAloneIsToldAndTheOthersGoOn(FxRobot robot) {
    open(robot, B.replace("\"name\": \"B\"",
        "\"name\": \"B\", \"optimiser\": {\"type\": \"sgd\", \"learningRate\": 1e30}"));
    lab.until("the notice", () -> lab.window().lookup("#notice").isVisible());
    assertThat(lab.text("noticeText")).startsWith("In epoch 1 the loss of \"B\" was no longer a finite number. Try a ");
    assertThat(lab.latest().state()).isInstanceOf(RunState.Running.class);
  }
}

package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.run.Slot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
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

/// The window without a mouse: its shortcuts, the order of the Tab key, and what a screen reader would say.
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  @Test void stepAndHalfStepKeysStepOn(FxRobot robot) {
    robot.type(KeyCode.S);
    Frame paused = lab.awaitPause();
    robot.type(KeyCode.S);
    lab.await("a step", f -> f.progress().step() == paused.progress().step() + 1);
    robot.type(KeyCode.H);
    lab.await("a half-step", f -> f.progress().phase() == Phase.FORWARD);
  }

  @Test void resetKeyStartsAgain(FxRobot robot) {
    long run = lab.latest().run();
    robot.type(KeyCode.R);
    lab.await("a new run", f -> f.run() > run && f.progress().step() == 0);
  }

  @Test void presentKeyLeavesOnlyWhatThereIsToSeeAndBringsItBack(FxRobot robot) {
    robot.type(KeyCode.F11);
    lab.until("presenting", () -> !lab.window().lookup("#controls").isVisible()
        && ((Stage) lab.window().getScene().getWindow()).isFullScreen());
    assertThat(lab.node("barP", Label.class).isVisible()).isTrue();
    robot.type(KeyCode.F11);
    lab.until("not presenting", () -> lab.window().lookup("#controls").isVisible()
        && !((Stage) lab.window().getScene().getWindow()).isFullScreen());
  }

  @Test void helpKeyShowsTheKeysEvenFromAField(FxRobot robot) {
    robot.interact(() -> lab.node("learningRate", TextField.class).requestFocus());
    robot.type(KeyCode.F1);
    assertThat(lab.node("keys", Node.class).isVisible()).isTrue();
    robot.type(KeyCode.F1);
    assertThat(lab.node("keys", Node.class).isVisible()).isFalse();
  }

  @Test void arrowKeysOnTheLossGoThroughTime(FxRobot robot) {
    lab.await("10 epochs", f -> f.progress().epoch() > 10);
    robot.type(KeyCode.SPACE);
    lab.awaitPause();
    robot.interact(() -> lab.node("loss", Node.class).requestFocus());
    robot.type(KeyCode.LEFT);
    int past = lab.await("the past", f -> f.scrubbed().isPresent()).scrubbed().getAsInt();
    robot.type(KeyCode.LEFT);
    lab.await("further back", f -> f.scrubbed().orElse(past) < past);
    robot.type(KeyCode.RIGHT);
    lab.await("forth again", f -> f.scrubbed().orElse(-1) == past);
    robot.type(KeyCode.ESCAPE);
    lab.await("the present", f -> f.scrubbed().isEmpty() && f.state() instanceof RunState.Paused);
  }

  @Test void pageKeysGoThroughTheBatch(FxRobot robot) {
    robot.type(KeyCode.SPACE);
    lab.awaitPause();
    robot.interact(() -> lab.node("network", Node.class).requestFocus());
    robot.type(KeyCode.PAGE_DOWN, 2).type(KeyCode.PAGE_UP);
    lab.until("example 2", () -> texts(lab.window().lookup("#networkCard")).stream()
        .anyMatch(text -> text.contains("example 2 of 16")));
  }

  @Test void ctrlYRedoes(FxRobot robot) {
    robot.type(KeyCode.CLOSE_BRACKET);
    lab.await("0.35", f -> f.dropRates().get(1) == 0.35);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    lab.await("0.30", f -> f.dropRates().get(1) == 0.3);
    robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
    lab.await("0.35 again", f -> f.dropRates().get(1) == 0.35);
  }

  @Test void tabReachesEverythingAndShowsWhereItIs(FxRobot robot) {
    lab.until("all pictures", () -> lab.model().pump().answer(Slot.PASSES).isPresent());
    assertThat(tabbedThrough(robot)).isGreaterThan(40);
  }

  @Test void tabReachesEverythingInTheUncertaintyWorkspaceToo(FxRobot robot) {
    robot.clickOn("#tab-uncertainty");
    lab.until("a figure", () -> lab.model().pump().answer(Slot.INQUIRY).isPresent());
    assertThat(tabbedThrough(robot)).isGreaterThan(20);
    everythingThatTakesTheFocusHasAName(robot);
  }

  /// Returns how many nodes the Tab key visits, which are all nodes that can take the focus. While the run is paused,
  /// the set does not change.
  private int tabbedThrough(FxRobot robot) {
    lab.pause();
    Set<Node> wanted = new LinkedHashSet<>();
    robot.interact(() -> collect(lab.window(), wanted));
    Set<Node> reached = new LinkedHashSet<>();
    for (int i = 0; i < wanted.size() + 5; i++) {
      robot.type(KeyCode.TAB);
      robot.interact(() -> {
        Node owner = lab.window().getScene().getFocusOwner();
        assertThat(owner.isFocusVisible()).as("focus ring on %s", owner).isTrue();
        reached.add(owner);
      });
    }
    int size = wanted.size();
    wanted.removeAll(reached);
    assertThat(wanted).isEmpty();
    return size;
  }

  @Test void everythingThatTakesTheFocusHasAName(FxRobot robot) {
    Set<Node> nodes = new LinkedHashSet<>();
    robot.interact(() -> collect(lab.window(), nodes));
    for (Node node : nodes) {
      boolean speaks = node instanceof Labeled labeled && !labeled.getText().isBlank();
      assertThat(speaks || node.getAccessibleText() != null && !node.getAccessibleText().isBlank())
          .as("%s has a name", node).isTrue();
      if (node instanceof Slider) assertThat(node.getAccessibleText()).isNotBlank();
    }
  }

  /// Returns the nodes that can take the focus now.
  private static void collect(Parent parent, Set<Node> found) {
    ObservableList<Node> children = parent.getChildrenUnmodifiable();
    for (Node child : children) {
      if (!child.isVisible() || child.isDisabled()) continue;
      // In a group of toggles, Tab stops at the chosen one; the arrow keys go to the others.
      boolean inGroup = child instanceof ToggleButton toggle && toggle.getToggleGroup() != null && !toggle.isSelected();
      if (child.isFocusTraversable() && !inGroup) found.add(child);
      boolean insideOfAControl = child instanceof Control && child.isFocusTraversable();
      if (child instanceof Parent p && !insideOfAControl) collect(p, found);
    }
  }

  private static List<String> texts(Node node) {
    List<String> texts = new ArrayList<>();
    if (node instanceof Label label) texts.add(label.getText());
    if (node instanceof Parent parent)
      parent.getChildrenUnmodifiable().forEach(child -> texts.addAll(texts(child)));
    return texts;
  }
}

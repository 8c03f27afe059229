package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.RunState;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.ui.shell.PresetLine.Entry;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
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

/// The list of presets under its button. Oracle: the presets of the program, and what the engine trains after a choice.
@ExtendWith(ApplicationExtension.class)
class PresetPickerTest {
  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  @Test void aNameThatIsTypedOpensItsPreset(FxRobot robot) {
    lab.choosePreset(robot, "too-much");
    opened("too-much");
    assertThat(isOpen()).isFalse();
    assertThat(lab.node("preset", Button.class).getText()).isEqualTo(Presets.load("too-much").title());
  }

  @Test void keyOpensTheListOnTheOpenPresetAndArrowsGoOverHeadings(FxRobot robot) {
    open(robot);
    assertThat(lab.node("presetSearch", TextField.class).getPromptText())
        .isEqualTo("Search " + Presets.names().size() + " presets");
    assertThat(chosen()).isEqualTo("two-moons");
    robot.type(KeyCode.UP);
    assertThat(chosen()).isEqualTo("two-moons");
    List<String> names = Presets.names();
    for (String name : names.subList(1, names.size())) {
      robot.type(KeyCode.DOWN);
      assertThat(chosen()).isEqualTo(name);
    }
    robot.type(KeyCode.DOWN);
    assertThat(chosen()).isEqualTo(names.getLast());
    robot.type(KeyCode.UP).type(KeyCode.ENTER);
    opened(names.get(names.size() - 2));
  }

  @Test void escapeClosesAndGivesTheFocusBack(FxRobot robot) {
    robot.interact(() -> lab.window().lookup("#loss").requestFocus());
    open(robot);
    robot.write("moons").type(KeyCode.ESCAPE);
    assertThat(isOpen()).isFalse();
    assertThat(lab.read(() -> lab.window().lookup("#loss").isFocused())).isTrue();
    open(robot);
    assertThat(lab.node("presetSearch", TextField.class).getText()).isEmpty();
  }

  @Test void aClickOutsideClosesAndDoesNothingElse(FxRobot robot) {
    open(robot);
    robot.clickOn("#play");
    assertThat(isOpen()).isFalse();
    assertThat(lab.latest().state()).isInstanceOf(RunState.Running.class);
  }

  @Test void whatMatchesNothingIsSaidAndEnterDoesNothing(FxRobot robot) {
    long run = lab.latest().run();
    open(robot);
    robot.write("qqq");
    lab.until("the sentence", () -> lab.window().lookup("#presetNothing").isVisible());
    assertThat(lab.text("presetNothing")).startsWith("No preset has “qqq”").endsWith(".");
    robot.type(KeyCode.ENTER);
    assertThat(isOpen()).isTrue();
    assertThat(lab.latest().run()).isEqualTo(run);
  }

  @Test void aChangedPresetSaysSoAndIsChosenAfresh(FxRobot robot) {
    lab.choosePreset(robot, "two-moons");
    opened("two-moons");
    robot.interact(() -> lab.model().editor().setDropRates(List.of(0.0, 0.6, 0.6)));
    lab.until("it is changed", () -> ((Button) lab.window().lookup("#preset")).getText().endsWith(" · changed"));
    open(robot);
    assertThat(rows()).filteredOn(row -> row.endsWith("open now")).singleElement().asString()
        .contains(" · changed, two-moons,");
    robot.type(KeyCode.ENTER);
    opened("two-moons");
    assertThat(lab.node("preset", Button.class).getText()).isEqualTo(Presets.load("two-moons").title());
  }

  @Test void aClickOnARowOpensItAndOneOnAHeadingDoesNot(FxRobot robot) {
    open(robot);
    robot.clickOn(Presets.groups().sequencedKeySet().getFirst().title());
    assertThat(isOpen()).isTrue();
    robot.clickOn((Node) robot.lookup(".list-cell").match(node -> node instanceof PresetCell cell
        && cell.getItem() instanceof Entry entry && entry.name().equals("digits")).query());
    opened("digits");
  }

  @Test void tabGoesToTheListWhereTheKeysMeanTheSame(FxRobot robot) {
    open(robot);
    robot.type(KeyCode.TAB);
    assertThat(lab.read(() -> lab.window().lookup("#presetList").isFocused())).isTrue();
    robot.type(KeyCode.DOWN);
    assertThat(chosen()).isEqualTo(Presets.names().get(1));
    robot.type(KeyCode.TAB);
    assertThat(lab.read(() -> lab.window().lookup("#presetSearch").isFocused())).isTrue();
    robot.type(KeyCode.ENTER);
    opened(Presets.names().get(1));
  }

  @Test void theKeyIsALetterWhileTextIsTyped(FxRobot robot) {
    lab.write(robot, "seed", "f");
    assertThat(isOpen()).isFalse();
  }

  @Test void theListStaysInsideTheWindow(FxRobot robot) {
    Stage stage = (Stage) lab.read(() -> lab.window().getScene().getWindow());
    for (int[] size : new int[][] {{1024, 768}, {1440, 900}, {1024, 500}}) {
      robot.interact(() -> {
        stage.setWidth(size[0]);
        stage.setHeight(size[1]);
      });
      open(robot);
      inside();
      robot.type(KeyCode.ESCAPE);
    }
    robot.type(KeyCode.F11);
    lab.until("presenting", () -> stage.isFullScreen());
    open(robot);
    inside();
  }

  private void inside() {
    lab.awaitLayout();
    Bounds card = lab.read(() -> {
      Node picker = lab.window().lookup(".preset-picker");
      return picker.localToScene(picker.getLayoutBounds());
    });
    Bounds button = lab.read(() -> {
      Node preset = lab.window().lookup("#preset");
      return preset.localToScene(preset.getLayoutBounds());
    });
    assertThat(card.getMinX()).isPositive();
    assertThat(card.getMaxX()).isLessThan(lab.window().getWidth());
    assertThat(card.getMinY()).isGreaterThan(button.getMaxY());
    assertThat(card.getMaxY()).isLessThan(lab.window().getHeight());
    assertThat(card.getHeight()).isGreaterThan(200);
  }

  private void open(FxRobot robot) {
    robot.type(KeyCode.F);
    lab.until("the list", () -> lab.window().lookup("#presetSearch").isFocused());
  }

  private boolean isOpen() { return lab.read(() -> lab.window().lookup("#presetPicker").isVisible()); }

  private String chosen() {
    return lab.read(() -> ((Entry) ((ListView<?>) lab.window().lookup("#presetList")).getSelectionModel()
        .getSelectedItem()).name());
  }

  /// What a screen reader says of the rows that are shown.
  private List<String> rows() {
    lab.awaitLayout();
    return lab.read(() -> lab.window().lookup("#presetList").lookupAll(".list-cell").stream()
        .flatMap(cell -> cell instanceof PresetCell row && row.getItem() instanceof Entry ? Stream.of(row.getText())
            : Stream.empty()).toList());
  }

  private void opened(String name) {
    Experiment preset = Presets.load(name);
    lab.await(name, f -> f.experiment().equals(preset) && f.state() instanceof RunState.Running);
  }
}

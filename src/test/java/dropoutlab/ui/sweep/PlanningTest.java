package dropoutlab.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.ui.sweep.SweepState.Stage;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A sweep is planned: chosen, typed, checked, taken back.
class PlanningTest extends InSweep {
  @Start void start(javafx.stage.Stage stage) { show(stage); }

  @Test void aReadyMadeSweepTakesTheExperimentOfTrain(FxRobot robot) {
    plan(robot, "1 … 3");
    assertThat(state().stage()).isEqualTo(Stage.PLANNED);
    assertThat(reading().sweep().experiment().data()).isEqualTo(lab.model().experiment().get().data());
    // Two values on three seeds; p = 0 is the twin of both.
    assertThat(reading().summary().runs()).isEqualTo(6);
    assertThat(label("axis0Many")).isEqualTo("2 values");
    assertThat(Files.exists(actions().shelf().parent())).as("nothing is written before the start").isFalse();
  }

  @Test void nonsenseIsToldInASentenceAndChangesNothing(FxRobot robot) {
    plan(robot, "1 … 3");
    for (String nonsense : List.of("0, banana", "", "0, 0.1 ...", "2")) {
      type(robot, "axis0Values", nonsense);
      assertThat(isShown("axis0Fault")).as(nonsense).isTrue();
      assertThat(label("axis0Fault")).as(nonsense).matches("\\S.*[.!?]");
      robot.type(KeyCode.ENTER);
      assertThat(lab.read(() -> state().plan().axes().getFirst().values())).isEqualTo("0, 0.5");
    }
    robot.type(KeyCode.ESCAPE);
    assertThat(lab.read(() -> lab.node("axis0Values", TextField.class).getText())).isEqualTo("0, 0.5");
    type(robot, "planSeeds", "5 … 1");
    assertThat(label("planSeedsFault")).contains("5");
    robot.type(KeyCode.ESCAPE);
    assertThat(lab.read(() -> state().plan().seeds())).isEqualTo(new SeedRange(1, 3));
  }

  @Test void seedsAreNoAxis(FxRobot robot) {
    plan(robot, "1 … 3");
    type(robot, "axis0Values", "1, 2");
    robot.interact(() -> ((ComboBox<?>) lab.window().lookup("#axis0Path")).getEditor().setText("seed"));
    assertThat(label("axis0Fault")).isEqualTo("Seeds are replicates, not an axis: name them under Seeds, and each value gets them all.");
  }

  @Test void changesOfThePlanAreTakenBack(FxRobot robot) {
    plan(robot, "1 … 3");
    fire(robot, "moreSeeds");
    assertThat(lab.read(() -> state().plan().seeds())).isEqualTo(new SeedRange(1, 23));
    fire(robot, "secondAxis");
    assertThat(lab.read(() -> state().plan().axes())).hasSize(2);
    robot.interact(() -> lab.window().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(lab.read(() -> state().plan().axes())).hasSize(1);
    assertThat(lab.read(() -> state().plan().seeds())).isEqualTo(new SeedRange(1, 3));
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    assertThat(lab.read(() -> state().plan().seeds())).isEqualTo(new SeedRange(1, 23));
  }

  @Test void aValueCanBeWhatTheOthersAreComparedWith(FxRobot robot) {
    plan(robot, "1 … 3");
    robot.interact(() -> state().change(plan -> plan.withPair(new Pair.Of("0"))));
    lab.until("the pair", () -> state().reading().filter(r -> r.sweep().pair().equals(new Pair.Of("0"))).isPresent());
    enter(robot, "axis0Values", "0.2, 0.5");
    lab.until("a value that is gone is no partner",
        () -> state().reading().filter(r -> r.sweep().pair() instanceof Pair.Twin
        && r.sweep().points() == 2).isPresent());
  }

  @Test void theFirstRunsTellTheTimeAndAreKept(FxRobot robot) {
    plan(robot, "1 … 3");
    fire(robot, "estimate");
    lab.until("the estimate", () -> state().trial() != null && state().trial().estimate() != null);
    lab.until("its words", () -> lab.window().lookup("#timeHere").getParent().isVisible());
    assertThat(label("timeEach")).endsWith("s");
    lab.until("the trial's runs are shown", () -> reading().summary().results() >= 3);
    fire(robot, "sweepStart");
    awaitFinished();
    assertThat(lab.read(() ->
        state().place().orElseThrow())).hasFileName("error-against-p").isDirectoryContaining("glob:**sweep.json");
    assertThat(actions().shelf().parent()).isDirectoryNotContaining("glob:**.trial*");
  }

  @Test void aTrialOfAnotherPlanLeavesNothing(FxRobot robot) {
    plan(robot, "1 … 3");
    fire(robot, "estimate");
    lab.until("the estimate", () -> state().trial() != null && state().trial().estimate() != null);
    enter(robot, "planSeeds", "1 … 4");
    lab.until("the trial is gone", () -> {
      String[] left = actions().shelf().parent().toFile().list();
      return state().trial() == null && left != null && left.length == 0;
    });
  }

  @Test void withTheKeyboardAlone(FxRobot robot) {
    Button first = lab.node("empty-error-against-p", Button.class);
    for (int i = 0; i < 40 && !lab.read(first::isFocused); i++) robot.type(KeyCode.TAB);
    robot.type(KeyCode.SPACE);
    lab.until("the plan", () -> state().stage() == Stage.PLANNED && state().reading().isPresent());
    robot.interact(() -> lab.window().requestFocus());
    robot.type(KeyCode.P);
    lab.until("the axis has the focus", () -> lab.window().lookup("#axis0Values").isFocused());
    robot.push(KeyCode.CONTROL, KeyCode.A).write("0,0.5").type(KeyCode.ENTER);
    assertThat(lab.read(() -> state().plan().axes().getFirst().values())).isEqualTo("0,0.5");
    robot.interact(() -> state().change(plan -> plan.withSeeds(new SeedRange(1, 2))));
    robot.interact(() -> lab.window().requestFocus());
    robot.type(KeyCode.SPACE);
    awaitFinished();
    robot.type(KeyCode.RIGHT);
    assertThat(lab.read(() -> state().look().point())).isPresent();
    robot.type(KeyCode.DOWN);
    assertThat(lab.read(() -> state().seed())).hasValue(0);
    robot.type(KeyCode.D);
    lab.until("the table", () -> lab.window().lookup("#sweepTable").isVisible()
        && lab.window().lookup("#sweepTable").getParent().isVisible());
    assertThat(lab.read(() -> workspace().parts().finding().table().csv()).lines().count()).isGreaterThan(2);
  }
}

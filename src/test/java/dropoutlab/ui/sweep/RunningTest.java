package dropoutlab.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.sweep.CellState;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.predict.sweep.SweepStatistics;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.ui.sweep.SweepActions.Doing;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Runs are trained, held, looked at, and trained again.
class RunningTest extends InSweep {
  @Start void start(Stage stage) { show(stage); }

  /// The oracle is the folder, read anew.
  @Test void whatIsShownIsWhatTheFolderHolds(FxRobot robot) throws Exception {
    plan(robot, "1 … 3");
    robot.type(KeyCode.SPACE);
    awaitFinished();
    SweepTable table = folder().table();
    assertThat(table.values()).extracting(cell -> cell.state()).containsOnly(CellState.DONE);
    assertThat(reading().table()).isEqualTo(table);
    assertThat(reading().statistics().columns()).isEqualTo(SweepStatistics.of(table, Measure.ERROR).columns());
    assertThat(label("sweepDone")).isEqualTo("6");
    assertThat(lab.read(() -> lab.window().lookup("#finding").getAccessibleText())).isEqualTo(String.join(" ",
        reading().finding()));
    fire(robot, "measure-loss");
    lab.until("the loss", () -> state().reading().orElseThrow().statistics().measure() == Measure.LOSS);
    assertThat(reading().statistics().columns()).isEqualTo(SweepStatistics.of(table, Measure.LOSS).columns());
  }

  @Test void aSweepIsHeldAndGoesOn(FxRobot robot) throws Exception {
    robot.interact(() -> lab.model().editor().open(moons(6000)));
    plan(robot, "1 … 12");
    robot.type(KeyCode.SPACE);
    lab.until("some results", () -> state().reading().filter(r -> r.summary().results() >= 2).isPresent());
    assertThat(lab.read(() -> workspace().beforeClosing())).isPresent();
    robot.type(KeyCode.SPACE);
    awaitDoing(Doing.HELD);
    long held = folder().summary().results();
    assertThat(held).isLessThan(24);
    assertThat(lab.read(() -> workspace().beforeClosing())).isEmpty();
    robot.type(KeyCode.M);
    lab.until("more results", () -> state().reading().orElseThrow().summary().results() > held);
    fire(robot, "sweepStop");
    awaitDoing(Doing.HELD);
  }

  @Test void aRunIsOpenedInTrainAndTakenBack(FxRobot robot) {
    plan(robot, "1 … 3");
    robot.type(KeyCode.SPACE);
    awaitFinished();
    robot.interact(() -> actions().cursor().choose(1, 2));
    var before = lab.read(() -> lab.model().experiment().get());
    robot.type(KeyCode.ENTER);
    lab.until("Train", () -> lab.window().shown().get().id().equals("train"));
    var opened = lab.read(() -> lab.model().experiment().get());
    assertThat(opened.seed()).isEqualTo(3);
    assertThat(opened.network().dropRates()).containsExactly(0.0, 0.5, 0.5);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    lab.until("what was before", () -> lab.model().experiment().get().equals(before));
  }

  @Test void moreSeedsAndConfirmationKeepWhatIsDone(FxRobot robot) throws Exception {
    plan(robot, "1 … 2");
    robot.type(KeyCode.SPACE);
    awaitFinished();
    SweepTable first = folder().table();
    fire(robot, "moreSeeds");
    lab.until("all seeds", () -> state().reading().filter(r -> r.table().seeds() == 22
        && r.summary().finished()).isPresent());
    SweepTable more = folder().table();
    for (int point = 0; point < 2; point++)
      for (int seed = 0; seed < 2; seed++) assertThat(more.value(point, seed).outcome()).isEqualTo(first.value(point,
          seed).outcome());
    awaitFinished();
    robot.interact(() -> state().look(look -> look.withPoint(OptionalInt.of(1))));
    fire(robot, "confirm");
    lab.until("the confirmation", () -> state().reading().filter(r -> r.table().confirmations().size() == 1
        && r.summary().finished()).isPresent());
    assertThat(reading().sweep().confirmations().getFirst().seeds()).isEqualTo(new SeedRange(23, 42));
    assertThat(reading().table().confirmations().getFirst().values()).extracting(cell ->
        cell.state()).containsOnly(CellState.DONE);
  }

  @Test void aRunIsRepeatedToTheBit(FxRobot robot) {
    plan(robot, "1 … 2");
    robot.type(KeyCode.SPACE);
    awaitFinished();
    robot.interact(() -> actions().cursor().choose(1, 1));
    robot.type(KeyCode.V);
    lab.until("the repeat", () -> state().reading().orElseThrow().table().value(1, 1).repeat().isPresent());
    assertThat(reading().table().value(1, 1).contradicted()).isFalse();
    lab.until("its sentence", () -> state().reading().orElseThrow().causes().stream().anyMatch(cause -> cause.kind() ==
        Cause.Kind.REPEATS));
  }

  @Test void theLogTellsOfOneRun(FxRobot robot) {
    plan(robot, "1 … 2");
    robot.type(KeyCode.SPACE);
    awaitFinished();
    robot.interact(() -> actions().cursor().choose(1, 0));
    robot.type(KeyCode.L);
    String log = lab.read(() -> ((TextArea) lab.window().lookup("#runLog")).getText());
    assertThat(log).contains(reading().table().value(1, 0).run().toString(), "network.hidden.*.drop=0.5");
    robot.type(KeyCode.ESCAPE);
    assertThat(isShown("logPane")).isFalse();
  }

  @Test void figuresOfASweepCanBeExported(FxRobot robot) {
    plan(robot, "1 … 2");
    robot.type(KeyCode.SPACE);
    awaitFinished();
    robot.interact(() -> actions().cursor().choose(1, 0));
    assertThat(lab.read(() -> workspace().exhibits())).extracting(each ->
        each.subject().name()).isEqualTo(List.of("sweep", "runs", "pair"));
  }
}

package dropoutlab.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Task;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.sweep.SweepFolder;
import dropoutlab.sweep.folder.Layout;
import dropoutlab.sweep.folder.Sign;
import dropoutlab.ui.sweep.OpenSweep.Guard;
import dropoutlab.ui.sweep.SweepActions.Doing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Folders that were made before, or elsewhere: read, continued, mended.
class FoldersTest extends InSweep {
  @Start void start(Stage stage) { show(stage); }

  private SweepFolder made(String name, Experiment of) throws Exception {
    return SweepFolder.create(dir.resolve(name), sweep(of, "0, 0.5", 2));
  }

  @Test void aFolderFromElsewhereIsOnlyReadUntilThePersonSaysSo(FxRobot robot) throws Exception {
    SweepFolder folder = made("elsewhere", moons(3));
    open(robot, folder.path());
    assertThat(actions().doing()).isEqualTo(Doing.LOCKED);
    assertThat(label("sweepNews")).contains("only read");
    robot.type(KeyCode.SPACE);
    assertThat(folder.summary().results()).isZero();
    fire(robot, "sweepStart");
    awaitDoing(Doing.HELD);
    robot.type(KeyCode.SPACE);
    awaitFinished();
    assertThat(folder.summary().finished()).isTrue();
  }

  @Test void aFolderOfAnotherVersionIsNeverContinued(FxRobot robot) throws Exception {
    SweepFolder folder = made("other", moons(3));
    Path file = folder.path().resolve("sweep.json");
    String mine = folder.sweep().engine();
    Files.writeString(file, Files.readString(file).replaceAll("(\"engine\"\\s*:\\s*)\"[^\"]*\"", "$1\"0.1.0\""));
    open(robot, folder.path());
    assertThat(state().open().guard()).isEqualTo(Guard.VERSION);
    assertThat(label("sweepNews")).startsWith("Begun with Dropout Lab 0.1.0").contains(mine);
    assertThat(lab.read(() -> lab.node("sweepStart", Button.class).isDisabled())).isTrue();
  }

  @Test void whatCameInWhileNobodyLookedIsTold(FxRobot robot) throws Exception {
    plan(robot, "1 … 2");
    robot.type(KeyCode.SPACE);
    awaitFinished();
    Path place = lab.read(() -> state().place().orElseThrow());
    robot.interact(() -> actions().begin());
    lab.until("the folder is left", () -> state().stage() == SweepState.Stage.EMPTY);
    train(SweepFolder.open(place).withSeeds(new SeedRange(1, 5)));
    open(robot, place);
    lab.until("the news", () -> lab.window().lookup("#sweepNews").isVisible());
    assertThat(label("sweepNews")).startsWith("Reopened: 6 runs came in since ");
  }

  /// A worker that has left no sign of life for a minute, on a node that is not this one, is gone.
  @Test void lostRunsAreToldWithTheirTaskAndRunAgain(FxRobot robot) throws Exception {
    SweepFolder folder = made("lost", moons(3));
    Layout layout = new Layout(folder.path());
    Files.createDirectories(layout.tasks());
    new Sign("81472", "c03", 1, 0, 1, 1, "", 0, 0, false).write(layout);
    Path sign = Files.list(layout.tasks()).findFirst().orElseThrow();
    Files.setLastModifiedTime(sign, FileTime.fromMillis(System.currentTimeMillis() - 10 * Sign.GONE_MILLIS));
    open(robot, folder.path());
    Cause cause = reading().causes().getFirst();
    assertThat(cause.kind()).isEqualTo(Cause.Kind.LOST);
    assertThat(cause.runs()).isEqualTo(4);
    assertThat(cause.sentence() + cause.detail()).contains("4 runs lost", "c03");
    robot.interact(() -> actions().continueHere());
    awaitDoing(Doing.HELD);
    lab.until("the button", () -> lab.window().lookup("#runMissing") != null
        && !lab.window().lookup("#runMissing").isDisabled());
    fire(robot, "runMissing");
    awaitFinished();
    assertThat(folder.summary().finished()).isTrue();
  }

  @Test void aRunWithoutItsDataFailsWithASentenceAndIsRunAgain(FxRobot robot) throws Exception {
    Path data = dir.resolve("data.csv");
    String rows = "x,y,kind\n" + IntStream.range(0, 40).mapToObj(i -> i + "," + i % 7 + "," + (i % 2 == 0 ? "a" : "b"))
        .collect(Collectors.joining("\n"));
    Files.writeString(data, rows);
    Experiment of = moons(3).withData(new DataSpec.Csv(data.toString(), "kind", Task.CLASSIFICATION, 0.25, null));
    SweepFolder folder = made("failing", of);
    Files.delete(data);
    open(robot, folder.path());
    robot.interact(() -> actions().continueHere());
    awaitDoing(Doing.HELD);
    robot.type(KeyCode.SPACE);
    lab.until("a failure", () -> state().reading().orElseThrow().summary().failed() > 0);
    awaitDoing(Doing.HELD);
    Cause cause = reading().causes().getFirst();
    assertThat(cause.kind()).isEqualTo(Cause.Kind.FAILED);
    assertThat(cause.detail()).contains("data.csv").matches("\\S.*[.!?]");
    Files.writeString(data, rows);
    lab.until("the button", () -> lab.window().lookup("#runMissing") != null
        && !lab.window().lookup("#runMissing").isDisabled());
    fire(robot, "runMissing");
    lab.until("results", () -> state().reading().orElseThrow().summary().results() > 0);
  }

  @Test void aFolderThatIsNoSweepIsRefusedInASentence(FxRobot robot) {
    assertThat(lab.read(() -> workspace().opens(dir))).isFalse();
    robot.interact(() -> actions().open(dir.resolve("nowhere")));
    lab.until("a sentence", () -> !lab.model().editor().problem().get().isEmpty());
    assertThat(lab.read(() -> lab.model().editor().problem().get())).contains("nowhere").endsWith(".");
  }
}

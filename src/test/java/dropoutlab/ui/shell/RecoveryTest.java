package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSets;
import dropoutlab.export.store.Autosave;
import dropoutlab.export.store.Places;
import dropoutlab.export.store.RunFile;
import dropoutlab.export.store.SavedRun;
import dropoutlab.export.store.View;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.train.TrainingSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What killed windows left is offered by the next. Two dead ones have left runs before this window starts, with names as
/// a process gives them that no process has. Oracle: a session that trains as far.
@ExtendWith(ApplicationExtension.class)
class RecoveryTest {
  private static final long GONE = 999_999_999_999L;
  private static final Experiment LINE = Presets.load("noisy-line"), MOONS = Presets.load("two-moons").withSeed(5);

  private final Places places = LabWindow.places();
  private OnFiles on;

  @Start void start(Stage stage) throws IOException {
    Files.createDirectories(places.recovery());
    leave(1, MOONS, 30);
    leave(2, LINE, 75);
    on = new OnFiles(stage, places);
  }

  @BeforeEach void trains() { on.lab().awaitTraining(); }

  @AfterEach void close() { on.close(); }

  private void leave(int window, Experiment experiment, long step) throws IOException {
    Path file = places.recovery().resolve("run-" + GONE + "-1-" + window + "-1.dropoutlab");
    RunFile.write(file, new SavedRun(experiment, step, Phase.UPDATE, SavedRun.State.RUNNING, Optional.empty(), "", View.of("uncertainty")));
    Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_000_000L * window));
  }

  private List<Long> left() { return Autosave.left(places.recovery()).stream().map(left -> left.read().step()).toList(); }

  private List<String> kept() {
    try (Stream<Path> files = Files.list(places.recovery())) {
      return files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("run-" + GONE)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test void newestIsOfferedFirstAndRestoredToTheSameBits(FxRobot robot) {
    on.awaitShown("recovery");
    assertThat(on.lab().text("recoveryText")).endsWith("Its run can be restored, and then one earlier run.");
    on.fire(robot, "recoveryRestore");
    Frame frame = on.lab().await("the run of the dead", f -> f.experiment().equals(LINE) && f.progress().step() == 75);
    TrainingSession alone = new TrainingSession(LINE, DataSets.load(LINE, Path.of("")));
    alone.trainTo(75, Phase.UPDATE);
    assertThat(frame.weights()).isEqualTo(alone.weights());
    assertThat(on.lab().read(() -> on.lab().window().shown().get().id())).isEqualTo("uncertainty");
    on.awaitUnsaved(true);
    assertThat(on.lab().text("recoveryText")).endsWith("Its run can be restored.");
    on.lab().until("it is thrown away once it is kept here", () -> left().equals(List.of(30L)));
    assertThat(kept()).isNotEmpty();
  }

  @Test void discardedOnesAreGoneAndOthersStayForTheNextStart(FxRobot robot) {
    on.awaitShown("recovery");
    on.fire(robot, "recoveryDiscard");
    on.lab().until("the newest is gone", () -> left().equals(List.of(30L)));
    on.fire(robot, "recoveryLater");
    assertThat(on.isShown("recovery")).isFalse();
    assertThat(left()).containsExactly(30L);
  }

  /// The files of this window given to a dead process are what a kill would leave.
  @Test void runIsKeptWhileItTrainsAndNothingIsLeftByAWindowThatCloses(FxRobot robot) throws IOException {
    robot.interact(() -> on.files().recovery().keep());
    on.lab().until("it is kept", () -> !kept().isEmpty());
    Frame frame = on.lab().pause();
    robot.interact(() -> on.files().recovery().keep());
    on.lab().until("the present is kept", () -> {
      on.files().recovery().keep();
      return kept().stream().anyMatch(name -> step(name) == frame.progress().step());
    });
    String file = kept().stream().filter(name -> step(name) == frame.progress().step()).findFirst().orElseThrow();
    Files.copy(places.recovery().resolve(file), places.recovery().resolve("run-" + GONE + "-1-9-1.dropoutlab"));
    assertThat(Autosave.left(places.recovery()).getFirst().read().experiment()).isEqualTo(frame.experiment());
    on.close();
    assertThat(kept()).isEmpty();
  }

  private long step(String name) {
    try {
      return RunFile.read(places.recovery().resolve(name)).step();
    } catch (dropoutlab.spec.ExperimentException beingReplaced) {
      return -1;
    }
  }
}

package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSets;
import dropoutlab.export.HistoryFile;
import dropoutlab.export.store.RunFile;
import dropoutlab.export.store.SavedRun;
import dropoutlab.export.store.View;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Pin;
import dropoutlab.spec.Presets;
import dropoutlab.train.TrainingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Runs as files. Oracle: the file, read by the store, and a session that trains without interruption.
@ExtendWith(ApplicationExtension.class)
class RunFilesTest {
  private static final List<Double> CHANGED = List.of(0.0, 0.6, 0.1);
  private static final String TITLE = Presets.load("two-moons").title();

  @TempDir Path folder;
  private OnFiles on;

  @Start void start(Stage stage) { on = new OnFiles(stage, LabWindow.places()); }

  @BeforeEach void pauses() {
    on.lab().awaitTraining();
    on.lab().await("some epochs", f -> f.progress().epoch() > 3);
    on.lab().pause();
  }

  @AfterEach void close() { on.close(); }

  private Path file(String name) { return folder.resolve(name); }

  private void openAnother(FxRobot robot) {
    robot.interact(() -> on.lab().model().editor().open(Presets.load("noisy-line")));
    on.lab().await("another", f -> f.experiment().title().equals(Presets.load("noisy-line").title()));
  }

  @Test void runIsSavedAndGoesOnWithTheBitsOfOneThatWasNeverInterrupted(FxRobot robot) {
    robot.interact(() -> on.lab().model().editor().setDropRates(CHANGED));
    robot.interact(() -> on.lab().model().run().step());
    Frame before = on.lab().await("the rates", f -> f.dropRates().equals(CHANGED));
    on.save(robot, file("moons.dropoutlab"));
    openAnother(robot);
    on.open(robot, file("moons.dropoutlab"));
    Frame after = on.lab().await("the saved run", f -> f.experiment().equals(before.experiment()));
    assertThat(after.progress()).isEqualTo(before.progress());
    assertThat(after.weights()).isEqualTo(before.weights());
    assertThat(HistoryFile.text(after.history(), true)).isEqualTo(HistoryFile.text(before.history(), true));
    assertThat(after.state()).isInstanceOf(RunState.Paused.class);
    assertThat(on.title()).isEqualTo("moons.dropoutlab – Dropout Lab");
    robot.interact(() -> on.lab().model().run().step());
    long step = before.progress().step() + 1;
    Frame next = on.lab().await("a step", f -> f.progress().step() == step);
    TrainingSession alone = new TrainingSession(before.experiment(), DataSets.load(before.experiment(), Path.of("")));
    alone.trainTo(step, Phase.UPDATE);
    assertThat(next.weights()).isEqualTo(alone.weights());
  }

  @Test void maskThatWasShownBetweenHalfStepsIsShownAgain(FxRobot robot) {
    robot.interact(() -> on.lab().model().run().halfStep());
    robot.interact(() -> on.lab().model().run().halfStep());
    Frame before = on.lab().await("a mask", f -> f.progress().phase() == Phase.MASK);
    on.save(robot, file("mask.dropoutlab"));
    openAnother(robot);
    on.open(robot, file("mask.dropoutlab"));
    Frame after = on.lab().await("the saved run", f -> f.experiment().equals(before.experiment()));
    assertThat(after.progress().phase()).isEqualTo(Phase.MASK);
    for (int layer = 0; layer < before.network().layers().size(); layer++)
      assertThat(after.network().layers().get(layer).mask()).isEqualTo(before.network().layers().get(layer).mask());
  }

  @Test void titleTellsOfUnsavedWorkUntilItIsTakenBack(FxRobot robot) {
    on.awaitTitle(TITLE + " – Dropout Lab");
    robot.interact(() -> on.lab().model().editor().setDropRates(CHANGED));
    on.awaitTitle("• " + TITLE + " (not saved) – Dropout Lab");
    robot.interact(() -> on.lab().model().editor().undo());
    on.awaitTitle(TITLE + " – Dropout Lab");
    robot.interact(() -> on.lab().model().pin(null, 1, 3, Pin.RANDOM, Pin.DROPPED));
    on.awaitUnsaved(true);
    robot.interact(() -> on.lab().model().editor().undo());
    on.awaitUnsaved(false);
    robot.interact(() -> on.lab().model().editor().change(e -> e.withSeed(12)));
    on.awaitUnsaved(true);
    robot.interact(() -> on.lab().model().editor().undo());
    on.awaitUnsaved(false);
  }

  @Test void trainingBeyondTheFileIsUnsaved(FxRobot robot) {
    on.save(robot, file("moons"));
    on.awaitTitle("moons.dropoutlab – Dropout Lab");
    robot.interact(() -> on.lab().model().run().step());
    on.awaitTitle("• moons.dropoutlab (not saved) – Dropout Lab");
    OnFiles.control(robot, KeyCode.S);
    on.awaitUnsaved(false);
    assertThat(on.asked).isEmpty();
    assertThat(RunFile.read(file("moons.dropoutlab")).step()).isEqualTo(on.lab().latest().progress().step());
  }

  @Test void firstSavingAsksForANameAndAnotherKeyAsksAgain(FxRobot robot) {
    OnFiles.control(robot, KeyCode.S);
    assertThat(on.asked).containsExactly("dropout-helps-few-noisy-moons.dropoutlab");
    assertThat(on.document().file()).isEmpty();
    on.chosen = file("a.dropoutlab");
    OnFiles.control(robot, KeyCode.S);
    on.lab().until("saved", () -> on.document().file().isPresent());
    on.chosen = file("b");
    OnFiles.control(robot, KeyCode.SHIFT, KeyCode.S);
    on.lab().until("saved as", () -> on.document().file().equals(Optional.of(file("b.dropoutlab"))));
    assertThat(on.asked).hasSize(3).last().isEqualTo("a.dropoutlab");
    assertThat(RunFile.read(file("a.dropoutlab"))).isEqualTo(RunFile.read(file("b.dropoutlab")));
    assertThat(on.files().settings().get().recent()).containsExactly(file("b.dropoutlab").toString(), file("a.dropoutlab").toString());
    on.chosen = file("a.dropoutlab");
    OnFiles.control(robot, KeyCode.O);
    on.awaitTitle("a.dropoutlab – Dropout Lab");
    assertThat(on.asked).last().isEqualTo("open in " + folder);
  }

  @Test void fileThatIsGoneIsToldAndForgotten(FxRobot robot) throws IOException {
    on.save(robot, file("moons.dropoutlab"));
    Files.delete(file("moons.dropoutlab"));
    long run = on.lab().latest().run();
    on.open(robot, file("moons.dropoutlab"));
    on.awaitTold(file("moons.dropoutlab") + " is no longer there.");
    on.lab().until("forgotten", () -> on.files().settings().get().recent().isEmpty());
    assertThat(on.lab().latest().run()).isEqualTo(run);
  }

  @Test void folderThatIsNotThereIsToldInASentence(FxRobot robot) {
    robot.interact(() -> on.document().save(file("none").resolve("a.dropoutlab"), () -> {}));
    on.awaitTold(file("none").resolve("a.dropoutlab") + " could not be written: the folder is not there.");
  }

  @Test void damagedFilesAndThoseOfNewerVersionsChangeNothing(FxRobot robot) throws IOException {
    on.save(robot, file("good.dropoutlab"));
    byte[] good = Files.readAllBytes(file("good.dropoutlab"));
    openAnother(robot);
    on.lab().pause();
    long run = on.lab().latest().run();
    String title = on.title();
    Files.write(file("cut.dropoutlab"), Arrays.copyOf(good, good.length / 2));
    Files.writeString(file("text.dropoutlab"), "hello");
    for (String name : List.of("cut.dropoutlab", "text.dropoutlab")) {
      robot.interact(() -> on.lab().model().editor().dismissProblem());
      on.open(robot, file(name));
      on.lab().until("a sentence", () -> on.lab().model().editor().problem().get().contains(name));
      assertThat(on.told()).endsWith(".").doesNotContain("Exception");
    }
    assertThat(on.lab().latest().run()).isEqualTo(run);
    assertThat(on.title()).isEqualTo(title);
  }

  @Test void longTrainingCanBeStoppedAndLeavesTheWindowAsItWas(FxRobot robot) throws IOException {
    SavedRun light = new SavedRun(on.lab().model().experiment().get(), 4_000_000, Phase.UPDATE, SavedRun.State.PAUSED, Optional.empty(), "",
        View.of("variants"));
    RunFile.write(file("long.dropoutlab"), light);
    long run = on.lab().latest().run();
    on.open(robot, file("long.dropoutlab"));
    on.awaitShown("workStop");
    on.fire(robot, "workStop");
    on.lab().until("it is gone", () -> !on.lab().window().lookup("#work").isVisible());
    assertThat(on.lab().latest().run()).isEqualTo(run);
    assertThat(on.lab().read(() -> on.lab().window().shown().get().id())).isEqualTo("train");
    assertThat(on.told()).isEmpty();
  }

  @Test void missingDataFileIsNamed(FxRobot robot) throws IOException {
    Path table = file("table.csv");
    Files.writeString(table, "a,b,kind\n" + "1,2,x\n2,1,y\n3,4,x\n4,3,y\n".repeat(20));
    robot.interact(() -> on.lab().model().editor().change(e -> e.withData(
        new DataSpec.Csv(table.toString(), "kind", null, .25, null))));
    on.lab().await("the table", f -> f.experiment().data() instanceof DataSpec.Csv && f.progress().step() >= 0);
    on.save(robot, file("table.dropoutlab"));
    Files.delete(table);
    openAnother(robot);
    on.open(robot, file("table.dropoutlab"));
    on.lab().until("a sentence", () -> on.lab().model().editor().problem().get().contains("table.csv"));
  }

  @Test void closingAsksOnceAndEachAnswerDoesWhatItSays(FxRobot robot) {
    robot.interact(() -> on.lab().model().editor().setDropRates(CHANGED));
    on.awaitUnsaved(true);
    on.requestClose(robot);
    on.awaitShown("closeQuestion");
    assertThat(on.lab().text("closeSentence")).isEqualTo("\"" + TITLE + "\" holds work that is not saved.");
    robot.type(KeyCode.ESCAPE);
    assertThat(on.isShown("closeQuestion")).isFalse();
    on.requestClose(robot);
    on.fire(robot, "closeCancel");
    assertThat(on.isShown("closeQuestion")).isFalse();
    assertThat(on.isOpen()).isTrue();
    on.requestClose(robot);
    on.fire(robot, "closeSave");
    assertThat(on.asked).hasSize(1);
    assertThat(on.isOpen()).isTrue();
    on.chosen = file("kept.dropoutlab");
    on.requestClose(robot);
    on.fire(robot, "closeSave");
    on.awaitClosed();
    assertThat(RunFile.read(file("kept.dropoutlab")).experiment().settingsAfter(Long.MAX_VALUE - 1).network().dropRates()).isEqualTo(CHANGED);
  }

  @Test void closingWithoutSavingAndASecondRequestClose(FxRobot robot) {
    robot.interact(() -> on.lab().model().editor().setDropRates(CHANGED));
    on.awaitUnsaved(true);
    on.requestClose(robot);
    on.awaitShown("closeQuestion");
    on.requestClose(robot);
    on.awaitClosed();
  }

  @Test void windowWithoutWorkClosesAtOnce(FxRobot robot) {
    on.requestClose(robot);
    on.awaitClosed();
  }
}

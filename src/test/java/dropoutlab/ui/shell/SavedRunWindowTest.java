package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSets;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.run.Saved;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.train.Together;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A run that was saved is opened in the window where something else trains. Oracle: a session that takes the same
/// steps.
@ExtendWith(ApplicationExtension.class)
class SavedRunWindowTest {
  private static final List<Double> CHANGED = List.of(0.0, 0.6, 0.1);

  private LabWindow lab;

  @Start void start(Stage stage) { lab = new LabWindow(stage); }

  @BeforeEach void trains() { lab.awaitTraining(); }

  @AfterEach void close() { lab.close(); }

  private Saved save() throws Exception {
    return lab.read(() -> lab.model().run().save()).get(60, TimeUnit.SECONDS);
  }

  @Test void itStandsWhereItWasWithItsRatesAndGoesOn(FxRobot robot) throws Exception {
    robot.interact(() -> lab.model().editor().setDropRates(CHANGED));
    lab.await("the rates", f -> f.dropRates().equals(CHANGED));
    lab.pause();
    Saved saved = save();
    robot.interact(() -> lab.model().editor().open(Presets.load("noisy-line")));
    lab.await("another trains", f -> f.experiment().title().equals(Presets.load("noisy-line").title()));
    robot.interact(() -> lab.model().open(saved.experiment(), saved.checkpoint()));
    Frame shown = lab.await("the saved run", f -> f.experiment().equals(saved.experiment()));
    assertThat(shown.state()).isInstanceOf(RunState.Paused.class);
    assertThat(shown.progress()).isEqualTo(saved.progress());
    assertThat(shown.weights()).isEqualTo(saved.frame().weights());
    Experiment settings = lab.read(() -> lab.model().experiment().get());
    assertThat(settings.network().dropRates()).isEqualTo(CHANGED);
    assertThat(settings.interventions()).isEmpty();
    robot.interact(() -> lab.model().run().step());
    Frame next = lab.await("a step", f -> f.progress().step() == saved.progress().step() + 1);
    TrainingSession alone = TrainingSession.resume(saved.experiment(),
        DataSets.load(saved.experiment(), Path.of("")), saved.checkpoint().without("goal"), Together.IN_TURN);
    alone.step();
    assertThat(next.weights()).isEqualTo(alone.weights());
  }

  @Test void aPastFrameLeavesWhatIsShown(FxRobot robot) throws Exception {
    lab.await("epochs", f -> f.progress().epoch() > 3);
    Frame past = lab.read(() -> lab.model().run().past(2)).get(60, TimeUnit.SECONDS);
    assertThat(past.scrubbed()).hasValue(2);
    assertThat(lab.latest().scrubbed()).isEmpty();
  }

  @Test void oneThatIsDamagedIsToldAndWhatRanGoesOn() throws Exception {
    Saved saved = save();
    Checkpoint damaged = new Checkpoint(saved.checkpoint().step() + 1, saved.checkpoint().tables(),
        saved.checkpoint().words());
    long run = lab.latest().run();
    Platform.runLater(() -> lab.model().open(saved.experiment(), damaged));
    lab.until("a sentence",
        () -> lab.model().editor().problem().get().startsWith("The saved training stands at step "));
    assertThat(lab.read(() -> lab.model().experiment().get()).title()).isEqualTo(saved.experiment().title());
    assertThat(lab.await("it goes on", f -> f.state() instanceof RunState.Running).run()).isEqualTo(run);
  }
}

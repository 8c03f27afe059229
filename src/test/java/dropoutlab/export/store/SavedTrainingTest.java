package dropoutlab.export.store;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.Together;
import dropoutlab.train.TrainingSession;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run that was saved goes on as if nothing had happened. Oracle: the same training without an interruption.
class SavedTrainingTest {
  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"two-moons", "concrete", "batch-norm", "gru", "early-stopping", "stochastic-depth", "mixup"})
  void whatWasSavedGoesOnWithTheSameBits(String preset) throws IOException {
    goesOn(Presets.load(preset));
  }

  @Test void anAutoencoderGoesOnWithTheSameBits() throws IOException {
    goesOn(ExperimentJson.read("""
        {"data": {"type": "autoencoder", "of": {"set": "digits", "training": 60}}, "network": {"hidden": [{"units": 20, "drop": 0.5}]},
         "training": {"augmentation": {"noise": 0.2}}}""", "x"));
  }

  private void goesOn(Experiment experiment) throws IOException {
    DataSet data = DataSets.load(experiment, Path.of(""));
    TrainingSession session = new TrainingSession(experiment, data);
    steps(session, 9);
    Path file = dir.resolve("run.dropoutlab");
    SavedRun saved = SavedRun.of(frame(session), session.checkpoint(), View.of("train"));
    RunFile.write(file, saved);
    SavedRun read = RunFile.read(file);
    assertThat(read).isEqualTo(saved);
    TrainingSession resumed =
        TrainingSession.resume(read.experiment(), data, read.checkpoint().orElseThrow(), Together.IN_TURN);
    steps(session, 14);
    steps(resumed, 14);
    assertThat(resumed.progress()).isEqualTo(session.progress());
    assertThat(resumed.weights()).isEqualTo(session.weights());
    assertThat(resumed.checkpoint()).isEqualTo(session.checkpoint());
  }

  private static Frame frame(TrainingSession session) {
    return new FrameBuilder(session).present(0, new RunState.Paused(), 1);
  }

  private static void steps(TrainingSession session, int steps) {
    for (int i = 0; i < steps; i++) session.step();
  }

  @Test void theLightFormIsTheSameRunTrainedAgain() throws IOException {
    Experiment experiment = Presets.load("two-moons");
    DataSet data = DataSets.load(experiment, Path.of(""));
    TrainingSession session = new TrainingSession(experiment, data);
    steps(session, 9);
    Path file = dir.resolve("light.dropoutlab");
    RunFile.write(file, SavedRun.light(frame(session), View.of("train")));
    SavedRun read = RunFile.read(file);
    TrainingSession again = new TrainingSession(read.experiment(), data);
    while (again.progress().step() < read.step()) again.step();
    assertThat(again.checkpoint()).isEqualTo(session.checkpoint());
  }
}

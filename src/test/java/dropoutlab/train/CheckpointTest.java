package dropoutlab.train;


import dropoutlab.data.DataSet;
import dropoutlab.frame.Checkpoint;
import dropoutlab.math.RandomStream;
import dropoutlab.run.SecondCore;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.Presets;
import dropoutlab.spec.ScheduleSpec;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A training that was saved at any step goes on, in a session of its own, with the same bits. Oracle: the session that
/// was never interrupted. The experiments of `src/test/resources/determinism` have every layer, method, optimiser and
/// loss; DeterminismTest sees to that.
class CheckpointTest {
  private static final int MOST_STEPS = 40;
  private static final SecondCore CORE = new SecondCore();

  @AfterAll static void close() { CORE.close(); }

  private static Stream<String> presets() { return Presets.names().stream(); }

  private static Stream<Path> determinism() throws URISyntaxException, IOException {
    try (var files = Files.list(Path.of(CheckpointTest.class.getResource("/determinism").toURI()))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetGoesOn(String preset) { goesOn(Presets.load(preset), 3); }

  @ParameterizedTest
  @MethodSource("determinism")
  void everyKindOfLayerGoesOn(Path file) throws IOException {
    goesOn(ExperimentJson.read(Files.readString(file), file.getFileName().toString()), 6);
  }

  /// With noise in the data too, and with mixed labels: everything that draws.
  @Test void everyOptimiserGoesOnWithEveryMethod() {
    Experiment small = Presets.load("two-moons");
    AugmentationSpec augmented = new AugmentationSpec(0.1, 0, 0, 0, 0.4);
    for (OptimiserSpec optimiser : OptimiserSpec.standard())
      for (DropoutSpec method : DropoutSpec.standard())
        goesOn(Sessions.with(small, method).with(e -> e.optimiser(optimiser)
            .training(small.training().withAugmentation(augmented).withEpochs(3).withBatch(30))), 2);
  }

  @Test void everyScheduleGoesOn() {
    Experiment small = Presets.load("two-moons");
    for (ScheduleSpec schedule : ScheduleSpec.standard())
      goesOn(small.withTraining(small.training().withSchedules(schedule, schedule, schedule)), 2);
  }

  /// Until its end, at which each network goes back to its best epoch.
  @Test void earlyStoppingGoesOn() {
    Experiment small = Presets.load("two-moons");
    Experiment early = Sessions.among(small).withTraining(small.training().with(t -> t.epochs(7).batch(25)
        .earlyStopping(new EarlyStoppingSpec(3))));
    goesOn(early, 9);
  }

  /// Past the planned epochs as well.
  @Test void networksBesideGoOn() { goesOn(Sessions.among(Presets.load("two-moons")).with(e -> e
      .training(Presets.load("two-moons").training().withEpochs(2).withBatch(16))), 9); }

  private static void goesOn(Experiment experiment, int places) {
    DataSet data = Sessions.data(experiment);
    TrainingSession straight = new TrainingSession(experiment, data);
    int steps = Math.min(MOST_STEPS, 2 * straight.progress().batches() + 3);
    Map<Integer, Checkpoint> saved = new TreeMap<>();
    RandomStream random = RandomStream.of(experiment.title().hashCode(), RandomStream.Purpose.DATA);
    List<Integer> when = IntStream.range(0, places).mapToObj(_ -> random.nextInt(steps)).toList();
    for (int step = 0; step < steps; step++) {
      if (when.contains(step)) saved.put(step, straight.checkpoint());
      straight.step();
    }
    saved.forEach((step, checkpoint) -> {
      Together cores = step % 2 == 0 ? CORE : Together.IN_TURN;
      TrainingSession resumed = TrainingSession.resume(experiment, data, checkpoint, cores);
      String as = experiment.title() + " from step " + step;
      Sessions.assertSame(resumed.checkpoint(), checkpoint, as);
      for (int left = step; left < steps; left++) resumed.step();
      Sessions.assertSame(resumed, straight, as);
    });
  }
}

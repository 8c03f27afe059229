package dropoutlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.frame.Curve;
import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.CellState;
import dropoutlab.frame.sweep.Outcome;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.sweep.folder.SegmentWriter;
import dropoutlab.train.TrainingSession;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sweeps that are trained here.
class LocalEngineTest {
  @TempDir Path dir;

  @Test void everyCellHoldsWhatATrainingOfItsExperimentComesTo() throws Exception {
    SweepTable table = Sweeps.trained(dir.resolve("a"), Sweeps.ofMoons(12, 3, "0", "0.2", "0.5"), 2).table();
    assertThat(table.values()).extracting(Cell::state).containsOnly(CellState.DONE);
    assertThat(table.values()).extracting(Cell::task).containsOnly(0);
    for (int point = 0; point < 3; point++)
      for (int seed = 0; seed < 3; seed++) {
        TrainingSession session = trained(table.sweep().experiment(point, table.sweep().seeds().at(seed)));
        assertThat((float) table.measured(point, seed, Measure.ERROR))
            .isEqualTo(session.history().last(Curve.VALIDATION_ERROR));
        assertThat((float) table.measured(point, seed, Measure.LOSS))
            .isEqualTo(session.history().last(Curve.VALIDATION));
        assertThat((float) table.measured(point, seed, Measure.TRAIN_ERROR))
            .isEqualTo(session.history().last(Curve.TRAIN_ERROR));
        assertThat((float) table.measured(point, seed, Measure.TRAIN_LOSS))
            .isEqualTo(session.history().last(Curve.TRAIN));
        assertThat(table.partner(point, seed)).containsSame(table.value(0, seed));
      }
  }

  /// Oracle: one thread, in the order of the plan.
  @Test void threadsShardsAndTheirOrderChangeNoByte() throws Exception {
    Sweep sweep = Sweeps.ofMoons(8, 5, "0.1", "0.3", "0.5").withRepeats(0.3);
    String alone = text(Sweeps.trained(dir.resolve("one"), sweep, 1), false);
    assertThat(text(Sweeps.trained(dir.resolve("three"), sweep, 3), false)).isEqualTo(alone);
    for (int tasks : new int[] {3, 9}) {
      SweepFolder shards = SweepFolder.create(dir.resolve("tasks" + tasks), sweep);
      for (int task = tasks - 1; task >= 0; task--)
        Sweeps.run(SweepFolder.open(shards.path()), new Shard(task, tasks), 1);
      assertThat(text(shards, false)).isEqualTo(alone);
      Summary summary = shards.summary();
      assertThat(summary.finished()).isTrue();
      assertThat(summary.runs()).isEqualTo(20);
      assertThat(lines(shards.path().resolve("results"))).isEqualTo(20);
      assertThat((long) lines(shards.path().resolve("repeats"))).isEqualTo(summary.repeated()).isPositive();
      assertThat(summary.repeatsDiffer()).isZero();
    }
  }

  @Test void tasksAreWholeSeedsUnlessThereAreMoreTasksThanSeeds() {
    for (int count : new int[] {1, 3, 7, 20})
      for (int block = 0; block < 7; block++) {
        int task = Shard.taskOf(1234567890123456789L, block, 7, count);
        assertThat(task).isBetween(0, count - 1);
        if (count <= 7) assertThat(Shard.taskOf(-42, block, 7, count)).isEqualTo(task);
        if (block > 0) assertThat(task).isGreaterThanOrEqualTo(Shard.taskOf(1234567890123456789L, block - 1, 7, count));
      }
  }

  /// The mean of the first k passes is worked out here pass by pass, of a training of its own.
  @Test void passesAreAskedOfOneTrainedNetwork() throws Exception {
    Axis passes = new Axis("passes", Axis.Scale.LOG, Stream.of("0", "1", "4", "16")
        .map(k -> new Point(k, List.of("passes=" + k))).toList());
    Sweep sweep = new Sweep("passes", Sweeps.moons(10), List.of(passes), new SeedRange(1, 2), new Pair.None(), 0,
        List.of(), "");
    SweepFolder folder = Sweeps.trained(dir.resolve("passes"), sweep, 2);
    SweepTable table = folder.table();
    assertThat(folder.summary().runs()).isEqualTo(2);
    assertThat(lines(folder.path().resolve("results"))).isEqualTo(2);
    for (int seed = 0; seed < 2; seed++) {
      TrainingSession session = trained(sweep.experiment(0, seed + 1));
      assertThat((float) table.measured(0, seed, Measure.ERROR))
          .isEqualTo(session.history().last(Curve.VALIDATION_ERROR));
      Examples examples = session.data().validation();
      for (int point = 1; point < 4; point++) {
        Predictor predictor =
            new Predictor(session.data().schema(), session.networkInForce(), session.weights(), seed + 1);
        Predictive mean = McDropout.predict(predictor, examples.x(), sweep.passes(point).orElseThrow(), false);
        int wrong = 0;
        for (int row = 0; row < examples.size(); row++)
          if ((mean.mean().at(row, 1) > mean.mean().at(row, 0) ? 1 : 0) != examples.label(row)) wrong++;
        assertThat((float) table.measured(point, seed, Measure.ERROR))
            .isEqualTo((float) (wrong / (double) examples.size()));
      }
    }
  }

  @Test void aLossThatIsNotFiniteIsAResult() throws Exception {
    Axis rate = new Axis("optimiser.learningRate", Axis.Scale.LOG, List.of(
        new Point("0.05", List.of("optimiser.type=sgd", "optimiser.learningRate=0.05")),
        new Point("1e6", List.of("optimiser.type=sgd", "optimiser.learningRate=1e6"))));
    Sweep sweep = new Sweep("rate", Sweeps.moons(10), List.of(rate), new SeedRange(1, 2), new Pair.None(), 0, List.of(),
        "");
    SweepFolder folder = Sweeps.trained(dir.resolve("rate"), sweep, 1);
    SweepTable table = folder.table();
    assertThat(table.value(1, 0).state()).isEqualTo(CellState.NOT_FINITE);
    assertThat(table.measured(1, 0, Measure.ERROR)).isInfinite();
    assertThat(table.value(0, 0).state()).isEqualTo(CellState.DONE);
    assertThat(folder.summary().notFinite()).isEqualTo(2);
    assertThat(folder.summary().finished()).isTrue();
    assertThat(text(folder, false)).contains("not-finite");
  }

  @Test void earlyStoppingKeepsTheMeasuresOfItsBestEpoch() throws Exception {
    Sweep sweep = Sweeps.ofMoons(60, 1, "0.5");
    sweep = sweep.withExperiment(ExperimentJson.with(sweep.experiment(), List.of("training.earlyStopping.patience=3")))
        .withPair(new Pair.None());
    SweepTable table = Sweeps.trained(dir.resolve("early"), sweep, 1).table();
    TrainingSession session = trained(sweep.experiment(0, 1));
    int best = session.history().lowestRow(Curve.VALIDATION);
    assertThat(session.finished()).isTrue();
    assertThat((float) table.measured(0, 0, Measure.ERROR))
        .isEqualTo(session.history().value(Curve.VALIDATION_ERROR, best));
    assertThat(table.measured(0, 0, Measure.ERROR)).isEqualTo(table.measured(0, 0, Measure.BEST_ERROR));
    assertThat(table.value(0, 0).outcome().orElseThrow().epoch()).isLessThan(60);
  }

  @Test void stoppedAndStartedAgainTrainsOnlyWhatIsMissing() throws Exception {
    Sweep sweep = Sweeps.ofMoons(40, 20, "0", "0.4").withRepeats(0);
    SweepFolder folder = SweepFolder.create(dir.resolve("stopped"), sweep);
    try (LocalEngine engine = new LocalEngine(folder, Shard.ALL, 2)) {
      engine.start();
      while (folder.summary().results() < 3) Thread.onSpinWait();
      engine.stop();
      engine.join();
      assertThat(engine.state().phase()).isEqualTo(SweepEngine.Phase.IDLE);
    }
    Summary between = folder.summary();
    assertThat(between.results()).isBetween(3L, 39L);
    assertThat(between.running() + between.lost() + between.failed()).isZero();
    assertThat(Sweeps.run(folder, 2).state().phase()).isEqualTo(SweepEngine.Phase.FINISHED);
    assertThat(folder.summary().finished()).isTrue();
    assertThat(lines(folder.path().resolve("results"))).isEqualTo(40);
  }

  @Test void heldLetsWhatRunsFinishAndGoesOnWhenStartedWhileItIsBeingHeld() throws Exception {
    SweepFolder folder = SweepFolder.create(dir.resolve("held"), Sweeps.ofMoons(60, 10, "0", "0.4").withRepeats(0));
    try (LocalEngine engine = new LocalEngine(folder, Shard.ALL, 1)) {
      engine.start();
      while (folder.summary().running() == 0) Thread.onSpinWait();
      engine.hold();
      engine.join();
      assertThat(engine.state().phase()).isEqualTo(SweepEngine.Phase.IDLE);
      long between = folder.summary().results();
      assertThat(between).isBetween(1L, 19L);
      engine.start();
      while (folder.summary().results() == between) Thread.onSpinWait();
      engine.hold();
      engine.start();
      engine.join();
      assertThat(engine.state().phase()).isEqualTo(SweepEngine.Phase.FINISHED);
    }
    assertThat(folder.summary().finished()).isTrue();
    assertThat(lines(folder.path().resolve("results"))).isEqualTo(20);
  }

  @Test void moreSeedsAndAConfirmationKeepWhatIsThere() throws Exception {
    SweepFolder folder = Sweeps.trained(dir.resolve("more"), Sweeps.ofMoons(6, 3, "0", "0.5").withRepeats(0), 2);
    String before = text(folder, true);
    SweepFolder more = folder.withSeeds(new SeedRange(1, 5)).confirming(1, new SeedRange(11, 13));
    assertThat(more.summary().runs()).isEqualTo(16);
    assertThat(more.summary().results()).isEqualTo(6);
    Sweeps.run(more, 2);
    SweepTable table = SweepFolder.open(more.path()).table();
    assertThat(text(more, true)).startsWith(before);
    SweepTable again = table.confirmations().getFirst();
    TrainingSession session = trained(again.sweep().experiment(0, 12));
    assertThat((float) again.measured(0, 1, Measure.ERROR)).isEqualTo(session.history().last(Curve.VALIDATION_ERROR));
    assertThat(again.partner(0, 1).orElseThrow().outcome()).isPresent();
    assertThatThrownBy(() -> more.withSeeds(new SeedRange(2, 5))).hasMessageContaining("Seeds can only be added");
    assertThatThrownBy(() -> more.confirming(1, new SeedRange(5, 6))).hasMessageContaining("already in the plan");
  }

  @Test void theTrialOfAnEstimateIsKept() throws Exception {
    Sweep sweep = Sweeps.ofMoons(6, 4, "0", "0.5").withRepeats(0);
    SweepFolder folder = SweepFolder.create(dir.resolve("estimate"), sweep);
    Estimate estimate = Estimate.of(folder, ProgressMonitor.NOBODY);
    assertThat(estimate.trials()).isEqualTo(3);
    assertThat(estimate.runs()).isEqualTo(8);
    assertThat(estimate.secondsEach()).isPositive();
    assertThat(estimate.bytes()).isPositive();
    assertThat(folder.summary().results()).isEqualTo(3);
    assertThat(Estimate.of(folder, ProgressMonitor.NOBODY)).isEqualTo(estimate);
    assertThat(lines(folder.path().resolve("results"))).isEqualTo(3);
  }

  @Test void verifyingTellsTheRunThatDiffersAndBothValues() throws Exception {
    SweepFolder folder = Sweeps.trained(dir.resolve("verify"), Sweeps.ofMoons(6, 2, "0", "0.5").withRepeats(0), 1);
    assertThat(Verification.of(folder, 1, 2, ProgressMonitor.NOBODY)).isEqualTo(new Verification(4, 4, List.of()));
    Outcome right = folder.table().value(1, 1).outcome().orElseThrow();
    Path segment = folder.path().resolve("results/t00-a9.jsonl");
    Outcome wrong = new Outcome(right.run(), true, right.epoch(), Map.of(Measure.ERROR, 0.75), Map.of(),
        right.weights(), 1, "c07");
    SweepFolder other = SweepFolder.create(dir.resolve("other"), folder.sweep());
    Files.createDirectories(other.path().resolve("results"));
    try (SegmentWriter writer = new SegmentWriter(other.path().resolve("results").resolve(segment.getFileName()))) {
      writer.add(wrong);
    }
    Sweeps.run(other, 1);
    Verification found = Verification.of(other, 1, 1, ProgressMonitor.NOBODY);
    assertThat(found.differing()).hasSize(1);
    assertThat(found.differing().getFirst().recorded()).isEqualTo(wrong);
    assertThat(found.differing().getFirst().repeated().sameAs(right)).isTrue();
    assertThat(found.differing().getFirst().point()).isEqualTo(1);
    assertThat(other.table().value(1, 1).contradicted()).isTrue();
    assertThat(other.summary().repeatsDiffer()).isEqualTo(1);
    assertThat(other.troubles()).singleElement().asString().contains("c07", right.run().toString());
  }

  @Test void aFailureStopsNothingAndIsTriedTwice() throws Exception {
    Path table = dir.resolve("table.csv");
    Files.writeString(table, "a,b\n" + "1,2\n2,3\n3,5\n4,4\n5,7\n6,6\n7,9\n8,8\n");
    Experiment of = ExperimentJson.ofData("table", Map.of("type", "csv", "path", table.toString(), "target", "b"));
    Sweep sweep = new Sweep("table", ExperimentJson.with(of, List.of("training.epochs=2")),
        List.of(Sweeps.drop("0", "0.5")),
        new SeedRange(1, 2), new Pair.Twin(), 0, List.of(), "");
    SweepFolder folder = SweepFolder.create(dir.resolve("failing"), sweep);
    String before = Files.readString(table);
    Files.writeString(table, before + "9,9\n");
    Sweeps.run(folder, 1);
    SweepTable failing = folder.table();
    assertThat(failing.values()).extracting(Cell::state).containsOnly(CellState.FAILED);
    assertThat(failing.value(0, 0).cause()).contains("data files of this run have changed");
    assertThat(folder.summary().failed()).isEqualTo(4);
    Files.writeString(table, before);
    Sweeps.run(folder, 1);
    assertThat(folder.summary().failed()).as("failed twice in the same way").isEqualTo(4);
    LocalEngine engine = new LocalEngine(folder, Shard.ALL, 1);
    engine.ask(failing.value(0, 0).run());
    engine.join();
    assertThat(folder.summary().done()).isEqualTo(1);
    assertThat(folder.summary().failed()).isEqualTo(3);
  }

  private static int lines(Path results) throws Exception {
    int lines = 0;
    try (Stream<Path> files = Files.list(results)) {
      for (Path each : files.toList()) lines += Files.readAllLines(each).size();
    }
    return lines;
  }

  private static String text(SweepFolder folder, boolean times) throws Exception {
    StringWriter text = new StringWriter();
    ResultsFile.write(folder, text, times);
    return text.toString();
  }

  private static TrainingSession trained(Experiment experiment) {
    TrainingSession session = new TrainingSession(experiment, DataSets.load(experiment, Path.of("")));
    while (!session.finished() && session.progress().epoch() < experiment.training().epochs()) session.step();
    return session;
  }
}

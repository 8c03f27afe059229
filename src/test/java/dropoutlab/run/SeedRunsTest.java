package dropoutlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.frame.Metric;
import dropoutlab.frame.Replicate;
import dropoutlab.frame.Replicates.Pair;
import dropoutlab.frame.Replicates.Role;
import dropoutlab.frame.Replicates;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.train.Together;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// Oracle: a session of its own for each seed, as `train` makes it.
class SeedRunsTest {
  private static final String BAD = "\"optimiser\": {\"type\": \"sgd\", \"learningRate\": 1e30}";
  private static final String B = ", \"beside\": [{\"name\": \"Gaussian\", \"network\": {\"hidden\": "
      + "[{\"units\": 6, \"drop\": 0.3, \"method\": {\"type\": \"gaussian\"}}]}%s}]";

  private static Experiment experiment(String set, String training, String more) {
    return ExperimentJson.read("""
        {"data": {"set": "%s", "training": 40, "validation": 30}, "seed": 99,
         "network": {"hidden": [{"units": 6, "activation": "relu", "drop": 0.3}]},
         "training": {"epochs": 8, "batch": 16%s}%s}""".formatted(set, training, more), "seeds.json");
  }

  private static Experiment two() { return experiment("two-moons", "", B.formatted("")); }

  private static DataSet load(Experiment experiment) { return DataSets.load(experiment, Path.of("")); }

  private static List<Replicate> train(Experiment experiment, long first, int seeds) {
    List<Replicate> found = new ArrayList<>();
    new SeedRuns(experiment, SeedRunsTest::load, Together.IN_TURN).train(first, seeds, ProgressMonitor.NOBODY, found::add);
    return found;
  }

  private static TrainingSession alone(Experiment experiment, long seed) {
    Experiment seeded = experiment.withSeed(seed);
    TrainingSession session = new TrainingSession(seeded, load(seeded));
    while (!session.finished() && session.progress().epoch() < seeded.training().epochs()) session.step();
    return session;
  }

  private static void requireSame(Replicate.Score score, History history, int row) {
    assertThat(score.loss()).isEqualTo(history.value(new Curve(score.network(), Metric.VALIDATION), row));
    assertThat(score.error()).isEqualTo(history.value(new Curve(score.network(), Metric.VALIDATION_ERROR), row));
  }

  @Test void eachSeedIsTheTrainingWithThatSeedToTheBit() {
    List<Replicate> found = train(two(), 3, 3);
    assertThat(found).extracting(Replicate::seed).containsExactly(3L, 4L, 5L);
    for (Replicate each : found) {
      History history = alone(two(), each.seed()).history();
      assertThat(each.scores()).extracting(Replicate.Score::network).containsExactly("network", "Gaussian", "twin");
      for (Replicate.Score score : each.scores()) requireSame(score, history, history.size() - 1);
    }
  }

  @Test void underEarlyStoppingTheBestEpochOfEachNetworkCounts() {
    Experiment early = experiment("two-moons", ", \"earlyStopping\": {\"patience\": 2}", B.formatted(""));
    Replicate found = train(early.withTraining(early.training().withEpochs(60)), 1, 1).getFirst();
    History history = alone(early.withTraining(early.training().withEpochs(60)), 1).history();
    for (Replicate.Score score : found.scores())
      requireSame(score, history, history.lowestRow(new Curve(score.network(), Metric.VALIDATION)));
    assertThat(found.of("network").loss()).isNotEqualTo(history.last(Curve.VALIDATION));
  }

  @Test void regressionHasTheErrorInTheTargetsUnit() {
    Experiment line = experiment("noisy-line", "", "");
    History history = alone(line, 1).history();
    requireSame(train(line, 1, 1).getFirst().of("network"), history, history.size() - 1);
  }

  @Test void whatIsFinishedIsKeptAndTheNextSeedsGoOn() {
    List<Double> shares = new ArrayList<>();
    ProgressMonitor watch = new ProgressMonitor() {
      // 40 examples in batches of 16: 3 steps an epoch, 24 a seed.
      @Override public boolean abandoned() { return shares.size() >= 30; }

      @Override public void done(double share) { shares.add(share); }
    };
    List<Replicate> found = new ArrayList<>();
    SeedRuns runs = new SeedRuns(two(), SeedRunsTest::load, Together.IN_TURN);
    assertThatThrownBy(() -> runs.train(1, 3, watch, found::add)).isInstanceOf(CancellationException.class);
    assertThat(found).hasSize(1);
    assertThat(shares).isSorted();
    assertThat(shares.get(23)).isCloseTo(1 / 3.0, within(1e-12));
    runs.train(2, 2, ProgressMonitor.NOBODY, found::add);
    assertThat(found).isEqualTo(train(two(), 1, 3));
  }

  @Test void withoutANetworkBesideThereIsOnlyNone() {
    Replicates names = SeedRuns.ready(experiment("two-moons", ", \"twin\": false", ""));
    assertThat(names.roles()).containsExactly(Role.A, Role.NONE);
    assertThat(names.pairs()).containsExactly(new Pair(Role.A, Role.NONE));
    assertThat(train(experiment("two-moons", ", \"twin\": false", ""), 1, 1).getFirst().scores()).hasSize(2);
  }

  @Test void aNetworkThatIsTheTwinItselfIsNotTrainedTwice() {
    String plain = "{\"name\": \"plain\", \"network\": {\"hidden\": [{\"units\": 6, \"activation\": \"relu\"}]}";
    Replicates same = SeedRuns.ready(experiment("two-moons", "", ", \"beside\": [" + plain + "}]"));
    assertThat(same.roles()).containsExactly(Role.A, Role.B);
    Replicates decayed = SeedRuns.ready(experiment("two-moons", "", ", \"beside\": [" + plain
        + ", \"regulariser\": {\"l2\": 0.01}}]"));
    assertThat(decayed.roles()).containsExactly(Role.A, Role.B, Role.NONE);
    assertThat(SeedRuns.ready(two().withNetwork(two().network().withoutDropout())).none()).isEmpty();
    assertThat(SeedRuns.ready(two()).pairs()).containsExactly(new Pair(Role.A, Role.B), new Pair(Role.A, Role.NONE),
        new Pair(Role.B, Role.NONE));
  }

  /// The twin of a network with a penalty has the penalty: it is no measure for it.
  @Test void aMethodBesideDropoutIsComparedWithANetworkWithoutAny() {
    Experiment decayed = experiment("two-moons", "", ", \"regulariser\": {\"l2\": 0.1}" + B.formatted(", \"regulariser\": {\"l2\": 0}"));
    Experiment penalty = decayed.withNetwork(decayed.network().withoutDropout());
    Replicates names = SeedRuns.ready(penalty);
    assertThat(names.roles()).containsExactly(Role.A, Role.B, Role.NONE);
    Replicate found = train(penalty, 1, 1).getFirst();
    Experiment plain = penalty.withRegulariser(RegulariserSpec.OFF).withBeside(List.of());
    requireSame(found.of(names.none().orElseThrow()), penalty, plain);
    assertThat(SeedRuns.ready(plain.with(e -> e.regulariser(penalty.regulariser())
        .beside(List.of(Beside.of("plain", plain.network(), plain))))).none()).as("B is that network").isEmpty();
  }

  private static void requireSame(Replicate.Score score, Experiment compared, Experiment alone) {
    History history = alone(alone, 1).history();
    assertThat(score.loss()).isEqualTo(history.value(Curve.VALIDATION, history.size() - 1)).isNotNaN();
    assertThat(score.loss()).isNotEqualTo(train(compared, 1, 1).getFirst().of("network").loss());
  }

  /// A network beside changes no bit of the others, and so what stays is known from a run without the one that fails.
  @Test void aNetworkThatFailsStopsAloneWhicheverItIs() {
    Replicate good = train(two(), 1, 1).getFirst();
    Replicate badB = train(experiment("two-moons", "", B.formatted(", " + BAD)), 1, 1).getFirst();
    assertThat(badB.of("Gaussian").isFinite()).isFalse();
    assertThat(badB.of("network")).isEqualTo(good.of("network"));
    assertThat(badB.of("twin")).isEqualTo(good.of("twin"));
    String adam = ", \"optimiser\": {\"type\": \"adam\"}";
    Replicate healthy = train(experiment("two-moons", "", adam + B.formatted("")), 1, 1).getFirst();
    Replicate badA = train(experiment("two-moons", "", ", " + BAD + B.formatted(adam)), 1, 1).getFirst();
    assertThat(badA.of("network").isFinite()).isFalse();
    assertThat(badA.of("twin").isFinite()).isFalse();
    assertThat(badA.of("Gaussian")).isEqualTo(healthy.of("Gaussian"));
  }

  @Test void whereAllFailNothingIsANumber() {
    Replicate bad = train(experiment("two-moons", "", ", " + BAD + B.formatted("")), 1, 1).getFirst();
    assertThat(bad.scores()).noneMatch(Replicate.Score::isFinite).allMatch(score -> Double.isNaN(score.error()));
  }

  /// A stops in its first epoch, B learns on until its own loss has not fallen for two epochs.
  @Test void underEarlyStoppingTheNextNetworkDecidesOnceAHasStopped() {
    Experiment early = experiment("two-moons", ", \"earlyStopping\": {\"patience\": 2}", ", " + BAD
        + B.formatted(", \"optimiser\": {\"type\": \"adam\", \"learningRate\": 0.02}"));
    Replicate found = train(early.withTraining(early.training().withEpochs(60)), 1, 1).getFirst();
    Experiment alone = experiment("two-moons", ", \"earlyStopping\": {\"patience\": 1000}",
        ", \"optimiser\": {\"type\": \"adam\", \"learningRate\": 0.02}" + B.formatted(""));
    History whole = alone(alone.withTraining(alone.training().withEpochs(60)), 1).history();
    Curve loss = new Curve("Gaussian", Metric.VALIDATION);
    int stop = 0, best = 0;
    while (stop < 60 && stop - best < 2) if (whole.value(loss, ++stop) < whole.value(loss, best)) best = stop;
    assertThat(found.of("Gaussian").loss()).isEqualTo(whole.value(loss, best));
  }

  @Test void otherNetworksAndChangesWhileTrainingAreLeftOut() {
    Experiment changed = ExperimentJson.read("""
        {"data": {"set": "two-moons", "training": 40, "validation": 30}, "seed": 99,
         "network": {"hidden": [{"units": 6, "activation": "relu", "drop": 0.3}]},
         "training": {"epochs": 8, "batch": 16},
         "beside": [{"name": "Gaussian", "network": {"hidden": [{"units": 6, "drop": 0.3, "method": {"type": "gaussian"}}]}},
                    {"name": "third"}],
         "interventions": [{"type": "drop-rates", "step": 2, "p": [0, 0.8], "network": "third"},
                           {"type": "drop-rates", "step": 3, "p": [0, 0.7]}]}""", "changed.json");
    assertThat(train(changed, 1, 1)).isEqualTo(train(two(), 1, 1));
    assertThat(SeedRuns.ready(changed).b()).isEqualTo(Optional.of("Gaussian"));
  }

  @Test void dataOfWhichNothingIsHeldOutAreRefused() {
    Experiment all = ExperimentJson.read("{\"data\": {\"type\": \"text\", \"validationShare\": 0}}", "text.json");
    assertThatThrownBy(() -> SeedRuns.ready(all)).hasMessageStartingWith("Nothing is held out");
    assertThatThrownBy(() -> train(two(), 1, 0)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> train(two(), (1L << 53) - 2, 3)).hasMessageStartingWith("The last seed");
  }
}

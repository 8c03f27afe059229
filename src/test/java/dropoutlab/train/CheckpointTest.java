package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.NetworkState;
import dropoutlab.frame.NetworkView;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Rates;
import dropoutlab.frame.RunState;
import dropoutlab.math.RandomStream;
import dropoutlab.nn.state.RestoredState;
import dropoutlab.nn.state.SavedState;
import dropoutlab.run.SecondCore;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.Pin;
import dropoutlab.spec.Presets;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.ScheduleSpec;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
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
        goesOn(with(small, method).with(e -> e.optimiser(optimiser)
            .training(small.training().withAugmentation(augmented).withEpochs(3).withBatch(30))), 2);
  }

  private static Experiment with(Experiment experiment, DropoutSpec method) {
    return experiment.withNetwork(experiment.network().withHidden(
        experiment.network().hidden().stream().map(layer -> layer.with(l -> l.method(method).drop(0.25))).toList()));
  }

  @Test void everyScheduleGoesOn() {
    Experiment small = Presets.load("two-moons");
    for (ScheduleSpec schedule : ScheduleSpec.standard())
      goesOn(small.withTraining(small.training().withSchedules(schedule, schedule, schedule)), 2);
  }

  /// Until its end, at which each network goes back to its best epoch.
  @Test void earlyStoppingGoesOn() {
    Experiment small = Presets.load("two-moons");
    Experiment early = among(small).withTraining(small.training().with(t -> t.epochs(7).batch(25)
        .earlyStopping(new EarlyStoppingSpec(3))));
    goesOn(early, 9);
  }

  /// One beside learns from other batches, and one fails at its first step.
  private static Experiment among(Experiment experiment) {
    return experiment.withBeside(List.of(
        Beside.of("noisy", with(experiment, new DropoutSpec.Gaussian()).network(), experiment).with(b -> b
            .augmentation(new AugmentationSpec(0.2, 0, 0, 0, 0))),
        Beside.of("bad", experiment.network(), experiment).with(b -> b
            .optimiser(new OptimiserSpec.Sgd(1e30)).regulariser(RegulariserSpec.OFF))));
  }

  /// Past the planned epochs as well.
  @Test void networksBesideGoOn() { goesOn(among(Presets.load("two-moons")).with(e -> e
      .training(Presets.load("two-moons").training().withEpochs(2).withBatch(16))), 9); }

  private static DataSet data(Experiment experiment) { return DataSets.load(experiment, Path.of("")); }

  private static void goesOn(Experiment experiment, int places) {
    DataSet data = data(experiment);
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
      TrainingSession resumed = TrainingSession.resume(experiment, data, checkpoint, step % 2 == 0 ? CORE : Together.IN_TURN);
      String as = experiment.title() + " from step " + step;
      assertSame(resumed.checkpoint(), checkpoint, as);
      for (int left = step; left < steps; left++) resumed.step();
      assertSame(resumed, straight, as);
    });
  }

  /// Everything that a frame shows, and everything that is remembered.
  private static void assertSame(TrainingSession actual, TrainingSession expected, String as) {
    assertThat(actual.experiment()).as(as).isEqualTo(expected.experiment());
    assertThat(bits(actual.history())).as(as).isEqualTo(bits(expected.history()));
    assertThat(actual.history().bestEpoch()).as(as).isEqualTo(expected.history().bestEpoch());
    Frame frame = frame(actual), shown = frame(expected);
    assertThat(frame.progress()).as(as).isEqualTo(shown.progress());
    for (int i = 0; i < shown.networks().size(); i++) {
      NetworkState one = frame.networks().get(i), other = shown.networks().get(i);
      assertThat(one.weights()).as(as).isEqualTo(other.weights());
      assertThat(one.inForce()).as(as).isEqualTo(other.inForce());
      assertThat(one.failure()).as(as).isEqualTo(other.failure());
      assertThat(bits(one.rates())).as(as).isEqualTo(bits(other.rates()));
      // What takes no more steps shows the weights that are left, and not the last pass.
      if (one.failure().isEmpty() && !expected.finished())
        assertThat(one.view().map(CheckpointTest::computed)).as(as).isEqualTo(other.view().map(CheckpointTest::computed));
    }
    assertSame(actual.checkpoint(), expected.checkpoint(), as);
  }

  /// A block that the last step skipped shows inside what an earlier step computed.
  private static NetworkView computed(NetworkView view) {
    return new NetworkView(view.body().stream().map(CheckpointTest::computed).toList(), view.layers(), view.targets(),
        view.fed(), view.examples());
  }

  private static LayerView computed(LayerView view) {
    if (!(view instanceof LayerView.Block block) || block.kept().isEmpty()) return view;
    List<LayerView> inside = block.kept().max() == 0 ? List.of() : block.inside().stream().map(CheckpointTest::computed).toList();
    return new LayerView.Block(block.kind(), block.p(), block.kept(), inside, block.branch(), block.values());
  }

  private static void assertSame(Checkpoint actual, Checkpoint expected, String as) {
    assertThat(actual.step()).as(as).isEqualTo(expected.step());
    assertThat(actual.words()).as(as).isEqualTo(expected.words());
    assertThat(actual.tables()).as(as).isEqualTo(expected.tables());
  }

  private static Frame frame(TrainingSession session) {
    return new FrameBuilder(session).present(1, new RunState.Paused(), 0);
  }

  private static List<Integer> bits(History history) {
    List<Integer> bits = new ArrayList<>();
    for (int row = 0; row < history.size(); row++) {
      bits.add(history.epoch(row));
      for (int c = 0; c < history.curves().size(); c++) bits.add(Float.floatToRawIntBits(history.value(c, row)));
    }
    return bits;
  }

  private static List<Integer> bits(Rates rates) {
    List<Integer> bits = new ArrayList<>();
    for (int row = 0; row < rates.size(); row++)
      for (int i = 0; i < rates.count(); i++) bits.add(Float.floatToRawIntBits(rates.p(i, row)));
    return bits;
  }

  /// In each phase of a step; a rate is changed within the step.
  @Test void halfStepsAreTakenAgain() {
    Experiment experiment = among(Presets.load("two-moons"));
    DataSet data = data(experiment);
    for (Phase phase : Phase.values()) {
      TrainingSession straight = new TrainingSession(experiment, data);
      assertThat(straight.trainTo(3, phase)).isTrue();
      straight.intervene(new Intervention.SetDropRates(0, List.of(0.1, 0.6, 0.2)));
      TrainingSession resumed = TrainingSession.resume(straight.experiment(), data, straight.checkpoint(), CORE);
      if (phase != Phase.UPDATE) assertSame(resumed, straight, phase + " at once");
      assertThat(frame(resumed).progress()).isEqualTo(frame(straight).progress());
      for (int i = 0; i < 6; i++) {
        straight.halfStep();
        resumed.halfStep();
        assertSame(resumed, straight, phase + " and " + i);
      }
    }
  }

  @Test void aTrainingGoesToAnyPhaseOfAnyStep() {
    Experiment experiment = Presets.load("two-moons");
    TrainingSession session = new TrainingSession(experiment, data(experiment));
    assertThat(session.trainTo(5, Phase.MASK)).isTrue();
    assertThat(session.progress().step()).isEqualTo(5);
    assertThat(session.progress().phase()).isEqualTo(Phase.MASK);
    assertThat(session.trainTo(5, Phase.FORWARD)).as("already further").isFalse();
    assertThat(session.trainTo(4, Phase.UPDATE)).isFalse();
    assertThat(session.progress().phase()).isEqualTo(Phase.MASK);
    assertThat(session.trainTo(6, Phase.UPDATE)).isTrue();
  }

  /// Changes that were made, that are planned, and that come after it is resumed; with a rate that is learnt.
  @Test void changesByHandGoOn() {
    for (DropoutSpec method : List.of(new DropoutSpec.Inverted(), new DropoutSpec.Concrete(0.1, 1e-6, 1e-5))) {
      Experiment experiment = with(Presets.load("two-moons"), method)
          .withInterventions(List.of(new Intervention.SetDropRates(6, List.of(0.0, 0.7, 0.3)),
              new Intervention.SetPin(2, 1, 0, Pin.DROPPED), new Intervention.SetPin(11, 1, 0, Pin.RANDOM)));
      DataSet data = data(experiment);
      for (int at = 0; at < 14; at++) changed(experiment, data, at);
    }
  }

  private static void changed(Experiment experiment, DataSet data, int at) {
    TrainingSession straight = new TrainingSession(experiment, data), resumed = null;
    for (int step = 0; step < 16; step++) {
      if (step == 4) both(straight, resumed, each -> each.intervene(new Intervention.SetDropRates(0, List.of(0.2, 0.0, 0.0))));
      if (step == 6) both(straight, resumed, each -> each.intervene(new Intervention.SetPin(0, 2, 1, Pin.KEPT)));
      if (step == at) {
        resumed = TrainingSession.resume(straight.experiment(), data, straight.checkpoint(), CORE);
        assertThat(resumed.dropRates()).isEqualTo(straight.dropRates());
        assertThat(frame(resumed).network().layers().get(1).pins()).isEqualTo(frame(straight).network().layers().get(1).pins());
      }
      if (step == 9) both(straight, resumed, each -> each.intervene(new Intervention.SetDropRates(0, List.of(0.0, 0.4, 0.0))));
      both(straight, resumed, TrainingSession::step);
    }
    assertSame(resumed, straight, "changed by hand, from step " + at);
  }

  private static void both(TrainingSession one, TrainingSession other, Consumer<TrainingSession> move) {
    move.accept(one);
    if (other != null) move.accept(other);
  }

  /// The own network fails within an epoch, at the end of one, and before the first.
  @Test void aTrainingThatFailedStaysFailed() {
    Experiment small = Presets.load("two-moons");
    for (double rate : new double[] {1e30, 1e12, 1e5}) {
      Experiment bad = among(small).withOptimiser(new OptimiserSpec.Sgd(rate));
      DataSet data = data(bad);
      TrainingSession straight = new TrainingSession(bad, data);
      for (int i = 0; i < 400 && straight.failure().isEmpty(); i++) straight.halfStep();
      assertThat(straight.failure()).as("rate " + rate).isPresent();
      TrainingSession resumed = TrainingSession.resume(bad, data, straight.checkpoint(), CORE);
      assertThat(resumed.failure()).isEqualTo(straight.failure());
      resumed.step();
      assertSame(resumed, straight, "rate " + rate);
    }
  }

  @Test void aTrainingOfWhichEachStandsAloneGoesOn() {
    Experiment bad = among(Presets.load("two-moons")).withOptimiser(new OptimiserSpec.Sgd(1e30));
    DataSet data = data(bad);
    TrainingSession straight = TrainingSession.eachAlone(bad, data, CORE);
    straight.step();
    TrainingSession resumed = TrainingSession.resume(bad, data, straight.checkpoint(), CORE);
    for (int i = 0; i < 20; i++) both(straight, resumed, TrainingSession::step);
    assertThat(straight.failure()).isEmpty();
    assertSame(resumed, straight, "each alone");
  }

  /// A training of which a weight has just become infinite can be saved; it fails when it goes on.
  @Test void whatIsNoLongerFiniteGoesOnToo() {
    Experiment small = Presets.load("two-moons");
    DataSet data = data(small);
    TrainingSession straight = new TrainingSession(small, data);
    straight.step();
    straight.learners().own().network().denses().getFirst().weights().value().set(0, 0, Float.POSITIVE_INFINITY);
    TrainingSession resumed = TrainingSession.resume(small, data, straight.checkpoint(), CORE);
    both(straight, resumed, TrainingSession::step);
    assertThat(resumed.failure()).isPresent();
    assertSame(resumed, straight, "infinite");
  }

  /// The past is thinned in the checkpoint, and the next checkpoint of both is thinned to the same epochs.
  @Test void thePastCanBeGoneBackTo() {
    Experiment experiment = Presets.load("two-moons").withTraining(Presets.load("two-moons").training().withBatch(50));
    DataSet data = data(experiment);
    TrainingSession straight = new TrainingSession(experiment, data);
    long each = 4L * straight.learners().weights();
    while (straight.progress().epoch() < 21) straight.step();
    TrainingSession resumed = TrainingSession.resume(experiment, data, straight.checkpoint(12 * each), CORE);
    for (int epoch = 0; epoch < 22; epoch++) {
      int stored = epoch >= 21 ? 21 : epoch / 2 * 2;
      assertThat(resumed.snapshots().at(epoch).epoch()).isEqualTo(stored);
      assertThat(resumed.snapshots().at(epoch).weights()).isEqualTo(straight.snapshots().at(stored).weights());
    }
    Frame past = new FrameBuilder(resumed).past(1, new RunState.Paused(), 4);
    assertThat(past.scrubbed()).hasValue(4);
    while (straight.progress().epoch() < 37) both(straight, resumed, TrainingSession::step);
    assertSame(resumed.checkpoint(12 * each), straight.checkpoint(12 * each), "thinned again");
    assertThat(straight.checkpoint(0).tables().get("records.past.0").rows()).as("the first and the last").isEqualTo(2);
    TrainingSession least = TrainingSession.resume(experiment, data, straight.checkpoint(0), CORE);
    assertThat(least.snapshots().at(20).epoch()).isZero();
  }

  /// Rows beyond the capacity of a history, so that it was thinned.
  @Test void aLongHistoryGoesOn() {
    EpochRows rows = new EpochRows(1, 8), again = new EpochRows(1, 8);
    for (int epoch = 0; epoch < 21; epoch++) rows.append(epoch, new float[] {epoch});
    SavedState saved = new SavedState();
    rows.keep(saved, 20);
    again.keep(new RestoredState(saved.at(0)), 20);
    for (int epoch = 21; epoch < 60; epoch++) {
      rows.append(epoch, new float[] {epoch});
      again.append(epoch, new float[] {epoch});
    }
    assertThat(again.size()).isEqualTo(rows.size());
    assertThat(IntStream.of(again.epochs()).limit(again.size()).boxed().toList())
        .isEqualTo(IntStream.of(rows.epochs()).limit(rows.size()).boxed().toList());
    for (int row = 0; row < rows.size(); row++) assertThat(again.values()[row]).isEqualTo(rows.values()[row]);
  }
}

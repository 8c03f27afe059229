package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.data.DataSets;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.Metric;
import dropoutlab.frame.NetworkState;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Weights;
import dropoutlab.run.SecondCore;
import dropoutlab.spec.Beside;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.StrictJson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Networks that learn side by side. Oracle: the same networks, each in a run of its own.
class BesideTest {
  private static final String MOONS = """
      {"data": {"set": "two-moons", "training": 60, "validation": 30, "noise": 0.2},
       "network": {"hidden": [{"units": 6, "drop": 0.3}, {"units": 6, "drop": 0.3}]},
       "training": {"epochs": 4, "batch": 16}, "beside": [%s]}""";

  private static Experiment moons(String beside) { return ExperimentJson.read(MOONS.formatted(beside), "moons.json"); }

  private static TrainingSession trained(Experiment experiment) {
    TrainingSession session = new TrainingSession(experiment, DataSets.load(experiment, Path.of("")));
    while (session.progress().epoch() < experiment.training().epochs() && session.failure().isEmpty()) session.step();
    return session;
  }

  private static Frame frame(TrainingSession session) {
    return new FrameBuilder(session).present(1, new RunState.Paused(), 0);
  }

  private static Weights weights(TrainingSession session, String name) { return session.weights(name).orElseThrow(); }

  private static void assertSame(History one, Curve curve, History other, Curve as) {
    assertThat(one.size()).isEqualTo(other.size());
    for (int row = 0; row < one.size(); row++)
      assertThat(Float.valueOf(one.value(curve, row))).as("%s, row %d", curve.column(), row)
          .isEqualTo(Float.valueOf(other.value(as, row)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{'type': 'conv2d', 'maps': 2, 'kernel': 5, 'stride': 2}, {'type': 'spatial-dropout', 'p': 0.2}]",
      "[{'type': 'recurrent', 'cell': 'lstm', 'units': 4, 'drop': {'outputs': 0.2}}]"})
  void whoLearnsBesideChangesNoBitOfTheOthers(String body) {
    Experiment alone = ExperimentJson.read("""
        {"data": {"set": "digits", "training": 60, "validation": 20}, "network": {"body": %s,
         "hidden": [{"units": 6, "drop": 0.3}]}, "training": {"epochs": 2, "batch": 16,
         "augmentation": {"noise": 0.1}}}""".formatted(body.replace('\'', '"')), "alone.json");
    Experiment both = alone.withBeside(List.of(
        Beside.of("the same", alone.network(), alone), Beside.of("none", alone.network().withoutDropout(), alone)));
    TrainingSession one = trained(alone), many = trained(both);
    assertThat(many.weights()).isEqualTo(one.weights());
    assertThat(many.twinWeights()).isEqualTo(one.twinWeights());
    for (Curve curve : Curve.ofOwnAndTwin()) assertSame(one.history(), curve, many.history(), curve);
  }

  /// Without dropout nothing is drawn, and the twin is the same network.
  @Test void aNetworkBesideWithoutDropoutIsTheTwin() {
    TrainingSession session = trained(moons("{'name': 'plain', 'network': {'hidden': [{'units': 6, 'drop': 0}, "
        .replace('\'', '"') + "{\"units\": 6, \"drop\": 0}]}}"));
    assertThat(weights(session, "plain")).isEqualTo(weights(session, Beside.TWIN));
    for (Metric metric : Metric.values())
      if (metric != Metric.TRAIN_MASKED)
        assertSame(session.history(), new Curve("plain", metric), session.history(), Curve.twin(metric));
  }

  /// The network beside gets what it asks for: weight decay, another optimiser and other layers.
  @Test void aNetworkBesideLearnsAsItWouldAlone() {
    String network = """
        {"hidden": [{"units": 9, "drop": 0, "activation": "tanh"}]}""";
    String rest = """
        "optimiser": {"type": "sgd", "learningRate": 0.2}, "regulariser": {"l2": 0.01}""";
    TrainingSession session = trained(moons("{\"name\": \"B\", \"network\": " + network + ", " + rest + "}"));
    TrainingSession alone = trained(ExperimentJson.read(MOONS.formatted("").replaceFirst("\"network\": .*\\n",
        "\"network\": " + network + ", " + rest + ",\n"), "alone.json"));
    assertThat(weights(session, "B")).isEqualTo(alone.weights());
    assertSame(session.history(), new Curve("B", Metric.VALIDATION), alone.history(), Curve.VALIDATION);
    assertSame(session.history(), new Curve("B", Metric.TRAIN_MASKED), alone.history(), Curve.TRAIN_MASKED);
  }

  @Test void masksBesideAreDrawnFromStreamsOfTheirOwnAndFirstWeightsAreShared() {
    Experiment experiment = moons("{\"name\": \"B\"}, {\"name\": \"C\"}");
    TrainingSession session = new TrainingSession(experiment, DataSets.load(experiment, Path.of("")));
    assertThat(weights(session, "B")).isEqualTo(session.weights()).isEqualTo(weights(session, "C"));
    session.step();
    assertThat(weights(session, "B")).isNotEqualTo(session.weights());
    assertThat(weights(session, "C")).isNotEqualTo(weights(session, "B")).isNotEqualTo(session.weights());
  }

  @Test void twoCoresGiveTheBitsOfOne() {
    Experiment experiment = ExperimentJson.read("""
        {"data": {"set": "digits", "training": 128, "validation": 40},
         "network": {"hidden": [{"units": 64, "drop": 0.5}]}, "training": {"epochs": 2, "batch": 64},
         "beside": [{"name": "B"}, {"name": "C", "network": {"hidden": [{"units": 80, "drop": 0.2}]}}]}""", "x");
    TrainingSession inTurn = trained(experiment);
    try (SecondCore core = new SecondCore()) {
      TrainingSession together = new TrainingSession(experiment, inTurn.data(), core);
      while (together.progress().epoch() < 2) together.step();
      for (NetworkState state : frame(inTurn).networks())
        assertThat(weights(together, state.name())).isEqualTo(state.weights());
      for (Curve curve : inTurn.history().curves()) assertSame(together.history(), curve, inTurn.history(), curve);
    }
  }

  @Test void oneThatFailsStopsAloneAtItsLastGoodWeights() {
    String bad = "{\"name\": \"B\", \"optimiser\": {\"type\": \"sgd\", \"learningRate\": 1e30}}";
    TrainingSession session = trained(moons(bad)), alone = trained(moons(""));
    assertThat(session.failure()).isEmpty();
    assertThat(session.weights()).isEqualTo(alone.weights());
    NetworkState failed = frame(session).network("B").orElseThrow();
    assertThat(failed.failure().map(RunState.Failed::sentences)).hasValue("In epoch 1 the loss of \"B\" "
        + "was no longer a finite number. Try a learning rate "
        + "ten times smaller than 1e30, or a max-norm of 3; the weights are the first ones again.");
    assertThat(failed.weights()).isEqualTo(new TrainingSession(moons(bad), session.data()).weights());
    assertThat(session.history().value(new Curve("B", Metric.TRAIN), 0)).isFinite();
    for (Metric metric : Metric.values()) assertThat(session.history().last(new Curve("B", metric))).isNaN();
  }

  @Test void earlyStoppingKeepsTheBestOfEach() {
    Experiment experiment = moons("{\"name\": \"B\", \"optimiser\": {\"learningRate\": 0.05}}");
    experiment = experiment.withTraining(experiment.training().withEpochs(60).withEarlyStopping(
        new EarlyStoppingSpec(5)));
    TrainingSession session = trained(experiment);
    while (!session.finished()) session.step();
    int best = session.history().lowestEpoch(new Curve("B", Metric.VALIDATION));
    Experiment shorter = experiment.withTraining(experiment.training().withEpochs(best).withEarlyStopping(
        new EarlyStoppingSpec(0)));
    assertThat(weights(session, "B")).isEqualTo(weights(trained(shorter), "B"));
  }

  @Test void aChangeWhileTrainingReachesTheNetworkThatItNames() {
    Experiment experiment = moons("{\"name\": \"B\"}");
    TrainingSession session = new TrainingSession(experiment, DataSets.load(experiment, Path.of("")));
    session.step();
    session.intervene(new Intervention.SetDropRates(0, List.of(0.0, 0.9, 0.1), "B"));
    while (session.progress().epoch() < 4) session.step();
    assertThat(frame(session).dropRates()).containsExactly(0.0, 0.3, 0.3);
    assertThat(frame(session).network("B").orElseThrow().inForce().dropRates()).containsExactly(0.0, 0.9, 0.1);
    TrainingSession again = trained(session.experiment());
    assertThat(weights(again, "B")).isEqualTo(weights(session, "B"));
    assertThat(session.weights()).isEqualTo(trained(experiment).weights());
    assertThatThrownBy(() -> session.intervene(new Intervention.SetDropRates(0, List.of(0.1), "D")))
        .hasMessage("interventions: step 16 changes the network \"D\", which is not beside");
  }

  @Test void whatIsLeftOutIsAsInTheExperiment() {
    Experiment experiment = moons("{\"name\": \"B\", \"network\": {\"inputDrop\": 0.1}}, {\"name\": \"C\"}");
    Beside b = experiment.beside().getFirst(), c = experiment.beside().get(1);
    assertThat(b.network()).isEqualTo(experiment.network().withInputDrop(0.1));
    assertThat(c).isEqualTo(Beside.of("C", experiment.network(), experiment));
    assertThat(ExperimentJson.read(StrictJson.text(experiment), "again")).isEqualTo(experiment);
  }

  @Test void namesHaveToTellThemApart() {
    assertThatThrownBy(() -> moons("{\"name\": \"B\"}, {\"name\": \"b\"}"))
        .hasMessage("moons.json: beside[1].name: another network is called \"b\" already.");
    assertThatThrownBy(() -> moons("{\"name\": \"Twin\"}")).hasMessageContaining("already");
    assertThatThrownBy(() -> moons("{}")).hasMessageContaining("beside[0]");
    assertThatThrownBy(() -> moons("{\"name\": \"4\"}")).hasMessageContaining("a letter, then letters");
  }

  @Test void whatDoesNotFitTheDataIsSaidOfTheNetworkThatItIs() {
    Experiment experiment = moons("{\"name\": \"B\", \"network\": {\"body\": [{\"type\": \"reshape\", \"rows\": 3, \"cols\": 3}]}}");
    assertThat(experiment.beside().getFirst().network().body().getFirst()).isInstanceOf(LayerSpec.Reshape.class);
    assertThatThrownBy(() -> trained(experiment)).hasMessageStartingWith("beside \"B\": ");
  }
}

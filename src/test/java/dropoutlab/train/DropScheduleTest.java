package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSets;
import dropoutlab.export.Model;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.ScheduleSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A schedule reaches every drop rate that is not learnt. Oracles: halves by hand, and the network without dropout.
class DropScheduleTest {
  private static final ScheduleSpec CONSTANT = new ScheduleSpec.Constant();

  /// The networks have, together, every layer with a drop rate, and every rate that can be set, in the order of the
  /// layers.
  private enum Net {
    IMAGE("digits", """
        "inputDrop": 0.1, "body": [{"type": "spatial-dropout", "p": 0.2}, {"type": "drop-block", "p": 0.3},
          {"type": "conv2d", "maps": 3, "stride": 3}, {"type": "batch-norm"},
          {"type": "dropout", "p": 0.4, "method": {"type": "standard"}},
          {"type": "residual", "drop": 0.5, "mode": "batch", "inverted": false, "layers": [
            {"type": "layer-norm"}, {"type": "dropout", "p": 0.6, "method": {"type": "alpha", "maps": true}},
            {"type": "residual", "drop": 0.7, "layers": [{"type": "conv2d", "maps": 3}]}]}],
        "hidden": [{"units": 6, "drop": 0.8, "method": {"type": "drop-connect"}},
                   {"units": 6, "drop": 0.7, "method": {"type": "targeted"}},
                   {"units": 6, "drop": 0.6, "method": {"type": "targeted", "target": "units"}},
                   {"units": 6, "drop": 0.4, "method": {"type": "gaussian"}},
                   {"units": 6, "drop": 0.2, "method": {"type": "uniform"}}]""",
        0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.7, 0.6, 0.4, 0.2),
    SEQUENCE("digits", """
        "body": [{"type": "reshape", "rows": 16, "cols": 16}, {"type": "position"},
          {"type": "encoder", "heads": 4, "feedForward": 5, "attentionDrop": 0.1, "feedForwardDrop": 0.2,
           "residualDrop": 0.3, "layerDrop": 0.4},
          {"type": "attention", "heads": 2, "drop": 0.5}, {"type": "time-pool"}],
        "hidden": []""",
        0, 0.4, 0.1, 0.3, 0.2, 0.3, 0.5),
    WORDS("temporal-order", """
        "body": [{"type": "embedding", "vocabulary": 6, "width": 4, "drop": 0.1},
          {"type": "recurrent", "cell": "lstm", "units": 3, "last": false,
           "drop": {"method": "variational", "inputs": 0.2, "state": 0.3, "outputs": 0.4}},
          {"type": "recurrent", "cell": "gru", "units": 3, "last": false,
           "drop": {"method": "per-step", "inputs": 0.2, "state": 0.3, "outputs": 0.4}},
          {"type": "recurrent", "cell": "gru", "units": 3, "last": false,
           "drop": {"method": "candidate", "inputs": 0.5, "state": 0.6, "outputs": 0.7}},
          {"type": "recurrent", "cell": "lstm", "units": 3,
           "drop": {"method": "zoneout", "inputs": 0.1, "state": 0.2, "outputs": 0.3}}],
        "hidden": []""",
        0, 0.1, 0.2, 0.3, 0, 0, 0, 0.4, 0.2, 0.3, 0, 0, 0, 0.4, 0.5, 0, 0.6, 0, 0, 0.7, 0.1, 0, 0, 0.2, 0.2, 0.3);

    final Experiment experiment;
    final double[] rates;

    Net(String set, String network, double... rates) {
      this.rates = rates;
      experiment = ExperimentJson.read("""
          {"title": "net", "data": {"set": "%s", "training": 40, "validation": 20}, "network": {%s},
           "training": {"epochs": 4, "batch": 10, "twin": false}, "seed": 5}""".formatted(set, network), "test");
    }

    Experiment scheduled(ScheduleSpec drop) {
      return experiment.withTraining(experiment.training().withSchedules(CONSTANT, drop, CONSTANT));
    }
  }

  private static TrainingSession session(Experiment experiment) {
    return new TrainingSession(experiment, DataSets.load(experiment, Path.of(".")));
  }

  private static TrainingSession trained(Experiment experiment) {
    TrainingSession session = session(experiment);
    while (session.progress().epoch() < experiment.training().epochs()) session.step();
    return session;
  }

  private static double[] inForce(TrainingSession session) {
    return session.learners().own().network().dropRates().stream().mapToDouble(DropRate::p).toArray();
  }

  /// Four epochs of four batches: the ninth step is at time 2 of 4.
  @ParameterizedTest
  @EnumSource
  void inTheMiddleOfALinearScheduleEveryRateIsHalf(Net net) {
    TrainingSession session = session(net.scheduled(new ScheduleSpec.Linear(0, 1, 0)));
    assertThat(inForce(session)).containsOnly(0);
    for (int i = 0; i < 9; i++) session.step();
    double[] halves = inForce(session);
    assertThat(halves).hasSameSizeAs(net.rates);
    for (int i = 0; i < halves.length; i++) assertThat(halves[i]).as("rate %d", i).isEqualTo(net.rates[i] / 2);
    assertThat(session.networkInForce().body()).isEqualTo(net.experiment.network().body().stream()
        .map(layer -> layer.withDrops(p -> 0.5 * p)).toList());
    assertThat(session.networkInForce().body()).isNotEqualTo(net.experiment.network().body());
  }

  @ParameterizedTest
  @EnumSource
  void aScheduleOfNothingTrainsTheNetworkWithoutDropout(Net net) {
    TrainingSession scheduled = trained(net.scheduled(new ScheduleSpec.Linear(0, 0, 1)));
    TrainingSession without = trained(net.experiment.withNetwork(net.experiment.network().withoutDropout()));
    assertThat(scheduled.weights()).isEqualTo(without.weights());
    for (Curve curve : Curve.ofOwnAndTwin())
      for (int row = 0; row < 5; row++)
        assertThat(Float.valueOf(scheduled.history().value(curve, row))).as("%s, epoch %d", curve, row)
            .isEqualTo(Float.valueOf(without.history().value(curve, row)));
    assertThat(trained(net.experiment).weights()).isNotEqualTo(without.weights());
  }

  /// Zoneout, standard dropout and stochastic depth need p at inference: the model must keep the last rates.
  @ParameterizedTest
  @EnumSource
  void theModelAndThePicturesPredictWhatTheSessionMeasured(Net net) {
    TrainingSession session = session(net.scheduled(new ScheduleSpec.Linear(1, 0.5, 0)));
    while (session.progress().epoch() < 2) session.step();
    Frame frame = new FrameBuilder(session).present(1, new RunState.Paused(), 0);
    Tensor x = session.data().validation().x(), expected = new Tensor(0, session.learners().own().network().outputs());
    session.learners().own().network().sharing().infer(x, expected);
    float[] predicted = Model.of(frame, session.data()).predictor(1).deterministic(x).data();
    int columns = session.data().schema().classes().size();
    for (int r = 0; r < x.rows(); r++)
      assertThat(argmax(predicted, r, columns)).isEqualTo(argmax(expected.data(), r, columns));
    assertThat(frame.inForce()).isEqualTo(session.networkInForce());
    assertThat(Model.of(frame, session.data()).network()).isEqualTo(session.networkInForce());
  }

  private static int argmax(float[] values, int row, int columns) {
    int best = 0;
    for (int c = 1; c < columns; c++) if (values[row * columns + c] > values[row * columns + best]) best = c;
    return best;
  }

  /// Oracle: the value from which a rate starts to learn; half of the rate would be far from it.
  @Test void learntRatesFollowNoScheduleInTheBodyEither() {
    Experiment learnt = ExperimentJson.read("""
        {"title": "learnt", "data": {"set": "two-moons", "training": 40, "validation": 20}, "network": {
           "body": [{"type": "dense", "units": 5}, {"type": "dropout", "p": 0.4, "method": {"type": "concrete"}},
                    {"type": "dropout", "p": 0.4, "method": {"type": "learnt-gaussian"}}],
           "hidden": [{"units": 5, "drop": 0.4, "method": {"type": "concrete"}}]},
         "training": {"epochs": 4, "batch": 10, "twin": false}, "seed": 5}""", "test");
    TrainingSession session = session(learnt.withTraining(
        learnt.training().withSchedules(CONSTANT, new ScheduleSpec.Linear(0.5, 0.5, 1), CONSTANT)));
    for (int i = 0; i < 3; i++) session.step();
    assertThat(inForce(session)).containsExactly(0);
    assertThat(session.dropRates().get(1)).isCloseTo(0.4, within(0.02));
    assertThat(session.networkInForce().body()).isEqualTo(learnt.network().body());
  }
}

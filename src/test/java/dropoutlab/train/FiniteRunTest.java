package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Weights;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run ends if a value is no longer finite, and keeps the good epochs.
class FiniteRunTest {
  @TempDir private Path dir;

  private TrainingSession trained(String json) {
    Experiment experiment = ExperimentJson.read(json.replace('\'', '"'), "x");
    DataSet data = DataSets.load(experiment, dir);
    TrainingSession session = new TrainingSession(experiment, data);
    while (session.failure().isEmpty() && session.progress().epoch() < experiment.training().epochs()) session.step();
    return session;
  }

  private static void assertFinite(Weights weights) {
    Stream.of(weights.weights(), weights.biases(), weights.body()).flatMap(each -> each.stream())
        .forEach(FiniteRunTest::assertFinite);
  }

  private static void assertFinite(Matrix table) {
    for (int i = 0; i < table.size(); i++) assertThat(table.get(i)).isFinite();
  }

  private static String told(TrainingSession session) {
    Failure failure = session.failure().orElseThrow();
    assertFinite(session.weights());
    session.twinWeights().ifPresent(FiniteRunTest::assertFinite);
    Frame frame = new FrameBuilder(session).present(1, new RunState.Failed(failure.cause(), failure.advice()), 0);
    assertFinite(frame.weights());
    frame.dropRates().forEach(p -> assertThat(p).isFinite());
    for (int row = 0; row < frame.history().size(); row++)
      for (Curve curve : Curve.ofOwnAndTwin())
        if ((row > 0 || curve != Curve.TRAIN_MASKED) && (frame.hasTwin() || !curve.ofTwin()))
          assertThat(frame.history().value(curve, row)).isFinite();
    return failure.cause() + " " + failure.advice();
  }

  @Test void aLearntRateThatIsNoNumberEndsTheRun() {
    assertThat(told(trained("{'network':{'hidden':[{'drop':0.999999,'method':{'type':'concrete',"
        + "'dropoutRegulariser':1e30}}]},'optimiser':{'type':'momentum','learningRate':1000},"
        + "'regulariser':{'maxNorm':3},'training':{'epochs':30}}")))
        .isEqualTo("In epoch 1 a drop rate that is learnt was no longer a finite number. Try a learning rate ten times "
            + "smaller than 1000, or a max-norm of 3; the weights are the first ones again.");
  }

  /// An infinite variance makes every normalised value 0, and all losses stay finite.
  @Test void aRunningStatisticThatOverflowsEndsTheRunWithItsEpoch() {
    Experiment experiment = ExperimentJson.read("""
        {"network": {"body": [{"type": "batch-norm"}], "hidden": []}, "training": {"twin": false}}""", "x");
    TrainingSession session = new TrainingSession(experiment, DataSets.load(experiment, dir));
    Weights first = session.weights();
    List<Matrix> body = new ArrayList<>(first.body());
    body.set(3, Matrix.row(1, Float.POSITIVE_INFINITY));
    session.learners().own().network().load(new Weights(first.weights(), first.biases(), body));
    while (session.failure().isEmpty() && session.progress().epoch() < 1) session.step();
    assertThat(told(session)).isEqualTo("After epoch 1 a weight or statistic of the network was no longer a finite "
        + "number. Try a learning rate ten times smaller than 0.008, or a max-norm of 3; the weights are the first ones "
        + "again.");
    assertThat(session.weights()).isEqualTo(first);
  }

  @Test void aLossThatIsNoNumberBeforeTheFirstEpochPointsAtTheData() throws Exception {
    StringBuilder csv = new StringBuilder("x,y\n");
    for (int i = 0; i < 40; i++) csv.append(i).append(',').append(i % 7).append('\n');
    Files.writeString(dir.resolve("a.csv"), csv + "1e22,0\n");
    TrainingSession session = trained("{'data':{'type':'csv','path':'a.csv','target':'y'},'seed':3}");
    assertThat(told(session)).isEqualTo("Before the first epoch the validation loss of the network was no finite "
        + "number. Look for values in the data that lie far from all others, and for settings that are far from usual.");
    assertThat(session.history().size()).isZero();
  }

  /// A learning rate of 1e30 makes weights that overflow at the next step; no frame shows them, in any phase.
  @Test void whatIsNoNumberIsNotShown() {
    Experiment experiment = ExperimentJson.read("""
        {"data": {"set": "sine-gap"}, "optimiser": {"type": "sgd", "learningRate": 1e30}}""", "x");
    TrainingSession session = new TrainingSession(experiment, DataSets.load(experiment, dir));
    for (int half = 0; half < 60; half++) {
      Frame frame = new FrameBuilder(session).present(1, new RunState.Paused(), 0);
      assertFinite(frame.weights());
      assertFinite(frame.twin());
      frame.network().layers().forEach(layer -> Stream.of(layer.activations(), layer.mask(), layer.weights(),
          layer.gradients(), layer.dropped().after(), layer.dropped().gradientBefore())
          .forEach(FiniteRunTest::assertFinite));
      session.halfStep();
    }
    assertThat(session.failure()).isPresent();
  }

  /// Oracle: the same run, ended earlier on purpose.
  @Test void whatARunWouldHaveKeptAfterAnEarlierEpochIsWhatAShorterOneKeeps() {
    for (String stopping : new String[] {"0", "1000"}) {
      String run = "{'training':{'epochs':%d,'earlyStopping':{'patience':" + stopping + "}},"
          + "'optimiser':{'learningRate':0.05}}";
      TrainingSession longer = trained(run.formatted(12));
      for (int epoch : new int[] {1, 5, 11, 12}) {
        TrainingSession shorter = trained(run.formatted(epoch));
        Frame expected = new FrameBuilder(shorter).outcome(1, new RunState.Paused(), epoch).orElseThrow();
        Frame actual = new FrameBuilder(longer).outcome(1, new RunState.Paused(), epoch).orElseThrow();
        assertThat(actual.weights()).isEqualTo(expected.weights());
        assertThat(actual.twin()).isEqualTo(expected.twin());
        assertThat(actual.progress()).isEqualTo(expected.progress());
        assertSame(expected.history(), actual.history());
      }
    }
  }

  private static void assertSame(History expected, History actual) {
    assertThat(actual.size()).isEqualTo(expected.size());
    assertThat(actual.bestEpoch()).isEqualTo(expected.bestEpoch());
    for (int row = 0; row < expected.size(); row++) {
      assertThat(actual.epoch(row)).isEqualTo(expected.epoch(row));
      for (Curve curve : Curve.ofOwnAndTwin())
        assertThat(Float.floatToIntBits(actual.value(curve, row)))
            .isEqualTo(Float.floatToIntBits(expected.value(curve, row)));
    }
  }
}

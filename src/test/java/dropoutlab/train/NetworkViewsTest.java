package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSets;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Rates;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.Pin;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What frames tell of single values on their way through the masks and back. Layers have no activation function, so
/// that the gradients follow by hand from those of the weights, which the tests of gradients compare with differences.
class NetworkViewsTest {
  private static Experiment experiment(String method, boolean beside) {
    return ExperimentJson.read("""
        {"data": {"set": "two-moons", "training": 60, "validation": 20},
         "network": {"inputDrop": 0.3, "hidden": [{"units": 7, "activation": "identity", "drop": 0.4, "method": {%s}},
                     {"units": 5, "activation": "identity", "drop": 0.5, "method": {%s}}]},
         "training": {"batch": 12, "epochs": 4}%s, "seed": 3}""".formatted(method, method,
        beside ? ", \"beside\": [{\"name\": \"B\"}]" : "").replace('\'', '"'), "test");
  }

  private static TrainingSession session(Experiment experiment) {
    return new TrainingSession(experiment, DataSets.load(experiment, Path.of("")));
  }

  private static Frame frame(TrainingSession session) {
    return new FrameBuilder(session).present(1, new RunState.Paused(), 0);
  }

  private static NetworkView afterBackward(TrainingSession session) {
    while (session.halfStep() != Phase.BACKWARD) assertThat(session.failure()).isEmpty();
    return frame(session).network();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'type':'inverted'", "'type':'standard'", "'type':'gaussian'", "'type':'learnt-gaussian'",
      "'type':'uniform'", "'type':'alpha'", "'type':'concrete'", "'type':'targeted','target':'units'"})
  void theGradientsOfAColumnFollowFromItsMaskAndTheWeightsAboveAndBelow(String method) {
    TrainingSession session = session(experiment(method, false));
    session.step();
    List<ColumnView> columns = afterBackward(session).layers();
    for (int l = 0; l < 3; l++) {
      Dropped own = columns.get(l).dropped();
      for (int i = 0; i < own.before().size(); i++) {
        float m = (float) own.factors().get(i);
        assertThat((float) own.gradientBefore().get(i)).isEqualTo(m * (float) own.gradientAfter().get(i));
        if (l == 0 || !method.contains("alpha"))
          assertThat((float) own.after().get(i)).isEqualTo(m * (float) own.before().get(i));
      }
      if (l > 0) near(columns.get(l).gradients(),
          product(transposed(columns.get(l - 1).dropped().after()), own.gradientBefore()));
      if (l < 2) near(own.gradientAfter(),
          product(columns.get(l + 1).dropped().gradientBefore(), transposed(columns.get(l + 1).weights())));
    }
  }

  /// By hand: the values are x (M ∘ W) + b, and dW is the sum of M ∘ (xᵀ δ) over the examples.
  @ParameterizedTest
  @ValueSource(strings = {"'type':'drop-connect'", "'type':'targeted','share':0.6"})
  void theMaskOfEveryWeightIsTheOneThatTheExampleWentThrough(String method) {
    TrainingSession session = session(experiment(method, false));
    session.step();
    List<ColumnView> columns = afterBackward(session).layers();
    int dropped = 0;
    for (int l = 1; l < 3; l++) {
      ColumnView column = columns.get(l);
      Matrix x = columns.get(l - 1).dropped().after(), w = column.weights(), delta = column.sumGradients();
      double[] dW = new double[w.size()];
      for (int r = 0; r < x.rows(); r++)
        for (int j = 0; j < w.cols(); j++) {
          double sum = column.biases().at(0, j);
          for (int k = 0; k < w.rows(); k++) {
            double m = column.weightMask().at(r, k * w.cols() + j);
            assertThat(column.edgeDropped(r, k, j)).isEqualTo(m == 0);
            if (m == 0) dropped++;
            sum += x.at(r, k) * m * w.at(k, j);
            dW[k * w.cols() + j] += m * x.at(r, k) * delta.at(r, j);
          }
          assertThat(column.activations().at(r, j)).isCloseTo(sum, within(1e-5));
        }
      for (int i = 0; i < dW.length; i++) assertThat(column.gradients().get(i)).isCloseTo(dW[i], within(1e-5));
      assertThat(column.p()).isEqualTo(l == 1 ? 0.4 : 0.5);
    }
    assertThat(dropped).isPositive();
    session.halfStep();
    assertThat(frame(session).network().layers().get(1).weightMask()).isEqualTo(columns.get(1).weightMask());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'type':'inverted'", "'type':'concrete'", "'type':'drop-connect'"})
  void gradientsAreThereAfterTheBackwardHalfStepOnly(String method) {
    TrainingSession session = session(experiment(method, false));
    for (int i = 0; i < 8; i++) {
      boolean backward = session.halfStep() == Phase.BACKWARD;
      for (ColumnView column : frame(session).network().layers().subList(0, 3)) {
        assertThat(column.dropped().gradientAfter().isEmpty()).isNotEqualTo(backward);
        assertThat(column.dropped().gradientBefore().isEmpty()).isNotEqualTo(backward);
      }
    }
  }

  /// Oracle: the same run without half-steps and without redraws.
  @ParameterizedTest
  @ValueSource(strings = {"'type':'inverted'", "'type':'learnt-gaussian'", "'type':'concrete'",
      "'type':'drop-connect'"})
  void drawingMasksForLookingChangesNoBitOfTheTraining(String method) {
    TrainingSession seen = session(experiment(method, true)), unseen = session(experiment(method, true));
    FrameBuilder builder = new FrameBuilder(seen);
    for (int step = 0; step < 8; step++) {
      builder.redrawn(1, new RunState.Paused(), step);
      for (int half = 0; half < 4; half++) {
        seen.halfStep();
        Frame before = frame(seen);
        builder.redrawn(1, new RunState.Paused(), half);
        assertThat(frame(seen).network()).isEqualTo(before.network());
      }
      unseen.step();
      assertThat(seen.weights()).isEqualTo(unseen.weights());
      assertThat(seen.weights("B")).isEqualTo(unseen.weights("B"));
    }
  }

  @Test void theSameDrawGivesTheSameMasksAndAnotherDrawOthers() {
    TrainingSession session = session(experiment("'type':'inverted'", true));
    session.intervene(new Intervention.SetPin(0, 1, 2, Pin.DROPPED));
    FrameBuilder builder = new FrameBuilder(session);
    Frame first = builder.redrawn(1, new RunState.Ready(), 0), other = builder.redrawn(1, new RunState.Ready(), 1);
    assertThat(builder.redrawn(1, new RunState.Ready(), 0).network()).isEqualTo(first.network());
    assertThat(first.redrawn()).hasValue(0);
    assertThat(other.network()).isNotEqualTo(first.network());
    ColumnView own = first.network().layers().get(1);
    ColumnView its = first.network("B").orElseThrow().view().orElseThrow().layers().get(1);
    assertThat(own.mask()).isNotEqualTo(its.mask());
    assertThat(own.activations().rows()).isEqualTo(own.mask().rows()).isEqualTo(12);
    for (int r = 0; r < 12; r++) assertThat(own.dropped(r, 2)).isTrue();
    assertThat(frame(session).redrawn()).isEmpty();
    assertThat(first.weights()).isEqualTo(session.weights());
  }

  /// Oracle: the rates that the session reports at the end of each epoch.
  @Test void frameTellsTheRatesOfEveryEpoch() {
    TrainingSession session = session(experiment("'type':'concrete'", true));
    for (int epoch = 0; epoch < 4; epoch++) {
      Rates rates = frame(session).rates(Beside.OWN);
      assertThat(rates.size()).isEqualTo(epoch + 1);
      assertThat(rates.epoch(epoch)).isEqualTo(epoch);
      assertThat(rates.count()).isEqualTo(3);
      for (int i = 0; i < 3; i++) assertThat(rates.p(i, epoch)).isEqualTo(session.dropRates().get(i).floatValue());
      while (session.progress().epoch() == epoch) session.step();
    }
    Frame frame = frame(session);
    assertThat(frame.rates(Beside.OWN).p(1, 4)).isNotEqualTo(frame.rates(Beside.OWN).p(1, 0));
    assertThat(frame.rates("B").p(1, 4)).isNotEqualTo(frame.rates(Beside.OWN).p(1, 4));
    assertThat(frame.seenFrom("B").rates(Beside.OWN).p(1, 4)).isEqualTo(frame.rates("B").p(1, 4));
    assertThat(frame.rates("nobody").size()).isZero();
    Frame past = new FrameBuilder(session).outcome(1, new RunState.Paused(), 2).orElseThrow();
    assertThat(past.rates(Beside.OWN).size()).isEqualTo(3);
  }

  @Test void recordsByEpochStayWithinTheirCapacity() {
    EpochRows rows = new EpochRows(2, 8);
    for (int epoch = 0; epoch <= 1000; epoch++) rows.append(epoch, new float[] {epoch, -epoch});
    assertThat(rows.size()).isBetween(4, 8);
    assertThat(rows.values().length).isEqualTo(16);
    for (int row = 0; row < rows.size(); row++) {
      assertThat(rows.epochs()[row]).isEqualTo(128 * row);
      assertThat(rows.values()[2 * row + 1]).isEqualTo(-128 * row);
    }
  }

  private static Matrix transposed(Matrix a) { return Matrix.generate(a.cols(), a.rows(), (r, c) -> a.at(c, r)); }

  private static Matrix product(Matrix a, Matrix b) {
    return Matrix.generate(a.rows(), b.cols(), (r, c) -> {
      double sum = 0;
      for (int k = 0; k < a.cols(); k++) sum += a.at(r, k) * b.at(k, c);
      return sum;
    });
  }

  private static void near(Matrix actual, Matrix expected) {
    assertThat(actual.rows()).isEqualTo(expected.rows());
    assertThat(actual.size()).isEqualTo(expected.size()).isPositive();
    for (int i = 0; i < actual.size(); i++) assertThat(actual.get(i)).isCloseTo(expected.get(i), within(1e-5));
  }
}

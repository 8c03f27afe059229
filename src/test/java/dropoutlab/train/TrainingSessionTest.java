package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.Pin;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.TrainingSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingSessionTest {
  static Experiment moons(double p, int epochs) {
    return new Experiment("moons", null, new DataSpec.Generated(GeneratedSet.TWO_MOONS, 50, 80, 0.3, null),
        new NetworkSpec(0, List.of(new NetworkSpec.HiddenLayer(12, Activation.RELU, p),
            new NetworkSpec.HiddenLayer(8, Activation.TANH, p)), Initialisation.HE),
        new OptimiserSpec.Adam(0.01, 0.9, 0.999, 1e-8), new RegulariserSpec(0, 0, 0), new TrainingSpec(epochs, 16, true),
        7, List.of());
  }

  static DataSet data(Experiment experiment) {
    return DataSets.load(experiment.data(), experiment.dataSeed(), Path.of("."));
  }

  static TrainingSession session(Experiment experiment) {
    return new TrainingSession(experiment, data(experiment));
  }

  static TrainingSession trained(Experiment experiment) {
    TrainingSession session = session(experiment);
    while (session.progress().epoch() < experiment.training().epochs()) session.step();
    return session;
  }

  @Test void theSameSeedGivesTheSameBits() {
    TrainingSession a = trained(moons(0.3, 5)), b = trained(moons(0.3, 5));
    assertThat(a.weights()).isEqualTo(b.weights());
    assertSameHistory(a.history(), b.history());
    assertThat(trained(moons(0.3, 5).withSeed(8)).weights()).isNotEqualTo(a.weights());
  }

  @Test void theTwinIsTheNetworkThatTrainsWithoutDropout() {
    TrainingSession withDropout = trained(moons(0.4, 5)), without = trained(moons(0, 5));
    assertThat(withDropout.twinWeights().orElseThrow()).isEqualTo(without.weights());
    assertThat(without.twinWeights().orElseThrow()).isEqualTo(without.weights());
    assertThat(withDropout.weights()).isNotEqualTo(without.weights());
  }

  @Test void theTwinHasNoDropoutInItsBodyEitherAndNothingLeftThatLearnsARate() {
    NetworkSpec noisy = new NetworkSpec(0.1, List.of(new LayerSpec.DenseLayer(6), new LayerSpec.Activate(Activation.RELU),
        new LayerSpec.Drop(0.4, new DropoutSpec.Gaussian())), List.of(new NetworkSpec.HiddenLayer(8, Activation.RELU, 0.3,
        new DropoutSpec.Concrete(0.1, 1e-6, 1e-5))), Initialisation.HE);
    TrainingSession with = trained(moons(0.3, 3).withNetwork(noisy));
    TrainingSession without = trained(moons(0.3, 3).withNetwork(noisy.withoutDropout()));
    assertThat(with.twinWeights().orElseThrow()).isEqualTo(without.weights());
    assertThat(with.weights()).isNotEqualTo(without.weights());
  }

  @Test void leavingTheTwinOutChangesNothingElse() {
    Experiment experiment = moons(0.3, 4);
    TrainingSession alone = trained(experiment.withTraining(new TrainingSpec(4, 16, false)));
    assertThat(alone.weights()).isEqualTo(trained(experiment).weights());
    assertThat(alone.twinWeights()).isEmpty();
    assertThat(alone.history().last(Curve.TWIN_TRAIN)).isNaN();
  }

  @Test void halfStepsComeToTheSameBitsAsWholeOnes() {
    TrainingSession whole = session(moons(0.3, 3)), half = session(moons(0.3, 3));
    for (int i = 0; i < 6; i++) {
      whole.step();
      assertThat(half.halfStep()).isEqualTo(Phase.FORWARD);
      assertThat(half.halfStep()).isEqualTo(Phase.MASK);
      if (i == 2) half.step();
      else {
        assertThat(half.halfStep()).isEqualTo(Phase.BACKWARD);
        assertThat(half.halfStep()).isEqualTo(Phase.UPDATE);
      }
    }
    assertThat(half.weights()).isEqualTo(whole.weights());
    assertThat(half.progress()).isEqualTo(whole.progress());
  }

  @Test void lookingChangesNothing() {
    TrainingSession watched = session(moons(0.3, 5));
    FrameBuilder builder = new FrameBuilder(watched);
    while (watched.progress().epoch() < 5) {
      watched.step();
      builder.present(1, new RunState.Running(), 0);
      builder.past(1, new RunState.Paused(), 0);
    }
    assertThat(watched.weights()).isEqualTo(trained(moons(0.3, 5)).weights());
  }

  @Test void aLiveChangeOfPIsRecordedAndRepeatsBitByBit() {
    TrainingSession live = session(moons(0.3, 6));
    for (int i = 0; i < 24; i++) {
      if (i == 5) live.intervene(new Intervention.SetDropRates(0, List.of(0.1, 0.5, 0.2)));
      if (i == 9) {
        live.halfStep();
        live.halfStep();
        live.intervene(new Intervention.SetPin(0, 1, 3, Pin.DROPPED));
      }
      live.step();
    }
    Experiment recorded = live.experiment();
    assertThat(recorded.interventions()).containsExactly(
        new Intervention.SetDropRates(5, List.of(0.1, 0.5, 0.2)), new Intervention.SetPin(10, 1, 3, Pin.DROPPED));
    assertThat(trained(recorded).weights()).isEqualTo(live.weights());
    assertThat(trained(moons(0.3, 6)).weights()).isNotEqualTo(live.weights());
  }

  @Test void severalChangesOfPBeforeOneStepCountAsTheLast() {
    TrainingSession session = session(moons(0.3, 1));
    session.intervene(new Intervention.SetDropRates(0, List.of(0.0, 0.1, 0.1)));
    session.intervene(new Intervention.SetDropRates(0, List.of(0.0, 0.2, 0.2)));
    assertThat(session.dropRates()).containsExactly(0.0, 0.2, 0.2);
    assertThat(session.experiment().interventions())
        .containsExactly(new Intervention.SetDropRates(0, List.of(0.0, 0.2, 0.2)));
  }

  @Test void everyEpochIsRecordedAndTheLastBatchMayBeSmaller() {
    TrainingSession session = trained(moons(0.3, 5));
    assertThat(session.progress().batches()).isEqualTo(4);
    History history = session.history();
    assertThat(history.size()).isEqualTo(6);
    assertThat(history.epoch(5)).isEqualTo(5);
    assertThat(history.value(Curve.TRAIN_MASKED, 0)).isNaN();
    for (Curve curve : Curve.ofOwnAndTwin()) assertThat(history.value(curve, 5)).isFinite();
    assertThat(history.last(Curve.TWIN_TRAIN)).isLessThan(history.value(Curve.TWIN_TRAIN, 0));
  }

  @Test void maskedTrainingLossIsTheMeanOfTheBatchLossesOfTheEpoch() {
    // With p = 0 and one batch per epoch, the loss with masks on is the loss before the update: that of the row before.
    Experiment experiment = moons(0, 3).withTraining(new TrainingSpec(3, 50, false));
    History history = trained(experiment).history();
    for (int row = 1; row <= 3; row++)
      assertThat(history.value(Curve.TRAIN_MASKED, row)).isCloseTo(history.value(Curve.TRAIN, row - 1),
          within(1e-6f));
  }

  @Test void divergenceStopsTheRunAndKeepsTheLastGoodWeights() {
    // Without a squashing activation, a step of 1e30 overflows within a few batches.
    NetworkSpec unbounded =
        new NetworkSpec(0, List.of(new NetworkSpec.HiddenLayer(12, Activation.RELU, 0.3)), Initialisation.HE);
    Experiment wild = moons(0.3, 50).withNetwork(unbounded).withOptimiser(new OptimiserSpec.Sgd(1e30));
    TrainingSession session = session(wild);
    for (int i = 0; i < 400 && session.failure().isEmpty(); i++) session.step();
    assertThat(session.failure()).isPresent();
    assertThat(session.failure().orElseThrow().advice()).contains("learning rate");
    long step = session.progress().step();
    session.step();
    assertThat(session.progress().step()).isEqualTo(step);
    session.weights().weights().forEach(table -> {
      for (int i = 0; i < table.size(); i++) assertThat(table.get(i)).isFinite();
    });
    History history = session.history();
    assertThat(history.last(Curve.TRAIN)).isFinite();
  }

  @Test void goingBackShowsTheWeightsOfThatEpoch() {
    TrainingSession session = session(moons(0.3, 9));
    while (session.progress().epoch() < 3) session.step();
    var then = session.weights();
    while (session.progress().epoch() < 9) session.step();
    Frame past = new FrameBuilder(session).past(1, new RunState.Paused(), 3);
    assertThat(past.weights()).isEqualTo(then);
    assertThat(past.scrubbed()).hasValue(3);
    assertThat(past.progress().epoch()).isEqualTo(3);
  }

  @Test void aFrameShowsTheMasksAndGradientsOfItsPhase() {
    TrainingSession session = session(moons(0.5, 1));
    FrameBuilder builder = new FrameBuilder(session);
    session.halfStep();
    ColumnView forward = builder.present(1, new RunState.Paused(), 0).network().layers().get(1);
    assertThat(forward.mask().isEmpty()).isTrue();
    session.halfStep();
    ColumnView masked = builder.present(1, new RunState.Paused(), 0).network().layers().get(1);
    assertThat(masked.mask().rows()).isEqualTo(16);
    for (int i = 0; i < masked.mask().size(); i++) assertThat(masked.mask().get(i)).isIn(0.0, 2.0);
    assertThat(masked.activations()).isEqualTo(forward.activations());
    session.halfStep();
    Frame backward = builder.present(1, new RunState.Paused(), 0);
    assertThat(backward.network().layers().get(2).gradients().rows()).isEqualTo(12);
    assertThat(backward.network().examples()).hasSize(16).doesNotHaveDuplicates();
  }

  @Test void aPinnedInputMustExist() {
    Experiment pinned = moons(0.3, 1).withInterventions(List.of(new Intervention.SetPin(0, 0, 2, Pin.DROPPED)));
    assertThatThrownBy(() -> session(pinned)).hasMessageContaining("2 inputs");
  }

  private static void assertSameHistory(History a, History b) {
    assertThat(a.size()).isEqualTo(b.size());
    for (int row = 0; row < a.size(); row++)
      for (Curve curve : Curve.ofOwnAndTwin())
        assertThat(Float.floatToIntBits(a.value(curve, row))).isEqualTo(Float.floatToIntBits(b.value(curve, row)));
  }
}

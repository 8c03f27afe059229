package dropoutlab.train;

import static dropoutlab.train.TrainingSessionTest.moons;
import static dropoutlab.train.TrainingSessionTest.session;
import static dropoutlab.train.TrainingSessionTest.trained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.Curve;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.RunState;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Activation;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.LossKind;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.ScheduleSpec;
import dropoutlab.spec.TrainingSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Schedules, augmentation, early stopping and the learnt variance in whole runs.
class LongerTrainingTest {
  private static final ScheduleSpec CONSTANT = new ScheduleSpec.Constant();

  private static Experiment digits(AugmentationSpec augmentation) {
    return moons(0.3, 3).withData(new DataSpec.Generated(GeneratedSet.DIGITS, 60, 40, 0.3, null))
        .withTraining(new TrainingSpec(3, 16, true).withAugmentation(augmentation)
            .withSchedules(new ScheduleSpec.Cosine(0, 0), new ScheduleSpec.Linear(0, 1, 0), CONSTANT))
        .withRegulariser(new RegulariserSpec(0, 0, 0, 0.1));
  }

  private static Experiment scheduled(ScheduleSpec rate, ScheduleSpec drop) {
    Experiment moons = moons(0.4, 4);
    return moons.withTraining(moons.training().withSchedules(rate, drop, CONSTANT));
  }

  @Test void anAugmentedRunRepeatsBitByBit() {
    Experiment experiment = digits(new AugmentationSpec(0.1, 1, 4, 0.5, 0.3));
    TrainingSession a = trained(experiment), b = trained(experiment);
    assertThat(a.weights()).isEqualTo(b.weights());
    assertThat(a.twinWeights()).isEqualTo(b.twinWeights());
    assertThat(a.weights()).isNotEqualTo(trained(digits(AugmentationSpec.OFF)).weights());
  }

  @Test void halfStepsOfAnAugmentedRunComeToTheSameBits() {
    Experiment experiment = digits(new AugmentationSpec(0.1, 1, 4, 0.5, 0.3));
    TrainingSession whole = session(experiment), half = session(experiment);
    for (int i = 0; i < 6; i++) {
      whole.step();
      half.halfStep();
      if (i % 2 == 0) half.halfStep();
      half.step();
    }
    assertThat(half.weights()).isEqualTo(whole.weights());
  }

  /// The twin of a run with dropout is the network of the run without, and so it has seen the same augmented examples.
  @Test void theTwinLearnsFromTheSameAugmentedBatches() {
    Experiment experiment = digits(new AugmentationSpec(0.2, 1, 3, 0.5, 0.4));
    Experiment without = new Experiment("p = 0", null, experiment.data(),
        experiment.network().withDropRates(List.of(0.0, 0.0, 0.0)), experiment.optimiser(), experiment.regulariser(),
        experiment.training(), experiment.seed(), List.of());
    assertThat(trained(experiment).twinWeights().orElseThrow()).isEqualTo(trained(without).weights());
  }

  /// Noise changes the inputs, never the order or the masks: the masks of the first step are those of the run without
  /// noise.
  @Test void augmentationLeavesMasksAndOrderAlone() {
    Experiment plain = moons(0.5, 2);
    TrainingSession a = session(plain), b = session(plain.withTraining(
        plain.training().withAugmentation(new AugmentationSpec(0.3, 0, 0, 0, 0.5))));
    for (int i = 0; i < 7; i++) {
      a.step();
      b.step();
      assertThat(b.batchExamples()).isEqualTo(a.batchExamples());
      assertThat(b.learners().own().network().mask(1).data()).isEqualTo(a.learners().own().network().mask(1).data());
      assertThat(b.learners().own().feed().x().data()).isNotEqualTo(a.learners().own().feed().x().data());
    }
  }

  /// A constant factor of one half equals half the learning rate.
  @Test void theRateScheduleMultipliesTheLearningRate() {
    Experiment slow = moons(0.3, 3).withOptimiser(new OptimiserSpec.Sgd(0.1));
    Experiment halved = moons(0.3, 3).withOptimiser(new OptimiserSpec.Sgd(0.2));
    halved = halved.withTraining(
        halved.training().withSchedules(new ScheduleSpec.Linear(0.5, 0.5, 1), CONSTANT, CONSTANT));
    assertThat(trained(halved).weights()).isEqualTo(trained(slow).weights());
  }

  @Test void aRateOfNothingLearnsNothing() {
    TrainingSession session = session(scheduled(new ScheduleSpec.Linear(1, 0, 2), CONSTANT));
    while (session.progress().epoch() < 2) session.step();
    var weights = session.weights();
    session.step();
    assertThat(session.weights()).isEqualTo(weights);
  }

  @Test void theMomentumScheduleMultipliesTheMomentum() {
    Experiment weak = moons(0.3, 3).withOptimiser(new OptimiserSpec.Momentum(0.05, 0.475));
    Experiment strong = moons(0.3, 3).withOptimiser(new OptimiserSpec.Momentum(0.05, 0.95));
    Experiment halved = strong.withTraining(
        strong.training().withSchedules(CONSTANT, CONSTANT, new ScheduleSpec.Linear(0.5, 0.5, 1)));
    assertThat(trained(halved).weights()).isEqualTo(trained(weak).weights());
  }

  /// Four batches an epoch: the seventh step of a ramp of 8 has p = 0.4 · 6/8.
  @Test void dropRatesRampUpAndFollowTheSlider() {
    TrainingSession session = session(scheduled(CONSTANT, new ScheduleSpec.Linear(0, 1, 2)));
    for (int i = 0; i < 7; i++) session.step();
    assertThat(session.dropRates().get(1)).isCloseTo(0.3, within(1e-12));
    session.intervene(new Intervention.SetDropRates(0, List.of(0.0, 0.8, 0.4)));
    assertThat(session.dropRates().get(1)).isCloseTo(0.6, within(1e-12));
    session.step();
    assertThat(session.dropRates().get(1)).isCloseTo(0.7, within(1e-12));
    assertThat(session.dropRates().get(2)).isCloseTo(0.35, within(1e-12));
    while (session.progress().epoch() < 3) session.step();
    assertThat(session.dropRates()).containsExactly(0.0, 0.8, 0.4);
    TrainingSession again = session(session.experiment());
    while (again.progress().epoch() < 3) again.step();
    assertThat(again.weights()).isEqualTo(session.weights());
    Experiment asked = scheduled(CONSTANT, new ScheduleSpec.Linear(0, 1, 2));
    assertThat(Schedule.inForce(asked, List.of(0.0, 0.8, 0.4), 7, 4).dropRates().get(1)).isCloseTo(0.7, within(1e-12));
  }

  private static Experiment stopping(int patience, int epochs) {
    Experiment moons = moons(0, epochs).withOptimiser(new OptimiserSpec.Adam(0.05, 0.9, 0.999, 1e-8));
    return moons.withTraining(moons.training().withEarlyStopping(new EarlyStoppingSpec(patience)));
  }

  private static TrainingSession untilFinished(Experiment experiment) {
    TrainingSession session = session(experiment);
    while (!session.finished()) session.step();
    return session;
  }

  private static int best(History history, Curve curve) {
    int best = 0;
    for (int row = 1; row < history.size(); row++)
      if (history.value(curve, row) < history.value(curve, best)) best = row;
    return best;
  }

  /// A large network on few noisy points overfits: the best epoch comes long before the end.
  @Test void earlyStoppingRestoresTheBestEpoch() {
    TrainingSession session = untilFinished(stopping(8, 400));
    History history = session.history();
    int best = best(history, Curve.VALIDATION);
    assertThat(session.progress().epoch()).isEqualTo(best + 8).isLessThan(400);
    assertThat(history.bestEpoch()).hasValue(best);
    assertThat(best).isPositive();
    assertThat(session.learners().own().evaluator().score(session.data().validation()).loss())
        .isEqualTo(history.value(Curve.VALIDATION, best));
    assertThat(session.weights()).isEqualTo(session.snapshots().at(best).weights().getFirst());
    assertThat(session.twinWeights().orElseThrow())
        .isEqualTo(session.snapshots().at(best(history, Curve.TWIN_VALIDATION)).weights().get(1));
    assertThat(session.weights()).isNotEqualTo(session.snapshots().last().weights().getFirst());
  }

  @Test void afterAnEarlyStopNothingMoves() {
    TrainingSession session = untilFinished(stopping(8, 400));
    var weights = session.weights();
    var progress = session.progress();
    session.step();
    session.halfStep();
    assertThat(session.weights()).isEqualTo(weights);
    assertThat(session.progress()).isEqualTo(progress);
    Frame outcome = new FrameBuilder(session).outcome(1, new RunState.Finished(), progress.epoch()).orElseThrow();
    assertThat(outcome.weights()).isEqualTo(weights);
    assertThat(outcome.progress().epoch()).isEqualTo(progress.epoch());
  }

  @Test void theBestEpochIsRestoredAtThePlannedEndToo() {
    int stopped = untilFinished(stopping(8, 400)).progress().epoch();
    TrainingSession planned = untilFinished(stopping(1000, stopped));
    assertThat(planned.progress().epoch()).isEqualTo(stopped);
    assertThat(planned.weights()).isEqualTo(untilFinished(stopping(8, 400)).weights());
    assertThat(planned.history().bestEpoch()).hasValue(stopped - 8);
  }

  @Test void untilItStopsEarlyStoppingChangesNothing() {
    TrainingSession plain = session(stopping(0, 400)), watched = session(stopping(8, 400));
    for (int i = 0; i < 20; i++) {
      plain.step();
      watched.step();
    }
    assertThat(watched.weights()).isEqualTo(plain.weights());
    assertThat(plain.history().bestEpoch()).isEmpty();
  }

  /// The noise of the line is the same everywhere, so that the learnt variance must approach the squared error.
  @Test void theLearntVarianceComesToTheErrorsVariance() {
    Experiment line = new Experiment("line", null, new DataSpec.Generated(GeneratedSet.NOISY_LINE, 300, 300, 0.5, null),
        new NetworkSpec(0, List.of(new NetworkSpec.HiddenLayer(10, Activation.TANH, 0)), Initialisation.HE),
        new OptimiserSpec.Adam(0.01, 0.9, 0.999, 1e-8), new RegulariserSpec(0, 0, 0),
        new TrainingSpec(60, 16, false).withLoss(LossKind.GAUSSIAN_NLL), 3, List.of());
    TrainingSession session = trained(line);
    assertThat(session.learners().own().network().outputs()).isEqualTo(2);
    var train = session.data().train();
    var output = session.learners().own().network().forward(train.x(), Mode.INFERENCE);
    double squares = 0, variances = 0;
    for (int r = 0; r < train.size(); r++) {
      double error = output.at(r, 0) - train.y().at(r, 0);
      squares += error * error / train.size();
      variances += Math.exp(output.at(r, 1)) / train.size();
    }
    assertThat(variances / squares).isCloseTo(1, within(0.1));
    double sd = session.data().schema().targetScaling().sd().getFirst();
    assertThat((double) session.history().last(Curve.TRAIN_ERROR)).isCloseTo(Math.sqrt(squares) * sd, within(1e-5));
    Frame frame = new FrameBuilder(session).present(1, new RunState.Paused(), 0);
    assertThat(frame.network().layers().getLast().activations().cols()).isEqualTo(2);
  }

  @Test void whatDoesNotFitTheDataIsRefused() {
    Experiment moons = moons(0.3, 1);
    assertThatIllegalArgumentException().isThrownBy(() ->
        session(moons.withTraining(moons.training().withLoss(LossKind.GAUSSIAN_NLL))))
        .withMessageContaining("regression");
    assertThatIllegalArgumentException().isThrownBy(() ->
        session(moons.withTraining(moons.training().withAugmentation(new AugmentationSpec(0, 0, 2, 0, 0)))))
        .withMessageContaining("images");
    assertThatIllegalArgumentException().isThrownBy(() ->
        session(moons.withData(new DataSpec.Generated(GeneratedSet.NOISY_LINE, 20, 20, 0.3, null))
            .withRegulariser(new RegulariserSpec(0, 0, 0, 0.1)))).withMessageContaining("classes");
  }
}

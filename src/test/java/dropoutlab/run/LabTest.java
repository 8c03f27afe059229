package dropoutlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Finding;
import dropoutlab.frame.Frame;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Portrait;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Question;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Sampling;
import dropoutlab.frame.Uncertainty;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.Pin;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.TrainingSpec;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LabTest {
  private static final long PATIENCE_SECONDS = 60;
  private static final Experiment EXPERIMENT = new Experiment("moons", null,
      new DataSpec.Generated(GeneratedSet.TWO_MOONS, 50, 80, 0.3, null),
      new NetworkSpec(0, List.of(new NetworkSpec.HiddenLayer(12, Activation.RELU, 0.3)), Initialisation.HE),
      new OptimiserSpec.Adam(0.01, 0.9, 0.999, 1e-8), new RegulariserSpec(0, 0, 0), new TrainingSpec(200, 16, true), 7,
      List.of());
  private static final DataSet DATA = DataSets.load(EXPERIMENT.data(), EXPERIMENT.dataSeed(), Path.of("."));

  private final Lab lab = new Lab();

  @AfterEach void close() { lab.close(); }

  private Frame frameThat(Predicate<Frame> wanted) {
    return await(() -> {
      lab.requestFrame();
      return lab.takeFrame().filter(wanted);
    });
  }

  private static <T> T await(Supplier<Optional<T>> source) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      Optional<T> found = source.get();
      if (found.isPresent()) return found.get();
      LockSupport.parkNanos(1_000_000);
    }
    throw new AssertionError("What was waited for did not come within " + PATIENCE_SECONDS + " seconds");
  }

  private static boolean finished(Frame frame) { return frame.state() instanceof RunState.Finished; }

  @Test void aWatchedRunHasTheBitsOfASessionThatNobodyWatched() {
    lab.send(new Command.Watch(PortraitRequest.standard()));
    lab.send(new Command.Load(EXPERIMENT, DATA, true));
    Frame last = frameThat(LabTest::finished);
    TrainingSession alone = new TrainingSession(EXPERIMENT, DATA);
    while (alone.progress().epoch() < 200) alone.step();
    assertThat(last.weights()).isEqualTo(alone.weights());
    assertThat(last.twin()).isEqualTo(alone.twinWeights().orElseThrow());
    assertThat(last.history().last(Curve.VALIDATION)).isEqualTo(alone.history().last(Curve.VALIDATION));
  }

  @Test void aPausedRunTakesStepsAndHalfStepsOneByOne() {
    lab.send(new Command.Load(EXPERIMENT, DATA, false));
    lab.send(new Command.Step());
    lab.send(new Command.HalfStep());
    lab.send(new Command.HalfStep());
    Frame frame = frameThat(f -> f.progress().phase() == Phase.MASK);
    assertThat(frame.progress().step()).isEqualTo(1);
    assertThat(frame.state()).isInstanceOf(RunState.Paused.class);
  }

  @Test void playingOnAfterTheEndAddsAsManyEpochs() {
    lab.send(new Command.Load(EXPERIMENT.withTraining(new TrainingSpec(3, 16, true)), DATA, true));
    frameThat(LabTest::finished);
    lab.send(new Command.Play());
    assertThat(frameThat(f -> finished(f) && f.progress().epoch() > 3).progress().epoch()).isEqualTo(6);
  }

  @Test void anEarlyStopEndsTheRunAndPlayingOnDoesNotMoveIt() {
    Experiment stopping = EXPERIMENT.withOptimiser(new OptimiserSpec.Adam(0.1, 0.9, 0.999, 1e-8))
        .withTraining(new TrainingSpec(5000, 16, true).withEarlyStopping(new EarlyStoppingSpec(5)));
    lab.send(new Command.Load(stopping, DATA, true));
    Frame last = frameThat(LabTest::finished);
    assertThat(last.progress().epoch()).isEqualTo(last.history().bestEpoch().orElseThrow() + 5).isLessThan(5000);
    lab.send(new Command.Play());
    lab.send(new Command.Step());
    Frame later = frameThat(LabTest::finished);
    assertThat(later.progress()).isEqualTo(last.progress());
    assertThat(later.weights()).isEqualTo(last.weights());
  }

  @Test void aResetStartsANewRunFromTheFirstWeights() {
    lab.send(new Command.Load(EXPERIMENT, DATA, false));
    Frame first = frameThat(_ -> true);
    lab.send(new Command.Step());
    lab.send(new Command.SetDropRates(List.of(0.0, 0.6)));
    lab.send(new Command.Reset());
    Frame again = frameThat(f -> f.run() > first.run());
    assertThat(again.weights()).isEqualTo(first.weights());
    assertThat(again.progress().step()).isZero();
    assertThat(again.experiment()).isEqualTo(EXPERIMENT);
  }

  @Test void changesOfPAndPinsAreInTheFramesExperiment() {
    lab.send(new Command.Load(EXPERIMENT, DATA, false));
    lab.send(new Command.SetDropRates(List.of(0.1, 0.5)));
    lab.send(new Command.SetPin(1, 4, Pin.KEPT));
    Frame frame = frameThat(f -> f.experiment().interventions().size() == 2);
    assertThat(frame.dropRates()).containsExactly(0.1, 0.5);
    assertThat(frame.network().layers().get(1).pin(4)).isEqualTo(Pin.KEPT);
    assertThat(frame.experiment().interventions().getFirst()).isInstanceOf(Intervention.SetDropRates.class);
  }

  @Test void scrubbingPausesAndPlayingReturnsToThePresent() {
    lab.send(new Command.Load(EXPERIMENT.withTraining(new TrainingSpec(20, 16, true)), DATA, true));
    frameThat(LabTest::finished);
    lab.send(new Command.Scrub(OptionalInt.of(7)));
    assertThat(frameThat(f -> f.scrubbed().isPresent()).progress().epoch()).isEqualTo(7);
    lab.send(new Command.Scrub(OptionalInt.empty()));
    assertThat(frameThat(f -> f.scrubbed().isEmpty()).progress().epoch()).isEqualTo(20);
  }

  @Test void divergencePublishesAFailureWithAdvice() {
    lab.send(new Command.Load(EXPERIMENT.withOptimiser(new OptimiserSpec.Sgd(1e30)), DATA, true));
    Frame frame = frameThat(f -> f.state() instanceof RunState.Failed);
    assertThat(((RunState.Failed) frame.state()).advice()).contains("learning rate");
    lab.send(new Command.Play());
    lab.send(new Command.Load(EXPERIMENT, DATA, false));
    assertThat(frameThat(f -> f.run() > frame.run()).state()).isInstanceOf(RunState.Ready.class);
  }

  private Refusal refusal() { return await(lab::takeRefusal); }

  /// Labels of numbers cannot be smoothed.
  private static Experiment misfit() {
    return EXPERIMENT.withData(new DataSpec.Generated(GeneratedSet.NOISY_LINE, 20, 20, 0.3, null))
        .withRegulariser(new RegulariserSpec(0, 0, 0, 0.1));
  }

  /// Oracle: the weights of a session that nobody stepped.
  @Test void noEpochsAreOverAtOnceAndLeaveTheFirstWeights() {
    Experiment none = EXPERIMENT.withTraining(EXPERIMENT.training().withEpochs(0));
    lab.send(new Command.Load(none, DATA, true));
    Frame frame = frameThat(LabTest::finished);
    assertThat(frame.progress().step()).isZero();
    assertThat(frame.weights()).isEqualTo(new TrainingSession(none, DATA).weights());
    lab.send(new Command.Play());
    assertThat(frameThat(LabTest::finished).progress().step()).isZero();
    lab.send(new Command.Step());
    assertThat(frameThat(f -> f.progress().step() == 1).state()).isEqualTo(new RunState.Paused());
  }

  /// Inputs of 3e38 give outputs that are infinite.
  @Test void aRunThatFailsBeforeItsFirstEpochSaysSo() {
    Tensor far = new Tensor(DATA.validation().size(), 2);
    far.fill(3e38f);
    DataSet data = DATA.withValidation(new Examples(far, DATA.validation().y()));
    lab.send(new Command.Load(EXPERIMENT, data, true));
    Frame frame = frameThat(f -> f.state() instanceof RunState.Failed);
    assertThat(((RunState.Failed) frame.state()).cause()).startsWith("Before the first epoch the ");
    assertThat(frame.history().size()).isZero();
    lab.send(new Command.Scrub(OptionalInt.of(3)));
    lab.send(new Command.Play());
    lab.send(new Command.Load(EXPERIMENT, DATA, true));
    assertThat(frameThat(LabTest::finished).run()).isEqualTo(frame.run() + 1);
  }

  private static void sendMisfit(Lab lab) {
    lab.send(new Command.Load(misfit(), DataSets.load(misfit(), Path.of(".")), true));
  }

  @Test void settingsThatDoNotFitTheDataAreRefusedInASentence() {
    sendMisfit(lab);
    Refusal refusal = refusal();
    assertThat(refusal.experiment()).isEqualTo(misfit());
    assertThat(refusal.why()).isEqualTo(new RunState.Failed("The settings do not fit the data: "
        + "regulariser.labelSmoothing: is for classes, the targets are numbers.",
        "Change that setting, or choose other data."));
    assertThat(lab.takeFrame()).isEmpty();
    lab.send(new Command.Load(EXPERIMENT, DATA, false));
    assertThat(frameThat(_ -> true).experiment()).isEqualTo(EXPERIMENT);
    assertThat(lab.takeRefusal()).isEmpty();
  }

  @Test void aRunGoesOnWhenTheNextIsRefused() {
    lab.send(new Command.Load(EXPERIMENT.withTraining(new TrainingSpec(1_000_000, 16, false)), DATA, true));
    Frame before = frameThat(f -> f.progress().step() > 0);
    sendMisfit(lab);
    assertThat(refusal().why().advice()).endsWith("; what ran before goes on.");
    Frame later = frameThat(f -> f.progress().step() > before.progress().step());
    assertThat(later.run()).isEqualTo(before.run());
    assertThat(later.state()).isInstanceOf(RunState.Running.class);
  }

  @Test void aPortraitFollowsTheRequest() {
    PortraitRequest request = new PortraitRequest(true, 30, true, 20, Optional.of(List.of(0.2, 0.1)), 0);
    lab.send(new Command.Load(EXPERIMENT, DATA, false));
    lab.send(new Command.Watch(request));
    Portrait portrait = await(() -> lab.takePortrait().filter(p -> p.probe().isPresent()));
    Uncertainty.Maps maps = (Uncertainty.Maps) portrait.uncertainty().orElseThrow();
    assertThat(maps.passes()).isEqualTo(30);
    assertThat(maps.sd().rows()).isEqualTo(400);
    assertThat(portrait.probe().orElseThrow().values().rows()).isEqualTo(30);
    lab.send(new Command.Watch(new PortraitRequest(false, 30, true, 20, Optional.empty(), 0)));
    assertThat(await(() -> lab.takePortrait().filter(p -> p.uncertainty().isEmpty())).probe()).isEmpty();
  }

  private static Question.Plane plane(int passes, int cells) {
    return new Question.Plane(new Sampling(passes, true, OptionalDouble.empty()), cells, Optional.empty(),
        Optional.empty());
  }

  private Answer answerTo(Question question) {
    return await(() -> lab.takeAnswer().filter(answer -> answer.question() == question));
  }

  @Test void everyFrameAnswersTheQuestionThatStandsUntilNoneDoes() {
    Question question = plane(20, 12);
    lab.send(new Command.Load(EXPERIMENT, DATA, false));
    lab.send(new Command.Ask(Optional.of(question)));
    Finding.Plane first = (Finding.Plane) answerTo(question).finding();
    lab.send(new Command.Step());
    Finding.Plane second = (Finding.Plane) answerTo(question).finding();
    assertThat(first.entropy().rows()).isEqualTo(144);
    assertThat(second.mean()).isNotEqualTo(first.mean());
    lab.send(new Command.Ask(Optional.empty()));
    lab.send(new Command.Step());
    frameThat(frame -> frame.progress().step() == 2);
    assertThat(lab.takeAnswer()).isEmpty();
    assertThat(lab.answered()).isNaN();
  }

  /// The first question would take minutes.
  @Test void aNewQuestionDoesNotWaitForTheAnswerToTheLast() {
    Question patient = plane(10_000, 400), quick = plane(1, 4);
    lab.send(new Command.Load(EXPERIMENT, DATA, false));
    lab.send(new Command.Ask(Optional.of(patient)));
    await(() -> Optional.of(lab.answered()).filter(share -> share > 0));
    lab.send(new Command.Ask(Optional.of(quick)));
    assertThat(await(lab::takeAnswer).question()).isSameAs(quick);
  }

  @Test void aTrainingRunIsAnsweredAndKeepsItsBits() {
    Question question = plane(30, 20);
    lab.send(new Command.Ask(Optional.of(question)));
    lab.send(new Command.Load(EXPERIMENT, DATA, true));
    Frame met = frameThat(frame -> frame.progress().epoch() > 0);
    answerTo(question);
    // A machine that is slow to look sees nothing but the end.
    Frame last = finished(met) ? met : frameThat(LabTest::finished);
    TrainingSession alone = new TrainingSession(EXPERIMENT, DATA);
    while (alone.progress().epoch() < 200) alone.step();
    assertThat(last.weights()).isEqualTo(alone.weights());
  }

  @Test void whatCannotBeComputedIsToldInASentence() {
    Experiment line = EXPERIMENT.withData(new DataSpec.Generated(GeneratedSet.NOISY_LINE, 30, 20, 0.2, null));
    lab.send(new Command.Ask(Optional.of(new Question.Line(Sampling.standard(), new NoiseSource.Prior(1), 10,
        Optional.empty(), Optional.empty(), false))));
    lab.send(new Command.Load(line, DataSets.load(line, Path.of(".")), false));
    assertThat(await(lab::takeFault))
        .isEqualTo("tau from a length-scale needs weight decay (regulariser.l2), but it is 0.0.");
  }
}

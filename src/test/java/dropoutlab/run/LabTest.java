package dropoutlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Learned;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Sampling;
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
import java.util.OptionalLong;
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
  private long run;

  @AfterEach void close() { lab.close(); }

  private void load(Experiment experiment, DataSet data, boolean play) { run = lab.load(experiment, data, play); }

  private void intervene(Intervention change) { lab.send(new Command.Intervene(run, change)); }

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
    lab.send(new Command.Ask(run, Slot.LEARNED, Optional.of(new Query.Learned(60))));
    lab.send(new Command.Ask(run, Slot.PASSES, Optional.of(plane(100, 60))));
    load(EXPERIMENT, DATA, true);
    Frame last = frameThat(LabTest::finished);
    TrainingSession alone = new TrainingSession(EXPERIMENT, DATA);
    while (alone.progress().epoch() < 200) alone.step();
    assertThat(last.weights()).isEqualTo(alone.weights());
    assertThat(last.twin()).isEqualTo(alone.twinWeights().orElseThrow());
    assertThat(last.history().last(Curve.VALIDATION)).isEqualTo(alone.history().last(Curve.VALIDATION));
  }

  @Test void aPausedRunTakesStepsAndHalfStepsOneByOne() {
    load(EXPERIMENT, DATA, false);
    lab.send(new Command.Step(run));
    lab.send(new Command.HalfStep(run));
    lab.send(new Command.HalfStep(run));
    Frame frame = frameThat(f -> f.progress().phase() == Phase.MASK);
    assertThat(frame.progress().step()).isEqualTo(1);
    assertThat(frame.state()).isInstanceOf(RunState.Paused.class);
  }

  @Test void masksAreDrawnForLookingUntilTheRunMovesOn() {
    load(EXPERIMENT, DATA, false);
    lab.send(new Command.Redraw(run, 0));
    Frame ready = frameThat(f -> f.redrawn().isPresent());
    assertThat(ready.state()).isInstanceOf(RunState.Ready.class);
    assertThat(ready.network().layers().get(1).mask().isEmpty()).isFalse();
    assertThat(ready.progress().step()).isZero();
    for (Command next : List.of(new Command.Step(run), new Command.HalfStep(run),
        new Command.Scrub(run, OptionalInt.of(0)), new Command.Scrub(run, OptionalInt.empty()))) {
      lab.send(new Command.Redraw(run, 5));
      assertThat(frameThat(f -> f.redrawn().equals(OptionalLong.of(5))).scrubbed()).isEmpty();
      lab.send(next);
      assertThat(frameThat(f -> f.redrawn().isEmpty()).state()).isNotInstanceOf(RunState.Running.class);
    }
    lab.send(new Command.Play(run));
    lab.send(new Command.Redraw(run, 6));
    assertThat(frameThat(f -> f.redrawn().equals(OptionalLong.of(6))).state()).isNotInstanceOf(RunState.Running.class);
    lab.send(new Command.Play(run));
    assertThat(frameThat(LabTest::finished).redrawn()).isEmpty();
  }

  @Test void aRunWhoseMasksWereDrawnForLookingHasTheBitsOfASessionThatNobodyWatched() {
    load(EXPERIMENT, DATA, false);
    for (int draw = 0; draw < 50; draw++) {
      lab.send(new Command.Redraw(run, draw));
      lab.send(draw % 2 == 0 ? new Command.Step(run) : new Command.HalfStep(run));
    }
    Frame last = frameThat(f -> f.progress().step() == 25 && f.progress().phase() == Phase.FORWARD);
    TrainingSession alone = new TrainingSession(EXPERIMENT, DATA);
    while (alone.progress().step() < 25) alone.step();
    assertThat(last.weights()).isEqualTo(alone.weights());
    assertThat(last.redrawn()).isEmpty();
  }

  @Test void playingOnAfterTheEndAddsAsManyEpochs() {
    load(EXPERIMENT.withTraining(new TrainingSpec(3, 16, true)), DATA, true);
    frameThat(LabTest::finished);
    lab.send(new Command.Play(run));
    assertThat(frameThat(f -> finished(f) && f.progress().epoch() > 3).progress().epoch()).isEqualTo(6);
  }

  @Test void anEarlyStopEndsTheRunAndPlayingOnDoesNotMoveIt() {
    Experiment stopping = EXPERIMENT.withOptimiser(new OptimiserSpec.Adam(0.1, 0.9, 0.999, 1e-8))
        .withTraining(new TrainingSpec(5000, 16, true).withEarlyStopping(new EarlyStoppingSpec(5)));
    load(stopping, DATA, true);
    Frame last = frameThat(LabTest::finished);
    assertThat(last.progress().epoch()).isEqualTo(last.history().bestEpoch().orElseThrow() + 5).isLessThan(5000);
    lab.send(new Command.Play(run));
    lab.send(new Command.Step(run));
    Frame later = frameThat(LabTest::finished);
    assertThat(later.progress()).isEqualTo(last.progress());
    assertThat(later.weights()).isEqualTo(last.weights());
  }

  @Test void theSameExperimentAgainStartsANewRunFromTheFirstWeights() {
    load(EXPERIMENT, DATA, false);
    Frame first = frameThat(_ -> true);
    lab.send(new Command.Step(run));
    intervene(new Intervention.SetDropRates(0, List.of(0.0, 0.6)));
    load(EXPERIMENT, DATA, false);
    Frame again = frameThat(f -> f.run() > first.run());
    assertThat(again.weights()).isEqualTo(first.weights());
    assertThat(again.progress().step()).isZero();
    assertThat(again.experiment()).isEqualTo(EXPERIMENT);
  }

  @Test void changesOfPAndPinsAreInTheFramesExperiment() {
    load(EXPERIMENT, DATA, false);
    intervene(new Intervention.SetDropRates(0, List.of(0.1, 0.5)));
    intervene(new Intervention.SetPin(0, 1, 4, Pin.KEPT));
    Frame frame = frameThat(f -> f.experiment().interventions().size() == 2);
    assertThat(frame.dropRates()).containsExactly(0.1, 0.5);
    assertThat(frame.network().layers().get(1).pin(4)).isEqualTo(Pin.KEPT);
    assertThat(frame.experiment().interventions().getFirst()).isInstanceOf(Intervention.SetDropRates.class);
  }

  @Test void scrubbingPausesAndPlayingReturnsToThePresent() {
    load(EXPERIMENT.withTraining(new TrainingSpec(20, 16, true)), DATA, true);
    frameThat(LabTest::finished);
    lab.send(new Command.Scrub(run, OptionalInt.of(7)));
    assertThat(frameThat(f -> f.scrubbed().isPresent()).progress().epoch()).isEqualTo(7);
    lab.send(new Command.Scrub(run, OptionalInt.empty()));
    assertThat(frameThat(f -> f.scrubbed().isEmpty()).progress().epoch()).isEqualTo(20);
  }

  @Test void divergencePublishesAFailureWithAdvice() {
    load(EXPERIMENT.withOptimiser(new OptimiserSpec.Sgd(1e30)), DATA, true);
    Frame frame = frameThat(f -> f.state() instanceof RunState.Failed);
    assertThat(((RunState.Failed) frame.state()).advice()).contains("learning rate");
    lab.send(new Command.Play(run));
    load(EXPERIMENT, DATA, false);
    assertThat(frameThat(f -> f.run() > frame.run()).state()).isInstanceOf(RunState.Ready.class);
  }

  private Refusal refusal() { return await(lab::takeRefusal); }

  /// Smoothing is for labels of classes, not for numbers.
  private static Experiment misfit() {
    return EXPERIMENT.withData(new DataSpec.Generated(GeneratedSet.NOISY_LINE, 20, 20, 0.3, null))
        .withRegulariser(new RegulariserSpec(0, 0, 0, 0.1));
  }

  /// Oracle: the weights of a session that took no step.
  @Test void noEpochsAreOverAtOnceAndLeaveTheFirstWeights() {
    Experiment none = EXPERIMENT.withTraining(EXPERIMENT.training().withEpochs(0));
    load(none, DATA, true);
    Frame frame = frameThat(LabTest::finished);
    assertThat(frame.progress().step()).isZero();
    assertThat(frame.weights()).isEqualTo(new TrainingSession(none, DATA).weights());
    lab.send(new Command.Play(run));
    assertThat(frameThat(LabTest::finished).progress().step()).isZero();
    lab.send(new Command.Step(run));
    assertThat(frameThat(f -> f.progress().step() == 1).state()).isEqualTo(new RunState.Paused());
  }

  /// Inputs of 3e38 give infinite outputs.
  @Test void aRunThatFailsBeforeItsFirstEpochSaysSo() {
    Tensor far = new Tensor(DATA.validation().size(), 2);
    far.fill(3e38f);
    DataSet data = DATA.withValidation(new Examples(far, DATA.validation().y()));
    load(EXPERIMENT, data, true);
    Frame frame = frameThat(f -> f.state() instanceof RunState.Failed);
    assertThat(((RunState.Failed) frame.state()).cause()).startsWith("Before the first epoch the ");
    assertThat(frame.history().size()).isZero();
    lab.send(new Command.Scrub(run, OptionalInt.of(3)));
    lab.send(new Command.Play(run));
    load(EXPERIMENT, DATA, true);
    assertThat(frameThat(LabTest::finished).run()).isEqualTo(frame.run() + 1);
  }

  private long sendMisfit() { return lab.load(misfit(), DataSets.load(misfit(), Path.of(".")), true); }

  @Test void settingsThatDoNotFitTheDataAreRefusedInASentence() {
    long refused = sendMisfit();
    Refusal refusal = refusal();
    assertThat(refusal.run()).isEqualTo(refused);
    assertThat(refusal.goesOn()).isZero();
    assertThat(refusal.why()).isEqualTo(new RunState.Failed("The settings do not fit the data: "
        + "regulariser.labelSmoothing: is for classes, the targets are numbers.",
        "Change that setting, or choose other data."));
    assertThat(lab.takeFrame()).isEmpty();
    load(EXPERIMENT, DATA, false);
    assertThat(frameThat(_ -> true).experiment()).isEqualTo(EXPERIMENT);
    assertThat(lab.takeRefusal()).isEmpty();
  }

  @Test void aRunGoesOnWhenTheNextIsRefused() {
    load(EXPERIMENT.withTraining(new TrainingSpec(1_000_000, 16, false)), DATA, true);
    Frame before = frameThat(f -> f.progress().step() > 0);
    sendMisfit();
    Refusal refusal = refusal();
    assertThat(refusal.goesOn()).isEqualTo(before.run());
    assertThat(refusal.why().advice()).endsWith("; what ran before goes on.");
    Frame later = frameThat(f -> f.progress().step() > before.progress().step());
    assertThat(later.run()).isEqualTo(before.run());
    assertThat(later.state()).isInstanceOf(RunState.Running.class);
  }

  @Test void eachSlotIsAnsweredByItself() {
    load(EXPERIMENT, DATA, false);
    Query.Plane passes = new Query.Plane(new Sampling(30, true, OptionalDouble.empty()), 20,
        Optional.of(List.of(0.2, 0.1)), Optional.empty());
    lab.send(new Command.Ask(run, Slot.LEARNED, Optional.of(new Query.Learned(10))));
    lab.send(new Command.Ask(run, Slot.PASSES, Optional.of(passes)));
    Result.Plane maps = (Result.Plane) await(() -> lab.takeAnswer(Slot.PASSES).filter(a -> !a.draft())).result();
    assertThat(maps.passes()).isEqualTo(30);
    assertThat(maps.variance().rows()).isEqualTo(400);
    assertThat(maps.probe().orElseThrow().values().rows()).isEqualTo(30);
    Learned.DecisionMap learned =
        (Learned.DecisionMap) await(() -> lab.takeAnswer(Slot.LEARNED).filter(a -> !a.draft())).result();
    assertThat(learned.network().rows()).isEqualTo(100);
    assertThat(lab.takeAnswer(Slot.INQUIRY)).isEmpty();
  }

  private static Query.Plane plane(int passes, int cells) {
    return new Query.Plane(new Sampling(passes, true, OptionalDouble.empty()), cells, Optional.empty(),
        Optional.empty());
  }

  private Answer answerTo(Query question) {
    return await(() -> lab.takeAnswer(Slot.INQUIRY).filter(answer -> answer.query() == question && !answer.draft()));
  }

  @Test void everyFrameAnswersTheQuestionThatStandsUntilNoneDoes() {
    Query question = plane(20, 12);
    load(EXPERIMENT, DATA, false);
    lab.send(new Command.Ask(run, Slot.INQUIRY, Optional.of(question)));
    Result.Plane first = (Result.Plane) answerTo(question).result();
    lab.send(new Command.Step(run));
    Result.Plane second = (Result.Plane) answerTo(question).result();
    assertThat(first.entropy().rows()).isEqualTo(144);
    assertThat(second.mean()).isNotEqualTo(first.mean());
    lab.send(new Command.Ask(run, Slot.INQUIRY, Optional.empty()));
    lab.send(new Command.Step(run));
    frameThat(frame -> frame.progress().step() == 2);
    assertThat(lab.takeAnswer(Slot.INQUIRY)).isEmpty();
    assertThat(lab.answered(Slot.INQUIRY)).isNaN();
  }

  /// The first question would take minutes.
  @Test void aNewQuestionDoesNotWaitForTheAnswerToTheLast() {
    Query patient = plane(10_000, 400), quick = plane(1, 4);
    load(EXPERIMENT, DATA, false);
    lab.send(new Command.Ask(run, Slot.INQUIRY, Optional.of(patient)));
    await(() -> Optional.of(lab.answered(Slot.INQUIRY)).filter(share -> share > 0));
    lab.send(new Command.Ask(run, Slot.INQUIRY, Optional.of(quick)));
    assertThat(await(() -> lab.takeAnswer(Slot.INQUIRY).filter(answer -> answer.query() != patient)).query()).isSameAs(quick);
  }

  @Test void aTrainingRunIsAnsweredAndKeepsItsBits() {
    Query question = plane(30, 20);
    lab.send(new Command.Ask(run, Slot.INQUIRY, Optional.of(question)));
    load(EXPERIMENT, DATA, true);
    Frame met = frameThat(frame -> frame.progress().epoch() > 0);
    answerTo(question);
    // On a machine that is slow to look, only the end is seen.
    Frame last = finished(met) ? met : frameThat(LabTest::finished);
    TrainingSession alone = new TrainingSession(EXPERIMENT, DATA);
    while (alone.progress().epoch() < 200) alone.step();
    assertThat(last.weights()).isEqualTo(alone.weights());
  }

  @Test void whatCannotBeComputedIsToldInASentence() {
    Experiment line = EXPERIMENT.withData(new DataSpec.Generated(GeneratedSet.NOISY_LINE, 30, 20, 0.2, null));
    lab.send(new Command.Ask(run, Slot.INQUIRY, Optional.of(new Query.Line(Sampling.standard(), new NoiseSource.Prior(1), 10,
        Optional.empty(), Optional.empty(), false))));
    load(line, DataSets.load(line, Path.of(".")), false);
    assertThat(await(lab::takeFault))
        .isEqualTo("tau from a length-scale needs weight decay (regulariser.l2), but it is 0.");
  }

  /// Data whose examples disappear while the session runs, which no file and no setting can cause.
  private static void spoil(DataSet data) {
    data.train().y().share(new Tensor(1, data.train().y().cols()));
  }

  @Test void aFaultEndsTheRunInASentenceAndTheEngineTakesTheNext() {
    DataSet data = DataSets.load(EXPERIMENT, Path.of("."));
    load(EXPERIMENT, data, false);
    frameThat(frame -> frame.run() == run);
    spoil(data);
    lab.send(new Command.Step(run));
    Frame failed = frameThat(frame -> frame.state() instanceof RunState.Failed);
    assertThat(failed.run()).isEqualTo(run);
    assertThat(((RunState.Failed) failed.state()).cause())
        .startsWith("The run stopped because of a fault in the program: ArrayIndexOutOfBoundsException");
    lab.send(new Command.Play(run));
    lab.send(new Command.Step(run));
    lab.send(new Command.HalfStep(run));
    load(EXPERIMENT, DATA, true);
    frameThat(frame -> frame.run() == run && frame.progress().step() > 2);
    assertThat(lab.hasEnded()).isFalse();
  }

  @Test void anExperimentThatCannotEvenBeginIsRefusedAndWhatRanGoesOn() {
    load(EXPERIMENT, DATA, false);
    Frame before = frameThat(_ -> true);
    DataSet data = DataSets.load(EXPERIMENT, Path.of("."));
    spoil(data);
    long refused = lab.load(EXPERIMENT, data, true);
    Refusal refusal = refusal();
    assertThat(refusal.run()).isEqualTo(refused);
    assertThat(refusal.goesOn()).isEqualTo(before.run());
    assertThat(refusal.why().cause())
        .startsWith("This experiment could not be opened because of a fault in the program: ");
    lab.send(new Command.Step(before.run()));
    assertThat(frameThat(frame -> frame.progress().step() == 1).run()).isEqualTo(before.run());
  }

  @Test void aChangeThatDoesNotFitIsToldAndTakesNoEffect() {
    load(EXPERIMENT, DATA, false);
    intervene(new Intervention.SetPin(0, 1, 12, Pin.DROPPED));
    assertThat(await(lab::takeFault)).isEqualTo("This network cannot be changed so: interventions: step 0 pins unit 12 "
        + "of layer 1, which the network does not have.");
    intervene(new Intervention.SetPin(0, 0, 2, Pin.DROPPED));
    assertThat(await(lab::takeFault))
        .isEqualTo("This network cannot be changed so: Input 2 cannot be pinned: the data have 2 inputs.");
    intervene(new Intervention.SetDropRates(0, List.of(0.1, 0.2, 0.3)));
    assertThat(await(lab::takeFault)).contains("names 3 drop rates, the network has 2");
    lab.send(new Command.Step(run));
    Frame frame = frameThat(f -> f.progress().step() == 1);
    assertThat(frame.experiment()).isEqualTo(EXPERIMENT);
    assertThat(frame.state()).isInstanceOf(RunState.Paused.class);
  }

  /// Only closing the lab interrupts the simulation in the program; here the test interrupts it from outside.
  @Test void anEngineThatEndedAllTheSameIsStartedAgain() throws InterruptedException {
    load(EXPERIMENT, DATA, true);
    Frame before = frameThat(frame -> frame.progress().step() > 0);
    List<Thread> ended = lab.threads();
    ended.forEach(Thread::interrupt);
    for (Thread thread : ended) thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    assertThat(lab.hasEnded()).isTrue();
    assertThat(lab.revive()).isTrue();
    assertThat(lab.hasEnded()).isFalse();
    lab.takeFrame();
    load(EXPERIMENT, DATA, true);
    assertThat(run).isGreaterThan(before.run());
    frameThat(frame -> frame.run() == run && frame.progress().step() > 2);
    long now = run;
    lab.send(new Command.Ask(run, Slot.LEARNED, Optional.of(new Query.Learned(10))));
    await(() -> lab.takeAnswer(Slot.LEARNED).filter(answer -> answer.run() == now));
    Query question = plane(5, 4);
    lab.send(new Command.Ask(run, Slot.INQUIRY, Optional.of(question)));
    answerTo(question);
    lab.close();
    assertThat(lab.hasEnded()).isFalse();
  }
}

package dropoutlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.Presets;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Runs that are saved while they train and go on in another lab. Oracle: a session that was never interrupted.
class SavedRunTest {
  private static final long PATIENCE_SECONDS = 60;
  private static final Experiment EXPERIMENT =
      Presets.load("two-moons").withTraining(Presets.load("two-moons").training().withEpochs(60));
  private static final DataSet DATA = DataSets.load(EXPERIMENT, Path.of(""));

  private final Lab lab = new Lab();
  private final Lab other = new Lab();

  @AfterEach void close() {
    lab.close();
    other.close();
  }

  private static Frame frameThat(Lab lab, Predicate<Frame> wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      lab.requestFrame();
      Optional<Frame> found = lab.takeFrame().filter(wanted);
      if (found.isPresent()) return found.get();
      LockSupport.parkNanos(200_000);
    }
    throw new AssertionError("No such frame came within " + PATIENCE_SECONDS + " seconds");
  }

  private static <T> T got(CompletableFuture<T> future) throws Exception {
    return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static boolean finished(Frame frame) { return frame.state() instanceof RunState.Finished; }

  private static TrainingSession alone(Experiment experiment, int epochs) {
    TrainingSession session = new TrainingSession(experiment, DATA);
    while (session.progress().epoch() < epochs) session.step();
    return session;
  }

  @Test void aRunThatIsSavedAgainAndAgainKeepsItsBitsAndEachGoesOn() throws Exception {
    long run = lab.load(EXPERIMENT, DATA, true);
    Saved saved = got(lab.save(run));
    for (Saved next = saved; !(next.state() instanceof RunState.Finished); next = got(lab.save(run))) saved = next;
    Frame last = frameThat(lab, SavedRunTest::finished);
    TrainingSession expected = alone(EXPERIMENT, 60);
    assertThat(last.weights()).isEqualTo(expected.weights());
    other.load(saved.experiment(), DATA, saved.checkpoint(), true);
    Frame resumed = frameThat(other, SavedRunTest::finished);
    assertThat(resumed.weights()).isEqualTo(expected.weights());
    assertThat(resumed.twin()).isEqualTo(expected.twinWeights().orElseThrow());
    assertThat(resumed.progress().epoch()).isEqualTo(60);
    assertThat(resumed.history().last(Curve.VALIDATION)).isEqualTo(expected.history().last(Curve.VALIDATION));
  }

  @Test void aSavedRunIsShownPausedAtItsStepAndPhase() throws Exception {
    long run = lab.load(EXPERIMENT, DATA, false);
    for (int i = 0; i < 7; i++) lab.send(new Command.Step(run));
    lab.send(new Command.HalfStep(run));
    lab.send(new Command.Intervene(run, new Intervention.SetDropRates(0, List.of(0.0, 0.6, 0.1))));
    lab.send(new Command.HalfStep(run));
    Saved saved = got(lab.save(run));
    assertThat(saved.state()).isEqualTo(new RunState.Paused());
    assertThat(saved.progress().phase()).isEqualTo(Phase.MASK);
    assertThat(saved.experiment().interventions()).hasSize(1);
    long again = other.load(saved.experiment(), DATA, saved.checkpoint(), false);
    Frame shown = frameThat(other, frame -> frame.run() == again);
    assertThat(shown.state()).isEqualTo(new RunState.Paused());
    assertThat(shown.progress()).isEqualTo(saved.progress());
    assertThat(shown.network()).as("the masks of the step under way").isEqualTo(saved.frame().network());
    assertThat(shown.weights()).isEqualTo(saved.frame().weights());
  }

  @Test void aRunThatHasNotBegunIsReadyAndOneThatIsDoneIsFinished() throws Exception {
    long run = lab.load(EXPERIMENT, DATA, false);
    Saved first = got(lab.save(run));
    assertThat(first.state()).isEqualTo(new RunState.Ready());
    lab.send(new Command.Play(run));
    frameThat(lab, SavedRunTest::finished);
    Saved last = got(lab.save(run));
    other.load(first.experiment(), DATA, first.checkpoint(), false);
    assertThat(frameThat(other, _ -> true).state()).isEqualTo(new RunState.Ready());
    long done = other.load(last.experiment(), DATA, last.checkpoint(), true);
    assertThat(frameThat(other, frame -> frame.run() == done).state()).isEqualTo(new RunState.Finished());
  }

  /// Once it was played on, a run stops at twice the planned epochs.
  @Test void theGoalIsAsItWas() throws Exception {
    long run = lab.load(EXPERIMENT, DATA, true);
    frameThat(lab, SavedRunTest::finished);
    lab.send(new Command.Play(run));
    lab.send(new Command.Pause(run));
    Saved saved = got(lab.save(run));
    other.load(saved.experiment(), DATA, saved.checkpoint(), true);
    Frame end = frameThat(other, SavedRunTest::finished);
    assertThat(end.progress().epoch()).isEqualTo(120);
    assertThat(end.weights()).isEqualTo(alone(EXPERIMENT, 120).weights());
  }

  @Test void aPastFrameIsThatOfTheScrubberAndWhatIsShownStays() throws Exception {
    long run = lab.load(EXPERIMENT, DATA, true);
    frameThat(lab, SavedRunTest::finished);
    Saved saved = got(lab.save(run));
    Frame past = got(lab.past(run, 17));
    assertThat(past.scrubbed()).hasValue(17);
    assertThat(past.weights()).isEqualTo(alone(EXPERIMENT, 17).weights());
    lab.requestFrame();
    lab.send(new Command.Pause(run));
    assertThat(frameThat(lab, SavedRunTest::finished).scrubbed()).isEmpty();
    long again = other.load(saved.experiment(), DATA, saved.checkpoint(), false);
    assertThat(got(other.past(again, 17)).weights()).as("in the loaded run").isEqualTo(past.weights());
    other.send(new Command.Scrub(again, OptionalInt.of(9)));
    assertThat(frameThat(other, frame -> frame.scrubbed().isPresent()).weights())
        .isEqualTo(alone(EXPERIMENT, 9).weights());
  }

  @Test void whatIsAskedOfARunThatIsOverEndsInASentence() {
    assertThatThrownBy(() -> got(lab.save(0))).hasRootCauseMessage(
        "This training was replaced by another before it could be saved.");
    long old = lab.load(EXPERIMENT, DATA, true);
    lab.load(EXPERIMENT, DATA, false);
    assertThatThrownBy(() -> got(lab.save(old))).hasRootCauseMessage(
        "This training was replaced by another before it could be saved.");
    assertThatThrownBy(() -> got(lab.past(old, 3))).hasRootCauseMessage(
        "This training was replaced by another before its past could be shown.");
    assertThatThrownBy(() -> got(lab.save(old + 9))).hasRootCauseInstanceOf(IllegalStateException.class);
  }

  /// The examples disappear while the session runs, which no file and no setting can cause.
  @Test void aRunThatAFaultHasEndedIsNotSaved() {
    DataSet data = DataSets.load(EXPERIMENT, Path.of(""));
    long run = lab.load(EXPERIMENT, data, false);
    frameThat(lab, frame -> frame.run() == run);
    data.train().y().share(new Tensor(1, data.train().y().cols()));
    lab.send(new Command.Step(run));
    assertThatThrownBy(() -> got(lab.save(run))).hasRootCauseMessage(
        "A fault has ended this training in the middle of a step, from where it cannot go on: reset it.");
  }

  @Test void whatIsAskedOfAClosedLabIsCancelled() {
    long run = lab.load(EXPERIMENT, DATA, false);
    lab.close();
    assertThatThrownBy(() -> got(lab.save(run))).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> got(lab.past(run, 1))).isInstanceOf(CancellationException.class);
  }

  @Test void aCheckpointThatDoesNotFitIsRefusedAndWhatRanGoesOn() throws Exception {
    long run = lab.load(EXPERIMENT, DATA, false);
    Saved saved = got(lab.save(run));
    Checkpoint damaged = new Checkpoint(3, saved.checkpoint().tables(), saved.checkpoint().words());
    lab.load(EXPERIMENT, DATA, damaged, true);
    Refusal refusal = null;
    while (refusal == null) refusal = lab.takeRefusal().orElse(null);
    assertThat(refusal.goesOn()).isEqualTo(run);
    assertThat(refusal.why().sentences()).isEqualTo(
        "The saved training stands at step 3, which is not batch 0 of epoch 0. Choose another file, or train its experiment from its first step; what ran before goes on.");
    lab.send(new Command.Step(run));
    assertThat(frameThat(lab, frame -> frame.progress().step() == 1).run()).isEqualTo(run);
  }
}

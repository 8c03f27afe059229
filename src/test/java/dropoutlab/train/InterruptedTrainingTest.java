package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.nn.state.RestoredState;
import dropoutlab.nn.state.SavedState;
import dropoutlab.run.SecondCore;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.Pin;
import dropoutlab.spec.Presets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What may lie around the step at which a training is saved: half-steps, changes by hand, failures and the past.
/// Oracle: the session that was never interrupted.
class InterruptedTrainingTest {
  private static final SecondCore CORE = new SecondCore();

  @AfterAll static void close() { CORE.close(); }

  /// In each phase of a step; a rate is changed within the step.
  @Test void halfStepsAreTakenAgain() {
    Experiment experiment = Sessions.among(Presets.load("two-moons"));
    DataSet data = Sessions.data(experiment);
    for (Phase phase : Phase.values()) {
      TrainingSession straight = new TrainingSession(experiment, data);
      assertThat(straight.trainTo(3, phase)).isTrue();
      straight.intervene(new Intervention.SetDropRates(0, List.of(0.1, 0.6, 0.2)));
      TrainingSession resumed = TrainingSession.resume(straight.experiment(), data, straight.checkpoint(), CORE);
      if (phase != Phase.UPDATE) Sessions.assertSame(resumed, straight, phase + " at once");
      assertThat(Sessions.frame(resumed).progress()).isEqualTo(Sessions.frame(straight).progress());
      for (int i = 0; i < 6; i++) {
        straight.halfStep();
        resumed.halfStep();
        Sessions.assertSame(resumed, straight, phase + " and " + i);
      }
    }
  }

  @Test void aTrainingGoesToAnyPhaseOfAnyStep() {
    Experiment experiment = Presets.load("two-moons");
    TrainingSession session = new TrainingSession(experiment, Sessions.data(experiment));
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
      Experiment experiment = Sessions.with(Presets.load("two-moons"), method)
          .withInterventions(List.of(new Intervention.SetDropRates(6, List.of(0.0, 0.7, 0.3)),
              new Intervention.SetPin(2, 1, 0, Pin.DROPPED), new Intervention.SetPin(11, 1, 0, Pin.RANDOM)));
      DataSet data = Sessions.data(experiment);
      for (int at = 0; at < 14; at++) changed(experiment, data, at);
    }
  }

  private static void changed(Experiment experiment, DataSet data, int at) {
    TrainingSession straight = new TrainingSession(experiment, data), resumed = null;
    for (int step = 0; step < 16; step++) {
      if (step == 4) both(straight, resumed, rates(0.2, 0.0, 0.0));
      if (step == 6) both(straight, resumed, each -> each.intervene(new Intervention.SetPin(0, 2, 1, Pin.KEPT)));
      if (step == at) {
        resumed = TrainingSession.resume(straight.experiment(), data, straight.checkpoint(), CORE);
        assertThat(resumed.dropRates()).isEqualTo(straight.dropRates());
        assertThat(pins(resumed)).isEqualTo(pins(straight));
      }
      if (step == 9) both(straight, resumed, rates(0.0, 0.4, 0.0));
      both(straight, resumed, TrainingSession::step);
    }
    Sessions.assertSame(resumed, straight, "changed by hand, from step " + at);
  }

  private static List<Pin> pins(TrainingSession session) {
    return Sessions.frame(session).network().layers().get(1).pins();
  }

  private static Consumer<TrainingSession> rates(Double... p) {
    return session -> session.intervene(new Intervention.SetDropRates(0, List.of(p)));
  }

  private static void both(TrainingSession one, TrainingSession other, Consumer<TrainingSession> move) {
    move.accept(one);
    if (other != null) move.accept(other);
  }

  /// The own network fails within an epoch, at the end of one, and before the first.
  @Test void aTrainingThatFailedStaysFailed() {
    Experiment small = Presets.load("two-moons");
    for (double rate : new double[] {1e30, 1e12, 1e5}) {
      Experiment bad = Sessions.among(small).withOptimiser(new OptimiserSpec.Sgd(rate));
      DataSet data = Sessions.data(bad);
      TrainingSession straight = new TrainingSession(bad, data);
      for (int i = 0; i < 400 && straight.failure().isEmpty(); i++) straight.halfStep();
      assertThat(straight.failure()).as("rate " + rate).isPresent();
      TrainingSession resumed = TrainingSession.resume(bad, data, straight.checkpoint(), CORE);
      assertThat(resumed.failure()).isEqualTo(straight.failure());
      resumed.step();
      Sessions.assertSame(resumed, straight, "rate " + rate);
    }
  }

  @Test void aTrainingOfWhichEachStandsAloneGoesOn() {
    Experiment bad = Sessions.among(Presets.load("two-moons")).withOptimiser(new OptimiserSpec.Sgd(1e30));
    DataSet data = Sessions.data(bad);
    TrainingSession straight = TrainingSession.eachAlone(bad, data, CORE);
    straight.step();
    TrainingSession resumed = TrainingSession.resume(bad, data, straight.checkpoint(), CORE);
    for (int i = 0; i < 20; i++) both(straight, resumed, TrainingSession::step);
    assertThat(straight.failure()).isEmpty();
    Sessions.assertSame(resumed, straight, "each alone");
  }

  /// A training of which a weight has just become infinite can be saved; it fails when it goes on.
  @Test void whatIsNoLongerFiniteGoesOnToo() {
    Experiment small = Presets.load("two-moons");
    DataSet data = Sessions.data(small);
    TrainingSession straight = new TrainingSession(small, data);
    straight.step();
    straight.learners().own().network().denses().getFirst().weights().value().set(0, 0, Float.POSITIVE_INFINITY);
    TrainingSession resumed = TrainingSession.resume(small, data, straight.checkpoint(), CORE);
    both(straight, resumed, TrainingSession::step);
    assertThat(resumed.failure()).isPresent();
    Sessions.assertSame(resumed, straight, "infinite");
  }

  /// The past is thinned in the checkpoint, and the next checkpoint of both is thinned to the same epochs.
  @Test void thePastCanBeGoneBackTo() {
    Experiment experiment = Presets.load("two-moons").withTraining(Presets.load("two-moons").training().withBatch(50));
    DataSet data = Sessions.data(experiment);
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
    Sessions.assertSame(resumed.checkpoint(12 * each), straight.checkpoint(12 * each), "thinned again");
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

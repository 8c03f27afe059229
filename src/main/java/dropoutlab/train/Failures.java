package dropoutlab.train;

import dropoutlab.nn.state.State;
import dropoutlab.words.Words;

/// Stops networks whose numbers are no longer finite, and gives them the weights of the end of the last good epoch
/// again. A network beside stops alone, and the others go on; with the experiment's own network or its twin the run
/// ends, unless each stands alone.
final class Failures {
  private final Learners learners;
  private final EpochRecords records;
  private final Runnable onEnd;
  private boolean eachAlone;
  private Failure ofRun;

  /// @param eachAlone whether the run goes on as long as any network does
  /// @param onEnd     called when the run has ended; its networks have good weights then
  Failures(Learners learners, EpochRecords records, boolean eachAlone, Runnable onEnd) {
    this.learners = learners;
    this.records = records;
    this.eachAlone = eachAlone;
    this.onEnd = onEnd;
  }

  /// Returns why the run has ended; null while it goes on.
  Failure ofRun() { return ofRun; }

  boolean runEnded() { return ofRun != null; }

  void keep(State state) {
    eachAlone = state.flag("eachAlone", eachAlone);
    ofRun = Failure.kept(state, ofRun);
  }

  /// Stops every network whose loss on the present batch is not finite.
  void checkLosses(int epoch) {
    for (Learner each : learners.all())
      if (each.learns() && !Double.isFinite(each.batchLoss())) stop(each, inEpoch(epoch), Unsound.BATCH_LOSS);
  }

  /// Stops every network of which a learnt rate is not finite.
  void checkLearntRates(int epoch) {
    for (Learner each : learners.all())
      if (each.learns() && !each.dropRates().learntAreFinite()) stop(each, inEpoch(epoch), Unsound.LEARNT_RATE);
  }

  private static String inEpoch(int epoch) { return Words.of("train.when.in", epoch + 1); }

  /// Stops every network of which something is not finite after `epoch`, and blanks its values in the measured row.
  void checkRow(int epoch, float[] row) {
    String when = epoch == 0 ? Words.of("train.when.before") : Words.of("train.when.after", epoch);
    for (Learner each : learners.all())
      if (each.learns()) records.unsound(each, row).ifPresent(what -> {
        stop(each, when, what);
        records.blank(each, row);
      });
  }

  private void stop(Learner learner, String when, Unsound what) {
    if (ofRun != null) return;
    String cause = Words.of("train.when.what", when, what.of(learner));
    if (records.isEmpty()) {
      ofRun = Failure.ofTheData(cause);
      onEnd.run();
      return;
    }
    Snapshots.Snapshot good = records.snapshots().last();
    Failure told = Failure.diverged(cause, learner.asked().optimiser().learningRate(), good.epoch() == 0
        ? Words.of("train.rest.first") : Words.of("train.rest.good", good.epoch()));
    if (learner.isBeside() || eachAlone) {
      learner.stop(told, good.weights().get(learners.all().indexOf(learner)));
      if (learners.all().stream().noneMatch(Learner::learns)) ofRun = told;
    } else {
      ofRun = told;
      learners.load(good);
      onEnd.run();
    }
  }
}

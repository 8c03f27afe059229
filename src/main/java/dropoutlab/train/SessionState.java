package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Phase;
import dropoutlab.nn.state.RestoredState;
import dropoutlab.nn.state.SavedState;
import dropoutlab.nn.state.State;
import dropoutlab.words.Words;
import java.util.List;

/// All that a session remembers between two steps, on its way into a [Checkpoint] and back.
final class SessionState {
  private static final String PHASE = "phase";

  private final DataSet data;
  private final Place at;
  private final Failures failures;
  private final LiveChanges changes;
  private final Batches batches;
  private final EpochRecords records;
  private final Learners learners;
  /// What tells the data apart from others; 0 before it is asked for.
  private long dataBits;

  SessionState(DataSet data, Place at, Failures failures, LiveChanges changes, Batches batches, EpochRecords records,
               Learners learners) {
    this.data = data;
    this.at = at;
    this.failures = failures;
    this.changes = changes;
    this.batches = batches;
    this.records = records;
    this.learners = learners;
  }

  /// Takes the state as it is now, between two steps or after the end of the run.
  Checkpoint checkpoint(long mostPastBytes) {
    SavedState state = new SavedState();
    keep(state, mostPastBytes);
    return inPhase(state.at(at.step), at.phase);
  }

  static Checkpoint inPhase(Checkpoint checkpoint, Phase phase) {
    return checkpoint.with(PHASE, List.of((long) phase.ordinal()));
  }

  /// Puts a state back. Returns the phase that is to be reached by half-steps; a run that has failed is already in the
  /// phase in which it failed.
  Phase restore(Checkpoint from) {
    RestoredState state = new RestoredState(from);
    at.step = from.step();
    keep(state, 0);
    Phase phase = Phase.values()[(int) state.count(PHASE, 0, 0, Phase.values().length - 1)];
    state.requireAllRead();
    at.phase = failures.runEnded() ? phase : Phase.UPDATE;
    if (at.finished && (phase != Phase.UPDATE || !records.endsWithBest())) throw state.impossible("finished");
    return phase;
  }

  /// The records come before the networks, through which their weights pass.
  private void keep(State state, long mostPastBytes) {
    if (dataBits == 0) dataBits = DataBits.of(data);
    if (state.count("data", dataBits, Long.MIN_VALUE, Long.MAX_VALUE) != dataBits)
      throw new IllegalArgumentException(Words.of("train.saved.data"));
    failures.keep(state.within("failures"));
    at.keep(state, batches.count(), failures.runEnded());
    changes.keep(state.within("changes"), at.step);
    batches.keep(state.within("batches"));
    records.keep(state.within("records"), at.epoch, failures.runEnded(), mostPastBytes);
    learners.keep(state.within("networks"));
  }
}

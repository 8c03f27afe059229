package dropoutlab.export.store;

import dropoutlab.export.HistoryFile;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/// A run as it is kept: training goes on from the checkpoint, or from the first step without one, up to `step`, and
/// because training is deterministic it computes the same bits either way. A light form without a checkpoint therefore
/// loses nothing but time.
///
/// @param experiment with all that was changed during the run
/// @param step       how many steps were taken
/// @param phase      the last half-step that was taken; `UPDATE` between steps
/// @param checkpoint of this run, at `step` or before it
/// @param history    the curves as CSV, for people; empty in the light form
@RecordBuilder
public record SavedRun(Experiment experiment, long step, Phase phase, State state, Optional<Checkpoint> checkpoint,
                       String history, View view) implements SavedRunBuilder.With {
  /// The state of the run when it was saved.
  public enum State {
    READY, RUNNING, PAUSED, FINISHED, FAILED;

    static State of(RunState state) {
      return switch (state) {
        case RunState.Ready _ -> READY;
        case RunState.Running _ -> RUNNING;
        case RunState.Paused _ -> PAUSED;
        case RunState.Finished _ -> FINISHED;
        case RunState.Failed _ -> FAILED;
      };
    }
  }

  public SavedRun {
    if (step < 0 || checkpoint.isPresent() && !(checkpoint.get().step() >= 0 && checkpoint.get().step() <= step))
      throw new IllegalArgumentException(Words.of("store.run.step"));
  }

  /// Makes the whole form, with which training goes on at once.
  ///
  /// @param frame      the present of the run
  /// @param checkpoint taken with the frame
  public static SavedRun of(Frame frame, Checkpoint checkpoint, View view) {
    return light(frame, view).with(run -> run.checkpoint(Optional.of(checkpoint))
        .history(HistoryFile.text(frame.history(), frame.hasTwin())));
  }

  /// Makes the light form, from which the run is trained again.
  public static SavedRun light(Frame frame, View view) {
    return new SavedRun(frame.experiment(), frame.progress().step(), frame.progress().phase(), State.of(frame.state()),
        Optional.empty(), "", view);
  }

  /// Returns this run with the checkpoint of an earlier moment if that belongs to the same run: nothing was changed
  /// since that takes effect before it.
  SavedRun onFrom(SavedRun earlier) {
    if (checkpoint.isPresent() || earlier.checkpoint.isEmpty()) return this;
    long at = earlier.checkpoint.get().step();
    boolean same = at <= step && before(earlier.experiment, at).equals(before(experiment, at))
        && earlier.experiment.withoutInterventions().equals(experiment.withoutInterventions());
    return same ? with(run -> run.checkpoint(earlier.checkpoint).history(earlier.history)) : this;
  }

  private static List<Intervention> before(Experiment experiment, long step) {
    return experiment.interventions().stream().filter(change -> change.step() < step).toList();
  }
}

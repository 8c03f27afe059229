package dropoutlab.train;

import dropoutlab.frame.Phase;
import dropoutlab.frame.Progress;
import dropoutlab.nn.state.State;
import dropoutlab.words.Words;

/// How far a run is.
final class Place {
  private static final int MOST_EPOCHS = 1 << 30;

  int epoch;
  int batch;
  long step;
  Phase phase = Phase.UPDATE;
  /// Whether early stopping has ended the run.
  boolean finished;

  Progress progress(int batches) { return new Progress(epoch, batch, batches, step, phase); }

  /// Names where a run is between two steps; its step is known. A run that has failed stands where it failed, perhaps
  /// within a step.
  ///
  /// @param batches the number of batches of an epoch
  void keep(State state, int batches, boolean failed) {
    epoch = (int) state.count("epoch", epoch, 0, MOST_EPOCHS);
    batch = (int) state.count("batch", batch, 0, batches);
    finished = state.flag("finished", finished);
    if (!state.isRestoring()) return;
    long begun = step - (long) epoch * batches;
    if (failed ? Math.abs(begun - batch) > batches : begun != batch || batch == batches)
      throw new IllegalArgumentException(Words.of("train.saved.place", step, batch, epoch));
  }
}

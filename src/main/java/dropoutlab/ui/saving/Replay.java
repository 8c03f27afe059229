package dropoutlab.ui.saving;

import dropoutlab.data.DataSet;
import dropoutlab.export.store.SavedRun;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Phase;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.ExperimentException;
import dropoutlab.train.Together;
import dropoutlab.train.TrainingSession;
import dropoutlab.words.Words;
import java.util.concurrent.CancellationException;

/// Trains a saved run again to where it was, from its checkpoint or from the first step: the bits are the same.
final class Replay {
  private static final int STEPS_AT_ONCE = 50;

  private Replay() {}

  static Checkpoint of(SavedRun run, DataSet data, ProgressMonitor watch) {
    boolean there = run.checkpoint().isPresent() && run.checkpoint().get().step() == run.step();
    if (there) return run.checkpoint().get();
    TrainingSession session = run.checkpoint().map(from -> TrainingSession.resume(run.experiment(), data, from, Together.IN_TURN))
        .orElseGet(() -> new TrainingSession(run.experiment(), data));
    long first = session.progress().step(), steps = Math.max(1, run.step() - first);
    for (long step = first; step < run.step(); step = session.progress().step()) {
      if (watch.abandoned()) throw new CancellationException();
      session.trainTo(Math.min(step + STEPS_AT_ONCE, run.step()), Phase.UPDATE);
      if (session.progress().step() == step) break;
      watch.done((session.progress().step() - first) / (double) steps);
    }
    session.trainTo(run.step(), run.phase());
    if (session.progress().step() < run.step() && session.failure().isEmpty())
      throw new ExperimentException(Words.of("saving.ends_before", session.progress().step(), run.step()));
    return session.checkpoint();
  }
}

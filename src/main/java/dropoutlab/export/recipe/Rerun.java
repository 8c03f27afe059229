package dropoutlab.export.recipe;

import dropoutlab.data.DataSet;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.run.SecondCore;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.train.Failure;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.Together;
import dropoutlab.train.TrainingSession;
import dropoutlab.words.Words;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;

/// An experiment trained once more, to its end or to a moment, from the first step or from where it was saved. The bits are
/// those of the first time.
public final class Rerun implements Moments, AutoCloseable {
  private final Optional<SecondCore> core;
  private final TrainingSession session;
  private final FrameBuilder builder;

  /// @throws ExperimentException with a sentence if the settings do not fit the data
  public Rerun(Experiment experiment, DataSet data) { this(experiment, data, Optional.empty()); }

  /// @param from of the same run; empty: the first step
  /// @throws ExperimentException with a sentence if the settings, the data and the checkpoint do not fit each other
  public Rerun(Experiment experiment, DataSet data, Optional<Checkpoint> from) {
    this(experiment, data, from, Optional.of(new SecondCore()));
  }

  private Rerun(Experiment experiment, DataSet data, Optional<Checkpoint> from, Optional<SecondCore> core) {
    this.core = core;
    Together together = core.<Together>map(each -> each).orElse(Together.IN_TURN);
    try {
      session = from.map(at -> TrainingSession.resume(experiment, data, at, together))
          .orElseGet(() -> new TrainingSession(experiment, data, together));
    } catch (IllegalArgumentException e) {
      close();
      throw new ExperimentException(e.getMessage().endsWith(".") ? e.getMessage() : e.getMessage() + ".", e);
    }
    builder = new FrameBuilder(session);
  }

  /// On one thread alone: such a run needs not be closed.
  static Rerun inTurn(Experiment experiment, DataSet data) {
    return new Rerun(experiment, data, Optional.empty(), Optional.empty());
  }

  /// Trains until all epochs are done, or until early stopping.
  ///
  /// @throws ExperimentException   with what happened and what to try, if the run fails
  /// @throws CancellationException if `watch` has abandoned it
  public void toEnd(ProgressMonitor watch) {
    int epochs = session.experiment().training().epochs();
    while (session.progress().epoch() < epochs && !session.finished())
        step(watch, session.progress().epoch() / (double) epochs);
    watch.done(1);
  }

  /// Trains exactly so far. The run may fail there, as it did the first time; then the last good weights are shown.
  public void to(Moment moment, ProgressMonitor watch) {
    while (session.progress().step() < moment.step() && !session.finished())
        step(watch, session.progress().step() / (double) moment.step());
    while (session.progress().step() == moment.step() && session.progress().phase() != moment.phase() && !over())
      session.halfStep();
    if (session.progress().step() < moment.step())
      throw new ExperimentException(Words.of("recipe.early_end", moment.step(), session.progress().step()));
    watch.done(1);
  }

  private boolean over() { return session.finished() || session.failure().isPresent(); }

  private void step(ProgressMonitor watch, double share) {
    if (watch.abandoned()) throw new CancellationException();
    session.step();
    if (session.failure().isPresent()) throw new ExperimentException(told(session.failure().get()));
    watch.done(share);
  }

  private static String told(Failure failure) { return failure.cause() + " " + failure.advice(); }

  /// Where the run is now.
  public Moment moment() {
    return new Moment(session.progress().step(), session.progress().phase(), OptionalInt.empty());
  }

  /// Where every run begins.
  static Moment before() { return new Moment(0, Phase.UPDATE, OptionalInt.empty()); }

  /// With which the training can go on from where it is now.
  public Checkpoint checkpoint() { return session.checkpoint(); }

  public History history() { return session.history(); }

  @Override public Frame present() {
    RunState state = session.failure().<RunState>map(why -> new RunState.Failed(why.cause(), why.advice()))
        .orElseGet(RunState.Paused::new);
    return builder.present(0, state, 0);
  }

  @Override public Frame past(int epoch) { return builder.past(0, new RunState.Paused(), epoch); }

  @Override public void close() { core.ifPresent(SecondCore::close); }
}

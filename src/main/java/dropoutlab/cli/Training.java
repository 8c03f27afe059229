package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Reports;
import dropoutlab.cli.parts.Stop;
import dropoutlab.data.DataSet;
import dropoutlab.export.TrainedRun;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Weights;
import dropoutlab.run.SecondCore;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Suggestion;
import dropoutlab.train.Failure;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import dropoutlab.words.Words;
import java.io.PrintWriter;
import java.util.Optional;

/// Trains an experiment without a window until its epochs are done, it fails, or it is asked to stop.
final class Training implements AutoCloseable {
  private final SecondCore core = new SecondCore();
  private final TrainingSession session;
  private final int epochs;
  private Optional<Failure> late = Optional.empty();

  Training(Experiment experiment, DataSet data) {
    try {
      session = new TrainingSession(experiment, data, core);
    } catch (IllegalArgumentException e) {
      throw new CallerMistake(e.getMessage() + ".", e);
    }
    epochs = experiment.training().epochs();
  }

  void run(Stop stop, PrintWriter out, boolean terminal) {
    try (Reports reports = new Reports(out, epochs, terminal)) {
      int told = 0;
      while (session.progress().epoch() < epochs && !over() && !stop.asked()) {
        session.step();
        if (session.progress().epoch() == told) continue;
        told = session.progress().epoch();
        reports.epoch(told, session.history());
      }
    }
    if (stop.asked()) stop.acknowledge();
  }

  @Override public void close() { core.close(); }

  private boolean over() { return session.failure().isPresent() || session.finished(); }

  /// Returns how many epochs are finished and recorded.
  int epochsDone() {
    return session.history().size() == 0 ? 0 : session.history().epoch(session.history().size() - 1);
  }

  /// Returns the present weights of the experiment's own network.
  Weights weights() { return session.weights(); }

  Optional<Failure> failure() { return late.or(session::failure); }

  /// Returns a frame of the present, on the last batch, seen from the network of that name.
  ///
  /// @throws CallerMistake if no network of that name learns, or if it has stopped alone
  Frame present(String network) {
    Frame frame = new FrameBuilder(session).present(0, new RunState.Paused(), 0);
    if (network.equals(Beside.OWN)) return frame;
    if (frame.beside().isEmpty()) throw new CallerMistake(Words.of("beside.none", network));
    if (!frame.beside().contains(network))
      throw new CallerMistake(Words.of("beside.option", network) + Suggestion.among(network, frame.beside()));
    Frame seen = frame.seenFrom(network);
    if (seen.state() instanceof RunState.Failed why) throw new CallerMistake(why.sentences());
    return seen;
  }

  /// Returns the result of the run after its last epoch. If the noise that belongs to its passes is not finite there,
  /// returns the result after an earlier epoch at which it is finite while at the next it is not (found by halving the
  /// range); empty if no epoch has a finite noise.
  Optional<TrainedRun> outcome(DataSet data) {
    int good = 0, bad = epochsDone();
    Optional<TrainedRun> run = soundAfter(bad, data), found = Optional.empty();
    if (run.isPresent()) return run;
    while (bad - good > 1) {
      int middle = (good + bad) / 2;
      run = soundAfter(middle, data);
      if (run.isPresent()) {
        found = run;
        good = middle;
      } else bad = middle;
    }
    late = Optional.of(Failure.diverged(Words.of("cli.training.noise", bad),
        session.experiment().optimiser().learningRate(),
        found.isEmpty() ? Words.of("cli.training.nothing_kept") : Words.of("cli.training.kept", good)));
    return found;
  }

  private Optional<TrainedRun> soundAfter(int epoch, DataSet data) {
    return new FrameBuilder(session).outcome(0, new RunState.Paused(), epoch)
        .map(frame -> TrainedRun.of(frame, data)).filter(TrainedRun::isSound);
  }
}

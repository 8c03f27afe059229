package dropoutlab.cli;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.run.SecondCore;
import dropoutlab.spec.Experiment;
import dropoutlab.train.Failure;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/// Trains an experiment without a window, until its epochs are done, it fails, or it is asked to stop.
final class Training implements AutoCloseable {
  private final SecondCore core = new SecondCore();
  private final TrainingSession session;
  private final int epochs;

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

  static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /// How many epochs are finished and recorded.
  int epochsDone() {
    return session.history().size() == 0 ? 0 : session.history().epoch(session.history().size() - 1);
  }

  Optional<Failure> failure() { return session.failure(); }

  /// The present, on the last batch.
  Frame present() {
    return new FrameBuilder(session).present(0, new RunState.Paused(), 0);
  }

  /// The run at the end of its last finished epoch, with the weights that it keeps.
  Frame finished() {
    return new FrameBuilder(session).outcome(0, new RunState.Paused());
  }
}

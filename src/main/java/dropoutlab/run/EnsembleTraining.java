package dropoutlab.run;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Weights;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.TrainingSpec;
import dropoutlab.train.Failure;
import dropoutlab.train.TrainingSession;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Trains a deep ensemble (Lakshminarayanan, Pritzel and Blundell 2017) for comparison with MC dropout: the
/// experiment's network without dropout, several times on the same data, each time from other first weights and with
/// another order of batches. Everything else is as in the experiment, so that the comparison is fair in epochs, loss
/// and penalties.
public final class EnsembleTraining {
  private EnsembleTraining() {}

  /// Returns the experiment trained only as far as a frame shows it, for an ensemble that learns as long as its
  /// network.
  public static Experiment asFarAs(Frame frame) {
    Experiment experiment = frame.experiment();
    return experiment.withTraining(experiment.training().doneAfter(Math.max(1, frame.progress().epoch())));
  }

  /// Trains the members. Each starts from weights of its own, even if the experiment starts from a model. Their seeds
  /// are the experiment's plus 1, 2, ...; `data` are those of the experiment, whatever the members' seeds.
  ///
  /// @throws CancellationException    if `watch` has abandoned it
  /// @throws IllegalArgumentException if there is less than one member, or if one of them diverges
  public static Ensemble train(Experiment experiment, DataSet data, int members, ProgressMonitor watch) {
    if (members < 1) throw new IllegalArgumentException(Words.of("run.ensemble.members", members));
    TrainingSpec training = experiment.training().withTwin(false);
    Experiment plain = experiment.withoutInterventions().with(e -> e.network(experiment.network().withoutDropout())
        .training(training).beside(List.of()).startFrom(null));
    List<Weights> trained = new ArrayList<>();
    for (int member = 0; member < members; member++)
      trained.add(weights(plain.withSeed(experiment.seed() + 1 + member), data.withStart(Optional.empty()),
          new Part(watch, member / (double) members, 1.0 / members)));
    return new Ensemble(plain.network(), trained);
  }

  private static Weights weights(Experiment experiment, DataSet data, ProgressMonitor watch) {
    TrainingSession session = train(experiment, data, watch);
    if (session.failure().isPresent()) {
      Failure failure = session.failure().get();
      throw new IllegalArgumentException(Words.of("run.ensemble.failed", failure.cause(), failure.advice()));
    }
    return session.weights();
  }

  /// Trains an experiment to its end, or until early stopping.
  ///
  /// @throws CancellationException if `watch` has abandoned it
  static TrainingSession train(Experiment experiment, DataSet data, ProgressMonitor watch) {
    return train(new TrainingSession(experiment, data), watch);
  }

  /// Takes all steps of a session.
  static TrainingSession train(TrainingSession session, ProgressMonitor watch) {
    double epochs = session.experiment().training().epochs();
    while (!session.finished() && session.failure().isEmpty() && session.progress().epoch() < epochs) {
      if (watch.abandoned()) throw new CancellationException();
      session.step();
      watch.done(session.progress().epoch() / epochs);
    }
    return session;
  }

  /// A part of some work, which reports its progress as a share of the whole.
  record Part(ProgressMonitor whole, double from, double size) implements ProgressMonitor {
    @Override public boolean abandoned() { return whole.abandoned(); }

    @Override public void done(double share) { whole.done(from + size * share); }
  }
}

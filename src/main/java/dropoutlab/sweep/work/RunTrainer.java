package dropoutlab.sweep.work;

import dropoutlab.data.DataSet;
import dropoutlab.frame.History;
import dropoutlab.frame.sweep.Outcome;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.sweep.folder.Node;
import dropoutlab.train.MemoryNeed;
import dropoutlab.train.TrainingSession;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Trains one run on one thread, as any training of that experiment would, and reads off what a sweep wants to know.
public final class RunTrainer {
  private final DataCache data;
  private final List<Integer> passes;

  /// @param passes with how many passes each trained network is asked
  public RunTrainer(DataCache data, Collection<Integer> passes) {
    this.data = data;
    this.passes = List.copyOf(passes);
  }

  public DataSet load(Experiment experiment) { return data.load(experiment); }

  /// Returns how much memory the training takes at most.
  public long bytes(Experiment experiment, DataSet of) { return MemoryNeed.bytes(experiment, of); }

  /// @param dropped is asked before each step
  /// @throws CancellationException    if it was dropped
  /// @throws IllegalArgumentException if the settings do not fit the data or the machine
  public Outcome train(Experiment experiment, DataSet of, RunId run, BooleanSupplier dropped) {
    long begun = System.nanoTime();
    TrainingSession session = TrainingSession.forgetful(experiment, of);
    double epochs = experiment.training().epochs();
    while (!session.finished() && session.failure().isEmpty() && session.progress().epoch() < epochs) {
      if (dropped.getAsBoolean()) throw new CancellationException();
      session.step();
    }
    boolean finite = session.failure().isEmpty();
    Map<Measure, Double> measures = finite ? Measured.of(session) : Map.of();
    Map<Integer, Double> asked = finite ? PassErrors.of(session, passes, measures, dropped) : Map.of();
    History history = session.history();
    int epoch = history.size() == 0 ? 0 : history.epoch(history.size() - 1);
    return new Outcome(run, finite, epoch, measures, asked, WeightsHash.of(session.weights()), seconds(begun),
        Node.name());
  }

  private static double seconds(long begun) { return Math.round((System.nanoTime() - begun) / 1e3) / 1e6; }
}

package dropoutlab.claim.ensemble;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Remembered;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.data.Schema;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// A network of the moons, trained.
///
/// @param draws how many masks of the last layer its training drew, one an example and epoch
/// @param met   how many different masks these were
record MoonsNetwork(Asked asked, DataSet data, Weights weights, int draws, int met) {
  private static final Remembered<Asked, MoonsNetwork> TRAINED = new Remembered<>();

  /// Returns the trained network; the last few are remembered.
  static MoonsNetwork of(Asked asked, ProgressMonitor watch) {
    return TRAINED.get(asked, () -> train(asked, watch));
  }

  static MoonsNetwork train(Asked asked, ProgressMonitor watch) {
    Experiment experiment = asked.experiment();
    DataSet data = DataSets.load(experiment, Path.of(""));
    TrainingSession session = new TrainingSession(experiment, data);
    Set<Integer> met = new HashSet<>();
    int draws = 0;
    while (session.progress().epoch() < Asked.EPOCHS) {
      Bench.check(watch);
      session.step();
      session.failure().ifPresent(failure -> { throw new IllegalArgumentException(failure.cause()); });
      draws += meet(session.mask(experiment.network().hidden().size()), met);
      watch.done((double) session.progress().epoch() / Asked.EPOCHS);
    }
    // Without dropout nothing is drawn, and every example goes through the whole network.
    if (asked.p() == 0) return new MoonsNetwork(asked, data, session.weights(), Asked.EPOCHS * data.train().size(), 1);
    return new MoonsNetwork(asked, data, session.weights(), draws, met.size());
  }

  /// Adds the masks of a step.
  private static int meet(Tensor masks, Set<Integer> met) {
    for (int r = 0; r < masks.rows(); r++) {
      int bits = 0;
      for (int unit = 0; unit < masks.cols(); unit++) if (masks.at(r, unit) != 0) bits |= 1 << unit;
      met.add(bits);
    }
    return masks.rows();
  }

  Thinned thinned() {
    return new Thinned(schema(), asked.network(), weights, 2, asked.droppable(), asked.seed());
  }

  Schema schema() { return data.schema(); }

  /// The new points, which it was not trained on.
  Examples points() { return data.validation(); }

  /// Returns a place in the units of the data as the network reads it.
  float[] scaled(double x, double y) {
    return new float[] {(float) schema().inputScaling().toScaled(0, x), (float) schema().inputScaling().toScaled(1, y)};
  }
}

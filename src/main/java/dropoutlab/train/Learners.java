package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Weights;
import dropoutlab.nn.Loss;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;
import java.util.Optional;
import java.util.function.Consumer;

/// The network that is trained and, where there is one, its p = 0 twin, which gets the same batches.
final class Learners {
  /// Multiply-adds of a forward pass from which two threads gain more than they lose by waiting for each other.
  private static final long WORTH_PARTING = 500_000;

  private final Learner network;
  private final Learner twin;
  private final long weights;
  private final Pair pair;

  /// @param beside used where network and twin are large enough that it pays to train them at the same time
  Learners(Experiment experiment, DataSet data, Pair beside) {
    NetworkSpec spec = experiment.network();
    Loss loss = Loss.of(experiment.training().loss(), data.schema().task(), data.schema().outputs());
    network = new Learner(experiment, spec, data, loss);
    twin = experiment.training().twin() ? new Learner(experiment, spec.withoutDropout(), data, loss) : null;
    weights = network.network().parameters().stream().mapToLong(each -> each.value().size()).sum();
    pair = weights * experiment.training().batch() < WORTH_PARTING ? Pair.IN_TURN : beside;
  }

  /// Begins with weights of before instead of those that are drawn: the twin with the same, but for the rates that the
  /// network has learnt.
  void begin(Weights weights) {
    network.network().load(weights);
    if (twin != null) twin.network().load(network.network().weightsWithoutRates());
  }

  Learner network() { return network; }

  Optional<Learner> twin() { return Optional.ofNullable(twin); }

  /// How many numbers both of them learn.
  long weights() { return twin == null ? weights : 2 * weights; }

  void both(Consumer<Learner> work) {
    if (twin == null) work.accept(network);
    else pair.both(() -> work.accept(network), () -> work.accept(twin));
  }

  /// What is no finite number at the end of an epoch, if there is such a thing: a curve, a weight, a rate that is
  /// learnt or a running statistic.
  ///
  /// @param row      what was measured, a value a [Curve] in their order; the masked loss may be missing
  /// @param holdsOut whether there are data for the curves of validation
  Optional<String> unsound(float[] row, boolean holdsOut) {
    for (Curve curve : Curve.values()) {
      float value = row[curve.ordinal()];
      boolean missing = curve == Curve.TRAIN_MASKED || curve.ofTwin() && twin == null
          || curve.ofValidation() && !holdsOut;
      if (!Float.isFinite(value) && !(missing && Float.isNaN(value))) return Optional.of(named(curve));
    }
    if (areSound()) return Optional.empty();
    return Optional.of("a weight or statistic of the " + (network.network().allFinite() ? "twin" : "network"));
  }

  /// Whether all that network and twin have learnt and gathered is finite.
  boolean areSound() { return network.network().allFinite() && (twin == null || twin.network().allFinite()); }

  private static String named(Curve curve) {
    return "the " + switch (curve) {
      case TRAIN_MASKED, TRAIN, TWIN_TRAIN -> "loss";
      case VALIDATION, TWIN_VALIDATION -> "validation loss";
      case TRAIN_ERROR, TWIN_TRAIN_ERROR -> "error";
      case VALIDATION_ERROR, TWIN_VALIDATION_ERROR -> "validation error";
    } + " of the " + (curve.ofTwin() ? "twin" : "network");
  }

  Snapshots.Snapshot snapshot(int epoch) {
    return new Snapshots.Snapshot(epoch, network.network().weights(), twin == null ? null : twin.network().weights());
  }

  void load(Snapshots.Snapshot snapshot) {
    network.network().load(snapshot.weights());
    if (twin != null) twin.network().load(snapshot.twin());
  }
}

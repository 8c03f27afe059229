package dropoutlab.train;

import dropoutlab.data.DataSet;
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

  Learner network() { return network; }

  Optional<Learner> twin() { return Optional.ofNullable(twin); }

  /// How many numbers both of them learn.
  long weights() { return twin == null ? weights : 2 * weights; }

  void both(Consumer<Learner> work) {
    if (twin == null) work.accept(network);
    else pair.both(() -> work.accept(network), () -> work.accept(twin));
  }

  Snapshots.Snapshot snapshot(int epoch) {
    return new Snapshots.Snapshot(epoch, network.network().weights(), twin == null ? null : twin.network().weights());
  }

  void load(Snapshots.Snapshot snapshot) {
    network.network().load(snapshot.weights());
    if (twin != null) twin.network().load(snapshot.twin());
  }
}

package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.nn.Bytes;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.NetworkSize;
import dropoutlab.nn.Optimiser;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;
import java.util.Comparator;

/// How much memory the training of an experiment needs, estimated in 64 bits before anything is laid out: weights,
/// gradients and the optimiser's memory of network and twin, their activations for a batch and for what is evaluated at
/// a time, one more network that predicts, and the data.
///
/// @param training     of what a session holds, without snapshots
/// @param predicting   of a network that predicts beside it, and is written
/// @param snapshot     of the weights after one epoch, in bytes
/// @param largest      the layer that takes most
/// @param largestBytes what it takes
record Memory(long training, long predicting, long snapshot, String largest, long largestBytes) {
  /// What the program itself takes.
  private static final long PROGRAM = 48L << 20;
  private static final int NUMBER = 4;

  static Memory of(Experiment experiment, DataSet data) {
    NetworkSpec spec = experiment.network();
    Need network = new Need(experiment, spec, data);
    Need twin = experiment.training().twin() ? new Need(experiment, spec.withoutDropout(), data) : null;
    NetworkSize.Part largest =
        network.size.parts().stream().max(Comparator.comparingLong(network::training)).orElseThrow();
    int learners = twin == null ? 1 : 2;
    long kept = NUMBER * network.size.kept();
    return new Memory(network.all() + (twin == null ? 0 : twin.all()) + bytes(data.train()) + bytes(data.validation()),
        network.size.predicting(network.evaluated) + 2 * kept, learners * kept, largest.path(),
        learners * network.training(largest));
  }

  private static long bytes(Examples examples) { return (long) NUMBER * (examples.x().size() + examples.y().size()); }

  /// What is left for snapshots where the program may use `most` bytes. Too little is an [IllegalArgumentException].
  long leftFor(int snapshots, long most) {
    long all = PROGRAM + training + predicting;
    if (most - all >= snapshots * snapshot) return most - all;
    long needed = all + snapshots * snapshot;
    throw new IllegalArgumentException("Training needs about " + Bytes.shown(needed) + " of memory, of which " + largest
        + " takes " + Bytes.shown(largestBytes) + ", " + Bytes.refusal(needed, most)
        + ", or make the network or the batch smaller");
  }

  /// What one network needs.
  private static final class Need {
    private final NetworkSize size;
    private final int states;
    private final long batch;
    private final long evaluated;
    private final long outputs;

    Need(Experiment experiment, NetworkSpec spec, DataSet data) {
      Loss loss = Loss.of(experiment.training().loss(), data.schema().task(), data.schema().outputs());
      int columns = loss.outputs(data.schema().outputs());
      size = NetworkSize.of(spec, data.schema().shape(), columns);
      states = Optimiser.states(experiment.optimiser());
      batch = Math.min(experiment.training().batch(), data.train().size());
      int most = Math.max(data.train().size(), data.validation().size());
      evaluated = Math.min(Network.INFERENCE_ROWS, most);
      outputs = (long) most * (columns + data.schema().outputs());
      size.parts().forEach(this::check);
    }

    private void check(NetworkSize.Part part) {
      long rows = Math.max(batch, evaluated);
      if (part.widest() > Integer.MAX_VALUE / rows)
        throw new IllegalArgumentException(part.path() + " would have a table of " + part.widest()
            + " numbers for each of " + rows + " examples (" + Bytes.shown(NUMBER * rows * part.widest())
            + "), but one can have " + Integer.MAX_VALUE + " in all; make it, what comes before it or the batch smaller");
    }

    long all() { return size.parts().stream().mapToLong(this::training).sum() + NUMBER * outputs; }

    /// A layer, and its copy for evaluation on the same weights.
    long training(NetworkSize.Part part) {
      return NUMBER * ((2 + states) * part.learnt() + part.gathered() + 2 * part.fixed() + batch * part.training()
          + evaluated * part.inference());
    }
  }
}

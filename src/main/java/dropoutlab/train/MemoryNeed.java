package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.Optimiser;
import dropoutlab.nn.build.Bytes;
import dropoutlab.nn.build.NetworkSize;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Words;
import java.util.Comparator;
import java.util.List;

/// The memory that the training of an experiment needs, estimated with 64 bits before anything is allocated: weights,
/// gradients and optimiser state of every network that learns, their activations for a batch and for one slice of an
/// evaluation, one more network that predicts, and the data. All sizes are in bytes.
///
/// @param training     what a session holds, without snapshots
/// @param predicting   what a network that predicts beside it takes while its results are written
/// @param snapshot     the weights after one epoch
/// @param largest      the name of the layer that takes most
/// @param largestBytes what that layer takes
public record MemoryNeed(long training, long predicting, long snapshot, String largest, long largestBytes) {
  /// The memory of the program itself.
  private static final long PROGRAM = 48L << 20;
  private static final int NUMBER = 4;

  /// Returns how much the training of an experiment takes, the program itself not counted.
  public static long bytes(Experiment experiment, DataSet data) {
    MemoryNeed need = of(experiment, data);
    return need.training + need.predicting + (Snapshots.LEAST + 2) * need.snapshot;
  }

  static MemoryNeed of(Experiment experiment, DataSet data) {
    List<Need> needs = experiment.sideBySide().stream().map(each -> new Need(experiment, each, data)).toList();
    Need largest = needs.stream().max(Comparator.comparingLong(Need::largestBytes)).orElseThrow();
    long like = needs.stream().filter(each -> each.largest.path().equals(largest.largest.path())).count();
    return new MemoryNeed(needs.stream().mapToLong(Need::all).sum() + bytes(data.train()) + bytes(data.validation()),
        needs.stream().mapToLong(Need::predicting).max().orElseThrow(),
        needs.stream().mapToLong(each -> NUMBER * each.size.kept()).sum(), largest.largest.path(), like * largest.largestBytes());
  }

  private static long bytes(Examples examples) { return (long) NUMBER * (examples.x().size() + examples.y().size()); }

  /// Returns how many bytes are left for snapshots if the program may use `most` bytes. Throws an
  /// [IllegalArgumentException] if they are too few.
  long leftFor(int snapshots, long most) {
    long all = PROGRAM + training + predicting;
    if (most - all >= snapshots * snapshot) return most - all;
    long needed = all + snapshots * snapshot;
    throw new IllegalArgumentException(Words.of("train.memory.needed", Bytes.shown(needed), largest,
        Bytes.shown(largestBytes), Bytes.refusal(needed, most)));
  }

  /// The memory that one network needs.
  private static final class Need {
    private final NetworkSize size;
    private final NetworkSize.Part largest;
    private final int states;
    private final long batch;
    private final long evaluated;
    private final long outputs;

    Need(Experiment experiment, Beside asked, DataSet data) {
      Loss loss = Loss.of(experiment.training().loss(), data.schema().task(), data.schema().outputs());
      int columns = loss.outputs(data.schema().outputs());
      size = asked.naming(() -> NetworkSize.of(asked.network(), data.schema().shape(), columns));
      states = Optimiser.states(asked.optimiser());
      batch = Math.min(experiment.training().batch(), data.train().size());
      int most = Math.max(data.train().size(), data.validation().size());
      evaluated = Math.min(Network.INFERENCE_ROWS, most);
      outputs = (long) most * (columns + data.schema().outputs());
      largest = size.parts().stream().max(Comparator.comparingLong(this::training)).orElseThrow();
      size.parts().forEach(this::check);
    }

    private void check(NetworkSize.Part part) {
      long rows = Math.max(batch, evaluated);
      if (part.widest() > Integer.MAX_VALUE / rows)
        throw new IllegalArgumentException(Words.of("train.memory.table", part.path(), part.widest(), rows,
            Bytes.shown(NUMBER * rows * part.widest()), Integer.MAX_VALUE));
    }

    long all() { return size.parts().stream().mapToLong(this::training).sum() + NUMBER * outputs; }

    long predicting() { return size.predicting(evaluated) + 2 * NUMBER * size.kept(); }

    long largestBytes() { return training(largest); }

    /// Counts a layer and its copy for evaluation on the same weights.
    long training(NetworkSize.Part part) {
      return NUMBER * ((2 + states) * part.learnt() + part.gathered() + 2 * part.fixed() + batch * part.training()
          + evaluated * part.inference());
    }
  }
}

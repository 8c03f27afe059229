package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.nn.build.NetworkSize;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Words;

/// Refuses settings that do not fit each other, the data or the machine before anything is trained. Each refusal is an
/// [IllegalArgumentException] with one sentence.
public final class Misfits {
  private Misfits() {}

  /// Checks an experiment and its data.
  ///
  /// @return how many bytes of memory are left for the weights of past epochs
  public static long require(Experiment experiment, DataSet data) {
    MemoryNeed memory = MemoryNeed.of(experiment, data);
    requireBatches(experiment, data);
    // Besides the snapshots of the past, there is one of the last epoch and one of the best.
    return memory.leftFor(Snapshots.LEAST + 2, Runtime.getRuntime().maxMemory());
  }

  /// Batch normalisation subtracts the mean of a batch: an example that is alone in its batch would become 0.
  private static void requireBatches(Experiment experiment, DataSet data) {
    int batch = experiment.training().batch(), examples = data.train().size(), last = examples % batch;
    if (batch > 1 && last != 1) return;
    experiment.sideBySide().stream()
        .flatMap(each -> NetworkSize.of(each.network(), data.schema().shape(), data.schema().outputs()).parts().stream())
        .filter(NetworkSize.Part::needsTwo).findFirst().ifPresent(part -> {
          if (examples == 1)
            throw new IllegalArgumentException(Words.of("train.batch.one", part.path()));
          throw new IllegalArgumentException(Words.of(batch == 1 ? "train.batch.each_alone" : "train.batch.last_alone",
              examples, batch, part.path(), fitting(batch, examples)));
        });
  }

  /// Returns the next larger batch size that leaves no example alone.
  private static int fitting(int batch, int examples) {
    int size = batch + 1;
    while (size < examples && examples % size == 1) size++;
    return size;
  }
}

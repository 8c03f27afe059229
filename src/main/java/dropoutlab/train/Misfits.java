package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.nn.build.NetworkSize;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Words;

/// Settings that do not fit each other, the data or the machine are refused before anything is trained, each with a
/// sentence in an [IllegalArgumentException].
final class Misfits {
  private Misfits() {}

  /// Refuses what does not fit.
  ///
  /// @return how many bytes of memory are left for the weights of past epochs
  static long require(Experiment experiment, DataSet data) {
    MemoryNeed memory = MemoryNeed.of(experiment, data);
    requireBatches(experiment, data);
    // A snapshot of the last epoch and one of the best stand beside those of the past.
    return memory.leftFor(Snapshots.LEAST + 2, Runtime.getRuntime().maxMemory());
  }

  /// Batch normalisation subtracts the mean of a batch: nothing is left of an example that is alone in it.
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

  /// The next larger size that leaves no example alone.
  private static int fitting(int batch, int examples) {
    int size = batch + 1;
    while (size < examples && examples % size == 1) size++;
    return size;
  }
}

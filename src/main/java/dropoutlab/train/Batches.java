package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Regulariser;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Task;
import java.util.Arrays;
import java.util.List;

/// The batches of an epoch, in a new random order each time: gathered, augmented, and with smoothed labels.
final class Batches {
  private final DataSet data;
  private final int size;
  private final RandomStream shuffling;
  private final Augmentation augmentation;
  private final Regulariser regulariser;
  private final int[] order;
  private final Tensor x;
  private final Tensor y;
  private final int[] batchRows;

  Batches(Experiment experiment, DataSet data) {
    if (experiment.regulariser().labelSmoothing() > 0 && data.schema().task() == Task.REGRESSION)
      throw new IllegalArgumentException("regulariser.labelSmoothing: is for classes, the data have numbers as targets");
    this.data = data;
    size = experiment.training().batch();
    shuffling = RandomStream.of(experiment.seed(), RandomStream.Purpose.SHUFFLE);
    augmentation = new Augmentation(experiment.training().augmentation(), data.schema(),
        RandomStream.of(experiment.seed(), RandomStream.Purpose.AUGMENTATION));
    regulariser = new Regulariser(experiment.regulariser());
    order = new int[data.train().size()];
    Arrays.setAll(order, i -> i);
    batchRows = new int[Math.min(size, order.length)];
    x = new Tensor(0, data.train().x().cols());
    y = new Tensor(0, data.train().y().cols());
  }

  /// How many there are in an epoch.
  int count() { return (order.length + size - 1) / size; }

  int examples() { return order.length; }

  void shuffle() { shuffling.shuffle(order); }

  /// Lays out batch `index` as it is in the data.
  void gather(int index) {
    int from = index * size, rows = Math.min(size, order.length - from);
    System.arraycopy(order, from, batchRows, 0, rows);
    x.resize(rows);
    y.resize(rows);
    for (int r = 0; r < rows; r++) {
      x.copyRow(r, data.train().x(), batchRows[r]);
      y.copyRow(r, data.train().y(), batchRows[r]);
    }
  }

  /// Lays out batch `index` to learn from. Each call draws anew.
  void prepare(int index) {
    gather(index);
    augmentation.apply(x, y);
    regulariser.smooth(y);
  }

  Tensor x() { return x; }

  Tensor y() { return y; }

  /// The rows of the training set that the present batch holds.
  List<Integer> rows() { return Arrays.stream(batchRows, 0, x.rows()).boxed().toList(); }
}

package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Regulariser;
import dropoutlab.nn.state.State;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;

/// The present batch as a network receives it: augmented, and with smoothed labels. Networks with the same settings
/// share one feed.
final class Feed {
  private final DataSet data;
  private final AugmentationSpec asked;
  private final double smoothing;
  private final Augmentation augmentation;
  private final Regulariser regulariser;
  private final Tensor x;
  private final Tensor y;

  /// @param stream the random stream of the augmentation
  Feed(DataSet data, AugmentationSpec augmentation, RegulariserSpec regulariser, RandomStream stream) {
    if (regulariser.labelSmoothing() > 0 && data.schema().task() != Task.CLASSIFICATION)
      throw new IllegalArgumentException(Words.of("train.labels.numbers"));
    this.data = data;
    asked = augmentation;
    smoothing = regulariser.labelSmoothing();
    this.augmentation = new Augmentation(augmentation, data.schema(), stream);
    this.regulariser = new Regulariser(regulariser);
    x = new Tensor(0, data.train().x().cols());
    y = new Tensor(0, data.train().y().cols());
  }

  /// Returns whether a network with these settings receives the same batches.
  boolean serves(AugmentationSpec augmentation, RegulariserSpec regulariser) {
    return asked.equals(augmentation) && smoothing == regulariser.labelSmoothing();
  }

  /// Lays out the first `count` of `rows` of the training set as they are in the data.
  void gather(int[] rows, int count) {
    x.resize(count);
    y.resize(count);
    for (int r = 0; r < count; r++) {
      x.copyRow(r, data.train().x(), rows[r]);
      y.copyRow(r, data.train().y(), rows[r]);
    }
  }

  /// Augments the gathered batch and smooths its labels. Each call draws anew.
  void prepare() {
    augmentation.apply(x, y);
    regulariser.smooth(y);
  }

  void keep(State state) { augmentation.keep(state); }

  Tensor x() { return x; }

  Tensor y() { return y; }
}

package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.math.RandomStream;
import dropoutlab.nn.state.State;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.RegulariserSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The batches of an epoch, in a new random order each time, for all networks that learn side by side.
final class Batches {
  private final Experiment experiment;
  private final DataSet data;
  private final int size;
  private final RandomStream shuffling;
  private final List<Feed> feeds = new ArrayList<>();
  private final int[] order;
  private final int[] batchRows;
  private int count;

  Batches(Experiment experiment, DataSet data) {
    this.experiment = experiment;
    this.data = data;
    size = experiment.training().batch();
    shuffling = RandomStream.of(experiment.seed(), RandomStream.Purpose.SHUFFLE);
    order = new int[data.train().size()];
    Arrays.setAll(order, i -> i);
    batchRows = new int[Math.min(size, order.length)];
  }

  /// Returns the batches as a network with these settings receives them; the first call must be for the experiment's
  /// own network.
  Feed feed(AugmentationSpec augmentation, RegulariserSpec regulariser) {
    for (Feed feed : feeds) if (feed.serves(augmentation, regulariser)) return feed;
    Feed feed = new Feed(data, augmentation, regulariser,
        RandomStream.of(experiment.seed(), RandomStream.Purpose.AUGMENTATION, feeds.size()));
    feeds.add(feed);
    return feed;
  }

  /// Returns the number of batches in an epoch.
  int count() { return (order.length + size - 1) / size; }

  int examples() { return order.length; }

  void shuffle() { shuffling.shuffle(order); }

  /// Lays out batch `index` as it is in the data.
  void gather(int index) {
    int from = index * size;
    count = Math.min(size, order.length - from);
    System.arraycopy(order, from, batchRows, 0, count);
    for (Feed feed : feeds) feed.gather(batchRows, count);
  }

  /// Lays out batch `index` for learning, augmented and with smoothed labels. Each call draws anew.
  void prepare(int index) {
    gather(index);
    for (Feed feed : feeds) feed.prepare();
  }

  void keep(State state) {
    state.stream("shuffling", shuffling);
    for (int i = 0; i < feeds.size(); i++) feeds.get(i).keep(state.within("feed." + i));
    long[] rows = state.words("order", order.length, order.length, () -> Arrays.stream(order).asLongStream().toArray());
    BitSet found = new BitSet();
    for (int i = 0; i < order.length; i++) {
      if (rows[i] < 0 || rows[i] >= order.length || found.get((int) rows[i])) throw state.impossible("order");
      found.set(order[i] = (int) rows[i]);
    }
  }

  /// Returns the rows of the training set in the present batch.
  List<Integer> rows() { return Arrays.stream(batchRows, 0, count).boxed().toList(); }
}

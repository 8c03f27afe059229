package dropoutlab.data;

import dropoutlab.math.RandomStream;

/// Deals class labels like shuffled packs of cards: every run of `classes` examples contains each class once. A set is
/// therefore balanced to within one example per class, and a larger set begins with the smaller set of the same seed.
final class LabelDeal {
  private final int[] pack;
  private int dealt;

  LabelDeal(int classes) {
    pack = new int[classes];
    for (int c = 0; c < classes; c++) pack[c] = c;
  }

  int next(RandomStream random) {
    if (dealt % pack.length == 0) random.shuffle(pack);
    return pack[dealt++ % pack.length];
  }
}

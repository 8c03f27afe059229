package dropoutlab.claim.regulariser;

import dropoutlab.claim.EveryMask;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import org.apache.commons.rng.UniformRandomProvider;

/// A batch in which every example meets every mask of a dropout layer once: mask after mask, and within a mask example
/// after example. The layer draws the masks itself, from a stream that spells them all instead of chance, so that means
/// over masks come from the engine's own passes; [EveryMask] makes a pass a mask, and this one of all. A mean weighs
/// each row with the probability of its mask.
///
/// @param units    of the dropout layer: unit j is kept by the masks whose bit j is 1
/// @param examples rows of the data
record AllMasks(int units, int examples) {
  private static final long KEPT = 0xFFFFFFFFL;

  int masks() { return 1 << units; }

  int rows() { return masks() * examples; }

  boolean keeps(int row, int unit) { return (row / examples >> unit & 1) == 1; }

  /// The data again for each mask.
  Tensor under(Tensor data) {
    Tensor all = new Tensor(rows(), data.cols());
    for (int row = 0; row < rows(); row++) all.copyRow(row, data, row % examples);
    return all;
  }

  /// The words from which a layer of [dropoutlab.nn.dropout.InvertedDropout] draws these masks, over and over: each row
  /// begins with a new word, and a word decides about two units, the low half first. Zero is below every p, and all
  /// ones are above it.
  RandomStream stream() {
    int words = (units + 1) / 2;
    return new RandomStream(new UniformRandomProvider() {
      private int next;

      @Override public long nextLong() {
        int row = next / words, unit = 2 * (next % words);
        next = (next + 1) % (rows() * words);
        return (keeps(row, unit) ? KEPT : 0) | (keeps(row, unit + 1) ? KEPT << 32 : 0);
      }
    });
  }

  /// The probability of each row's mask: p for each unit that it drops, 1 - p for each that it keeps.
  double[] probabilities(double p) {
    double[] all = new double[rows()];
    for (int row = 0; row < all.length; row++) all[row] = EveryMask.probability(row / examples, units, p);
    return all;
  }

  /// Returns the sum over the examples of their mean loss over the masks.
  double loss(Loss loss, Tensor output, Tensor target, double[] probabilities) {
    double sum = 0;
    Tensor out = new Tensor(1, output.cols()), wanted = new Tensor(1, target.cols());
    for (int row = 0; row < rows(); row++) {
      out.copyRow(0, output, row);
      wanted.copyRow(0, target, row);
      sum += probabilities[row] * loss.sum(out, wanted);
    }
    return sum;
  }
}

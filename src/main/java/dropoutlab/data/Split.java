package dropoutlab.data;

import dropoutlab.math.RandomStream;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A shuffled division of rows into training and validation, class by class, so that each class keeps its share in both
/// parts and never disappears from the training part. Both parts are in shuffled order.
///
/// @param train      the row indices of the training part
/// @param validation the row indices of the validation part
record Split(int[] train, int[] validation) {

  /// Holds out round(share n) of the n rows of each class, but keeps at least one for training; holds out nothing if
  /// the share is 0.
  ///
  /// @param classOf the class of each row; all zeros for regression
  /// @param name    the name of the data in an error
  static Split of(int[] classOf, double share, RandomStream random, String name) {
    int[] order = new int[classOf.length];
    for (int i = 0; i < order.length; i++) order[i] = i;
    random.shuffle(order);
    int[] held = heldOut(classOf, share, name);
    List<Integer> train = new ArrayList<>();
    List<Integer> validation = new ArrayList<>();
    for (int row : order) (held[classOf[row]]-- > 0 ? validation : train).add(row);
    if (train.size() < 2)
      throw new DataException(Words.count(share > 0 ? "data.split.three" : "data.split.two", classOf.length, name));
    return new Split(toArray(train), toArray(validation));
  }

  /// Returns how many rows of each class are held out.
  private static int[] heldOut(int[] classOf, double share, String name) {
    int[] counts = new int[Arrays.stream(classOf).max().orElse(0) + 1];
    for (int c : classOf) counts[c]++;
    int[] held = new int[counts.length];
    int total = 0;
    int largest = 0;
    for (int c = 0; c < counts.length; c++) {
      held[c] = (int) Math.max(0, Math.min(counts[c] - 1, Math.round(share * counts[c])));
      total += held[c];
      if (counts[c] > counts[largest]) largest = c;
    }
    if (total > 0 || share == 0) return held;
    if (counts[largest] < 2)
      throw new DataException(Words.of("data.split.too_few", name));
    held[largest] = 1;
    return held;
  }

  private static int[] toArray(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}

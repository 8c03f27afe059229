package dropoutlab.figure.sweep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Dots beside each other so that none overlaps: each as near to the middle of its column as the others let it. Without
/// random numbers, so that the same results give the same picture.
final class Swarm {
  private static final double GAP = .35;
  private static final double SMALLEST = .8, SHRINK = .9;
  /// The golden ratio's multiples fill an interval evenly.
  private static final double GOLDEN = .6180339887498949;

  private Swarm() {}

  /// Returns the largest radius with which all columns find room.
  ///
  /// @param columns where the dots of each column lie along the scale
  /// @param half    how far a swarm may reach from its middle
  static double radius(List<double[]> columns, double half, double largest) {
    double radius = largest;
    for (double[] column : columns) {
      double[] sorted = column.clone();
      Arrays.sort(sorted);
      while (radius > SMALLEST && placed(sorted, radius, half).isEmpty()) radius *= SHRINK;
    }
    return Math.max(SMALLEST, radius);
  }

  /// Returns how far each dot stands from the middle; where there is no room for that, spread evenly over the whole
  /// width.
  static double[] offsets(double[] at, double radius, double half) {
    int[] order = IntStream.range(0, at.length).boxed().sorted(Comparator.comparingDouble(i -> at[i]))
        .mapToInt(Integer::intValue).toArray();
    double[] sorted = IntStream.of(order).mapToDouble(i -> at[i]).toArray();
    double[] placed = placed(sorted, radius, half).orElseGet(() -> spread(sorted.length, Math.max(0, half - radius)));
    double[] offsets = new double[at.length];
    for (int k = 0; k < order.length; k++) offsets[order[k]] = placed[k];
    return offsets;
  }

  private static double[] spread(int count, double reach) {
    return IntStream.range(0, count).mapToDouble(i -> (2 * (i * GOLDEN - Math.floor(i * GOLDEN)) - 1) * reach)
        .toArray();
  }

  private static Optional<double[]> placed(double[] sorted, double radius, double half) {
    double apart = 2 * radius + GAP;
    double[] offsets = new double[sorted.length];
    for (int k = 0; k < sorted.length; k++) {
      offsets[k] = nearest(sorted, offsets, k, apart);
      if (Math.abs(offsets[k]) > half - radius) return Optional.empty();
    }
    return Optional.of(offsets);
  }

  /// Returns the free place nearest to the middle: the middle itself, or one that touches a dot that is already placed.
  private static double nearest(double[] sorted, double[] offsets, int k, double apart) {
    int first = k;
    while (first > 0 && sorted[k] - sorted[first - 1] < apart) first--;
    double best = free(0, sorted, offsets, first, k, apart) ? 0 : Double.POSITIVE_INFINITY;
    for (int j = first; j < k && best != 0; j++) {
      double away = sorted[k] - sorted[j], beside = Math.sqrt(apart * apart - away * away);
      // Sides alternate, so that a swarm stays even.
      for (int side = k % 2 == 0 ? 1 : -1, tries = 0; tries < 2; tries++, side = -side) {
        double offset = offsets[j] + side * beside;
        if (Math.abs(offset) < Math.abs(best) - 1e-9 && free(offset, sorted, offsets, first, k, apart)) best = offset;
      }
    }
    return best;
  }

  private static boolean free(double offset, double[] sorted, double[] offsets, int first, int k, double apart) {
    for (int j = first; j < k; j++) {
      double away = sorted[k] - sorted[j], aside = offset - offsets[j];
      if (away * away + aside * aside < apart * apart - 1e-6) return false;
    }
    return true;
  }
}

package dropoutlab.figure.plot;

import java.util.Arrays;
import java.util.Comparator;

/// Room for direct labels: keeps each as near as possible to what it names, and no two closer than a gap.
final class Labels {
  private Labels() {}

  /// How many labels fit between two positions.
  static int room(double gap, double min, double max) {
    return max < min ? 0 : 1 + (int) Math.floor((max - min) / gap + 1e-9);
  }

  /// The positions nearest to `wanted` (least squares) that keep its order, stand `gap` apart and stay in [min, max],
  /// which must have room for them all.
  static double[] spread(double[] wanted, double gap, double min, double max) {
    int n = wanted.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
    // Less i gaps each, the labels must only not fall: isotonic regression by pooling adjacent violators.
    double[] mean = new double[n];
    int[] size = new int[n];
    int pools = 0;
    for (int i = 0; i < n; i++) {
      mean[pools] = wanted[order[i]] - i * gap;
      size[pools++] = 1;
      while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
        pools--;
        int both = size[pools - 1] + size[pools];
        mean[pools - 1] = (mean[pools - 1] * size[pools - 1] + mean[pools] * size[pools]) / both;
        size[pools - 1] = both;
      }
    }
    double[] places = new double[n];
    int i = 0;
    double last = Math.max(min, max - (n - 1) * gap);
    for (int p = 0; p < pools; p++)
      for (int k = 0; k < size[p]; k++, i++) places[order[i]] = Math.clamp(mean[p], min, last) + i * gap;
    return places;
  }
}

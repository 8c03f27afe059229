package dropoutlab.predict.sweep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The p values of several tests, adjusted so that the probability of any false finding stays below the level (Holm
/// 1979).
final class Holm {
  private Holm() {}

  /// @param p NaN where nothing was tested, which stays so and does not count
  static double[] adjusted(double[] p) {
    List<Integer> order = IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).boxed()
        .sorted(Comparator.comparingDouble(i -> p[i])).toList();
    double[] adjusted = new double[p.length];
    Arrays.fill(adjusted, Double.NaN);
    double most = 0;
    for (int i = 0; i < order.size(); i++) {
      most = Math.max(most, Math.min(1, (order.size() - i) * p[order.get(i)]));
      adjusted[order.get(i)] = most;
    }
    return adjusted;
  }
}

package dropoutlab.predict.variant;

import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.theory.AttentionNoise;
import java.util.ArrayList;
import java.util.List;

/// The sums of the rows of attention weights after dropout, which were 1 before.
///
/// @param sums one per query of each head of each example, in their order
/// @param sds  the standard deviation of each by its closed form, [AttentionNoise]
public record AttentionRowSums(List<Double> sums, List<Double> sds) {
  public AttentionRowSums {
    sums = List.copyOf(sums);
    sds = List.copyOf(sds);
  }

  public static AttentionRowSums of(LayerView.Attention attention) {
    Matrix before = attention.probabilities(), factors = attention.dropped().factors();
    List<Double> sums = new ArrayList<>(), sds = new ArrayList<>();
    double[] row = new double[attention.steps()];
    for (int from = 0; from < before.size(); from += row.length) {
      double sum = 0;
      for (int key = 0; key < row.length; key++) {
        row[key] = before.get(from + key);
        sum += row[key] * (factors.isEmpty() ? 1 : factors.get(from + key));
      }
      sums.add(sum);
      sds.add(AttentionNoise.rowSumSd(attention.dropped().p(), row));
    }
    return new AttentionRowSums(sums, sds);
  }

  /// Returns the root mean square of the distances of the sums from 1; 0 without any.
  public double measuredSd() { return rms(sums, 1); }

  /// Returns the root mean square of the standard deviations, which [#measuredSd] should be near.
  public double expectedSd() { return rms(sds, 0); }

  private static double rms(List<Double> values, double around) {
    return Math.sqrt(values.stream().mapToDouble(v -> (v - around) * (v - around)).average().orElse(0));
  }
}

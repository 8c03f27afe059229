package dropoutlab.predict.variant.depth;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.theory.AttentionNoise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

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
    return of(attention.dropped(), attention.steps(), attention.probabilities()::get);
  }

  /// Returns what dropout makes of the sums of rows of `width` weights that are all alike: the mean factors of vectors of
  /// that width.
  public static AttentionRowSums ofFactors(Dropped dropped, int width) { return of(dropped, width, _ -> 1.0 / width); }

  private static AttentionRowSums of(Dropped dropped, int width, IntToDoubleFunction weight) {
    Matrix factors = dropped.factors();
    List<Double> sums = new ArrayList<>(), sds = new ArrayList<>();
    double[] row = new double[width];
    for (int from = 0; from < dropped.before().size(); from += width) {
      double sum = 0;
      for (int key = 0; key < width; key++) {
        row[key] = weight.applyAsDouble(from + key);
        sum += row[key] * (factors.isEmpty() ? 1 : factors.get(from + key));
      }
      sums.add(sum);
      sds.add(AttentionNoise.rowSumSd(dropped.p(), row));
    }
    return new AttentionRowSums(sums, sds);
  }

  /// Adds those of another layer.
  public AttentionRowSums plus(AttentionRowSums other) {
    return new AttentionRowSums(Stream.concat(sums.stream(), other.sums.stream()).toList(),
        Stream.concat(sds.stream(), other.sds.stream()).toList());
  }

  public double mean() { return sums.stream().mapToDouble(Double::doubleValue).average().orElse(1); }

  /// Returns the root mean square of the distances of the sums from 1; 0 without any.
  public double measuredSd() { return rms(sums, 1); }

  /// Returns the root mean square of the standard deviations, which [#measuredSd] should be near.
  public double expectedSd() { return rms(sds, 0); }

  private static double rms(List<Double> values, double around) {
    return Math.sqrt(values.stream().mapToDouble(v -> (v - around) * (v - around)).average().orElse(0));
  }
}

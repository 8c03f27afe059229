package dropoutlab.predict.variant.dense;

import dropoutlab.frame.FactorCounts;
import dropoutlab.frame.Matrix;
import dropoutlab.predict.variant.Histogram;
import dropoutlab.theory.FactorLaw;
import java.util.ArrayList;
import java.util.List;

/// The factors that a method drew, beside the law that they should follow.
public final class DrawnFactors {
  private static final int BINS = 36;
  private static final double REACH = 3;

  private DrawnFactors() {}

  /// A range of factors, shared by methods that are compared.
  public record Range(double from, double to) {
    /// Holds nearly all factors of both laws, and one that is not drawn.
    public static Range of(List<FactorLaw> laws) {
      double from = 0, to = 1;
      for (FactorLaw law : laws) {
        double sd = Math.sqrt(law.variance());
        while (law.below().applyAsDouble(from) > 0 && from > law.mean() - REACH * sd) from -= .25;
        while (law.below().applyAsDouble(to) < 1 && to < law.mean() + REACH * sd) to += .25;
      }
      return new Range(from - .25, to + .25);
    }
  }

  /// Counts factors in equal bins; a bin ends just above a factor that the law has for sure.
  public static FactorCounts of(Matrix factors, FactorLaw law, Range range) {
    double width = (range.to - range.from) / BINS, mean = 0, square = 0;
    double[] values = factors.toArray();
    for (double value : values) {
      mean += value / values.length;
      square += value * value / values.length;
    }
    Histogram histogram = Histogram.of(values, range.from, range.to, BINS);
    List<Double> expected = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      double low = range.from + bin * width;
      expected.add(values.length * (law.below().applyAsDouble(low + width) - law.below().applyAsDouble(low)));
    }
    return new FactorCounts(range.from, width, histogram.counts(), expected, mean, square - mean * mean, law.mean(),
        law.variance());
  }
}

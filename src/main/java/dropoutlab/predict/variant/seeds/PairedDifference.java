package dropoutlab.predict.variant.seeds;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/// The differences between two networks that were trained with the same seeds, each seed being a pair, and what they say
/// of the mean difference: its 95 % interval by Student's t (Student 1908).
///
/// @param values    first minus second, one for each seed; NaN where either is not finite
/// @param n         how many pairs are finite; only they are counted
/// @param notFinite how many pairs are not
/// @param mean      NaN of no pair
/// @param low       the lower end of the interval, mean - t sd / sqrt(n) with n - 1 degrees of freedom; NaN of less than
///                  two pairs, as `high`
/// @param lower     in how many of the `n` pairs the first is lower than the second
public record PairedDifference(List<Double> values, int n, int notFinite, double mean, double low, double high,
                               int lower) {
  private static final double LEVEL = 0.95;

  public PairedDifference { values = List.copyOf(values); }

  /// What the interval says of the first network against the second. Only an interval that does not hold 0 is a verdict.
  public enum Verdict { LOWER, HIGHER, UNDECIDED }

  /// @param first,second the values of both networks, in the order of the seeds
  public static PairedDifference of(List<Double> first, List<Double> second) {
    if (first.size() != second.size())
      throw new IllegalArgumentException(first.size() + " values cannot be paired with " + second.size());
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      double difference = first.get(i) - second.get(i);
      values.add(Double.isFinite(difference) ? difference : Double.NaN);
    }
    MeanSd moments = MeanSd.of(values);
    double half = moments.n() < 2 ? Double.NaN : quantile(moments.n() - 1) * moments.error();
    int lower = (int) values.stream().filter(each -> each < 0).count();
    return new PairedDifference(values, moments.n(), moments.notFinite(), moments.mean(), moments.mean() - half,
        moments.mean() + half, lower);
  }

  /// No random numbers are drawn.
  private static double quantile(int freedom) {
    return new TDistribution(null, freedom).inverseCumulativeProbability((1 + LEVEL) / 2);
  }

  public Verdict verdict() { return high < 0 ? Verdict.LOWER : low > 0 ? Verdict.HIGHER : Verdict.UNDECIDED; }
}

package dropoutlab.predict.sweep;

import dropoutlab.predict.variant.seeds.MeanSd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;

/// The differences of runs and their partners, value minus partner, seed by seed.
///
/// @param differences in the order of the seeds; NaN where one of both has no result, infinite where one is not finite,
///                    0 where both are not
/// @param pairs       how many are there
/// @param median      of them
/// @param interval    of the median, from 6 pairs on
/// @param lower       on how many seeds the value is lower, `higher` likewise; what is left are ties
/// @param sign        two-sided p of the sign test without ties, not adjusted; NaN without a pair
/// @param worth       how many times as many seeds would be needed without pairs: (var of both) / var of differences,
///                    over finite pairs; NaN of less than three, and where the differences do not vary
/// @param finite      the differences of those pairs in which both are finite, in the order of the seeds
public record Paired(List<Double> differences, int pairs, double median, Optional<Interval> interval, int lower,
                     int higher, double sign, double worth, List<Double> finite) {
  private static final double LEVEL = 0.95;
  private static final int LEAST_FOR_WORTH = 3;

  public Paired {
    differences = List.copyOf(differences);
    finite = List.copyOf(finite);
  }

  /// From the k-th smallest to the k-th largest.
  ///
  /// @param coverage the true one, at least .95
  public record Interval(int k, double low, double high, double coverage) {
    public boolean holds(double value) { return low <= value && value <= high; }

    /// Takes the largest k that covers the median with 95 %: how many of n values lie below the median is binomial,
    /// with probability ½ (Thompson 1936). Of 5 values not even the smallest and the largest do.
    static Optional<Interval> of(double[] sorted) {
      int n = sorted.length, k = 0;
      while (2 * (k + 1) <= n && coverage(n, k + 1) >= LEVEL) k++;
      return k == 0 ? Optional.empty() : Optional.of(new Interval(k, sorted[k - 1], sorted[n - k], coverage(n, k)));
    }

    private static double coverage(int n, int k) { return 1 - 2 * atMost(n, k - 1); }
  }

  public static Paired of(double[] values, double[] partners) {
    double[] differences = new double[values.length];
    Arrays.setAll(differences, i -> difference(values[i], partners[i]));
    double[] sorted = Quartiles.sorted(differences);
    int lower = (int) Arrays.stream(sorted).filter(each -> each < 0).count();
    int higher = (int) Arrays.stream(sorted).filter(each -> each > 0).count();
    int[] finite = IntStream.range(0, values.length)
        .filter(i -> Double.isFinite(values[i]) && Double.isFinite(partners[i])).toArray();
    return new Paired(boxed(differences), sorted.length, Quartiles.median(sorted), Interval.of(sorted), lower, higher,
        sorted.length == 0 ? Double.NaN : sign(lower, higher), worth(at(values, finite), at(partners, finite)),
        at(differences, finite));
  }

  /// A run that is not finite is worse than one that is by more than any number; of two nobody knows which is worse.
  private static double difference(double value, double partner) {
    boolean tied = value == Double.POSITIVE_INFINITY && partner == Double.POSITIVE_INFINITY;
    return tied ? 0 : value - partner;
  }

  /// Twice the smaller tail, and at most 1: where both are equal, the tails overlap in the middle.
  static double sign(int lower, int higher) {
    return Math.min(1, 2 * atMost(lower + higher, Math.min(lower, higher)));
  }

  /// Returns the probability that at most `k` of `n` fair coins show heads. No random numbers are drawn.
  private static double atMost(int n, int k) {
    return k < 0 ? 0 : new BinomialDistribution(null, n, 1.0 / 2).cumulativeProbability(k);
  }

  private static double worth(List<Double> values, List<Double> partners) {
    if (values.size() < LEAST_FOR_WORTH) return Double.NaN;
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) differences.add(values.get(i) - partners.get(i));
    double worth = (variance(values) + variance(partners)) / variance(differences);
    return Double.isFinite(worth) ? worth : Double.NaN;
  }

  private static double variance(List<Double> values) { return Math.pow(MeanSd.of(values).sd(), 2); }

  private static List<Double> at(double[] values, int[] places) {
    return Arrays.stream(places).mapToObj(i -> values[i]).toList();
  }

  private static List<Double> boxed(double[] values) { return Arrays.stream(values).boxed().toList(); }
}

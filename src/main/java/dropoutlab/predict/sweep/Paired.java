package dropoutlab.predict.sweep;

import java.util.List;
import java.util.Optional;

/// The differences of runs and their partners, value minus partner, seed by seed.
///
/// @param differences in the order of the seeds; NaN where one of both has no result, infinite where one is not finite
/// @param pairs       how many are there
/// @param median      of them
/// @param interval    of the median, from 6 pairs on
/// @param lower       on how many seeds the value is lower, `higher` likewise; what is left are ties
/// @param sign        two-sided p of the sign test without ties, not adjusted
/// @param worth       how many times as many seeds would be needed without pairs: (var of both) / var of differences, over
///                    finite pairs; NaN of less than three
public record Paired(List<Double> differences, int pairs, double median, Optional<Interval> interval, int lower,
                     int higher, double sign, double worth) {
  public Paired { differences = List.copyOf(differences); }

  /// From the k-th smallest to the k-th largest.
  ///
  /// @param coverage the true one, at least .95
  public record Interval(int k, double low, double high, double coverage) {}

  public static Paired of(double[] values, double[] partners) { throw new UnsupportedOperationException(); }
}

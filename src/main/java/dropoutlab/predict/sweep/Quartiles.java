package dropoutlab.predict.sweep;

import java.util.Arrays;

/// The quartiles of some numbers (type 7 of Hyndman and Fan 1996). Infinite numbers rank as the largest; between a
/// finite number and an infinite one nothing is interpolated: the larger is taken.
///
/// @param n how many numbers there were, those that are NaN left out
public record Quartiles(int n, double low, double median, double high) {
  private static final double QUARTER = 0.25, HALF = 0.5;

  public static Quartiles of(double[] values) {
    double[] sorted = sorted(values);
    return new Quartiles(sorted.length, quantile(sorted, QUARTER), median(sorted), quantile(sorted, 1 - QUARTER));
  }

  /// Returns the numbers from the smallest to the largest, without those that are NaN.
  static double[] sorted(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
  }

  /// Returns the median of sorted numbers; NaN of none.
  static double median(double[] sorted) { return quantile(sorted, HALF); }

  private static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) return Double.NaN;
    double place = (sorted.length - 1) * share;
    int below = (int) place;
    double part = place - below;
    if (part == 0) return sorted[below];
    double a = sorted[below], b = sorted[below + 1];
    return Double.isInfinite(a) || Double.isInfinite(b) ? b : a + part * (b - a);
  }
}

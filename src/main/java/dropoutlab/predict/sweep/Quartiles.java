package dropoutlab.predict.sweep;

/// The quartiles of some numbers (type 7 of Hyndman and Fan 1996). Infinite numbers rank as the largest; between a finite
/// number and an infinite one nothing is interpolated: the larger is taken.
///
/// @param n how many numbers there were, those that are NaN left out
public record Quartiles(int n, double low, double median, double high) {
  public static Quartiles of(double[] values) { throw new UnsupportedOperationException(); }
}

package dropoutlab.predict.variant.seeds;

import java.util.List;

/// The mean and the standard deviation of numbers of which some may be missing.
///
/// @param n         how many numbers are finite; only they are counted
/// @param notFinite how many are not
/// @param mean      NaN of no number
/// @param sd        the sample standard deviation, with n - 1; NaN of less than two numbers
public record MeanSd(int n, int notFinite, double mean, double sd) {
  public static MeanSd of(List<Double> values) {
    double[] finite = values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
    int n = finite.length;
    double sum = 0, squares = 0;
    for (double each : finite) sum += each;
    double mean = sum / n;
    for (double each : finite) squares += (each - mean) * (each - mean);
    return new MeanSd(n, values.size() - n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
  }

  /// Returns the standard error of the mean.
  double error() { return sd / Math.sqrt(n); }
}

package dropoutlab.figure.plot;

import dropoutlab.frame.Matrix;
import java.util.function.IntToDoubleFunction;

/// What there is to say of a row of numbers. Those that are not finite do not count.
///
/// @param count   how many are finite; where none is, the numbers below are NaN and the places -1
/// @param sd      around the mean (1/n)
/// @param leastAt the place of the first lowest among all
/// @param mostAt  the place of the first highest
public record Summary(int count, double mean, double sd, double least, int leastAt, double most, int mostAt) {
  public static Summary of(int size, IntToDoubleFunction values) {
    int count = 0, leastAt = -1, mostAt = -1;
    double mean = 0, squares = 0, least = Double.NaN, most = Double.NaN;
    for (int i = 0; i < size; i++) {
      double value = values.applyAsDouble(i);
      if (!Double.isFinite(value)) continue;
      double away = value - mean;
      mean += away / ++count;
      squares += away * (value - mean);
      if (leastAt < 0 || value < least) {
        least = value;
        leastAt = i;
      }
      if (mostAt < 0 || value > most) {
        most = value;
        mostAt = i;
      }
    }
    double middle = count == 0 ? Double.NaN : mean, sd = count == 0 ? Double.NaN : Math.sqrt(squares / count);
    return new Summary(count, middle, sd, least, leastAt, most, mostAt);
  }

  public static Summary of(Matrix values) { return of(values.size(), values::get); }

  public static Summary of(double... values) { return of(values.length, i -> values[i]); }

  public boolean isEmpty() { return count == 0; }

  /// The root of the mean square.
  public double rms() { return Math.hypot(mean, sd); }
}

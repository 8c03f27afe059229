package dropoutlab.figure.plot;

import java.util.Optional;

/// Where a curve is going at its end. The last fifth of its values, four at least, is cut into halves: the curve rises or
/// falls where the means of the halves differ by more than two standard errors and by more than one per cent ([Than]).
public enum Trend {
  RISING, FALLING, LEVEL;

  private static final int FIFTH = 5, FEWEST = 4;
  private static final double ERRORS = 2;

  /// Empty for fewer than four values.
  ///
  /// @param values finite
  public static Optional<Trend> of(double... values) {
    int n = values.length, half = Math.max(FEWEST, n / FIFTH) / 2;
    if (n < FEWEST) return Optional.empty();
    Summary before = Summary.of(half, i -> values[n - 2 * half + i]), after = Summary.of(half, i -> values[n - half + i]);
    double error = Math.hypot(before.sd(), after.sd()) / Math.sqrt(half - 1);
    if (Math.abs(after.mean() - before.mean()) <= ERRORS * error) return Optional.of(LEVEL);
    return Optional.of(switch (Than.of(after.mean(), before.mean())) {
      case LOWER -> FALLING;
      case ALIKE -> LEVEL;
      case HIGHER -> RISING;
    });
  }
}

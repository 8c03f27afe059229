package dropoutlab.figure.plot;

import java.util.Optional;

/// Where a curve is going at its end. The last fifth of its values, four at least, is cut into halves. The curve is
/// level where the means of the halves differ by less than one per cent ([Than]); it rises or falls where they differ
/// by more than that and by more than two standard errors. In between nothing is known.
public enum Trend {
  RISING, FALLING, LEVEL;

  private static final int FIFTH = 5, FEWEST = 4;
  private static final double ERRORS = 2;

  /// Empty where nothing is known, as for fewer than four values.
  ///
  /// @param values finite
  public static Optional<Trend> of(double... values) {
    int n = values.length, half = Math.max(FEWEST, n / FIFTH) / 2;
    if (n < FEWEST) return Optional.empty();
    Summary before = Summary.of(half, i -> values[n - 2 * half + i]),
        after = Summary.of(half, i -> values[n - half + i]);
    double error = Math.hypot(before.sd(), after.sd()) / Math.sqrt(half - 1);
    boolean known = Math.abs(after.mean() - before.mean()) > ERRORS * error;
    return switch (Than.of(after.mean(), before.mean())) {
      case ALIKE -> Optional.of(LEVEL);
      case LOWER -> known ? Optional.of(FALLING) : Optional.empty();
      case HIGHER -> known ? Optional.of(RISING) : Optional.empty();
    };
  }
}

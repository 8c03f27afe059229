package dropoutlab.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Writes numbers with the digits that carry information. A number computed in single precision around a mean has them
/// relative to the spread, not to its size: of 2460310.0234567 with a standard deviation of 1, the digits down to 1e-8.
final class Digits {
  private static final int BELOW_SD = 8;
  private static final double PLAIN_FROM = 1e-5;
  private static final double PLAIN_TO = 1e17;

  private Digits() {}

  /// Writes a value from a distribution with the standard deviation `sd`.
  static String of(double value, double sd) {
    int decimals = BELOW_SD - (int) StrictMath.floor(StrictMath.log10(sd));
    return shown(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
  }

  /// Writes a standard deviation, whose digits are counted from its first.
  static String ofSpread(double sd) {
    return shown(BigDecimal.valueOf(sd).round(new MathContext(BELOW_SD, RoundingMode.HALF_EVEN)));
  }

  private static String shown(BigDecimal rounded) {
    if (rounded.signum() == 0) return "0.0";
    double size = Math.abs(rounded.doubleValue());
    BigDecimal shortest = rounded.stripTrailingZeros();
    if (size < PLAIN_FROM || size >= PLAIN_TO) return Double.toString(shortest.doubleValue());
    return shortest.scale() > 0 ? shortest.toPlainString() : shortest.toPlainString() + ".0";
  }
}

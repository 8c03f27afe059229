package dropoutlab.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Writes numbers with more digits than can be read at a glance: those of tables, and those that the user has typed.
public final class Precise {
  private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final double LEAST_PLAIN = 1e-5;
  private static final double MOST_PLAIN = 1e15;

  private Precise() {}

  /// Writes four significant digits with their zeros, and all digits before the decimal point: 0.1250, 12.35, 23,457,
  /// 1.235e−5.
  public static String four(double value) {
    if (!Double.isFinite(value) || value == 0) return Numbers.fixed(value, 3);
    BigDecimal exact = new BigDecimal(Math.abs(value));
    BigDecimal rounded = Math.abs(value) < 9999.5 || Math.abs(value) >= 1e9 ? exact.round(FOUR)
        : exact.setScale(0, RoundingMode.HALF_EVEN);
    int missing = FOUR.getPrecision() - rounded.precision();
    if (missing > 0) rounded = rounded.setScale(rounded.scale() + missing);
    return Numbers.signed(Numbers.mostReadable(rounded), value);
  }

  /// Writes all digits that distinguish the number from others, as it may have been typed: 0.125, 2000000, 1e−7.
  public static String all(double value) {
    if (!Double.isFinite(value)) return Double.toString(value);
    if (value == 0) return "0";
    BigDecimal digits = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
    double size = Math.abs(value);
    if (size >= LEAST_PLAIN && size < MOST_PLAIN) return Numbers.signed(digits.toPlainString(), value);
    return Numbers.signed(Numbers.scientific(digits), value);
  }
}

package dropoutlab.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Numbers as people read them: short, and the same length from frame to frame where they change.
public final class Numbers {
  private static final String MINUS = "\u2212";
  private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_EVEN);

  private Numbers() {}

  /// As [#reading] without trailing zeros: 0.3, 1, 1e-4. Whole numbers below 1e9 are told in full: 1958, 412,000.
  public static String brief(double value) {
    if (!Double.isFinite(value)) return odd(value);
    if (value == StrictMath.rint(value) && Math.abs(value) < 1e9) return signed(grouped((long) Math.abs(value)), value);
    return signed(mostReadable(rounded(value).stripTrailingZeros()), value);
  }

  /// Three significant digits with their zeros, and above 10 one decimal: 0.300, 1.43, 315.2, 1.00e-4.
  public static String reading(double value) {
    if (!Double.isFinite(value)) return odd(value);
    if (value == 0) return "0.000";
    return signed(mostReadable(rounded(value)), value);
  }

  private static BigDecimal rounded(double value) {
    BigDecimal exact = new BigDecimal(Math.abs(value));
    if (exact.compareTo(BigDecimal.TEN) >= 0 && Math.abs(value) < 1e9)
      return exact.setScale(Math.abs(value) < 10_000 ? 1 : 0, RoundingMode.HALF_EVEN);
    BigDecimal three = exact.round(THREE);
    int missing = 3 - three.precision();
    return missing > 0 ? three.setScale(three.scale() + missing) : three;
  }

  /// A fixed number of decimals.
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) return odd(value);
    BigDecimal rounded = new BigDecimal(Math.abs(value)).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? rounded.toPlainString() : signed(rounded.toPlainString(), value);
  }

  /// Labels of evenly spaced ticks, all with the decimals that the finest needs; zero is "0".
  static List<String> even(List<Double> ticks) {
    double largest = ticks.stream().mapToDouble(Math::abs).max().orElse(0);
    int decimals = 0;
    for (double tick : ticks) decimals = Math.max(decimals, decimalsOf(tick, largest));
    List<String> labels = new ArrayList<>();
    for (double tick : ticks) {
      if (decimals > 4 || largest >= 1e9) labels.add(brief(tick));
      else if (tick == 0 || decimals == 0) labels.add(brief(tick));
      else labels.add(fixed(tick, decimals));
    }
    return labels;
  }

  /// Labels of positive logarithmic ticks, all in one form: 0.0001, 0.01, 1 or, where these would be long, 1e-8, 1e-4,
  /// 1e0.
  static List<String> decades(List<Double> ticks) {
    boolean plain = ticks.stream().allMatch(tick -> tick > 0.9e-4 && tick < 0.9e7);
    return ticks.stream().map(tick -> plain ? plain(tick) : scientific(tick)).toList();
  }

  private static String plain(double tick) {
    BigDecimal value = rounded(tick).stripTrailingZeros();
    return tick >= 1e4 ? grouped(value.longValue()) : value.toPlainString();
  }

  private static String scientific(double tick) {
    BigDecimal value = new BigDecimal(tick).round(THREE).stripTrailingZeros();
    int exponent = value.precision() - value.scale() - 1;
    return value.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }

  private static int decimalsOf(double tick, double largest) {
    // Digits below a millionth of the axis are rounding noise.
    int noise = largest == 0 ? 0 : 9 - (int) StrictMath.floor(StrictMath.log10(largest));
    return Math.max(0, new BigDecimal(tick).setScale(noise, RoundingMode.HALF_EVEN).stripTrailingZeros().scale());
  }

  private static String mostReadable(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    if (value.signum() == 0) return "0";
    if (exponent >= -3 && exponent < 4) return value.toPlainString();
    if (exponent >= 4 && exponent < 9) return grouped(value.longValue());
    return value.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }

  /// Four digits stay together, so that years look like years.
  private static String grouped(long value) {
    StringBuilder digits = new StringBuilder(Long.toString(value));
    if (digits.length() > 4) for (int i = digits.length() - 3; i > 0; i -= 3) digits.insert(i, ',');
    return digits.toString();
  }

  private static String signed(String digits, double value) {
    return value < 0 ? MINUS + digits : digits;
  }

  private static String odd(double value) {
    return Double.isNaN(value) ? "\u2013" : value > 0 ? "\u221E" : MINUS + "\u221E";
  }
}

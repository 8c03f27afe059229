package dropoutlab.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/// Writes numbers as people read them: short, and with the same length from frame to frame if they change. All have a
/// true minus sign, but for those that may be typed.
public final class Numbers {
  private static final String MINUS = "\u2212";
  /// Below it numbers under each other are written with a power of ten.
  private static final int LEAST_DECADE = -3;
  private static final BigDecimal SMALL = new BigDecimal("0.001");
  private static final BigDecimal LARGE = new BigDecimal("1e12");
  private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_EVEN);

  private Numbers() {}

  /// Writes as [#reading] does, without trailing zeros: 0.3, 1, 1e−4. Whole numbers below 1e9 are written in full:
  /// 1958, 412,000.
  public static String brief(double value) {
    if (!Double.isFinite(value)) return odd(value);
    if (value == StrictMath.rint(value) && Math.abs(value) < 1e9) return signed(grouped((long) Math.abs(value)), value);
    return signed(mostReadable(rounded(value).stripTrailingZeros()), value);
  }

  /// Writes three significant digits with their zeros, and one decimal above 10: 0.300, 1.43, 315.2, 1.00e−4.
  public static String reading(double value) {
    if (!Double.isFinite(value)) return odd(value);
    if (value == 0) return "0.000";
    return signed(mostReadable(rounded(value)), value);
  }

  /// Writes as [#reading] does, with as many more digits as are needed to show three digits of the spread: 2,460,310.02
  /// for a standard deviation of 1, and 1.3330012 for one of 0.00002.
  public static String reading(double value, double spread) {
    int decimals = decimals(spread);
    if (!Double.isFinite(value) || value == 0 || decimals <= rounded(value).scale()) return reading(value);
    return signed(wide(toDecimals(value, decimals)), value);
  }

  /// Writes the same without trailing zeros.
  public static String brief(double value, double spread) {
    int decimals = decimals(spread);
    if (!Double.isFinite(value) || value == 0) return brief(value);
    BigDecimal shown = toDecimals(value, Math.max(decimals, rounded(value).scale())).stripTrailingZeros();
    return signed(wide(shown), value);
  }

  /// Returns how many decimals show three digits of a spread.
  private static int decimals(double spread) {
    boolean known = spread > 0 && Double.isFinite(spread);
    return known ? 2 - (int) StrictMath.floor(StrictMath.log10(spread)) : Integer.MIN_VALUE;
  }

  private static BigDecimal toDecimals(double value, int decimals) {
    return new BigDecimal(Math.abs(value)).setScale(decimals, RoundingMode.HALF_EVEN);
  }

  /// Writes the number without an exponent, whatever the number of its digits, unless it is too small or too large for
  /// that.
  private static String wide(BigDecimal value) {
    return value.compareTo(SMALL) < 0 || value.compareTo(LARGE) >= 0 ? mostReadable(value) : plain(value);
  }

  /// Writes a number of 0 or more without an exponent; thousands are separated if there are more than four digits:
  /// 0.0005, 2,460,310.
  public static String plain(BigDecimal value) {
    String digits = value.setScale(Math.max(0, value.scale())).toPlainString();
    int point = digits.indexOf('.');
    return point < 0 ? grouped(digits) : grouped(digits.substring(0, point)) + digits.substring(point);
  }

  /// Puts the sign of a number before its digits.
  public static String signed(String digits, double value) {
    return value < 0 ? MINUS + digits : digits;
  }

  private static BigDecimal rounded(double value) {
    BigDecimal exact = new BigDecimal(Math.abs(value));
    if (exact.compareTo(BigDecimal.TEN) >= 0 && Math.abs(value) < 1e9)
      return exact.setScale(Math.abs(value) < 10_000 ? 1 : 0, RoundingMode.HALF_EVEN);
    BigDecimal three = exact.round(THREE);
    int missing = 3 - three.precision();
    return missing > 0 ? three.setScale(three.scale() + missing) : three;
  }

  /// Writes a fixed number of decimals.
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) return odd(value);
    BigDecimal rounded = new BigDecimal(Math.abs(value)).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? rounded.toPlainString() : signed(plain(rounded), value);
  }

  /// Writes a number of 0 or more without an exponent, or as 1.2e−5.
  public static String mostReadable(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    if (value.signum() == 0) return "0";
    if (exponent >= -3 && exponent < 4) return value.toPlainString();
    if (exponent >= 4 && exponent < 9) return grouped(value.longValue());
    return scientific(value);
  }

  /// Writes a number above 0 with an exponent: 1.2e−5, 1e0.
  public static String scientific(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    return powered(value.movePointLeft(exponent).toPlainString(), exponent);
  }

  /// Writes a mantissa, which is a number already written, with its power of ten: 1.2e−5.
  public static String powered(String mantissa, int exponent) {
    return mantissa + "e" + signed(Integer.toString(Math.abs(exponent)), exponent);
  }

  /// Writes how many things there are, to the nearest whole number: 7, 2,000, 412,000.
  public static String count(double things) {
    long whole = Math.round(things);
    return Double.isFinite(things) ? signed(parted(Long.toString(Math.abs(whole))), whole) : odd(things);
  }

  /// Writes values that stand under each other: one number of decimals for all, at least three digits for the largest;
  /// small ones share a power of ten, 3.84e−6 over 0.14e−6.
  public static List<String> aligned(double... values) {
    double size = Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    int decade = size > 0 ? (int) StrictMath.floor(StrictMath.log10(size)) : 0;
    boolean small = decade < LEAST_DECADE;
    int decimals = size > 0 ? Math.clamp(2 - decade, 0, 2 - LEAST_DECADE) : 3;
    return Arrays.stream(values).mapToObj(value -> small && Double.isFinite(value)
        ? powered(fixed(value * StrictMath.pow(10, -decade), 2), decade) : fixed(value, decimals)).toList();
  }

  /// Writes a number as it may be typed, with as few digits as tell the value: 0.008, 16, -1e-8.
  public static String typed(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) return Long.toString((long) value);
    boolean plain = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9;
    return plain ? Double.toString(value) : Double.toString(value).replace("E", "e").replace(".0e", "e");
  }

  /// Writes a number as it may be typed, with five digits of the spread of its kind: 2460310.4994.
  public static String typed(double value, double spread) {
    int decimals = spread > 0 && Double.isFinite(spread) ? 4 - (int) StrictMath.floor(StrictMath.log10(spread)) : 4;
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  private static String grouped(long value) { return grouped(Long.toString(value)); }

  /// Four digits are not separated, so that years look like years.
  private static String grouped(String whole) { return whole.length() > 4 ? parted(whole) : whole; }

  private static String parted(String whole) {
    StringBuilder digits = new StringBuilder(whole);
    for (int i = digits.length() - 3; i > 0; i -= 3) digits.insert(i, ',');
    return digits.toString();
  }

  private static String odd(double value) {
    return Double.isNaN(value) ? "\u2013" : value > 0 ? "\u221E" : MINUS + "\u221E";
  }
}

package dropoutlab.ui.fx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How numbers are written everywhere in the window.
public final class WindowNumbers {
  /// Below it numbers are written with a power of ten.
  private static final int LEAST_DECADE = -3;
  private static final Pattern UNIT = Pattern.compile("\\(([^()]+)\\)$");

  private WindowNumbers() {}

  /// Three significant digits with their zeros, as the figures write them.
  public static String reading(double value) { return dropoutlab.words.Numbers.reading(value); }

  /// The unit that a column is named with: "ppm" of "CO2 (ppm)"; "" where it has none.
  public static String unit(String column) {
    Matcher bracketed = UNIT.matcher(column);
    return bracketed.find() ? bracketed.group(1) : "";
  }

  public static String fixed(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "–";
  }

  public static String percent(double share, int decimals) {
    return Double.isFinite(share) ? fixed(100 * share, decimals) + " %" : "–";
  }

  /// As few digits as tell the value: 0.008, 16, 1e-8.
  public static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) return Long.toString((long) value);
    if (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e9)
      return Double.toString(value).replace("E", "e").replace(".0e", "e");
    return Double.toString(value);
  }

  /// Whole numbers in groups of three: 412,000.
  public static String grouped(double value) { return String.format(Locale.ROOT, "%,.0f", value); }

  /// A drop rate as a read-out: ".30", or "0".
  public static String rate(double p) { return p == 0 ? "0" : fixed(p, 2).substring(1); }

  /// The drop rates of several layers: "p = 0.30", or "p = .10–.50" where they differ.
  public static String rates(List<Double> p) {
    if (p.isEmpty()) return "p = 0.00";
    double min = Collections.min(p);
    double max = Collections.max(p);
    return min == max ? "p = " + fixed(min, 2) : "p = " + rate(min) + "–" + rate(max);
  }

  /// The three numbers of a drop rate, always shown together.
  public static String threeNumbers(double p) {
    return "drop " + fixed(100 * p, 0) + " % · keep " + fixed(100 * (1 - p), 0)
        + " % · kept × " + fixed(1 / (1 - p), 2);
  }

  /// Values that stand under each other: one number of decimals for all, at least three digits for the largest; small
  /// ones share a power of ten, 3.84e-6 over 0.14e-6.
  public static List<String> aligned(double... values) {
    double size = Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    int decade = size > 0 ? (int) StrictMath.floor(StrictMath.log10(size)) : 0;
    if (decade < LEAST_DECADE) return Arrays.stream(values).mapToObj(value -> powered(value, decade)).toList();
    int decimals = Math.clamp(2 - decade, 0, 2 - LEAST_DECADE);
    return Arrays.stream(values).mapToObj(value -> fixed(value, size > 0 ? decimals : 3)).toList();
  }

  private static String powered(double value, int decade) {
    return Double.isFinite(value) ? fixed(value * StrictMath.pow(10, -decade), 2) + "e" + decade : fixed(value, 2);
  }

  /// A number as it may be typed, with five digits of the spread of its kind: 2460310.4994.
  public static String typed(double value, double spread) {
    int decimals = spread > 0 && Double.isFinite(spread) ? 4 - (int) StrictMath.floor(StrictMath.log10(spread)) : 4;
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}

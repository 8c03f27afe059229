package dropoutlab.figure.plot;

import dropoutlab.words.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The labels of an axis. Their digits follow from the step between the ticks, so that no two are alike, wherever the
/// range lies. Where that would make them long, as far from zero, they count from an offset that stands in the axis's
/// title: "jd − 2,460,310".
///
/// @param offset what the labels count from, 0 for none
/// @param length of the axis
public record TickLabels(BigDecimal offset, double length) {
  /// Longer labels count from an offset.
  private static final int LONGEST = 7;
  private static final int LONGEST_NAME = 24;
  /// A range is far from zero where it lies so many times its length away.
  private static final double FAR = 10;
  /// An offset is near a range where it lies less than so many times its length below.
  private static final double NEAR = 4;
  private static final int TICKS = 5;
  /// Up to so many decimals, and below this size, labels are plain: 0.0005, 2,000,000.
  private static final int PLAIN_DECIMALS = 4;
  private static final double PLAIN_SIZE = 1e7;
  private static final BigDecimal SMALL = new BigDecimal("0.001");
  private static final BigDecimal LARGE = new BigDecimal("1e8");
  private static final int ROUND_DIGITS = 4;
  /// What stands before " (unit)" or ", unit".
  private static final Pattern NAME = Pattern.compile("^.+?(?= \\(|, )");

  /// The same for a range, however many ticks it gets.
  public static TickLabels of(double from, double to) {
    double length = to - from;
    boolean far = from * to > 0 && Math.min(Math.abs(from), Math.abs(to)) > FAR * length;
    TickLabels plain = plain(from, to);
    if (!far || plain.longest(List.of(from, to), Scale.step(length, TICKS)) <= LONGEST) return plain;
    BigDecimal offset = from > 0 ? roundest(from, to) : roundest(-to, -from).negate();
    return new TickLabels(offset, length);
  }

  /// The roundest number not far below a range, or inside of it.
  private static BigDecimal roundest(double from, double to) {
    BigDecimal low = new BigDecimal(from), high = new BigDecimal(to);
    BigDecimal least = new BigDecimal(from - NEAR * (to - from));
    for (int power = (int) StrictMath.floor(StrictMath.log10(to)); ; power--) {
      BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(power);
      BigDecimal below = low.divide(unit, 0, RoundingMode.DOWN).multiply(unit);
      BigDecimal inside = high.divide(unit, 0, RoundingMode.DOWN).multiply(unit);
      if (below.compareTo(least) >= 0) return below.stripTrailingZeros();
      if (inside.compareTo(low) >= 0) return inside.stripTrailingZeros();
    }
  }

  /// Without an offset.
  static TickLabels plain(double from, double to) { return new TickLabels(BigDecimal.ZERO, to - from); }

  private int longest(List<Double> ticks, double step) {
    return even(ticks, step).stream().mapToInt(String::length).max().orElse(0);
  }

  /// A title with the offset behind the name and before its unit: "n − 1.333", "CO2 − 400 (ppm)".
  public String in(String title) {
    if (title.isEmpty() || offset.signum() == 0) return title;
    String told = (offset.signum() > 0 ? " \u2212 " : " + ") + told(offset.abs());
    Matcher name = NAME.matcher(title);
    boolean parted = name.find();
    return shortened(parted ? name.group() : title) + told + (parted ? title.substring(name.end()) : "");
  }

  /// In full, unless a power of ten says all of it: 2,460,310 and 1.7e9.
  private static String told(BigDecimal offset) {
    boolean round = offset.compareTo(LARGE) >= 0 && offset.precision() <= ROUND_DIGITS;
    return round || offset.compareTo(SMALL) < 0 ? Numbers.mostReadable(offset) : Numbers.plain(offset);
  }

  /// A long name must not push the offset out of the picture.
  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1).strip() + "…";
  }

  /// Of rising ticks, a step apart; a lone one has a step of the length's decade.
  public List<String> even(List<Double> ticks) {
    double step = Double.POSITIVE_INFINITY;
    for (int i = 1; i < ticks.size(); i++) step = Math.min(step, ticks.get(i) - ticks.get(i - 1));
    if (ticks.size() < 2) step = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(length)));
    // Far from zero the difference of two ticks has crumbs.
    return even(ticks, new BigDecimal(step).round(new MathContext(1)).doubleValue());
  }

  /// Of ticks that are multiples of `step`.
  public List<String> even(List<Double> ticks, double step) {
    List<BigDecimal> shown = ticks.stream().map(tick -> new BigDecimal(tick).subtract(offset)).toList();
    double largest = shown.stream().mapToDouble(tick -> Math.abs(tick.doubleValue())).max().orElse(0);
    int decimals = decimals(step);
    if (largest == 0) return shown.stream().map(_ -> "0").toList();
    if (decimals <= PLAIN_DECIMALS && largest < PLAIN_SIZE)
      return shown.stream().map(tick -> plain(tick, Math.max(0, decimals))).toList();
    // All in thousands, millions or millionths, so that they are compared at a glance: 2e−6, 12e−6.
    int power = 3 * Math.floorDiv((int) StrictMath.floor(StrictMath.log10(largest) + 1e-9), 3);
    return shown.stream().map(tick -> powered(tick, power, Math.max(0, decimals + power))).toList();
  }

  /// How many decimals a step needs, where less than none means so many zeros: 1 for 0.5, 0 for 2, -1 for 20.
  private static int decimals(double step) {
    if (!(step > 0) || Double.isInfinite(step)) return 0;
    int decimals = -(int) StrictMath.floor(StrictMath.log10(step) + 1e-9);
    for (int more = 0; more < 3; more++) {
      double units = step * StrictMath.pow(10, decimals + more);
      if (Math.abs(units - Math.rint(units)) < 1e-6 * units) return decimals + more;
    }
    return decimals + 2;
  }

  private static String plain(BigDecimal tick, int decimals) {
    BigDecimal rounded = tick.setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : Numbers.signed(Numbers.plain(rounded.abs()), rounded.signum());
  }

  private static String powered(BigDecimal tick, int power, int decimals) {
    String mantissa = plain(tick.scaleByPowerOfTen(-power), decimals);
    return mantissa.equals("0") || power == 0 ? mantissa : Numbers.powered(mantissa, power);
  }

  /// Labels of positive logarithmic ticks, all in one form: 0.0001, 0.01, 1 or, where these would be long, 1e−8, 1e−4,
  /// 1e0. Ticks that are no ones, twos, threes or fives of a decade are labelled as even ones.
  List<String> decades(List<Double> ticks) {
    boolean round = ticks.stream().allMatch(tick -> firstDigit(tick).precision() == 1);
    if (!round) return even(ticks);
    boolean plain = ticks.stream().allMatch(tick -> tick > 0.9e-4 && tick < 0.9e7);
    return ticks.stream().map(TickLabels::firstDigit)
        .map(digit -> plain ? Numbers.plain(digit) : Numbers.scientific(digit)).toList();
  }

  private static BigDecimal firstDigit(double tick) {
    return new BigDecimal(tick).round(new MathContext(9)).stripTrailingZeros();
  }
}

package dropoutlab.figure.plot;

import java.util.ArrayList;
import java.util.List;

/// The map between data and pixels along one direction, straight or logarithmic (base 10).
///
/// @param from   the data value at `fromPx`; below `to`, and positive on a logarithmic scale
/// @param fromPx may lie above `toPx`, as on every upright axis
public record Scale(boolean log, double from, double to, double fromPx, double toPx) {
  private static final double LEAST_LENGTH = 1e-14;

  public Scale {
    if (!(from < to)) throw new IllegalArgumentException("A scale cannot go from " + from + " to " + to);
    if (log && from <= 0) throw new IllegalArgumentException("A logarithmic scale cannot start at " + from);
  }

  /// A straight scale; an empty range, or one that doubles hardly tell from empty, is widened around its value.
  public static Scale linear(double from, double to, double fromPx, double toPx) {
    double size = Math.max(Math.abs(from), Math.abs(to));
    if (to - from > LEAST_LENGTH * size) return new Scale(false, from, to, fromPx, toPx);
    double room = Math.max(0.5, Math.abs(from) * 0.1);
    return new Scale(false, from - room, from + room, fromPx, toPx);
  }

  /// A logarithmic scale over [from, to], grown to the next 1 or 3 of a decade on each side, so that it rests while
  /// the data move a little. At most eight decades are shown, from the top.
  public static Scale log(double from, double to, double fromPx, double toPx) {
    double high = to > 0 ? oneOrThree(to, true) : 1;
    double low = from > 0 ? oneOrThree(Math.max(from, high * 1e-8), false) : high / 1000;
    return new Scale(true, low < high ? low : high / 10, high, fromPx, toPx);
  }

  /// The nearest 1, 3 or 10 times a power of ten above or below.
  private static double oneOrThree(double value, boolean above) {
    int decade = (int) StrictMath.floor(StrictMath.log10(value));
    double base = power(decade);
    double slack = above ? 1 + 1e-9 : 1 - 1e-9;
    double[] steps = {base, 3 * base, 10 * base};
    if (above) for (double step : steps) if (step * slack >= value) return step;
    for (int i = 2; i >= 0; i--) if (steps[i] * slack <= value) return steps[i];
    return base;
  }

  /// The same range at other pixels.
  public Scale at(double fromPx, double toPx) { return new Scale(log, from, to, fromPx, toPx); }

  /// Where a value is drawn; on a logarithmic scale what is not positive lies at the lower end.
  public double px(double data) { return fromPx + share(data) * (toPx - fromPx); }

  private double share(double data) {
    if (!log) return (data - from) / (to - from);
    return (StrictMath.log10(Math.max(data, from)) - StrictMath.log10(from))
        / (StrictMath.log10(to) - StrictMath.log10(from));
  }

  /// The value at a pixel.
  public double data(double px) {
    double share = (px - fromPx) / (toPx - fromPx);
    if (!log) return from + share * (to - from);
    return from * StrictMath.pow(10, share * (StrictMath.log10(to) - StrictMath.log10(from)));
  }

  /// Round values within the range, rising, at most `atMost` (2 or more) of them.
  public List<Double> ticks(int atMost) {
    return log ? logTicks(Math.max(2, atMost)) : evenTicks(from, to, Math.max(2, atMost));
  }

  /// The labels of [#ticks]; the axis is then [#named].
  public List<String> labels(List<Double> ticks) {
    TickLabels labels = tickLabels();
    return log ? labels.decades(ticks) : labels.even(ticks);
  }

  /// The axis's title, with what its labels are counted from where that is not 0.
  public String named(String title) { return tickLabels().in(title); }

  private TickLabels tickLabels() { return log ? TickLabels.plain(from, to) : TickLabels.of(from, to); }

  /// The 1, 2, 5 step for at most `atMost` ticks over a length.
  public static double step(double length, int atMost) {
    int decade = (int) StrictMath.floor(StrictMath.log10(length / atMost));
    for (double factor : new double[] {1, 2, 5, 10, 20})
      if (Math.floor(length / (factor * power(decade)) * (1 + 4e-9)) + 1 <= atMost) return factor * power(decade);
    return 50 * power(decade);
  }

  private static List<Double> evenTicks(double from, double to, int atMost) {
    double step = step(to - from, atMost);
    List<Double> ticks = new ArrayList<>();
    double slack = (to - from) * 1e-9;
    long first = (long) Math.ceil((from - slack) / step);
    for (long i = first; i <= first + atMost && multiple(i, step) <= to + slack; i++)
      // Far from zero neighbouring multiples may be one double.
      if (ticks.isEmpty() || multiple(i, step) > ticks.getLast()) ticks.add(multiple(i, step));
    return ticks;
  }

  /// i x step without the crumbs of binary fractions: 3 x 0.1 is 0.3.
  private static double multiple(long i, double step) {
    return step < 1 ? i / Math.rint(1 / step) : i * step;
  }

  private List<Double> logTicks(int atMost) {
    double decades = StrictMath.log10(to) - StrictMath.log10(from);
    for (double[] mantissas : new double[][] {{1, 3}, {1, 2, 5}, {1}}) {
      List<Double> ticks = decadeTicks(mantissas, 1);
      if (ticks.size() <= atMost && ticks.size() > 2) return ticks;
    }
    if (decades < 1.5) return evenTicks(from, to, atMost);
    int every = 1;
    while (decadeTicks(new double[] {1}, every).size() > atMost) every++;
    return decadeTicks(new double[] {1}, every);
  }

  private List<Double> decadeTicks(double[] mantissas, int every) {
    List<Double> ticks = new ArrayList<>();
    int first = (int) StrictMath.floor(StrictMath.log10(from) + 1e-9);
    for (int decade = first; power(decade) <= to * (1 + 1e-9); decade++) {
      if (Math.floorMod(decade, every) != 0) continue;
      for (double mantissa : mantissas) {
        double tick = decade < 0 ? mantissa / power(-decade) : mantissa * power(decade);
        if (tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9)) ticks.add(tick);
      }
    }
    return ticks;
  }

  private static double power(int exponent) {
    return exponent < 0 ? 1 / StrictMath.pow(10, -exponent) : StrictMath.pow(10, exponent);
  }
}

package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Scale;
import java.util.Arrays;
import java.util.Optional;

/// The scale of measured values. A few that lie far above the many stand in a strip of their own behind a break, and
/// what is not finite in another behind the next, so that nothing is cut off and nothing presses the rest together.
///
/// @param beyond    of what lies far above; empty if nothing does
/// @param infinite  the middle of the strip of what is not finite; NaN if all is finite
/// @param top       where the last strip ends
/// @param empty     whether there is no finite value at all
record BrokenScale(Scale main, Optional<Scale> beyond, double infinite, double top, boolean empty) {
  private static final double GAP = 9, INSET = 6;
  private static final double FENCE = 1.5, WORTH = 2;
  private static final double STRIP_SHARE = .16, LEAST_STRIP = 20, MOST_STRIP = 64;
  /// What spans more than this factor is shown by its logarithm.
  private static final double DECADE = 12;

  /// @param values     NaN for what is missing
  /// @param infinitePx how long the strip of what is not finite is; 0 for none
  /// @param toPx       may lie above `fromPx`, as on every upright axis
  static BrokenScale of(double[] values, double infinitePx, double fromPx, double toPx) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    double way = Math.signum(toPx - fromPx), length = Math.abs(toPx - fromPx);
    boolean infinite = Arrays.stream(values).anyMatch(v -> v == Double.POSITIVE_INFINITY);
    double strip = infinite ? infinitePx : 0, end = toPx - way * (infinite ? strip + GAP : 0);
    double middle = infinite ? toPx - way * strip / 2 : Double.NaN;
    if (finite.length == 0)
      return new BrokenScale(Scale.linear(0, 1, fromPx, end), Optional.empty(), middle, toPx, true);
    int many = many(finite);
    if (many == finite.length)
      return new BrokenScale(inset(finite[0], finite[many - 1], fromPx, end), Optional.empty(), middle, toPx, false);
    double high = Math.clamp(STRIP_SHARE * length, LEAST_STRIP, MOST_STRIP);
    Scale beyond = beyond(finite[many], finite[finite.length - 1], end - way * high, end);
    Scale main = inset(finite[0], finite[many - 1], fromPx, end - way * (high + GAP));
    return new BrokenScale(main, Optional.of(beyond), middle, toPx, false);
  }

  /// Returns how many values the main scale holds: all, unless a break gains much room. It stands in a wide gap above
  /// the upper quarter, so that it parts no neighbours.
  private static int many(double[] sorted) {
    double low = sorted[sorted.length / 4], high = sorted[(3 * sorted.length) / 4];
    double fence = high + FENCE * (high - low);
    int last = sorted.length, many = last;
    double best = 0;
    for (int i = last - 1; i > 0 && sorted[i] > fence; i--) {
      double kept = sorted[i - 1] - sorted[0], worth = (sorted[i] - sorted[i - 1]) / (kept * kept);
      if (kept > 0 && sorted[last - 1] - sorted[0] > WORTH * kept && worth > best) {
        best = worth;
        many = i;
      }
    }
    return many;
  }

  /// A scale that keeps its ends free, so that no dot is cut, and nevertheless has ticks up to them.
  private static Scale inset(double low, double high, double fromPx, double toPx) {
    double way = Math.signum(toPx - fromPx);
    double in = Math.min(INSET, Math.abs(toPx - fromPx) / 4);
    Scale inner = Scale.linear(low, high, fromPx + way * in, toPx - way * in);
    return Scale.linear(inner.data(fromPx), inner.data(toPx), fromPx, toPx);
  }

  private static Scale beyond(double low, double high, double fromPx, double toPx) {
    if (!(low > 0) || high / low < DECADE) return inset(low, high, fromPx, toPx);
    return new Scale(true, low / 1.2, high * 1.2, fromPx, toPx);
  }

  boolean isBeyond(double value) {
    return beyond.isPresent() && Double.isFinite(value) && value > main.to();
  }

  double px(double value) {
    if (value == Double.POSITIVE_INFINITY) return infinite;
    return isBeyond(value) ? beyond.orElseThrow().px(value) : main.px(value);
  }

  /// Returns the middles of the breaks.
  double[] breaks() {
    double way = Math.signum(main.toPx() - main.fromPx());
    double[] both = {beyond.isPresent() ? main.toPx() + way * GAP / 2 : Double.NaN,
        Double.isNaN(infinite) ? Double.NaN : beyond.map(Scale::toPx).orElse(main.toPx()) + way * GAP / 2};
    return Arrays.stream(both).filter(Double::isFinite).toArray();
  }
}

package dropoutlab.ui.shell;

import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// The speed slider's scale: from one training step a second to 100,000 in equal ratios, and flat out at its end.
final class Speed {
  static final double MAX = 100;
  private static final double FLAT_OUT_FROM = 98;
  private static final double DECADES = 5;

  private Speed() {}

  static double stepsPerSecond(double position) {
    return position > FLAT_OUT_FROM ? Double.POSITIVE_INFINITY : Math.pow(10, DECADES * position / FLAT_OUT_FROM);
  }

  static double position(double stepsPerSecond) {
    if (Double.isInfinite(stepsPerSecond)) return MAX;
    return Math.clamp(Math.log10(stepsPerSecond) / DECADES, 0, 1) * FLAT_OUT_FROM;
  }

  static String label(double position) {
    double steps = stepsPerSecond(position);
    if (Double.isInfinite(steps)) return Words.of("shell.speed.flat_out");
    return steps < 1_000 ? Words.of("shell.speed", Numbers.fixed(steps, steps < 10 ? 1 : 0))
        : Words.of("shell.speed.thousands", Numbers.fixed(steps / 1_000, steps < 10_000 ? 1 : 0));
  }
}

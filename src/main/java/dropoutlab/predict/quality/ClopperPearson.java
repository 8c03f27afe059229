package dropoutlab.predict.quality;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.IntervalUtils;

/// The exact 95 % confidence interval of a share (Clopper and Pearson 1934).
public final class ClopperPearson {
  private static final double LEVEL = 0.95;

  private ClopperPearson() {}

  /// @param hits   how many of the trials had the property
  /// @param trials the number of trials, at least 1
  public static ConfidenceInterval of(int hits, int trials) {
    if (hits > 0 && hits < trials) return IntervalUtils.getClopperPearsonInterval(trials, hits, LEVEL);
    // At an end of the range one limit is that end. The other is the share at which all trials agree with probability
    // 2.5 %.
    double root = StrictMath.pow((1 - LEVEL) / 2, 1.0 / trials);
    return hits == 0 ? new ConfidenceInterval(0, 1 - root, LEVEL) : new ConfidenceInterval(root, 1, LEVEL);
  }
}

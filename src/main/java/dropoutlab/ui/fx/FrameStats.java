package dropoutlab.ui.fx;

import java.util.Arrays;

/// The FX thread's time for each frame, in milliseconds, over the last 1,000 frames that drew anything.
public final class FrameStats {
  private final double[] millis = new double[1_000];
  private long count;

  void add(double frameMillis) { millis[(int) (count++ % millis.length)] = frameMillis; }

  public long count() { return count; }

  public void clear() { count = 0; }

  /// The time that the share `q` of the frames stayed below; NaN before the first frame.
  public double quantile(double q) {
    int n = (int) Math.min(count, millis.length);
    if (n == 0) return Double.NaN;
    double[] sorted = Arrays.copyOf(millis, n);
    Arrays.sort(sorted);
    return sorted[Math.clamp((long) Math.ceil(q * n) - 1, 0, n - 1)];
  }
}

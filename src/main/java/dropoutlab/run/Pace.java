package dropoutlab.run;

/// Decides when the next training step is due, and measures how many steps are taken per second. It is used by one
/// thread; times are those of System.nanoTime.
final class Pace {
  private static final long WINDOW_NANOS = 500_000_000;

  private double stepsPerSecond = Double.POSITIVE_INFINITY;
  private long nextNanos;
  private long windowStart;
  private long stepsInWindow;
  private double measured;

  void setSpeed(double stepsPerSecond, long now) {
    if (!(stepsPerSecond > 0)) throw new IllegalArgumentException("The speed must be positive, but is " + stepsPerSecond);
    this.stepsPerSecond = stepsPerSecond;
    nextNanos = now;
  }

  /// Starts the measurement anew.
  void start(long now) {
    nextNanos = now;
    windowStart = now;
    stepsInWindow = 0;
    measured = 0;
  }

  /// Returns how long to wait until the next step is due; 0 if it is due.
  long waitNanos(long now) {
    return stepsPerSecond == Double.POSITIVE_INFINITY ? 0 : Math.max(0, nextNanos - now);
  }

  void stepped(long now) {
    long interval = (long) (1e9 / stepsPerSecond);
    // After a delay of more than a tenth of a second the lost steps are not made up for.
    nextNanos = Math.max(nextNanos + interval, now - 100_000_000);
    stepsInWindow++;
    if (now - windowStart >= WINDOW_NANOS) {
      measured = stepsInWindow * 1e9 / (now - windowStart);
      windowStart = now;
      stepsInWindow = 0;
    }
  }

  double measuredStepsPerSecond() { return measured; }
}

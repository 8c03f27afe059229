package dropoutlab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import javafx.animation.AnimationTimer;

/// Measures the processor time of the FX thread from one pulse to the next: everything that it did for a frame, which
/// is the frame pump, layout, style, and handing the scene to the renderer. Create and start it on the FX thread; any
/// thread may read it.
final class PulseMeter extends AnimationTimer {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final double[] millis = new double[100_000];
  private final double[] marked = new double[100_000];
  private volatile int pulses;
  private volatile int marks;
  private boolean mark;
  private double markedSoFar = Double.NaN;
  private volatile boolean recording;
  private long before = -1;

  void record(boolean on) { recording = on; }

  /// Forgets what was recorded.
  void clear() { pulses = marks = 0; }

  /// The current pulse counts among the marked ones too, with the layout that follows it.
  void mark() { mark = true; }

  @Override public void handle(long now) {
    long cpu = threads.getCurrentThreadCpuTime();
    if (recording && before >= 0 && pulses < millis.length) add((cpu - before) / 1e6);
    before = cpu;
  }

  private void add(double spent) {
    millis[pulses] = spent;
    pulses++;
    if (markedSoFar >= 0) marked[marks++] = markedSoFar + spent;
    markedSoFar = mark ? spent : Double.NaN;
    mark = false;
  }

  int pulses() { return pulses; }

  /// Returns the time below which the share `share` of the pulses stayed.
  double quantile(double share) { return quantile(millis, pulses, share); }

  /// Returns the same for the marked pulses.
  double markedQuantile(double share) { return quantile(marked, marks, share); }

  private static double quantile(double[] of, int count, double share) {
    double[] sorted = Arrays.copyOf(of, count);
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
  }

  @Override public String toString() {
    return "FX thread a pulse: median %.2f ms, p95 %.2f ms, p99 %.2f ms (%d pulses)".formatted(quantile(0.5),
        quantile(0.95), quantile(0.99), pulses);
  }
}

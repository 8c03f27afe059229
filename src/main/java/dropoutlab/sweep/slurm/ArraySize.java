package dropoutlab.sweep.slurm;

/// Into how many tasks a sweep is cut, how long each is allowed to take, and how much memory it is given. A cluster needs
/// about a second to start a task, so that one should last a minute or more.
public final class ArraySize {
  private static final double SECONDS_OF_TASK = 60;
  private static final int MOST_TASKS = 200;
  private static final int SECONDS_OF_MINUTE = 60, MINUTES_OF_HOUR = 60, HOURS_OF_DAY = 24;
  /// Nodes differ, and a task that is ended early must be submitted again.
  private static final int SLACK = 3, LEAST_MINUTES = 10;
  private static final long MEGABYTE = 1 << 20, LEAST_HEAP_MB = 256;
  /// What the Java machine takes beside its heap: code, classes, stacks, its collector.
  private static final long BESIDE_HEAP_MB = 256;

  private ArraySize() {}

  /// @param seconds      all runs together, one after the other
  /// @param runs         how many there are: a task without one has nothing to do
  /// @param maxArraySize of the cluster: its largest index is one less
  public static int tasks(double seconds, long runs, int maxArraySize) {
    long wanted = (long) Math.ceil(Math.max(seconds, 1) / SECONDS_OF_TASK);
    return (int) Math.clamp(wanted, 1, Math.max(1, Math.min(Math.min(MOST_TASKS, maxArraySize), runs)));
  }

  /// A limit as Slurm writes it, from how long a task is thought to last.
  public static String time(double secondsOfTask) {
    long minutes = Math.max(LEAST_MINUTES, (long) Math.ceil(SLACK * secondsOfTask / SECONDS_OF_MINUTE) + 2);
    long hours = minutes / MINUTES_OF_HOUR, days = hours / HOURS_OF_DAY;
    String clock = "%02d:%02d:00".formatted(hours % HOURS_OF_DAY, minutes % MINUTES_OF_HOUR);
    return days == 0 ? clock : days + "-" + clock;
  }

  /// @param bytes of one run
  public static long heapMb(long bytes) { return Math.max(LEAST_HEAP_MB, LEAST_HEAP_MB / 2 + 2 * bytes / MEGABYTE); }

  public static long memoryMb(long heapMb) { return heapMb + BESIDE_HEAP_MB; }
}

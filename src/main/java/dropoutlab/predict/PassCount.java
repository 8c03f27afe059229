package dropoutlab.predict;

/// Counts the passes of an answer: reports the progress to the monitor, and stops between two passes if the answer is
/// no longer wanted.
public final class PassCount {
  private final ProgressMonitor watch;
  private final double passes;
  private long done;

  /// Thrown if the answer is no longer wanted.
  public static final class Abandoned extends RuntimeException {
    Abandoned() { super(null, null, false, false); }
  }

  /// @param passes the number of passes that will be made
  public PassCount(ProgressMonitor watch, long passes) {
    this.watch = watch;
    this.passes = passes;
  }

  public void one() {
    if (watch.abandoned()) throw new Abandoned();
    watch.done(Math.min(1, ++done / passes));
  }
}

package dropoutlab.predict;

/// Counts the passes of an answer: tells the watch how many are done, and gives up between two of them when the answer
/// is no longer wanted.
final class PassCount {
  private final Watch watch;
  private final double passes;
  private long done;

  /// The answer is no longer wanted.
  static final class Abandoned extends RuntimeException {
    Abandoned() { super("The answer is no longer wanted.", null, false, false); }
  }

  /// @param passes how many will be made
  PassCount(Watch watch, long passes) {
    this.watch = watch;
    this.passes = passes;
  }

  void one() {
    if (watch.abandoned()) throw new Abandoned();
    watch.done(Math.min(1, ++done / passes));
  }
}

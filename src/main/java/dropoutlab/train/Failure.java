package dropoutlab.train;

/// The reason why a run stopped: one sentence on what happened and one on what to try.
public record Failure(String cause, String advice) {
  /// For learning rates below this one, a still smaller rate does not help.
  private static final double SMALL_RATE = 1e-6;

  /// Makes the failure of a run in which a value is no longer finite.
  ///
  /// @param what the value that is not finite
  /// @param rest the last part of the advice: which weights the run has now
  public static Failure diverged(String what, double learningRate, String rest) {
    String advice = learningRate < SMALL_RATE ? "Look for settings that are far from usual"
        : "Try a learning rate ten times smaller than " + learningRate + ", or a max-norm of 3";
    return new Failure(what + " was no longer a finite number.", advice + "; " + rest + ".");
  }

  /// Makes the failure of a run in which a value was not finite before anything was learnt.
  static Failure ofTheData(String what) {
    return new Failure(what + " was no finite number.",
        "Look for values in the data that lie far from all others, and for settings that are far from usual.");
  }
}

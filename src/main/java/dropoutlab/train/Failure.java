package dropoutlab.train;

/// Why a run stopped: a sentence on what happened, and one on what to try.
public record Failure(String cause, String advice) {
  /// Below it, a smaller rate is no help.
  private static final double SMALL_RATE = 1e-6;

  /// Something was no longer a finite number.
  ///
  /// @param what came out
  /// @param rest of the advice: what is left of the run
  public static Failure diverged(String what, double learningRate, String rest) {
    String advice = learningRate < SMALL_RATE ? "Look for settings that are far from usual"
        : "Try a learning rate ten times smaller than " + learningRate + ", or a max-norm of 3";
    return new Failure(what + " was no longer a finite number.", advice + "; " + rest + ".");
  }

  /// Something was no finite number before anything was learnt.
  static Failure ofTheData(String what) {
    return new Failure(what + " was no finite number.",
        "Look for values in the data that lie far from all others, and for settings that are far from usual.");
  }
}

package dropoutlab.train;

import dropoutlab.spec.Experiment;

/// Why a run stopped: a sentence on what happened, and one on what to try.
public record Failure(String cause, String advice) {
  /// Something was no longer a finite number.
  ///
  /// @param what came out
  /// @param rest of the advice: what is left of the run
  public static Failure diverged(String what, Experiment experiment, String rest) {
    return new Failure(what + " was no longer a finite number.", "Try a learning rate ten times smaller than "
        + experiment.optimiser().learningRate() + ", or a max-norm of 3; " + rest + ".");
  }
}

package dropoutlab.train;

import dropoutlab.nn.state.State;
import dropoutlab.words.Precise;
import dropoutlab.words.Words;

/// The reason why a run stopped: one sentence on what happened and one on what to try.
public record Failure(String cause, String advice) {
  /// For learning rates below this one, a still smaller rate does not help.
  private static final double SMALL_RATE = 1e-6;

  /// Makes the failure of a run in which a value is no longer finite.
  ///
  /// @param what the value that is not finite
  /// @param rest the last part of the advice: which weights the run has now
  public static Failure diverged(String what, double learningRate, String rest) {
    return new Failure(Words.of("train.failure.diverged", what), learningRate < SMALL_RATE
        ? Words.of("train.failure.settings", rest)
        : Words.of("train.failure.rate", Precise.all(learningRate), rest));
  }

  /// Names a failure, which there may be none of.
  static Failure kept(State state, Failure now) {
    if (!state.flag("failed", now != null)) return null;
    return new Failure(state.text("cause", now == null ? "" : now.cause),
        state.text("advice", now == null ? "" : now.advice));
  }

  /// Makes the failure of a run in which a value was not finite before anything was learnt.
  static Failure ofTheData(String what) {
    return new Failure(Words.of("train.failure.never", what), Words.of("train.failure.data"));
  }
}

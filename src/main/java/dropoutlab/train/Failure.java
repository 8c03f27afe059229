package dropoutlab.train;

import dropoutlab.words.Precise;
import dropoutlab.words.Words;

/// Why a run stopped: a sentence on what happened, and one on what to try.
public record Failure(String cause, String advice) {
  /// Below it, a smaller rate is no help.
  private static final double SMALL_RATE = 1e-6;

  /// Something was no longer a finite number.
  ///
  /// @param what came out
  /// @param rest of the advice: what is left of the run
  public static Failure diverged(String what, double learningRate, String rest) {
    return new Failure(Words.of("train.failure.diverged", what), learningRate < SMALL_RATE
        ? Words.of("train.failure.settings", rest)
        : Words.of("train.failure.rate", Precise.all(learningRate), rest));
  }

  /// Something was no finite number before anything was learnt.
  static Failure ofTheData(String what) {
    return new Failure(Words.of("train.failure.never", what), Words.of("train.failure.data"));
  }
}

package dropoutlab.cli;

import java.nio.file.Path;

/// Something that the caller can mend: one sentence, exit code 2.
final class CallerMistake extends RuntimeException {
  CallerMistake(String sentence) { super(sentence); }

  CallerMistake(String sentence, Throwable cause) { super(sentence, cause); }

  static CallerMistake outOfRange(Path data, Path model) {
    return new CallerMistake("The predictions for " + data + " are too large to be computed with " + model
        + ": the inputs, or the model's numbers, are far out of range.");
  }
}

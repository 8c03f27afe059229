package dropoutlab.cli;

import dropoutlab.words.Words;
import java.nio.file.Path;

/// A mistake that the caller can correct: one sentence, exit code 2.
final class CallerMistake extends RuntimeException {
  CallerMistake(String sentence) { super(sentence); }

  CallerMistake(String sentence, Throwable cause) { super(sentence, cause); }

  static CallerMistake outOfRange(Path data, Path model) {
    return new CallerMistake(Words.of("cli.out_of_range", data, model));
  }
}

package dropoutlab.cli.parts;

import dropoutlab.words.Words;
import java.nio.file.Path;

/// A mistake that the caller can correct: one sentence, exit code 2.
public final class CallerMistake extends RuntimeException {
  public CallerMistake(String sentence) { super(sentence); }

  public CallerMistake(String sentence, Throwable cause) { super(sentence, cause); }

  public static CallerMistake outOfRange(Path data, Path model) {
    return new CallerMistake(Words.of("cli.out_of_range", data, model));
  }
}

package dropoutlab.cli;

/// Something that the caller can mend: one sentence, exit code 2.
final class CallerMistake extends RuntimeException {
  CallerMistake(String sentence) { super(sentence); }

  CallerMistake(String sentence, Throwable cause) { super(sentence, cause); }
}

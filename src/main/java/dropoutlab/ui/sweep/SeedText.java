package dropoutlab.ui.sweep;

import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.words.Words;
import java.util.Locale;
import java.util.Optional;

/// Seeds as a person types them, and what is said of them.
final class SeedText {
  private SeedText() {}

  /// What is wrong, in one sentence.
  static Optional<String> fault(String text) {
    try {
      SeedRange.parse(text);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(sentence(e.getMessage()));
    }
  }

  static String of(SeedRange seeds) { return Words.of("sweepview.seeds.range", seeds.first(), seeds.last()); }

  /// What a record says of a part of it, as a sentence beside the field of that part.
  static String sentence(String refusal) {
    String rule = refusal.replaceFirst("^\\w+: ", "");
    String begun = rule.substring(0, 1).toUpperCase(Locale.ROOT) + rule.substring(1);
    return begun.matches(".*[.!?:]") ? begun : Words.of("sweepview.sentence", begun);
  }
}

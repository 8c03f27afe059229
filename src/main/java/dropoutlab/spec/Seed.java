package dropoutlab.spec;

import dropoutlab.words.Words;
import java.util.OptionalLong;

/// The range of all seeds: from 0 to the largest whole number up to which every reader of JSON is exact.
public final class Seed {
  public static final long MOST = (1L << 53) - 1;

  private Seed() {}

  /// Reads a seed from a text; empty if the text is no seed.
  public static OptionalLong of(String text) {
    if (!text.matches("\\d{1,16}")) return OptionalLong.empty();
    long seed = Long.parseLong(text);
    return seed <= MOST ? OptionalLong.of(seed) : OptionalLong.empty();
  }

  /// Returns what is wrong with a given seed: the end of a sentence that begins with the name of the seed.
  public static String fault(String given) { return Words.of("spec.seed", MOST, given); }

  /// Throws an [IllegalArgumentException] if a number is no seed; the sentence begins with `name`.
  public static void require(String name, long seed) {
    if (seed < 0 || seed > MOST) throw new IllegalArgumentException(name + ": " + fault(Long.toString(seed)));
  }
}

package dropoutlab.spec;

import dropoutlab.words.Words;
import java.util.OptionalLong;

/// The one range of all seeds: from 0 to the largest whole number that every reader of JSON holds exactly.
public final class Seed {
  public static final long MOST = (1L << 53) - 1;

  private Seed() {}

  /// The seed that a text names; empty where it names none.
  public static OptionalLong of(String text) {
    if (!text.matches("\\d{1,16}")) return OptionalLong.empty();
    long seed = Long.parseLong(text);
    return seed <= MOST ? OptionalLong.of(seed) : OptionalLong.empty();
  }

  /// What is wrong with what was given for a seed: the end of a sentence that begins with its name.
  public static String fault(String given) { return Words.of("spec.seed", MOST, given); }

  /// Refuses a number that is no seed; the sentence begins with `name`.
  public static void require(String name, long seed) {
    if (seed < 0 || seed > MOST) throw new IllegalArgumentException(name + ": " + fault(Long.toString(seed)));
  }
}

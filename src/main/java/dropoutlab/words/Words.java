package dropoutlab.words;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Texts for people, by key. The part of a key before its first dot names the file of `assets/words` that it is in:
/// `data.csv.empty` is the key `csv.empty` of `data.properties`.
///
/// A text may have places for what it is about, `{0}`, `{1}`, ...: strings and whole numbers, which stand there as they
/// are. Other numbers are written by the formats of this package before, so that how many digits they have is decided where their meaning
/// is known. A key that is missing, or a place that is not filled, is a fault of the program and an
/// [IllegalArgumentException]; tests look for both.
public final class Words {
  private static final Map<String, Bundle> BUNDLES = new ConcurrentHashMap<>();

  private Words() {}

  /// The text of a key, with its places filled.
  public static String of(String key, Object... parts) { return bundle(key).text(rest(key), parts); }

  /// The text for a number of things, as the language counts them: in English the key with `.one` added for 1, else with
  /// `.other`. The number is the text's place `{0}`, `more` are those from `{1}` on.
  public static String count(String key, long number, Object... more) {
    Object[] parts = new Object[more.length + 1];
    parts[0] = number;
    System.arraycopy(more, 0, parts, 1, more.length);
    return of(key + (number == 1 ? ".one" : ".other"), parts);
  }

  /// The names of a list of things, parted as the language parts them: "a, b and c".
  public static String list(Iterable<String> names) { return bundle("words.").list(names); }

  /// Whether there is such a key.
  public static boolean has(String key) { return bundle(key).has(rest(key)); }

  private static Bundle bundle(String key) {
    int dot = key.indexOf('.');
    if (dot < 1) throw new IllegalArgumentException("\"" + key + "\" is no key of a text: it names no file");
    return BUNDLES.computeIfAbsent(key.substring(0, dot), Bundle::read);
  }

  private static String rest(String key) { return key.substring(key.indexOf('.') + 1); }
}

package dropoutlab.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// Texts for people, by key. The part of a key before its first dot names the file in `assets/words`: `data.csv.empty`
/// is the key `csv.empty` of `data.properties`.
///
/// A text may have places `{0}`, `{1}`, ... for its parts. Strings, names of files and whole numbers are inserted
/// unchanged. Other numbers must be written by the formats of this package first, so that the number of their digits is
/// decided where their meaning is known. A missing key, or a place without a part, is a fault of the program and throws
/// an [IllegalArgumentException]; tests look for both.
public final class Words {
  private static final Map<String, Text> TEXTS = new ConcurrentHashMap<>();
  private static final Map<String, Counted> COUNTED = new ConcurrentHashMap<>();
  private static final Map<Named, String> NAMES = new ConcurrentHashMap<>();

  private Words() {}

  private record Counted(Text one, Text other) {}

  private record Named(String prefix, Enum<?> constant) {}

  /// Returns the text of a key, with its places filled.
  public static String of(String key, Object... parts) { return text(key).with(parts); }

  /// Returns the text for a number of things, in the plural form of the language: in English that is the key with
  /// `.one` added for 1, else with `.other`. The number fills the place `{0}`, its thousands separated where it has more
  /// than four digits, and `more` fills those from `{1}` on.
  public static String count(String key, long number, Object... more) {
    Object[] parts = new Object[more.length + 1];
    parts[0] = Math.abs(number) < 10_000 ? number : Numbers.count(number);
    System.arraycopy(more, 0, parts, 1, more.length);
    Counted texts = COUNTED.computeIfAbsent(key, of -> new Counted(text(of + ".one"), text(of + ".other")));
    return (number == 1 ? texts.one : texts.other).with(parts);
  }

  /// Returns the name of a constant for people: the text whose key is the prefix, a dot, and the constant in lower
  /// case.
  public static String name(String prefix, Enum<?> constant) {
    return NAMES.computeIfAbsent(new Named(prefix, constant),
        named -> of(named.prefix + "." + named.constant.name().toLowerCase(Locale.ROOT)));
  }

  /// Returns the names of a list of things, joined as the language joins them: "a, b and c".
  public static String list(Iterable<String> names) {
    List<String> all = new ArrayList<>();
    names.forEach(all::add);
    return all.size() < 2 ? String.join("", all)
        : of("words.list.last", parted(all.subList(0, all.size() - 1)), all.getLast());
  }

  /// Returns names separated by commas only: "a, b, c".
  public static String parted(Iterable<String> names) { return String.join(of("words.list.comma"), names); }

  /// Returns whether there is such a key.
  public static boolean has(String key) { return find(key) != null; }

  /// Returns the texts whose keys begin with a prefix and a dot, without that beginning, for a library that reads such
  /// bundles.
  public static ResourceBundle resources(String prefix) {
    String from = prefix + ".", file = file(from);
    return new ResourceBundle() {
      private final Map<String, Text> texts = Bundle.read(file);

      @Override protected Object handleGetObject(String key) {
        Text text = texts.get(from + key);
        return text == null ? null : text.with();
      }

      @Override public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet().stream().filter(key -> key.startsWith(from))
            .map(key -> key.substring(from.length())).toList());
      }
    };
  }

  private static Text text(String key) {
    Text text = find(key);
    if (text == null) throw new IllegalArgumentException("There is no text " + key);
    return text;
  }

  private static Text find(String key) {
    Text text = TEXTS.get(key);
    if (text != null) return text;
    TEXTS.putAll(Bundle.read(file(key)));
    return TEXTS.get(key);
  }

  private static String file(String key) {
    int dot = key.indexOf('.');
    if (dot < 1) throw new IllegalArgumentException("\"" + key + "\" is no key of a text: it names no file");
    return key.substring(0, dot);
  }
}

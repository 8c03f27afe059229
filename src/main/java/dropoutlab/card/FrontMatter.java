package dropoutlab.card;

import dropoutlab.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The lines between two rules of `---` at the beginning of a card, each `key: value`.
///
/// @param body the card with these lines emptied, so that the numbers of the other lines stay
record FrontMatter(String file, Map<String, String> values, String body) {
  private static final String RULE = "---";

  static FrontMatter of(String file, String text, Set<String> known) {
    List<String> lines = text.replace("\r\n", "\n").lines().toList();
    int end = lines.isEmpty() || !lines.getFirst().equals(RULE) ? -1 : lines.subList(1, lines.size()).indexOf(RULE) + 1;
    if (end < 1) throw new CardException(Words.of("card.front.none", file));
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i < end; i++) add(file, i + 1, lines.get(i), known, values);
    String body = "\n".repeat(end + 1) + String.join("\n", lines.subList(end + 1, lines.size())) + "\n";
    return new FrontMatter(file, values, body);
  }

  private static void add(String file, int number, String line, Set<String> known, Map<String, String> values) {
    int colon = line.indexOf(':');
    if (colon < 1) throw new CardException(Words.of("card.front.line", file, number, line));
    String key = line.substring(0, colon).strip(), value = line.substring(colon + 1).strip();
    if (!known.contains(key))
      throw new CardException(Words.of("card.front.unknown", file, number, key, Words.parted(known)));
    if (value.isEmpty()) throw new CardException(Words.of("card.front.empty", file, number, key));
    if (values.put(key, value) != null) throw new CardException(Words.of("card.front.twice", file, number, key));
  }

  String needed(String key) {
    String value = values.get(key);
    if (value == null) throw new CardException(Words.of("card.front.missing", file, key));
    return value;
  }

  String optional(String key) { return values.getOrDefault(key, ""); }
}

package dropoutlab.card;

import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads the card of a method: front matter, then [Sections].
public final class CardReader {
  private static final Set<String> KEYS = keys("title", "short", "group", "source", "engine", "p", "options");
  private static final Set<String> NEEDED = keys("Training", "Inference", "Backward", "Why there", "Used", "Hurts",
      "PyTorch");
  private static final Set<String> OPTIONAL = keys("Note", "Often said");

  private final String file;
  private final FrontMatter front;
  private final Sections sections;

  private CardReader(String file, String text) {
    this.file = file;
    front = FrontMatter.of(file, text, KEYS);
    sections = new Sections(file, front.body(), NEEDED, OPTIONAL);
  }

  private static Set<String> keys(String... keys) { return new LinkedHashSet<>(Arrays.asList(keys)); }

  /// Throws a [CardException] for a card that is not as this class describes. `file` names it in messages; without its
  /// ending it is the name of the card.
  public static MethodCard read(String file, String text) { return new CardReader(file, text).card(); }

  private MethodCard card() {
    Equations equations = new Equations(sections.equations("Training"), sections.equations("Inference"),
        sections.equations("Backward"));
    return new MethodCard(file.replaceFirst("\\.md$", ""), front.needed("title"), front.needed("short"), group(),
        front.needed("source"), engine(), p(), options(), equations, sections.prose("Why there"),
        sections.prose("Used"), sections.prose("Hurts"), sections.note("Note"), sections.said("Often said"),
        sections.code("PyTorch", "python"));
  }

  private Group group() {
    String name = front.needed("group");
    for (Group group : Group.values()) if (group.name().toLowerCase(Locale.ROOT).equals(name)) return group;
    throw new CardException(Words.of("card.front.group", file, name,
        Words.parted(Arrays.stream(Group.values()).map(group -> group.name().toLowerCase(Locale.ROOT)).toList())));
  }

  private List<EngineKey> engine() { return parts("engine").stream().map(EngineKey::of).toList(); }

  private List<String> parts(String key) {
    return Arrays.stream(front.optional(key).split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  private OptionalDouble p() {
    String text = front.optional("p");
    if (text.isEmpty()) return OptionalDouble.empty();
    try {
      double p = Double.parseDouble(text);
      if (p >= 0 && p < 1) return OptionalDouble.of(p);
    } catch (NumberFormatException noNumber) {
      // The same fault as a number outside of the range.
    }
    throw new CardException(Words.of("card.front.p", file, text));
  }

  private SortedMap<String, String> options() {
    SortedMap<String, String> options = new TreeMap<>();
    for (String part : parts("options")) {
      String[] words = part.split("\\s+", 2);
      if (words.length != 2) throw new CardException(Words.of("card.front.option", file, part));
      options.put(words[0], words[1]);
    }
    return options;
  }
}

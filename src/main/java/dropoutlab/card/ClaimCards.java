package dropoutlab.card;

import dropoutlab.card.ClaimCard.ControlText;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The cards of the benches, `assets/claims/<id>.md`: front matter, then [Sections]. A control is an item of the list
/// under Controls: its id, a colon, its label, and for a choice the texts of its options, each behind a bar.
public final class ClaimCards {
  public static final String FOLDER = "/assets/claims/";
  private static final Set<String> KEYS = ordered("name", "unit", "source", "why");
  private static final Set<String> NEEDED = ordered("Claim", "Controls", "Formula", "Not shown");
  private static final Set<String> OPTIONAL = ordered("Options", "Note", "Often said");
  private static final Map<String, ClaimCard> READ = new ConcurrentHashMap<>();

  private ClaimCards() {}

  private static Set<String> ordered(String... keys) { return new LinkedHashSet<>(Arrays.asList(keys)); }

  /// Returns the card of a bench.
  public static ClaimCard named(String id) {
    return READ.computeIfAbsent(id, name -> read(name + ".md", Cards.text(FOLDER + name + ".md")));
  }

  /// Throws a [CardException] for a card that is not as this class describes. `file` names it in messages; without its
  /// ending it is the id of the bench.
  static ClaimCard read(String file, String text) {
    FrontMatter front = FrontMatter.of(file, text, KEYS);
    Sections sections = new Sections(file, front.body(), NEEDED, OPTIONAL);
    SortedMap<String, ControlText> controls = new TreeMap<>();
    for (Prose item : sections.items("Controls")) control(file, item.text(), controls);
    return new ClaimCard(file.replaceFirst("\\.md$", ""), front.needed("name"), front.optional("unit"),
        front.needed("source"), sections.prose("Claim"), controls,
        sections.items("Options").stream().map(Prose::text).toList(), front.needed("why"), sections.equations("Formula"),
        sections.note("Note"), sections.said("Often said"), sections.prose("Not shown"));
  }

  private static void control(String file, String item, SortedMap<String, ControlText> controls) {
    int colon = item.indexOf(':');
    if (colon < 1) throw new CardException(Words.of("card.control.form", file, item));
    List<String> texts = Arrays.stream(item.substring(colon + 1).split("\\|")).map(String::strip).toList();
    controls.put(item.substring(0, colon).strip(), new ControlText(texts.getFirst(), texts.subList(1, texts.size())));
  }
}

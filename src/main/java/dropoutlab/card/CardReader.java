package dropoutlab.card;

import dropoutlab.card.MethodCard.Said;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Reads a card: front matter, then sections under headings of the second level, in any order. Equations are fenced
/// blocks of `latex`, one a line, with a note after a per cent sign. What is often said stands as a quotation, and what
/// is right as the paragraph after it.
public final class CardReader {
  private static final Set<String> KEYS = keys("title", "short", "group", "source", "engine", "p", "options");
  private static final Set<String> NEEDED = keys("Training", "Inference", "Backward", "Why there", "Used", "Hurts",
      "PyTorch");
  private static final Set<String> OPTIONAL = keys("Note", "Often said");
  private static final Parser MARKDOWN = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  private final String file;
  private final FrontMatter front;
  private final Map<String, List<Node>> sections = new LinkedHashMap<>();

  private CardReader(String file, String text) {
    this.file = file;
    front = FrontMatter.of(file, text, KEYS);
    String section = null;
    for (Node node = MARKDOWN.parse(front.body()).getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) section = open(heading);
      else if (section == null) throw fault("card.section.before", node);
      else sections.get(section).add(node);
    }
    for (String needed : NEEDED)
      if (!sections.containsKey(needed)) throw new CardException(Words.of("card.section.missing", file, needed));
  }

  private static Set<String> keys(String... keys) { return new LinkedHashSet<>(Arrays.asList(keys)); }

  /// Throws a [CardException] for a card that is not as this class describes. `file` names it in messages; without its
  /// ending it is the name of the card.
  public static MethodCard read(String file, String text) { return new CardReader(file, text).card(); }

  private String open(Heading heading) {
    String title = ProseReader.read(heading).text();
    if (heading.getLevel() != 2) throw fault("card.section.level", heading, title);
    if (!NEEDED.contains(title) && !OPTIONAL.contains(title)) {
      Set<String> known = new LinkedHashSet<>(NEEDED);
      known.addAll(OPTIONAL);
      throw fault("card.section.unknown", heading, title, Words.parted(known));
    }
    if (sections.put(title, new ArrayList<>()) != null) throw fault("card.section.twice", heading, title);
    return title;
  }

  private MethodCard card() {
    Equations equations = new Equations(equations("Training"), equations("Inference"), equations("Backward"));
    Optional<Prose> note = sections.containsKey("Note") ? Optional.of(prose("Note")) : Optional.empty();
    return new MethodCard(file.replaceFirst("\\.md$", ""), front.needed("title"), front.needed("short"), group(),
        front.needed("source"), engine(), p(), options(), equations, prose("Why there"), prose("Used"), prose("Hurts"),
        note, said(), code("PyTorch", "python"));
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

  private List<Equation> equations(String section) {
    List<Equation> equations = code(section, "latex").lines().filter(line -> !line.isBlank())
        .map(CardReader::equation).toList();
    if (equations.isEmpty()) throw new CardException(Words.of("card.equation.none", file, section));
    return equations;
  }

  private static Equation equation(String line) {
    int percent = line.indexOf('%');
    return percent < 0 ? new Equation(line.strip(), "")
        : new Equation(line.substring(0, percent).strip(), line.substring(percent + 1).strip());
  }

  /// Returns the only block of a section, which must be a fenced one of this language.
  private String code(String section, String language) {
    List<Node> nodes = sections.get(section);
    if (nodes.size() == 1 && nodes.getFirst() instanceof FencedCodeBlock block && language.equals(block.getInfo()))
      return block.getLiteral();
    throw new CardException(Words.of("card.section.code", file, section, language));
  }

  private Prose prose(String section) {
    List<Node> nodes = sections.get(section);
    if (nodes.size() == 1 && nodes.getFirst() instanceof Paragraph paragraph) return ProseReader.read(paragraph);
    throw new CardException(Words.of("card.section.paragraph", file, section));
  }

  private List<Said> said() {
    List<Node> nodes = sections.getOrDefault("Often said", List.of());
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i += 2) {
      if (!(nodes.get(i) instanceof BlockQuote claim) || !(claim.getFirstChild() instanceof Paragraph quoted)
          || i + 1 == nodes.size() || !(nodes.get(i + 1) instanceof Paragraph right))
        throw fault("card.said", nodes.get(i));
      said.add(new Said(ProseReader.read(quoted).text(), ProseReader.read(right)));
    }
    return said;
  }

  private CardException fault(String key, Node at, Object... more) {
    Object[] parts = new Object[more.length + 2];
    parts[0] = file;
    parts[1] = at.getSourceSpans().getFirst().getLineIndex() + 1;
    System.arraycopy(more, 0, parts, 2, more.length);
    return new CardException(Words.of(key, parts));
  }
}

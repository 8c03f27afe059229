package dropoutlab.card;

import dropoutlab.card.MethodCard.Said;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// The body of a card: sections under headings of the second level, in any order. Equations are fenced blocks of
/// `latex`, one a line, with a note after a per cent sign. What is often said stands as a quotation, and what is right
/// as the paragraph after it.
final class Sections {
  private static final Parser MARKDOWN = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  private final String file;
  private final Set<String> needed;
  private final Set<String> optional;
  private final Map<String, List<Node>> sections = new LinkedHashMap<>();

  /// Throws a [CardException] for a section that is missing, unknown, or there twice.
  Sections(String file, String body, Set<String> needed, Set<String> optional) {
    this.file = file;
    this.needed = needed;
    this.optional = optional;
    String section = null;
    for (Node node = MARKDOWN.parse(body).getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) section = open(heading);
      else if (section == null) throw fault("card.section.before", node);
      else sections.get(section).add(node);
    }
    for (String each : needed)
      if (!sections.containsKey(each)) throw new CardException(Words.of("card.section.missing", file, each));
  }

  private String open(Heading heading) {
    String title = ProseReader.read(heading).text();
    if (heading.getLevel() != 2) throw fault("card.section.level", heading, title);
    if (!needed.contains(title) && !optional.contains(title)) {
      Set<String> known = new LinkedHashSet<>(needed);
      known.addAll(optional);
      throw fault("card.section.unknown", heading, title, Words.parted(known));
    }
    if (sections.put(title, new ArrayList<>()) != null) throw fault("card.section.twice", heading, title);
    return title;
  }

  List<Equation> equations(String section) {
    List<Equation> equations = code(section, "latex").lines().filter(line -> !line.isBlank())
        .map(Sections::equation).toList();
    if (equations.isEmpty()) throw new CardException(Words.of("card.equation.none", file, section));
    return equations;
  }

  private static Equation equation(String line) {
    int percent = line.indexOf('%');
    return percent < 0 ? new Equation(line.strip(), "")
        : new Equation(line.substring(0, percent).strip(), line.substring(percent + 1).strip());
  }

  /// Returns the only block of a section, which must be a fenced one of this language.
  String code(String section, String language) {
    List<Node> nodes = sections.get(section);
    if (nodes.size() == 1 && nodes.getFirst() instanceof FencedCodeBlock block && language.equals(block.getInfo()))
      return block.getLiteral();
    throw new CardException(Words.of("card.section.code", file, section, language));
  }

  Prose prose(String section) {
    List<Node> nodes = sections.get(section);
    if (nodes.size() == 1 && nodes.getFirst() instanceof Paragraph paragraph) return ProseReader.read(paragraph);
    throw new CardException(Words.of("card.section.paragraph", file, section));
  }

  Optional<Prose> note(String section) {
    return sections.containsKey(section) ? Optional.of(prose(section)) : Optional.empty();
  }

  /// Returns the items of a section that is one list; none where the section is missing.
  List<Prose> items(String section) {
    List<Node> nodes = sections.getOrDefault(section, List.of());
    if (nodes.isEmpty()) return List.of();
    if (nodes.size() != 1 || !(nodes.getFirst() instanceof BulletList list))
      throw new CardException(Words.of("card.section.list", file, section));
    List<Prose> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext())
      items.add(ProseReader.read(item.getFirstChild()));
    return items;
  }

  List<Said> said(String section) {
    List<Node> nodes = sections.getOrDefault(section, List.of());
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

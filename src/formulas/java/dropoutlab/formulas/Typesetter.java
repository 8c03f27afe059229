package dropoutlab.formulas;

import dropoutlab.card.Cards;
import dropoutlab.card.ClaimCards;
import dropoutlab.card.Equation;
import dropoutlab.spec.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/// Typesets every formula of every card by JLaTeXMath. The second argument is the folder of the benches' cards. Writes two
/// files into the folder of the first:
///
/// - `outlines.json`: the outlines of the letters as SVG paths, 1000 units an em, y downwards from the baseline
/// - `formulas.json`: for each formula its LaTeX, its words for a screen reader, its width, how far it stands above and
///   below the baseline, its letters (outline, x, y, size) and its bars (x, y, width, height), one formula a line
public final class Typesetter {
  /// Small spaces are in points: as in a text of ten.
  private static final float EM_POINTS = 10;

  private final Map<String, String> outlines = new TreeMap<>();

  private Typesetter() {}

  /// Fields in the order of the file.
  record Formula(String latex, String spoken, long width, long above, long below, List<Object> letters,
                 List<long[]> bars) {}

  static void main(String[] folder) throws IOException {
    Typesetter typesetter = new Typesetter();
    List<Formula> formulas = new ArrayList<>();
    TreeSet<String> sources = new TreeSet<>();
    Cards.all().forEach(card -> card.equations().all().map(Equation::latex).forEach(sources::add));
    for (String id : claims(Path.of(folder[1]))) ClaimCards.named(id).formulas().forEach(each -> sources.add(each.latex()));
    for (String latex : sources) formulas.add(typesetter.typeset(latex));
    write(Path.of(folder[0], "formulas.json"), "formulas", formulas);
    write(Path.of(folder[0], "outlines.json"), "outlines", List.of(typesetter.outlines));
    System.out.println(formulas.size() + " formulas, " + typesetter.outlines.size() + " letters");
  }

  /// Returns the ids of the cards of benches in a folder.
  private static List<String> claims(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".md"))
          .map(name -> name.substring(0, name.length() - ".md".length())).sorted().toList();
    }
  }

  private Formula typeset(String latex) {
    try {
      TeXFormula formula = new TeXFormula(latex);
      Box box = formula.new TeXIconBuilder().setStyle(TeXConstants.STYLE_DISPLAY).setSize(EM_POINTS).build().getBox();
      PathCollector collector = new PathCollector(outlines);
      box.draw(collector, 0, 0);
      List<Object> letters = new ArrayList<>();
      for (PathCollector.Letter letter : collector.letters())
        letters.add(List.of(letter.outline(), letter.x(), letter.y(), letter.size()));
      return new Formula(latex, Spoken.of(latex), em(box.getWidth()), em(box.getHeight()), em(box.getDepth()), letters,
          collector.bars());
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("The formula " + latex + " cannot be typeset", e);
    }
  }

  private static long em(float of) { return Math.round(1000.0 * of); }

  /// Writes one entry a line, so that a change of one formula is a change of one line.
  private static void write(Path file, String name, List<?> entries) throws IOException {
    StringBuilder json = new StringBuilder("{\"" + name + "\": [\n");
    for (int i = 0; i < entries.size(); i++)
      json.append(compact(entries.get(i))).append(i + 1 < entries.size() ? ",\n" : "\n");
    Files.writeString(file, json.append("]}\n"));
  }

  private static String compact(Object entry) {
    return StrictJson.text(entry).lines().map(String::strip).reduce("", (a, b) -> a + (a.endsWith(",") ? " " : "") + b);
  }
}

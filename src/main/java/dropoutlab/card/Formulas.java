package dropoutlab.card;

import dropoutlab.card.Typeset.Bar;
import dropoutlab.card.Typeset.Letter;
import dropoutlab.spec.StrictJson;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The typeset formulas, by their LaTeX. The files in `assets/formulas` are written by `mvn -Pformulas`; a formula that
/// was changed in a card and not typeset anew is not found here.
public final class Formulas {
  private static final String FOLDER = "/assets/formulas/";

  private Formulas() {}

  /// Read once, when the first formula is asked for.
  private static final class Read {
    static final Map<String, Typeset> FORMULAS = new HashMap<>();

    static {
      JsonNode outlines = file("outlines.json").path("outlines").get(0);
      for (JsonNode formula : file("formulas.json").path("formulas"))
        FORMULAS.put(formula.path("latex").stringValue(), typeset(formula, outlines));
    }
  }

  /// Throws an [IllegalArgumentException] that says what to run where the formula has not been typeset.
  public static Typeset of(String latex) {
    Typeset formula = Read.FORMULAS.get(latex);
    if (formula == null) throw new IllegalArgumentException(Words.of("card.formula.none", latex));
    return formula;
  }

  static Set<String> all() { return Read.FORMULAS.keySet(); }

  private static JsonNode file(String name) { return StrictJson.parse(Cards.text(FOLDER + name), name); }

  private static Typeset typeset(JsonNode formula, JsonNode outlines) {
    List<Letter> letters = new ArrayList<>();
    for (JsonNode letter : formula.path("letters"))
      letters.add(new Letter(outlines.path(letter.get(0).stringValue()).stringValue(), letter.get(1).doubleValue(),
          letter.get(2).doubleValue(), letter.get(3).doubleValue()));
    List<Bar> bars = new ArrayList<>();
    for (JsonNode bar : formula.path("bars"))
      bars.add(new Bar(bar.get(0).doubleValue(), bar.get(1).doubleValue(), bar.get(2).doubleValue(),
          bar.get(3).doubleValue()));
    return new Typeset(formula.path("latex").stringValue(), formula.path("spoken").stringValue(),
        formula.path("width").doubleValue(), formula.path("above").doubleValue(), formula.path("below").doubleValue(),
        letters, bars);
  }
}

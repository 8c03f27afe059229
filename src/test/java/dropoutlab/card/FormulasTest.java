package dropoutlab.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.card.Typeset.Letter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The outlines of the formulas belong to the cards as they are.
class FormulasTest {
  static Set<String> ofTheCards() throws IOException {
    try (Stream<Path> claims = Files.list(Path.of("assets/claims"))) {
      Stream<Equation> ofClaims = claims.map(file -> file.getFileName().toString().replace(".md", ""))
          .flatMap(id -> ClaimCards.named(id).formulas().stream());
      return Stream.concat(Cards.all().stream().flatMap(card -> card.equations().all()), ofClaims).map(Equation::latex)
          .collect(Collectors.toSet());
    }
  }

  /// A formula is found by its LaTeX: one that was changed and not typeset anew is missing, and the old one is left.
  @Test void everyFormulaOfEveryCardIsTypesetAndNoOther() throws IOException {
    assertThat(Formulas.all()).as("run mvn -Pformulas").containsExactlyInAnyOrderElementsOf(ofTheCards());
  }

  @Test void aFormulaThatIsNotTypesetSaysWhatToRun() {
    assertThatThrownBy(() -> Formulas.of("y = 2 m")).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The formula y = 2 m has not been typeset. Run mvn -Pformulas, which typesets the formulas of all "
            + "cards.");
  }

  @ParameterizedTest
  @MethodSource("ofTheCards")
  void everythingLiesInsideTheBoxAndIsNotEmpty(String latex) {
    Typeset formula = Formulas.of(latex);
    assertThat(formula.letters()).isNotEmpty();
    for (Letter letter : formula.letters()) {
      assertThat(letter.outline()).startsWith("M").endsWith("Z");
      assertThat(letter.x()).isBetween(0.0, formula.width());
      assertThat(letter.size()).isBetween(0.4, 1.0);
    }
    for (Typeset.Bar bar : formula.bars()) {
      assertThat(bar.x() + bar.width()).isBetween(0.0, formula.width() + 1);
      assertThat(bar.y()).isBetween(-formula.above() - 1, formula.below());
      assertThat(bar.height()).isBetween(20.0, 60.0);
    }
  }

  /// In Computer Modern of 10 points, y is 0.490 em wide and = is 0.778 em, with 5/18 em on both sides of a relation; y
  /// slants by 0.036 em more.
  @Test void widthsAreThoseOfComputerModern() {
    assertThat(Formulas.of("\\tilde y = y").width()).isCloseTo(490 + 36 + 778 + 490 + 36 + 2 * 278, within(60.0));
    assertThat(Formulas.of("A = P").letters()).extracting(Letter::y).containsOnly(0.0);
  }

  @ParameterizedTest
  @MethodSource("ofTheCards")
  void formulasAreSpokenInWordsAlone(String latex) {
    assertThat(Formulas.of(latex).spoken()).matches("[A-Za-z0-9 ,.()]+").doesNotContain("  ");
  }

  /// By hand.
  @Test void wordsSayTheFormula() {
    assertThat(Formulas.of("\\tilde y = (1-p)\\,y").spoken()).isEqualTo("y tilde equals (1 minus p) y");
    assertThat(Formulas.of("\\frac{\\partial L}{\\partial y} = m\\,\\frac{\\partial L}{\\partial \\tilde y}").spoken())
        .isEqualTo("the derivative of L by y equals m times the derivative of L by y tilde");
    assertThat(Formulas.of("A = P").spoken()).isEqualTo("A equals P");
    assertThat(Formulas.of("w_j \\leftarrow w_j\\,\\min\\left(1, \\frac{c}{\\lVert w_j \\rVert}\\right)").spoken())
        .isEqualTo("w sub j becomes w sub j times the smaller of (1, c over (the norm of w sub j))");
  }

  @Test void theTypesetterIsNoPartOfTheProgram() {
    assertThatThrownBy(() -> Class.forName("org.scilab.forge.jlatexmath.TeXFormula"))
        .isInstanceOf(ClassNotFoundException.class);
  }
}

package dropoutlab.figure.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.card.Cards;
import dropoutlab.card.Equations.Part;
import dropoutlab.card.Formulas;
import dropoutlab.card.MethodCard;
import dropoutlab.card.Typeset;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Theme;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The equations on a card of 330 logical pixels, which leaves 298 between its margins.
class EquationsFigureTest {
  private static final double WIDTH = 298;

  static List<MethodCard> cards() { return Cards.all(); }

  private static EquationsFigure figure(MethodCard card, Part lit) {
    return new EquationsFigure(card.equations(), Optional.ofNullable(lit), "mask", Theme.LIGHT.accent(),
        Theme.LIGHT.accentPale());
  }

  private static RecordingPen drawn(EquationsFigure figure) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, WIDTH, figure.height(WIDTH), Theme.LIGHT);
    return pen;
  }

  @ParameterizedTest
  @MethodSource("cards")
  void everythingStandsInsideAndNoWordsOverlap(MethodCard card) {
    for (Part lit : Part.values()) {
      RecordingPen pen = drawn(figure(card, lit));
      double height = figure(card, lit).height(WIDTH);
      assertThat(pen.outlines).isNotEmpty().allSatisfy(letter -> {
        assertThat(letter.x()).isBetween(60.0, WIDTH);
        assertThat(letter.y()).isBetween(0.0, height);
      });
      for (int i = 0; i < pen.texts.size(); i++) {
        RecordingPen.Text text = pen.texts.get(i);
        assertThat(text.right()).as(text.text()).isLessThanOrEqualTo(WIDTH + .001);
        assertThat(text.bottom()).isLessThanOrEqualTo(height);
        for (RecordingPen.Text other : pen.texts.subList(i + 1, pen.texts.size()))
          assertThat(text.overlaps(other)).as("%s over %s", text.text(), other.text()).isFalse();
      }
    }
  }

  /// Less than nine tenths of the size would no longer look like the others.
  @ParameterizedTest
  @MethodSource("cards")
  void noFormulaIsMadeMuchSmallerToFit(MethodCard card) {
    card.equations().all().forEach(equation -> {
      Formula formula = new Formula(Formulas.of(equation.latex()), 14.5);
      assertThat(formula.within(226).size()).as(equation.latex()).isGreaterThan(13);
    });
  }

  @Test void onlyTheLitRowHasAGroundABarAndTheNameOfTheHalfStep() {
    MethodCard card = Cards.named("spatial");
    assertThat(drawn(figure(card, null)).words())
        .containsExactly("training", "one for each map", "inference", "backward");
    RecordingPen pen = drawn(figure(card, Part.BACKWARD));
    assertThat(pen.words()).contains("mask");
    assertThat(pen.boxes).filteredOn(box -> box.argb() == Theme.LIGHT.accentPale()).singleElement().satisfies(ground -> {
      assertThat(ground.width()).isEqualTo(WIDTH);
      assertThat(ground.y() + ground.height())
          .isCloseTo(figure(card, Part.BACKWARD).height(WIDTH), within(1e-9));
    });
    assertThat(pen.boxes).filteredOn(box -> box.argb() == Theme.LIGHT.accent()).hasSize(1);
    assertThat(pen.texts).filteredOn(text -> text.argb() == Theme.LIGHT.accent()).extracting(RecordingPen.Text::text)
        .containsExactly("backward", "mask");
  }

  @Test void nothingIsHit() {
    assertThat(figure(Cards.named("spatial"), Part.TRAINING).hit(20, 20, WIDTH, 200)).isEmpty();
  }

  @Test void aScreenReaderHearsEveryRow() {
    assertThat(figure(Cards.named("layer-drop"), null).spoken()).isEqualTo("training: y equals b f (x) plus (1 minus b) x; "
        + "b is drawn from Bernoulli (1 minus p), one for the batch. inference: y equals f (x). backward: the derivative "
        + "of L by f equals b times the derivative of L by y.");
  }

  /// By hand: A = P at 20 pixels an em, from x = 100 on.
  @Test void lettersStandWhereTheyWereTypeset() {
    Typeset typeset = Formulas.of("A = P");
    RecordingPen pen = new RecordingPen();
    new Formula(typeset, 20).draw(pen, 100, 50, 0xFF123456);
    assertThat(pen.outlines).hasSize(3).allSatisfy(letter -> {
      assertThat(letter.argb()).isEqualTo(0xFF123456);
      assertThat(letter.y()).isEqualTo(50);
      assertThat(letter.scale()).isCloseTo(.02, within(1e-12));
    });
    assertThat(pen.outlines.getFirst().x()).isEqualTo(100);
    assertThat(pen.outlines.get(1).x()).isCloseTo(100 + .02 * typeset.letters().get(1).x(), within(1e-9));
  }
}

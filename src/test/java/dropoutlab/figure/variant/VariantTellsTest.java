package dropoutlab.figure.variant;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.card.Cards;
import dropoutlab.card.MethodCard;
import dropoutlab.card.place.Habitat;
import dropoutlab.card.place.Placement;
import dropoutlab.figure.WholeSentences;
import dropoutlab.figure.card.EquationsFigure;
import dropoutlab.figure.card.FormulasFigure;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Theme;
import dropoutlab.spec.Presets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the picture of every view of methods tells in words and in numbers, on its presets. Oracle: the frame that it
/// shows.
class VariantTellsTest {
  private static final List<String> PRESETS = List.of("inverted", "drop-connect", "spatial", "variational",
      "stochastic-depth", "attention", "batch-norm", "l2");

  @Test void everyHabitatHasAPreset() {
    Set<Habitat> habitats = EnumSet.noneOf(Habitat.class);
    for (String preset : PRESETS) habitats.add(Placement.habitat(Presets.load(preset)));
    assertThat(habitats).containsExactlyInAnyOrder(Habitat.values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"inverted", "drop-connect", "spatial", "variational", "stochastic-depth", "attention",
      "batch-norm",
      "l2", "gaussian", "alpha", "uniform", "targeted-units", "targeted-weights", "drop-block", "zoneout", "layer-drop",
      "embedding", "layer-norm", "early-stopping", "label-smoothing", "mixup", "cutout", "max-norm"})
  void aViewTellsItselfBeforeAndAfterItIsMeasured(String preset) {
    TrainedView view = TrainedView.of(Presets.load(preset), 3);
    for (TrainedView each : List.of(view, view.unmeasured())) {
      VariantFigure figure = each.figure(Look.print(1));
      assertThat(figure.describe()).isNotEqualTo(Description.NONE);
      assertThat(figure.describe().title()).isNotBlank();
      assertThat(figure.describe().sentences()).isNotEmpty().allSatisfy(sentence -> assertThat(sentence)
          .matches("[\\p{Lu}\\d].*\\.").doesNotContain("NaN", "null", "{", "∞"));
      WholeSentences.require(figure.table().orElseThrow(), preset);
    }
    VariantFigure whole = view.figure(Look.print(1)),
        evidence = view.figure(Look.print(1).withParts(Look.Parts.EVIDENCE)),
        hero = view.figure(Look.print(1).withParts(Look.Parts.HERO));
    WholeSentences.require(whole.describe(), preset);
    assertThat(whole.describe().sentences()).startsWith(hero.describe().sentences().toArray(String[]::new))
        .endsWith(evidence.describe().sentences().toArray(String[]::new));
    assertThat(evidence.describe().sentences()).as("what was measured is told").isNotEmpty();
    int rows = whole.table().orElseThrow().rows().size();
    assertThat(rows).isEqualTo(rows(hero) + rows(evidence));
  }

  private static int rows(VariantFigure figure) { return figure.table().map(table -> table.rows().size()).orElse(0); }

  @Test void aRowIsAValueOfTheExampleAtItsPlace() {
    TrainedView view = TrainedView.of(Presets.load("inverted"), 3);
    Versus versus = Versus.of(view.frame());
    DataTable table = view.figure(Look.print(2).withParts(Look.Parts.HERO)).table().orElseThrow();
    assertThat(table.columns()).extracting(DataTable.Column::heading)
        .containsExactly("network", "place", "value", "y", "factor m", "ỹ");
    List<Site> sites = Sites.of(versus, versus.a());
    int row = 0;
    for (Site site : sites)
      for (int i = 0; i < site.size(); i++, row++) {
        List<Object> cells = table.rows().get(row);
        assertThat(cells.subList(0, 3)).containsExactly("A", site.name(), (long) (i + 1));
        if (!site.isDrawn()) continue;
        assertThat((Double) cells.get(4)).isEqualTo(site.dropped().factors().at(2, i));
        assertThat((Double) cells.get(3)).isEqualTo(site.dropped().before().at(2, i));
      }
    assertThat(row).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"inverted", "spatial", "layer-drop"})
  void equationsAreSpoken(String name) {
    MethodCard card = Cards.named(name);
    EquationsFigure figure = new EquationsFigure(card.equations(), Optional.empty(), "", Theme.LIGHT.accent(), 0);
    WholeSentences.require(figure.describe(), name);
    assertThat(figure.describe().sentences()).hasSize(3).first().asString().startsWith("The card says for training: ");
    assertThat(figure.table()).as("a formula has no numbers").isEmpty();
    FormulasFigure formulas = new FormulasFigure(card.equations().training());
    assertThat(formulas.describe().sentences()).hasSameSizeAs(card.equations().training())
        .allMatch(each -> each.startsWith("A formula says: ") && each.endsWith("."));
  }
}

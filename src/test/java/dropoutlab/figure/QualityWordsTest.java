package dropoutlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.quality.CalibrationFigure;
import dropoutlab.figure.quality.CoverageFigure;
import dropoutlab.figure.quality.CritiqueFigure;
import dropoutlab.figure.quality.SeparationFigure;
import dropoutlab.figure.quality.SparsificationFigure;
import dropoutlab.frame.Critique;
import dropoutlab.frame.Matrix;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the figures of quality say, and their tables. Oracles: findings of round numbers ([FindingSamples]).
class QualityWordsTest {
  private static List<String> said(Figure figure) {
    Spoken.check(figure.getClass().getSimpleName(), figure);
    return Spoken.sentences(figure);
  }

  private static List<String> headings(Figure figure) {
    return figure.table().orElseThrow().columns().stream().map(DataTable.Column::heading).toList();
  }

  /// (10 * .55 + 40 * .95) / 50 = .87 sure, (10 * .4 + 40 * .9) / 50 = .8 right; .55 is within 20 to 60 %, .95 within
  /// 80 to 96 %.
  @Test void calibrationTellsWhoIsTooSure() {
    CalibrationFigure figure = new CalibrationFigure(FindingSamples.reliability());
    assertThat(said(figure)).containsExactly(
        "The share that is right is drawn against the confidence for 50 held-out examples, by masks off, MC dropout "
            + "and ensemble; on "
            + "the diagonal confidence keeps its promise.",
        "The expected calibration error is 0.070 for masks off, 0.041 for MC dropout and 0.050 for ensemble: lowest "
            + "for MC dropout.",
        "MC dropout is too sure of itself: its mean confidence is 87.0 %, but 80.0 % are right.",
        "In all of its 2 bins the 95 % interval of the share that is right holds the confidence.");
    assertThat(figure.table().orElseThrow().rows()).hasSize(6)
        .contains(Arrays.asList("MC dropout", .5, .6, 10L, .55, .4, .2, .6));
    assertThat(said(new CalibrationFigure(List.of()))).hasSize(1);
  }

  /// Of .5, .95 and .99 all are within their intervals.
  @Test void coverageTellsWhetherPromisesAreKept() {
    CoverageFigure figure = new CoverageFigure(FindingSamples.coverage(), "CO₂ (ppm)");
    assertThat(said(figure)).contains(
        "The 95 % interval holds 90 % for masks off, 90 % for MC dropout, 90 % for ensemble and 90 % for exact Bayes.",
        "MC dropout keeps its promise: at all 3 levels the claimed share is within the 95 % interval of the observed "
            + "one.").last()
        .asString().contains("2.00 ppm for MC dropout");
    assertThat(headings(figure)).endsWith("mean width (ppm)");
    assertThat(figure.table().orElseThrow().rows()).hasSize(12).contains(List.of("ensemble", .95, .9, .8, .95, 4.));
  }

  @Test void sparsificationTellsWhetherTheErrorFalls() {
    SparsificationFigure figure = new SparsificationFigure(FindingSamples.sparsification(), "RMSE of CO₂, ppm");
    assertThat(said(figure))
        .contains("For MC dropout it falls from 4.00 ppm to 2.00 ppm without the 50 % most uncertain, where the "
        + "oracle is at 1.00 ppm: the uncertainty knows which predictions are bad.",
        "The area between curve and oracle, 0 at best, is 0.123 for MC dropout and 0.200 for ensemble: least for MC "
            + "dropout.");
    assertThat(headings(figure)).contains("RMSE of CO₂ (ppm)", "oracle (ppm)");
    assertThat(figure.table().orElseThrow().rows()).hasSize(6).contains(List.of("MC dropout", .5, 2., 1., 3., 1.));
  }

  /// Images have 0 to 0.2 nats in even steps, glyphs 0.5 more; the intervals of the areas meet at .95.
  @Test void separationTellsWhatTellsThemApart() {
    SeparationFigure figure = new SeparationFigure(FindingSamples.foreign(50, 20));
    assertThat(said(figure))
        .contains("Two histograms show the mutual information in 20 passes with dropout on: of 50 digits, and hatched "
        + "of 20 foreign glyphs.", "It is 0.0980 nats in the mean for digits, and 0.595 nats for foreign glyphs.",
        "It tells them apart better than chance: the area under the ROC curve is 0.987 (95 %: 0.950 to 0.999), where "
            + "chance gives 0.5.",
        "The predictive entropy does about as well, with 0.900 (95 %: 0.800 to 0.950).");
    assertThat(figure.table().orElseThrow().rows()).hasSize(70);
    assertThat(said(new SeparationFigure(FindingSamples.foreign(50, 20, false))))
        .noneMatch(each -> each.contains("digit"));
  }

  @Test void theCriticsBenchTellsWhatFallsAndWhatStays() {
    CritiqueFigure figure = new CritiqueFigure(FindingSamples.critique());
    assertThat(said(figure)).contains(
        "Dropout on a linear model goes from 0.800 with 10 examples to 0.800 with 1,000: it hardly changes.",
        "Exact Bayesian regression goes from 0.500 with 10 examples to 0.0500 with 1,000: it falls by a factor of "
            + "10.0.",
        "Dropout on a small network goes from 0.400 with 10 examples to 0.400 with 100: it hardly changes.",
        "Between 10 and 1,000 fresh examples, the drop rate that Concrete dropout learns goes from 0.400 to 0.200 in "
            + "hidden 1 and "
            + "from 0.300 to 0.100 in hidden 2.");
    // Two numbers of examples for each of three curves of the linear model and one of the network,
    // and two layers' rates twice.
    assertThat(figure.table().orElseThrow().rows()).hasSize(3 * 2 + 2 + 4)
        .contains(Arrays.asList("exact Bayes", 1000L, .05, null),
            Arrays.asList("Concrete dropout, hidden 2", 10L, null, .3));
    assertThat(said(new CritiqueFigure(new Critique(.1, Matrix.row(1), List.of(), List.of(), List.of())))).hasSize(1);
  }
}

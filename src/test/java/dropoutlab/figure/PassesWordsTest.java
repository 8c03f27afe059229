package dropoutlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.passes.ConvergenceFigure;
import dropoutlab.figure.passes.LineFigure;
import dropoutlab.figure.passes.MapsFigure;
import dropoutlab.figure.passes.PassesHistogram;
import dropoutlab.figure.passes.PassesStrip;
import dropoutlab.figure.passes.PlaneFigure;
import dropoutlab.figure.passes.PlaneFigure.Quantity;
import dropoutlab.figure.passes.RotationFigure;
import dropoutlab.figure.passes.VotersFigure;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Figure;
import dropoutlab.frame.Convergence;
import dropoutlab.frame.PointPasses;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the figures of passes say, and their tables. Oracles: findings of round numbers ([FindingSamples]).
class PassesWordsTest {
  private static final Schema YEARS = FindingSamples.line().schema();

  private static List<String> said(Figure figure) {
    Spoken.check(figure.getClass().getSimpleName(), figure);
    return Spoken.sentences(figure);
  }

  private static List<String> headings(Figure figure) {
    return figure.table().orElseThrow().columns().stream().map(DataTable.Column::heading).toList();
  }

  /// Mean = year, sd 3 everywhere, noise 4: a total of 5, and every example within 10.
  @Test void aBandTellsSpreadNoiseAndRivals() {
    LineFigure figure = new LineFigure(FindingSamples.line(), FindingSamples.line(3, 4, FindingSamples.rivals()),
        LineFigure.Options.PRINT);
    assertThat(said(figure)).containsExactly(
        "The line is the mean of 50 passes with dropout on, of CO₂ against year from −10 to 50; the bands reach one "
            + "and two standard "
            + "deviations of the passes from it, hatched where the noise of the data adds to them, and the dots are "
                + "22 training examples.",
        "The standard deviation of the passes is 3.00 ppm everywhere.",
        "Within the training data, year from 0 to 30, it is 3.00 ppm in the mean, and about the same beyond them, "
            + "3.00 ppm.", "In the gap between them it is 3.00 ppm (year from 10 to 20).",
        "The noise has a standard deviation of 4.00 ppm; with it, two standard deviations from the mean hold 100 % "
            + "of the training "
            + "examples.",
        "Compared with the mean of the passes, ensemble differs by 2.00 ppm (root mean square) with a standard "
            + "deviation of 1.00 ppm "
            + "and exact Bayes differs by 2.00 ppm (root mean square) with a standard deviation of 0.500 ppm; that "
                + "of the passes is "
            + "3.00 ppm in the mean.");
    assertThat(headings(figure)).contains("year", "mean of the passes (ppm)", "sd with noise (ppm)",
        "ensemble, sd (ppm)", "pass 2 (ppm)");
    // Year −10: mean −10, sd 3, 2 sd to both sides, noise 4, total 5 and its 2 sd, masks off, two rivals, two passes.
    assertThat(figure.table().orElseThrow().rows()).hasSize(61).first().isEqualTo(
        List.of(-10., -10., 3., -16., -4., 4., 5., -20., 0., -10., -12., 1., -12., .5, -12., -8.));
  }

  @Test void aQuietBandTellsTheMasksOff() {
    LineFigure figure = new LineFigure(FindingSamples.line(), FindingSamples.line(0, 0, List.of()),
        LineFigure.Options.PRINT);
    assertThat(said(figure)).contains("All passes say the same.",
        "Two standard deviations from the mean hold 100 % of the training examples.",
        "With masks off the prediction differs from the mean of the passes by 0.000 ppm at most, at year −10.");
  }

  /// Entropy rises from 0 to 0.6 over 8 cells.
  @Test void mapsTellTheirEnds() {
    DataSet data = FindingSamples.plane(NetworkSamples.classes(2, "a", "b"));
    PlaneFigure entropy = new PlaneFigure(data, FindingSamples.plane(Optional.empty()), Quantity.ENTROPY);
    assertThat(said(entropy))
        .contains("It is lowest, 0.000 nats, at x1 0.5 and x2 0.5, and highest, 0.600 nats, at x1 3.5 and x2 1.5.")
        .first().asString()
            .startsWith("Colour shows the predictive entropy of 20 passes with dropout on, over x1 from 0 to 4");
    MapsFigure all = new MapsFigure(data, FindingSamples.plane(Optional.empty()));
    assertThat(said(all)).hasSize(5).contains("The most probable class is a on 50 % and b on 50 % of the map.");
    assertThat(headings(all)).containsExactly("x1", "x2", "mean p(a)", "mean p(b)", "predictive entropy (nats)",
        "mutual information (nats)", "variance of the passes");
    assertThat(all.table().orElseThrow().rows()).hasSize(8).last()
        .isEqualTo(List.of(3.5, 1.5, 0., 1., (double) .6f, (double) .3f, (double) .1f));
  }

  @ParameterizedTest @EnumSource(value = Quantity.class, names = {"MEAN", "VARIANCE", "SD"})
  void mapsOfNumbersHaveTheirUnits(Quantity quantity) {
    DataSet data = FindingSamples.plane(NetworkSamples.regression(2, "height (m)", 0, 1));
    PlaneFigure figure = new PlaneFigure(data, FindingSamples.surface(), quantity);
    assertThat(said(figure).get(1)).contains(switch (quantity) {
      case MEAN -> "highest, 17.00 m,";
      case VARIANCE -> "highest, 7.00 m²,";
      case SD -> "highest, 2.65 m,";
      case ENTROPY, INFORMATION -> "";
    });
  }

  /// Passes of 19 and 21 in turn: mean 20, sd 1; masks off 20.5; noise 2.
  @Test void aHistogramTellsMomentsTruthAndNoise() {
    PassesHistogram figure = new PassesHistogram(FindingSamples.known(FindingSamples.value(100, 20), 23), YEARS);
    assertThat(said(figure))
        .containsExactly("A histogram of 100 passes with dropout on shows CO₂ at validation example 8.",
        "The mean is 20.0 ppm with a standard deviation of 1.00 ppm; the passes lie between 19.0 ppm and 21.0 ppm.",
        "The truth, 23.0 ppm, lies outside of all passes, 3.00 standard deviations from their mean.",
        "With masks off it is 20.5 ppm: the mean is lower by 0.500 ppm, with a standard error of 0.100 ppm.",
        "The noise adds a standard deviation of 2.00 ppm, which makes 2.24 ppm in all.");
    assertThat(headings(figure)).containsExactly("pass", "CO₂ (ppm)");
    assertThat(figure.table().orElseThrow().rows()).hasSize(100).startsWith(List.of(1L, 19.), List.of(2L, 21.));
  }

  @Test void oneClassOfTwoIsTold() {
    PassesHistogram figure = new PassesHistogram(FindingSamples.classes(10, 2), NetworkSamples.classes(2, "a", "b"));
    assertThat(said(figure))
        .contains("A histogram of 10 passes with dropout on shows the probability of class b at the input (1.00, "
        + "1.00).",
        "The mean is 0.500 with a standard deviation of 0.200; the passes lie between 0.300 and 0.700.",
        "With masks off it is 0.500: the mean agrees with that within two of its standard errors of 0.0632.",
        "The predictive entropy is 0.690 nats, of which 0.0800 nats are mutual information: what the passes disagree "
            + "about.");
  }

  /// Of 10 passes 4 vote for the first of three classes, with 0.7, the others give it 0.15.
  @Test void aStripTellsTheMostProbableAndTheTrueClass() {
    PassesStrip figure = new PassesStrip(FindingSamples.known(FindingSamples.classes(10, 3), 2),
        NetworkSamples.classes(2, "a", "b", "c"));
    assertThat(said(figure))
        .contains("Dots show the probabilities of 3 classes in 10 passes with dropout on, at validation example 8.",
        "Class a is the most probable, with 0.370 in the mean and a standard deviation of 0.269, before class b with "
            + "0.315.",
        "The true class is c, with 0.315 in the mean.", "4 of 10 passes vote for class a.");
    assertThat(figure.table().orElseThrow().rows()).hasSize(10).first()
        .isEqualTo(List.of(1L, (double) .7f, (double) (.3f / 2), (double) (.3f / 2)));
    assertThat(said(new PassesStrip(PointPasses.none(Optional.empty(), 3), NetworkSamples.classes(2, "a", "b", "c"))))
        .containsExactly("There are columns for 3 classes, but no passes at one input yet.");
  }

  /// Networks for a have 1 of 4 units dropped, those for b 2.
  @Test void votersTellTheirVotesAndWhatTheyKeep() {
    VotersFigure figure = new VotersFigure(FindingSamples.classes(10, 2), NetworkSamples.classes(2, "a", "b"),
        Optional.empty());
    assertThat(said(figure)).contains("Of all 10 votes there are 5 for class a and 5 for class b.",
        "Of their units they keep 2 to 3 of 4 in hidden 1.");
    assertThat(headings(figure)).containsExactly("pass", "votes for", "p(b)", "kept in hidden 1");
    assertThat(figure.table().orElseThrow().rows()).hasSize(4).startsWith(List.of(1L, "a", 0., 3L))
        .endsWith(List.of(12L, "b", .25, 2L));
    VotersFigure numbers = new VotersFigure(FindingSamples.value(10, 20), YEARS, Optional.empty());
    assertThat(said(numbers))
        .contains("Of the answers that are drawn, the lowest are 0.000 ppm and the highest 0.250 ppm.");
  }

  @Test void convergenceTellsFromWhenTheMeanHolds() {
    ConvergenceFigure figure = new ConvergenceFigure(new Convergence(List.of(1, 10, 100), List.of(5., 2.1, 2.),
        List.of(0., .3, .1),
        List.of(0., .9, 1.), List.of(0., .2, .07)), "CO₂, ppm");
    assertThat(said(figure))
        .contains("With 100 passes the mean is 2.00 ± 0.10 ppm and the standard deviation 1.000 ± 0.070 ppm.",
        "From 10 passes on the mean stays within 0.200 ppm, two of its last standard errors, of where it ends.");
    assertThat(figure.table().orElseThrow().rows()).first().asList().containsExactly(1L, 5., null, null, null);
    assertThat(said(new ConvergenceFigure(Convergence.NONE, "p(class 3)"))).hasSize(1);
    assertThat(said(new ConvergenceFigure(FindingSamples.convergence(1), "y"))).contains("The one pass says 2.50.");
  }

  @Test void aTurningPictureTellsWhoWinsWhere() {
    RotationFigure figure = new RotationFigure(FindingSamples.rotation(5));
    assertThat(said(figure)).contains("The most probable class is zero from 0 to 45° and two from 90 to 180°.",
        "At 2 of 5 angles the most probable class is the true one.");
    assertThat(headings(figure)).hasSize(11).startsWith("angle (degrees)", "entropy (nats)", "information (nats)",
        "mean p(zero)");
    assertThat(figure.table().orElseThrow().rows()).hasSize(5);
  }

  @Test void whatIsWaitedForIsSaid() {
    WaitingFigure figure = WaitingFigure.on(new ConvergenceFigure(Convergence.NONE, "y"),
        "the first passes are being taken …", "short");
    assertThat(said(figure)).first().isEqualTo("Waiting: the first passes are being taken.");
    assertThat(figure.describe().title()).startsWith("How mean and standard deviation");
    assertThat(said(WaitingFigure.of(""))).containsExactly("There is no answer yet.");
  }
}

package dropoutlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.Source;
import dropoutlab.figure.passes.RotationFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.MethodLook;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.quality.CalibrationFigure;
import dropoutlab.figure.quality.CoverageFigure;
import dropoutlab.figure.quality.CritiqueFigure;
import dropoutlab.figure.quality.SeparationFigure;
import dropoutlab.figure.quality.SparsificationFigure;
import dropoutlab.frame.Result;
import dropoutlab.spec.Presets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Calibration, coverage, sparsification, rotation, separation, the critics' bench, and which figure shows what.
/// Oracles: by hand.
class QualityFiguresTest {
  private static RecordingPen drawn(Figure figure, double width, double height) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, width, height, Theme.LIGHT);
    return pen;
  }

  @Test void calibrationTellsItsErrorAndCounts() {
    CalibrationFigure figure = new CalibrationFigure(FindingSamples.reliability());
    RecordingPen pen = drawn(figure, 900, 600);
    assertThat(pen.words()).contains("MC dropout, ECE 0.041", "masks off, ECE 0.070", "ensemble, ECE 0.050",
        "as claimed", "confidence", "examples");
    assertThat(drawn(figure, 420, 300).words()).contains("MC dropout 0.041");
    // Bars of 10 and 40 examples; only those of MC dropout are filled.
    List<RecordingPen.Box> bars = pen.boxes.stream()
        .filter(box -> box.argb() == Palette.withAlpha(Theme.LIGHT.accent(), .75)).toList();
    assertThat(bars).hasSize(2);
    assertThat(bars.get(0).height() / bars.get(1).height()).isEqualTo(.25, within(1e-9));
    // A whisker from 0.2 to 0.6 is 2.5 times as long as one from 0.8 to 0.96.
    int ink = Palette.mix(Theme.LIGHT.accent(), Theme.LIGHT.card(), .25);
    List<Double> whiskers = pen.lines.stream().filter(l -> l.argb() == ink && l.x()[0] == l.x()[1])
        .map(l -> l.y()[0] - l.y()[1]).toList();
    assertThat(whiskers).hasSize(2);
    assertThat(whiskers.get(0) / whiskers.get(1)).isEqualTo(2.5, within(1e-6));
  }

  @Test void aMarkOfTheReliabilityDiagramTellsItsBin() {
    CalibrationFigure figure = new CalibrationFigure(FindingSamples.reliability());
    // MC dropout is the second of three methods, and so its discs are not shifted.
    List<RecordingPen.Disc> discs = drawn(figure, 900, 600).discs.stream()
        .filter(disc -> disc.argb() == Theme.LIGHT.accent()).toList();
    assertThat(discs).hasSize(2);
    assertThat(discs.get(1).radius()).isGreaterThan(discs.get(0).radius());
    Hit hit = figure.hit(discs.getFirst().x(), discs.getFirst().y(), 900, 600).orElseThrow();
    assertThat(hit.text()).isEqualTo("MC dropout, confidence 0.50 to 0.60\n10 examples, mean confidence 0.550\n"
        + "right: 40 % (95 %: 20 % to 60 %)");
    assertThat(figure.hit(discs.getFirst().x(), 560, 900, 600).orElseThrow().text()).contains("masks off, confidence",
        "MC dropout, confidence", "ensemble, confidence");
  }

  /// The 95 % interval is 4 ppm wide on average: ± 2.
  @Test void coverageTellsHowSharpItIs() {
    CoverageFigure figure = new CoverageFigure(FindingSamples.coverage(), "CO₂ (ppm)");
    RecordingPen pen = drawn(figure, 900, 600);
    assertThat(pen.words()).contains("MC dropout, 95 %: ± 2.00 ppm", "exact Bayes, 95 %: ± 2.00 ppm", "as claimed",
        "claimed, %", "inside the interval, %");
    List<RecordingPen.Line> diagonal = pen.lines.stream()
        .filter(l -> l.argb() == Theme.LIGHT.muted() && l.dash().length == 0 && l.x().length == 2).toList();
    assertThat(diagonal).hasSize(1);
  }

  @Test void sparsificationHasDottedOraclesBesideItsCurves() {
    SparsificationFigure figure = new SparsificationFigure(FindingSamples.sparsification(), "RMSE of CO₂, ppm");
    RecordingPen pen = drawn(figure, 900, 600);
    assertThat(pen.words()).contains("MC dropout, area 0.123", "ensemble, area 0.200", "oracle", "left out, %",
        "RMSE of CO₂, ppm");
    List<RecordingPen.Line> curves = pen.lines.stream().filter(l -> l.x().length == 3).toList();
    RecordingPen.Line mean = curves.stream().filter(l -> l.width() == 2.2).findFirst().orElseThrow();
    RecordingPen.Line oracle = curves.stream()
        .filter(l -> l.dash().length == 2 && l.dash()[0] == 1.5 && l.argb() == Theme.LIGHT.accent())
        .findFirst().orElseThrow();
    assertThat(oracle.y()[0]).isEqualTo(mean.y()[0]);
    // With half of the examples left out, the error is 2 and the oracle's is 1, on an axis that begins at 0: twice as
    // high above it.
    double zero = mean.y()[0] + 2 * (mean.y()[1] - mean.y()[0]);
    assertThat((zero - mean.y()[1]) / (zero - oracle.y()[1])).isEqualTo(2, within(1e-6));
    assertThat(figure.hit(mean.x()[1], mean.y()[1], 900, 600).orElseThrow().text())
        .isEqualTo("MC dropout without the 50 % most uncertain\nRMSE of CO₂, ppm: 2.00 (95 %: 1.00 to 3.00)\n"
            + "oracle: 1.00");
  }

  @Test void theTurningPictureShowsWhichClassWins() {
    RotationFigure figure = new RotationFigure(FindingSamples.rotation(8));
    RecordingPen pen = drawn(figure, 900, 600);
    assertThat(pen.images).hasSize(8);
    assertThat(pen.words()).contains("zero, the true one", "two", "entropy", "information", "nats", "0°", "180°")
        .doesNotContain("one", "three");
    // Each name stands under the pictures four times; beside the curves it is "two", but "zero, the true one".
    assertThat(pen.words().stream().filter("zero"::equals)).hasSize(4);
    assertThat(pen.words().stream().filter("two"::equals)).hasSize(5);
    assertThat(figure.hit(450, 300, 900, 600).orElseThrow().text()).contains("degrees", "p(zero): mean", "p(two): mean",
        "entropy: 0.900 nats", "information: 0.200 nats");
  }

  /// The classes of a file are known by number only, and so the word digits does not occur.
  @Test void separationSpeaksOfDigitsOnlyWhereTheyAreKnown() {
    SeparationFigure figure = new SeparationFigure(FindingSamples.foreign(50, 20, false));
    assertThat(drawn(figure, 900, 600).words()).contains("50 of your images", "20 signs of our own drawing")
        .noneMatch(word -> word.contains("digit") || word.contains("foreign"));
    for (double x = 0; x < 900; x += 5)
      figure.hit(x, 500, 900, 600).ifPresent(hit ->
          assertThat(((Hit.Place) hit).text()).doesNotContain("digit").doesNotContain("foreign"));
  }

  @Test void separationTellsTheAreaAndShares() {
    SeparationFigure figure = new SeparationFigure(FindingSamples.foreign(50, 20));
    RecordingPen pen = drawn(figure, 900, 600);
    assertThat(pen.words()).contains("AUC 0.987", "50 digits", "20 foreign glyphs", "0.60", "information, nats");
    assertThat(pen.texts.stream().filter(t -> t.text().startsWith("by information")).findFirst().orElseThrow().text())
        .contains("95 %: 0.950 to 0.999", "0.900 by entropy");
    assertThat(pen.images).hasSize(3);
    // All digits have less than 0.2 nats, all glyphs more than 0.5.
    double none = 0;
    double digits = 0;
    for (double x = 0; x < 900; x++) {
      Optional<Hit> hit = figure.hit(x, 500, 900, 600);
      if (hit.isEmpty()) continue;
      Hit.Place place = (Hit.Place) hit.get();
      if (place.xData() < .2) digits = Math.max(digits, place.yData());
      else none = Math.max(none, place.yData());
    }
    assertThat(digits).isGreaterThan(5);
    assertThat(none).isZero();
  }

  @Test void dropoutStaysWhereBayesFalls() {
    CritiqueFigure figure = new CritiqueFigure(FindingSamples.critique());
    RecordingPen pen = drawn(figure, 900, 600);
    assertThat(pen.words()).contains("dropout, linear", "dropout, network", "closed form", "exact Bayes", "hidden 1",
        "hidden 2", "predictive sd at x*, p = 0.10", "p learnt by Concrete dropout", "examples");
    RecordingPen.Line dropout = pen.lines.stream().filter(l -> l.argb() == Theme.LIGHT.accent() && l.width() == 2.2)
        .findFirst().orElseThrow();
    RecordingPen.Line bayes = pen.lines.stream().filter(l -> l.argb() == MethodLook.EXACT_BAYES.colour(Theme.LIGHT)
        && l.dash().length == 2 && l.x().length == 2).findFirst().orElseThrow();
    assertThat(dropout.y()[0]).isEqualTo(dropout.y()[1]);
    // Two decades in N, one in sd.
    assertThat(bayes.y()[1] - bayes.y()[0]).isGreaterThan(50);
    assertThat(figure.hit(dropout.x()[0], dropout.y()[0], 900, 600).orElseThrow().text())
        .contains("10 examples: sd 0.800");
  }

  @Test void everyFindingHasItsPictures() {
    DataSet line = FindingSamples.line();
    DataSet plane = FindingSamples.plane(NetworkSamples.classes(2, "upper", "lower"));
    assertThat(pictures(FindingSamples.line(3, 4, List.of()), line)).containsExactlyInAnyOrder(FigureKind.MC,
        FigureKind.MC_BAND, FigureKind.MC_PASSES, FigureKind.VOTERS, FigureKind.CONVERGENCE);
    assertThat(pictures(FindingSamples.plane(Optional.empty()), plane)).containsExactlyInAnyOrder(FigureKind.MC,
        FigureKind.MC_MAPS, FigureKind.MC_MAP_MEAN, FigureKind.MC_MAP_ENTROPY, FigureKind.MC_MAP_INFORMATION,
        FigureKind.MC_MAP_VARIANCE, FigureKind.MC_MAP_SD, FigureKind.MC_PASSES, FigureKind.VOTERS,
        FigureKind.CONVERGENCE);
    DataSet surface = NetworkSamples.points(NetworkSamples.regression(2, "y", 0, 1), 9);
    assertThat(pictures(FindingSamples.surface(), surface)).containsExactlyInAnyOrder(FigureKind.MC,
        FigureKind.MC_MAPS, FigureKind.MC_MAP_MEAN, FigureKind.MC_MAP_VARIANCE, FigureKind.MC_MAP_SD);
    assertThat(pictures(FindingSamples.rotation(3), plane)).containsExactly(FigureKind.ROTATION);
    assertThat(pictures(FindingSamples.foreign(3, 3), plane)).containsExactly(FigureKind.SEPARATION);
    Result report = new Result.QualityReport(9, 50, FindingSamples.reliability(), List.of(),
        FindingSamples.sparsification(), List.of());
    assertThat(pictures(report, plane)).containsExactlyInAnyOrder(FigureKind.CALIBRATION, FigureKind.SPARSIFICATION);
  }

  private static Set<FigureKind> pictures(Result finding, DataSet data) {
    Set<FigureKind> found = EnumSet.noneOf(FigureKind.class);
    Drawing on = Drawing.print(data, Presets.load("two-moons"), 0);
    for (FigureKind kind : FigureKind.values())
      if (kind.source() instanceof Source.OfAnswer && kind.of(finding, on).isPresent()) found.add(kind);
    return found;
  }
}

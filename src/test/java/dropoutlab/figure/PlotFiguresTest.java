package dropoutlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.figure.learned.ScatterFigure;
import dropoutlab.figure.passes.LineFigure;
import dropoutlab.figure.passes.PassesHistogram;
import dropoutlab.figure.passes.PassesStrip;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Convergence;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Result;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Curves, bands, scatter, histogram and class strips. Oracles: by hand.
class PlotFiguresTest {
  private static final Scaling NONE = new Scaling(List.of(), List.of());
  private static final DataSet DATA = new DataSet(
      new Schema(Task.REGRESSION, List.of("year"), "CO₂, ppm", List.of(), new Scaling(List.of(1980.0), List.of(10.0)),
          new Scaling(List.of(340.0), List.of(10.0)), Optional.empty()),
      new Examples(Tensor.of(3, 1, -1, 0, 1), Tensor.of(3, 1, -1, 0, 1)),
      new Examples(Tensor.of(1, 1, 0.5f), Tensor.of(1, 1, 0.4f)));
  private static final Schema CLASSES = new Schema(Task.CLASSIFICATION, List.of("x₁", "x₂"), "moon",
      List.of("upper", "lower"), new Scaling(List.of(0.0, 0.0), List.of(1.0, 1.0)), NONE, Optional.empty());

  private static final Matrix X = Matrix.generate(41, 1, (r, c) -> 1960 + r);
  private static final Matrix LINE = Matrix.generate(41, 1, (r, c) -> 320 + r);
  private static final Matrix RUNAWAY = Matrix.generate(41, 1, (r, c) -> r > 35 ? 1e30f : 340);
  private static final Matrix SD = Matrix.generate(41, 1, (r, c) -> 3);
  private static final Matrix SINGLES = Matrix.generate(2, 41, (r, c) -> 321 + c - 2 * r);

  private static CurveFigure curve(Matrix twin) {
    return new CurveFigure(DATA, new Learned.FittedCurve(X, LINE, twin));
  }

  private static final LineFigure.Options BANDS = new LineFigure.Options(true, true, true, false, false, false);

  private static LineFigure band(double noise) { return band(noise, Optional.empty()); }

  private static LineFigure band(double noise, Optional<PointPasses> probe) {
    return new LineFigure(DATA, new Result.Line(50, true, X, LINE, SD, Matrix.generate(41, 1, (_, _) -> noise),
        Noise.of(noise), LINE, SINGLES, 1970, 1990, List.of(), probe), BANDS);
  }

  /// Of no example, and without scores where `classes` is 0.
  private static PointPasses point(Matrix at, Matrix values, Matrix off, int column, double noise) {
    return new PointPasses(at, Optional.empty(), values, off, Optional.empty(), noise, column, Convergence.NONE, List.of());
  }

  private static PassesHistogram probe() {
    Matrix values = Matrix.generate(10, 2, (r, c) -> (r < 3 ? 0.12f : 0.97f) * c);
    return new PassesHistogram(point(Matrix.row(-1.3f, -1.5f), values, Matrix.row(.105, .895), 1, 0), CLASSES);
  }

  private static PassesHistogram values(Matrix row) {
    Matrix values = Matrix.generate(row.size(), 1, (t, _) -> row.get(t));
    return new PassesHistogram(FindingSamples.known(point(Matrix.row(1990), values, Matrix.row(345), 0, 4), 345),
        DATA.schema());
  }

  private static PassesStrip strip(int classes) {
    Schema named = NetworkSamples.classes(2, IntStream.range(0, classes).mapToObj(i -> "class" + i).toArray(String[]::new));
    Matrix p = Matrix.generate(4, classes, (t, c) -> c == classes - 1 ? 0.5f + 0.1f * t : 0.1f / classes);
    PointPasses.ClassScores scores = new PointPasses.ClassScores(0.61, 0.49, 0.12, 0, java.util.Collections.nCopies(classes, .1));
    PointPasses passes = new PointPasses(Matrix.row(0, 0), Optional.empty(), p,
        Matrix.generate(1, classes, (_, _) -> 1.0 / classes), Optional.of(scores), 0, classes - 1, Convergence.NONE, List.of());
    return new PassesStrip(FindingSamples.known(passes, 0), named);
  }

  private static ScatterFigure scatter() {
    Matrix truth = Matrix.generate(3, 1, (r, c) -> 330 + 10 * r);
    return new ScatterFigure(new Learned.Scatter(truth, truth, Matrix.generate(3, 1, (r, c) -> 340)), "CO₂, ppm",
        "validation");
  }

  private static RecordingPen drawn(Figure figure, double width, double height) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, width, height, Theme.DARK);
    assertThat(pen.openClips).isZero();
    return pen;
  }

  private static List<Figure> all() {
    Matrix nan = Matrix.generate(41, 1, (r, c) -> Float.NaN);
    return List.of(curve(RUNAWAY), curve(Matrix.EMPTY), curve(nan), band(2), band(0), band(Double.NaN), probe(),
        values(Matrix.row(344, 345, 346, 350)), values(Matrix.row(345)), strip(10), strip(2), strip(300), scatter(),
        new CurveFigure(DATA, new Learned.FittedCurve(Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY)),
        new ScatterFigure(new Learned.Scatter(Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY), "y", "validation"),
        new LineFigure(DATA, new Result.Line(0, true, Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY,
            Noise.of(0), Matrix.EMPTY, Matrix.EMPTY, 1970, 1990, List.of(), Optional.empty()), BANDS));
  }

  @Test void everyFigureDrawsAtEverySize() {
    for (Figure figure : all())
      for (double[] size : new double[][] {{40, 30}, {1, 1}, {60, 300}, {500, 40}, {133, 290}, {260, 200}, {1400, 900}}) {
        drawn(figure, size[0], size[1]);
        for (double x = 0; x < size[0]; x += 7) figure.hit(x, size[1] / 2, size[0], size[1]);
      }
  }

  @Test void wordsNeitherOverlapNorLeaveTheFigure() {
    for (Figure figure : all())
      for (double[] size : new double[][] {{260, 200}, {400, 300}, {1000, 700}}) {
        List<RecordingPen.Text> texts = drawn(figure, size[0], size[1]).texts;
        for (RecordingPen.Text text : texts) {
          assertThat(text.left()).as(text.text()).isGreaterThanOrEqualTo(-0.1 * text.width());
          assertThat(text.right()).as(text.text()).isLessThanOrEqualTo(size[0] + 0.1 * text.width());
          assertThat(text.baseline()).as(text.text()).isBetween(0.0, size[1]);
          for (RecordingPen.Text other : texts)
            if (other != text) assertThat(text.overlaps(other)).as(text + " and " + other).isFalse();
        }
      }
  }

  @Test void examplesAreDrawnInTheUsersUnits() {
    RecordingPen pen = drawn(curve(Matrix.EMPTY), 400, 300);
    List<RecordingPen.Disc> solid = pen.discs.stream().filter(RecordingPen.Disc::filled).toList();
    // 1980 ppm 340 lies on the curve 320 + (year - 1960), as do 1970 and 1990.
    RecordingPen.Line line = pen.lines.stream().filter(l -> l.width() == 2.4).findFirst().orElseThrow();
    for (int i : new int[] {10, 20, 30})
      assertThat(solid).anySatisfy(disc -> {
        assertThat(disc.x()).isCloseTo(line.x()[i], within(1e-6));
        assertThat(disc.y()).isCloseTo(line.y()[i], within(1e-6));
      });
    assertThat(pen.words()).contains("year", "CO₂, ppm", "with dropout", "training", "validation");
  }

  @Test void aCurveThatRunsAwayDoesNotFlattenTheData() {
    List<RecordingPen.Disc> discs = drawn(curve(RUNAWAY), 400, 300).discs.stream()
        .filter(RecordingPen.Disc::filled).toList();
    double low = discs.stream().mapToDouble(RecordingPen.Disc::y).max().orElseThrow();
    double high = discs.stream().mapToDouble(RecordingPen.Disc::y).min().orElseThrow();
    assertThat(low - high).isGreaterThan(60);
  }

  @Test void bandsAreOneAndTwoDeviationsWide() {
    RecordingPen pen = drawn(band(0), 400, 300);
    assertThat(pen.areas).hasSize(2);
    double two = thickness(pen.areas.get(0));
    double one = thickness(pen.areas.get(1));
    assertThat(two / one).isEqualTo(2, within(1e-9));
    assertThat(pen.words()).contains("mean", "1 sd", "2 sd").doesNotContain("2 sd + noise");
  }

  private static double thickness(RecordingPen.Line area) {
    return area.y()[area.y().length - 1] - area.y()[0];
  }

  /// Oracle: sqrt(3^2 + 4^2) = 5, so the outline is 5/3 as far away as the band.
  @Test void noiseIsAddedToTheVarianceAndNotToTheDeviation() {
    RecordingPen pen = drawn(band(4), 400, 300);
    // The edges of one standard deviation are dashed; those with the noise are drawn first.
    List<RecordingPen.Line> dashed = pen.lines.stream().filter(l -> l.dash().length == 2 && l.x().length > 2).toList();
    assertThat(dashed).hasSize(4);
    double noisy = Math.abs(dashed.get(0).y()[0] - dashed.get(1).y()[0]);
    assertThat(noisy / thickness(pen.areas.getLast())).isEqualTo(5 / 3.0, within(1e-9));
    Hit hit = band(4).hit(150, 150, 400, 300).orElseThrow();
    assertThat(hit.text()).contains("epistemic sd, of the passes: 3.00", "total sd: 5.00");
  }

  /// Without the noise the bands are those of the passes, whatever the noise is.
  @Test void noiseThatIsNotWantedChangesNothing() {
    LineFigure without = new LineFigure(DATA, new Result.Line(50, true, X, LINE, SD, SD, Noise.of(3), LINE, SINGLES, 1970,
        1990, List.of(), Optional.empty()), BANDS.withNoise(false));
    assertThat(drawn(without, 400, 300).lines).usingRecursiveComparison().isEqualTo(drawn(band(0), 400, 300).lines);
    assertThat(without.hit(150, 150, 400, 300).orElseThrow().text()).doesNotContain("aleatoric", "total");
  }

  @Test void theCurveTellsItsValuesUnderThePointer() {
    Hit.Place hit = (Hit.Place) curve(LINE).hit(200, 150, 400, 300).orElseThrow();
    assertThat(hit.yData()).isEqualTo(hit.xData() - 1640);
    assertThat(hit.text()).startsWith("year: " + Numbers.brief(hit.xData())).contains("twin, p = 0: ");
    assertThat(curve(LINE).hit(2, 2, 400, 300)).isEmpty();
  }

  @Test void theScatterFindsItsPoints() {
    RecordingPen.Disc middle = drawn(scatter(), 300, 300).discs.stream().filter(RecordingPen.Disc::filled).toList().get(1);
    Hit.Place hit = (Hit.Place) scatter().hit(middle.x() + 2, middle.y(), 300, 300).orElseThrow();
    assertThat(hit.xData()).isEqualTo(340);
    assertThat(hit.text()).contains("true CO₂, ppm: 340.0", "with dropout: 340.0");
    assertThat(scatter().hit(100, 5, 300, 300)).isEmpty();
  }

  @Test void theHistogramCountsThePasses() {
    // 0.12 lies in the third of twenty bins, 0.97 in the last.
    assertThat(probe().hit(2.5 / 20 * 200, 150, 200, 300).orElseThrow().text())
        .isEqualTo("p(class lower) from 0.1 to 0.15: 3 of 10 passes");
    assertThat(probe().hit(199, 150, 200, 300).orElseThrow().text()).contains("7 of 10 passes");
    RecordingPen pen = drawn(probe(), 200, 300);
    assertThat(pen.boxes).hasSize(2);
    assertThat(pen.boxes.get(0).height() / pen.boxes.get(1).height()).isEqualTo(3 / 7.0,
        within(1e-9));
    assertThat(pen.words()).contains("10 passes", "x = (−1.30, −1.50)", "masks off", "mean", "0.72", "sd", "0.39");
  }

  /// Oracle: 0.715 - 0.895 = -0.18; 0.39 / sqrt(10) = 0.1233.
  @Test void theProbeTellsHowFarItsMeanLiesFromThePredictionWithMasksOff() {
    RecordingPen wide = drawn(probe(), 300, 300);
    assertThat(wide.words()).contains("mean − masks off", "−0.18 ± 0.12", "0.90");
    assertThat(drawn(probe(), 110, 300).words()).contains("gap", "−0.18", "± se", "0.12");
    // The mean is a solid line under a triangle at 0.715 of the width, the other a dashed one at 0.895.
    assertThat(wide.areas).hasSize(1);
    assertThat(wide.areas.getFirst().x()[2]).isCloseTo(0.715 * 300, within(1e-4));
    assertThat(wide.lines).anyMatch(l -> l.dash().length == 0 && Math.abs(l.x()[0] - 214.5) < 1e-4);
    assertThat(wide.lines).anyMatch(l -> l.dash().length == 2 && Math.abs(l.x()[0] - 268.5) < 1e-4);
  }

  @Test void aProbeIsAThinUprightLine() {
    Optional<List<Double>> at = Optional.of(List.of(1980.0));
    List<Figure> figures = List.of(new CurveFigure(DATA, new Learned.FittedCurve(X, LINE, LINE), at),
        band(0, Optional.of(point(Matrix.row(1980), Matrix.row(1), Matrix.row(1), 0, 0))));
    for (Figure figure : figures) {
      RecordingPen pen = drawn(figure, 400, 300);
      RecordingPen.Disc there = pen.discs.stream().filter(RecordingPen.Disc::filled).toList().get(1);
      assertThat(pen.lines).anyMatch(l -> l.x().length == 2 && l.y()[0] != l.y()[1] && l.x()[0] == l.x()[1]
          && Math.abs(l.x()[0] - there.x()) < 1e-6);
    }
  }

  @Test void theStripDrawsEachPassThatHasItsOwnPlaceAsAnOpaqueDot() {
    RecordingPen pen = drawn(strip(10), 150, 220);
    assertThat(pen.discs).hasSizeGreaterThanOrEqualTo(5).allMatch(d -> d.filled() && d.argb() >>> 24 == 255);
    assertThat(pen.discs).extracting(RecordingPen.Disc::y).hasSizeGreaterThan(1);
    for (RecordingPen.Disc one : pen.discs)
      for (RecordingPen.Disc other : pen.discs)
        if (one != other) assertThat(Math.hypot(one.x() - other.x(), one.y() - other.y())).isGreaterThan(1e-9);
  }

  /// Oracle: the values 342, 344, 346, 348 have mean 345 and population variance 5; with the noise 5 + 16 = 21.
  /// Far from zero the ends of the axis count from an offset in its title; where that has no room they, and the numbers
  /// below, end behind an ellipsis.
  @Test void aHistogramFarFromZeroTellsItsValuesApart() {
    Matrix values = Matrix.row(1e9 + 1.02, 1e9 + 1.03, 1e9 + 1.05, 1e9 + 1.1);
    PassesHistogram figure = new PassesHistogram(FindingSamples.known(point(Matrix.row(1990),
        Matrix.generate(4, 1, (t, _) -> values.get(t)), Matrix.row(1e9 + 1.05), 0, 0.01), 1e9 + 1.07), DATA.schema());
    assertThat(drawn(figure, 400, 300).words()).contains("CO₂ − 1,000,000,001, ppm", "0.020", "0.105",
        "1,000,000,001.050", "1,000,000,001.070");
    RecordingPen narrow = drawn(figure, 88, 300);
    assertThat(narrow.words()).noneMatch(word -> word.contains("−")).anyMatch(word -> word.matches("….*1\\.050"))
        .anyMatch(word -> word.matches("….*1\\.070"));
    assertThat(narrow.texts).allMatch(text -> text.left() >= -1e-9 && text.right() <= 88 + 1e-9);
    List<RecordingPen.Text> ends = narrow.texts.stream().filter(text -> text.text().matches("….*\\.(02|105)")).toList();
    assertThat(ends).hasSize(2);
    assertThat(ends.get(0).overlaps(ends.get(1))).isFalse();
  }

  @Test void theHistogramOfValuesTellsBothDeviations() {
    assertThat(drawn(values(Matrix.row(342, 344, 346, 348)), 260, 300).words())
        .contains("345.0", "2.24", "4.58", "truth", "CO₂, ppm");
  }

  @Test void theStripMarksTheTrueClassAndTellsTheMean() {
    RecordingPen pen = drawn(strip(10), 150, 220);
    assertThat(pen.texts).filteredOn(t -> t.type().face() == Pen.Face.TEXT_BOLD).extracting(RecordingPen.Text::text)
        .anyMatch(word -> word.startsWith("cl")).hasSize(2);
    assertThat(pen.words()).contains("0.65");
    assertThat(pen.areas).filteredOn(area -> area.x().length == 3).hasSize(1);
    Hit hit = strip(10).hit(80, 25, 150, 220).orElseThrow();
    assertThat(hit.text()).startsWith("class class0 (the true one)\nmean probability: 0.010\nsd of the passes: 0.100");
  }

  @Test void manyClassesLeaveTheProbableAndTheTrueOne() {
    assertThat(drawn(strip(300), 400, 300).words()).contains("class0", "class299")
        .anyMatch(word -> word.contains("of 300 classes"));
  }
}

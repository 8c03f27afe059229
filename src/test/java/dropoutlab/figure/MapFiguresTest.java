package dropoutlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.learned.ConfusionFigure;
import dropoutlab.figure.learned.DecisionFigure;
import dropoutlab.figure.learned.FeaturesFigure;
import dropoutlab.figure.learned.SurfaceFigure;
import dropoutlab.figure.passes.PlaneFigure.Quantity;
import dropoutlab.figure.passes.PlaneFigure;
import dropoutlab.figure.plot.Contour;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Convergence;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Result;
import dropoutlab.frame.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MapFiguresTest {
  private static final Viewport WINDOW = new Viewport(-2, 2, -1, 3);
  private static final Schema TWO = NetworkSamples.classes(2, "cat", "dog");
  private static final DataSet POINTS = NetworkSamples.points(TWO, 20);
  /// p(dog) rises from left to right: 0, 1/3, 2/3, 1.
  private static final Matrix RISING = Matrix.generate(16, 2, (cell, k) -> k == 1 ? cell % 4 / 3f : 1 - cell % 4 / 3f);
  private static final Matrix EVEN = Matrix.generate(16, 2, (cell, k) -> .5f);

  private static RecordingPen drawn(Figure figure, double width, double height) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, width, height, Theme.LIGHT);
    assertThat(pen.openClips).isZero();
    return pen;
  }

  private static Learned.DecisionMap map(Matrix network, Matrix twin) {
    return new Learned.DecisionMap(WINDOW, 4, 4, network, twin);
  }

  /// Closed form: p is linear in x and 1/2 in the middle, so the border is the vertical line there.
  @Test void theBorderRunsWhereTheClassesAreEqual() {
    RecordingPen pen = drawn(new DecisionFigure(POINTS, map(RISING, Matrix.EMPTY), Which.NETWORK), 201, 201);
    assertThat(pen.lines.stream().filter(l -> l.width() == 1.3)).hasSize(1);
    assertThat(pen.lines.getFirst().x()).containsExactly(new double[] {100.5, 100.5, 100.5, 100.5}, within(.01));
  }

  @Test void theMapsFirstRowIsOnTop() {
    Matrix upward = Matrix.generate(16, 2, (cell, k) -> k == (cell / 4 == 3 ? 1 : 0) ? 1 : 0);
    DecisionFigure figure = new DecisionFigure(POINTS, map(upward, Matrix.EMPTY), Which.NETWORK);
    int[] pixels = drawn(figure, 200, 200).images.getFirst();
    int orange = Palette.mix(Theme.LIGHT.card(), Theme.LIGHT.positive(), .8);
    for (int i = 0; i < 16; i++) assertThat(pixels[i] == orange).isEqualTo(i < 4);
  }

  @Test void aPlaceTellsItsProbability() {
    Hit hit = new DecisionFigure(POINTS, map(RISING, EVEN), Which.NETWORK).hit(190, 10, 201, 201).orElseThrow();
    assertThat(hit.text()).contains("p(dog) = 1.000");
    assertThat(hit).isInstanceOfSatisfying(Hit.Place.class, place -> {
      assertThat(place.xData()).isCloseTo(-2 + 4 * 189.5 / 200, within(1e-9));
      assertThat(place.yData()).isCloseTo(3 - 4 * 9.5 / 200, within(1e-9));
    });
    assertThat(new DecisionFigure(POINTS, map(RISING, EVEN), Which.GAP).hit(180, 10, 201, 201).orElseThrow().text())
        .contains("+0.500");
  }

  @Test void theGapHasASymmetricScale() {
    assertThat(drawn(new DecisionFigure(POINTS, map(RISING, EVEN), Which.GAP), 240, 240).words())
        .contains("−0.5", "+0.5", "Δ p(dog)");
  }

  @Test void aMissingTwinIsSaidAndNotDrawn() {
    RecordingPen pen = drawn(new DecisionFigure(POINTS, map(RISING, Matrix.EMPTY), Which.TWIN), 240, 240);
    assertThat(pen.words()).containsExactly("the twin is switched off");
    assertThat(pen.images).isEmpty();
  }

  @Test void pointsDifferInShapeAndNotInColourAlone() {
    RecordingPen pen = drawn(new DecisionFigure(POINTS, map(RISING, EVEN), Which.NETWORK), 240, 240);
    assertThat(pen.discs).isNotEmpty().allMatch(d -> d.argb() != Theme.LIGHT.positive());
    assertThat(pen.areas).isNotEmpty().allMatch(a -> a.argb() != Theme.LIGHT.negative() && a.x().length == 4);
  }

  /// Closed form: the zero line of x^2 + y^2 - r^2 is one ring of radius r.
  @Test void aContourIsClosedWhereTheFunctionIs() {
    int n = 41;
    Contour contour = new Contour();
    contour.add(n, n, cell -> Math.hypot(cell % n - 20, cell / n - 20) - 12);
    RecordingPen pen = new RecordingPen();
    contour.draw(pen, new Plane(WINDOW, 0, 0, n, n, false));
    assertThat(pen.lines).hasSize(1);
    RecordingPen.Line ring = pen.lines.getFirst();
    int last = ring.x().length - 1;
    assertThat(ring.x()[0]).isEqualTo(ring.x()[last]);
    for (int i = 0; i <= last; i++)
      assertThat(Math.hypot(ring.x()[i] - 20.5, ring.y()[i] - 20.5)).isCloseTo(12, within(.05));
  }

  @Test void largeMapsCarryAxesAndStillTellThePlace() {
    DecisionFigure figure = new DecisionFigure(POINTS, map(RISING, EVEN), Which.NETWORK);
    RecordingPen pen = drawn(figure, 500, 500);
    assertThat(pen.words()).contains("x1", "x2", "−1", "3");
    RecordingPen.Box frame = pen.boxes.getLast();
    Hit.Place middle = (Hit.Place) figure.hit(frame.x() + frame.width() / 2, frame.y() + frame.height() / 2, 500, 500)
        .orElseThrow();
    assertThat(middle.xData()).isCloseTo(0, within(1e-9));
    assertThat(middle.yData()).isCloseTo(1, within(1e-9));
    assertThat(pen.texts).noneMatch(a -> pen.texts.stream().anyMatch(b -> a != b && a.overlaps(b)));
  }

  @Test void theUncertaintyMapBeginsAtZeroAndMarksTheProbe() {
    Matrix sd = Matrix.generate(16, 1, (cell, k) -> .1f + cell * .02f);
    Matrix variance = Matrix.generate(16, 1, (cell, _) -> sd.get(cell) * sd.get(cell));
    PointPasses probe = new PointPasses(Matrix.row(0, 1), Optional.empty(), Matrix.row(1, 0), Matrix.row(.5, .5),
        Optional.empty(), 0, 1, Convergence.NONE, List.of());
    Result.Plane maps = new Result.Plane(50, WINDOW, 4, 4, EVEN, variance, sd, sd, Optional.empty(), Optional.of(probe));
    RecordingPen pen = drawn(PlaneFigure.alone(POINTS, maps, Quantity.SD), 201, 231);
    assertThat(pen.words()).contains("0", "sd of the passes", "0.400");
    assertThat(pen.images.getFirst()[3]).isEqualTo(Palette.viridis(1));
    assertThat(pen.discs).anyMatch(d -> !d.filled() && Math.hypot(d.x() - 100.5, d.y() - 100.5) < 1e-9);
    DataSet surface = NetworkSamples.points(NetworkSamples.regression(2, "y", 0, 1), 9);
    assertThatThrownBy(() -> PlaneFigure.alone(surface, maps, Quantity.ENTROPY)).hasMessageContaining("of classes");
  }

  @Test void theProbeIsMarkedOnEveryMapOfThePlane() {
    Optional<List<Double>> probe = Optional.of(List.of(0.0, 1.0));
    DataSet data = NetworkSamples.points(NetworkSamples.regression(2, "y", 0, 1), 9);
    for (Which which : List.of(Which.NETWORK, Which.TWIN)) {
      RecordingPen map = drawn(new DecisionFigure(POINTS, map(RISING, EVEN), which, probe), 201, 201);
      assertThat(map.discs).anyMatch(d -> !d.filled() && Math.hypot(d.x() - 100.5, d.y() - 100.5) < 1e-9);
      RecordingPen surface = drawn(new SurfaceFigure(data, new Learned.Surface(WINDOW, 4, 4, EVEN, EVEN), which, probe),
          201, 231);
      assertThat(surface.discs).anyMatch(d -> !d.filled() && Math.hypot(d.x() - 100.5, d.y() - 100.5) < 1e-9);
    }
  }

  @Test void bothDirectionsOfAPlaneHaveOneScaleWhereTheyAreAlike() {
    Plane alike = Plane.of(new Viewport(0, 3, 0, 2), 300, 300, false);
    assertThat(alike.width() / alike.height()).isCloseTo(1.5, within(1e-9));
    Plane unlike = Plane.of(new Viewport(0, 300, 0, 2), 300, 200, false);
    assertThat(unlike.width()).isEqualTo(299);
    assertThat(unlike.height()).isEqualTo(199);
  }

  @Test void networkAndTwinShareTheSurfacesScale() {
    Matrix low = Matrix.generate(16, 1, (cell, k) -> cell);
    Matrix high = Matrix.generate(16, 1, (cell, k) -> 2 * cell);
    DataSet data = NetworkSamples.points(NetworkSamples.regression(2, "height, m", 0, 1), 10);
    Learned.Surface surface = new Learned.Surface(WINDOW, 4, 4, low, high);
    assertThat(drawn(new SurfaceFigure(data, surface, Which.NETWORK), 240, 240).words()).contains("30.0", "height, m");
    assertThat(drawn(new SurfaceFigure(data, surface, Which.TWIN), 240, 240).words()).contains("30.0", "height, m");
  }

  @Test void aFeatureTellsItsWeight() {
    Matrix weights = Matrix.generate(4, 4, (unit, pixel) -> unit + pixel / 10f);
    FeaturesFigure figure = new FeaturesFigure(new Learned.Features(2, 2, weights, Matrix.EMPTY), Which.NETWORK);
    assertThat(drawn(figure, 200, 230).images).hasSize(5);
    Hit hit = figure.hit(199 - 10, 199 - 10, 200, 230).orElseThrow();
    assertThat(hit).isInstanceOfSatisfying(Hit.Unit.class, unit -> assertThat(unit.unit()).isEqualTo(3));
    assertThat(hit.text()).contains("pixel (2, 2)", "+3.30");
  }

  @Test void theConfusionMatrixCountsTrueAgainstPredicted() {
    Matrix counts = Matrix.generate(2, 2, (truth, predicted) -> new float[][] {{7, 3}, {0, 5}}[truth][predicted]);
    ConfusionFigure figure = new ConfusionFigure(new Learned.Confusion(List.of("cat", "dog"), counts, Matrix.EMPTY),
        Which.NETWORK);
    assertThat(drawn(figure, 240, 200).words()).contains("7", "3", "5", "cat", "dog", "predicted", "true");
    assertThat(figure.hit(230, 60, 240, 200).orElseThrow().text()).isEqualTo("true cat, predicted dog\n3 of 10 (30 %)");
  }

  @Test void everyMapDrawsAtAnySize() {
    Schema three = NetworkSamples.classes(2, "a long class name", "b", "c");
    Matrix soft = Matrix.generate(16, 3, (cell, k) -> cell % 3 == k ? .6f : .2f);
    List<Figure> figures = new ArrayList<>();
    for (Which which : Which.values()) {
      figures.add(new DecisionFigure(NetworkSamples.points(three, 3000), map(soft, soft), which));
      figures.add(new SurfaceFigure(NetworkSamples.points(NetworkSamples.regression(2, "y", 0, 1), 9),
          new Learned.Surface(WINDOW, 4, 4, EVEN, EVEN), which));
      Matrix flat = Matrix.generate(300, 1, (r, c) -> 0);
      figures.add(new FeaturesFigure(new Learned.Features(1, 1, flat, Matrix.EMPTY), which));
      figures.add(new ConfusionFigure(new Learned.Confusion(List.of(NetworkSamples.numbered(100)),
          Matrix.generate(100, 100, (r, c) -> 0), Matrix.EMPTY), which));
    }
    double[][] sizes = {{190, 190}, {1, 1}, {30, 800}, {800, 30}, {1200, 1200}};
    for (Figure figure : figures)
      for (double[] size : sizes)
        assertThatCode(() -> {
          drawn(figure, size[0], size[1]);
          for (int i = 0; i <= 6; i++) figure.hit(size[0] * i / 6, size[1] * i / 6, size[0], size[1]);
        }).doesNotThrowAnyException();
  }
}

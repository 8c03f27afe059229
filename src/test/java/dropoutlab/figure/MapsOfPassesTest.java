package dropoutlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.figure.passes.MapsFigure;
import dropoutlab.figure.passes.PlaneFigure.Quantity;
import dropoutlab.figure.passes.PlaneFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Result;
import dropoutlab.spec.Task;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Maps of MC dropout over the plane. Oracles: by hand; entropy rises from 0 to 0.6 over eight cells, information to
/// 0.3, variance to 0.1.
class MapsOfPassesTest {
  private static final DataSet DATA = FindingSamples.plane(NetworkSamples.classes(2, "upper", "lower"));
  private static final Result.Plane PLANE = FindingSamples.plane(Optional.empty());

  private static RecordingPen drawn(Figure figure, double width, double height) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, width, height, Theme.LIGHT);
    return pen;
  }

  private static RecordingPen map(Result.Plane plane, Quantity quantity, boolean ensemble) {
    return drawn(ensemble ? PlaneFigure.ofEnsemble(DATA, plane, quantity) : new PlaneFigure(DATA, plane, quantity),
        300, 260);
  }

  /// The last cell of the upper row is the last pixel of the first row.
  private static int last(RecordingPen pen) { return pen.images.getFirst()[3]; }

  @Test void entropyAndInformationShareOneScale() {
    assertThat(last(map(PLANE, Quantity.ENTROPY, false))).isEqualTo(Palette.viridis(1));
    assertThat(last(map(PLANE, Quantity.INFORMATION, false))).isEqualTo(Palette.viridis(.5));
    assertThat(last(map(PLANE, Quantity.VARIANCE, false))).isEqualTo(Palette.viridis(1));
    RecordingPen information = map(PLANE, Quantity.INFORMATION, false);
    assertThat(information.words()).contains("0", "0.600", "information, nats · same scale as entropy");
    assertThat(map(PLANE, Quantity.ENTROPY, false).words()).contains("0", "0.600");
    assertThat(map(PLANE, Quantity.VARIANCE, false).words()).contains("0.100");
  }

  /// The triangle stands over the middle of the bar, since information reaches half of the scale.
  @Test void theBarTellsHowFarTheMapGoes() {
    RecordingPen pen = map(PLANE, Quantity.INFORMATION, false);
    RecordingPen.Box bar = pen.boxes.getLast();
    RecordingPen.Line reach = pen.areas.stream().filter(area -> area.x().length == 3).toList().getLast();
    assertThat(reach.x()[2]).isCloseTo(bar.x() + bar.width() / 2, within(.01));
    assertThat(map(PLANE, Quantity.ENTROPY, false).areas.stream().filter(area -> area.argb() == Theme.LIGHT.ink()))
        .isEmpty();
  }

  @Test void theEnsembleIsMappedOnTheNetworksScale() {
    Matrix twice = Matrix.generate(8, 1, (r, _) -> 1.2f * r / 7);
    Result.Plane members = new Result.Plane(5, FindingSamples.WINDOW, 4, 2, PLANE.mean(), twice, twice, twice,
        Optional.empty(), Optional.empty());
    Result.Plane both = FindingSamples.plane(Optional.of(members));
    assertThat(last(map(both, Quantity.ENTROPY, true))).isEqualTo(Palette.viridis(1));
    assertThat(last(map(both, Quantity.ENTROPY, false))).isEqualTo(Palette.viridis(.5));
    assertThatThrownBy(() -> map(PLANE, Quantity.MEAN, true)).hasMessageContaining("no ensemble");
  }

  /// By itself information has a scale of its own, and the root of the variance can be mapped.
  @Test void aMapAloneReachesTheTopOfItsScale() {
    RecordingPen information = drawn(PlaneFigure.alone(DATA, PLANE, Quantity.INFORMATION), 300, 260);
    assertThat(last(information)).isEqualTo(Palette.viridis(1));
    assertThat(information.words()).contains("information, nats", "0.300");
    assertThat(drawn(PlaneFigure.alone(DATA, PLANE, Quantity.SD), 300, 260).words()).contains("sd of the passes",
        "0.316");
  }

  @Test void regressionHasMeanAndVarianceOnly() {
    assertThat(Quantity.beside(Task.CLASSIFICATION))
        .containsExactly(Quantity.MEAN, Quantity.ENTROPY, Quantity.INFORMATION, Quantity.VARIANCE);
    assertThat(Quantity.beside(Task.REGRESSION)).containsExactly(Quantity.MEAN, Quantity.VARIANCE);
    DataSet surface = NetworkSamples.points(NetworkSamples.regression(2, "y (m)", 0, 1), 9);
    assertThatThrownBy(() -> new PlaneFigure(surface, FindingSamples.surface(), Quantity.ENTROPY))
        .hasMessageContaining("classes");
    assertThat(drawn(new PlaneFigure(surface, FindingSamples.surface(), Quantity.VARIANCE), 300, 260).words())
        .contains("variance of the passes, m²", "7.00");
    RecordingPen maps = drawn(new MapsFigure(surface, FindingSamples.surface()), 600, 260);
    assertThat(maps.words()).contains("Mean", "Variance").doesNotContain("Entropy");
  }

  /// Every place tells all quantities, whichever is drawn: the cell at the top right.
  @Test void aPlaceTellsItsNumbers() {
    PlaneFigure figure = new PlaneFigure(DATA, PLANE, Quantity.MEAN);
    RecordingPen.Box grid = drawn(figure, 300, 260).boxes.getFirst();
    Hit.Place hit = (Hit.Place) figure.hit(grid.x() + grid.width() - 1, grid.y() + 1, 300, 260).orElseThrow();
    assertThat(hit.text()).contains("mean p(lower) = 1.000", "entropy = 0.600 nats", "information = 0.300 nats",
        "variance = 0.100");
    assertThat(hit.xData()).isBetween(3.9, 4.0);
    assertThat(hit.yData()).isBetween(1.9, 2.0);
    assertThat(figure.hit(grid.x() - 2, 20, 300, 260)).isEmpty();
  }

  /// Four maps of 2 : 1 are larger in two rows where the figure is as high as wide, and in one where it is a strip.
  @Test void mapsStandWhereTheyAreLargest() {
    MapsFigure figure = new MapsFigure(DATA, PLANE);
    assertThat(rows(drawn(figure, 400, 400))).isEqualTo(2);
    assertThat(rows(drawn(figure, 1000, 200))).isEqualTo(1);
    RecordingPen pen = drawn(figure, 1000, 200);
    assertThat(pen.words()).contains("Mean class", "Entropy", "Mutual information", "Variance");
    // A map in the second inset answers too.
    RecordingPen.Text entropy = pen.texts.stream().filter(t -> t.text().equals("Entropy")).findFirst().orElseThrow();
    assertThat(figure.hit(entropy.left() + 20, entropy.bottom() + 20, 1000, 200)).isPresent();
  }

  private static long rows(RecordingPen pen) {
    List<String> heads = List.of("Mean class", "Entropy", "Mutual information", "Variance");
    return pen.texts.stream().filter(t -> heads.contains(t.text())).map(RecordingPen.Text::baseline).distinct().count();
  }

  @Test void severalClassesAreNamedBelowTheirMap() {
    DataSet three = FindingSamples.plane(NetworkSamples.classes(2, "left", "right", "top"));
    Matrix mean = Matrix.generate(8, 3, (r, c) -> r % 3 == c ? .8f : .1f);
    Matrix zero = FindingSamples.all(8, 0);
    Result.Plane plane = new Result.Plane(9, FindingSamples.WINDOW, 4, 2, mean, zero, zero, zero, Optional.empty(),
        Optional.empty());
    assertThat(drawn(new PlaneFigure(three, plane, Quantity.MEAN), 300, 260).words()).contains("left", "right", "top");
  }
}

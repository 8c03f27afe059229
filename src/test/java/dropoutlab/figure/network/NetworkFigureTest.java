package dropoutlab.figure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dropoutlab.data.Schema;
import dropoutlab.figure.NetworkSamples;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.GridShape;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.Pin;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkFigureTest {
  private static final Schema TWO = NetworkSamples.classes(2, "cat", "dog");
  private static final double W = 560;
  private static final double H = 380;

  private static RecordingPen drawn(NetworkView view, Schema schema) {
    RecordingPen pen = new RecordingPen();
    new NetworkFigure(view, schema, 0, NetworkFigure.Options.PLAIN).draw(pen, W, H, Theme.LIGHT);
    return pen;
  }

  /// 2-4-1 with all weights 1, so that every edge is drawn; units 1 and 3 of the hidden layer are dropped.
  private static NetworkView halfDropped() {
    NetworkView view = NetworkSamples.masked(NetworkSamples.network(TWO, 3, 0, false, 4), 1,
        Matrix.generate(3, 4, (r, u) -> u % 2 == 1 ? 0 : 2));
    return NetworkSamples.weighted(view, (i, j) -> 1);
  }

  private static List<RecordingPen.Line> curves(RecordingPen pen) {
    return pen.lines.stream().filter(line -> line.x().length == 4).toList();
  }

  /// By hand: 2 x 2 edges into and 2 out of the two kept units.
  @Test void aDroppedUnitDrawsNoEdge() {
    NetworkLayout layout = NetworkLayout.of(halfDropped(), TWO, true, W, H);
    List<RecordingPen.Line> curves = curves(drawn(halfDropped(), TWO));
    assertThat(curves).hasSize(6);
    for (int dropped : new int[] {1, 3}) {
      double x = layout.columns().get(1).x();
      double y = layout.columns().get(1).unitY(dropped);
      assertThat(curves).noneMatch(c -> Math.abs((c.x()[0] > x ? c.y()[0] : c.y()[3]) - y) < 1);
    }
  }

  @Test void aDroppedUnitIsCrossedAndDashedAndHollow() {
    RecordingPen pen = drawn(halfDropped(), TWO);
    NetworkLayout.Column hidden = NetworkLayout.of(halfDropped(), TWO, true, W, H).columns().get(1);
    for (int u = 0; u < 4; u++) {
      double y = hidden.unitY(u);
      boolean dropped = u % 2 == 1;
      assertThat(pen.discs.stream().anyMatch(d -> d.filled() && d.x() == hidden.x() && d.y() == y)).isEqualTo(!dropped);
      long arms = pen.lines.stream().filter(l -> l.x().length == 2
          && Math.abs((l.x()[0] + l.x()[1]) / 2 - hidden.x()) < .01 && Math.abs((l.y()[0] + l.y()[1]) / 2 - y) < .01)
          .count();
      assertThat(arms).isEqualTo(dropped ? 2 : 0);
    }
  }

  @Test void theHeadingsCountWhatIsKept() {
    assertThat(drawn(halfDropped(), TWO).words()).contains("input", "hidden 1", "output", "2 of 4 kept");
  }

  @Test void edgesAreColouredByTheSignOfTheirWeight() {
    NetworkView view = NetworkSamples.weighted(NetworkSamples.network(TWO, 1, 0, false, 3), (i, j) -> j == 0 ? -1 : 1);
    List<Integer> colours = curves(drawn(view, TWO)).stream().map(c -> c.argb() & 0xFFFFFF).toList();
    assertThat(colours).filteredOn(c -> c == (Theme.LIGHT.negative() & 0xFFFFFF)).hasSize(5);
    assertThat(colours).filteredOn(c -> c == (Theme.LIGHT.positive() & 0xFFFFFF)).hasSize(4);
  }

  @Test void gradientsReplaceTheWeightsWhenAskedFor() {
    NetworkView view = NetworkSamples.network(TWO, 1, 0, true, 3);
    RecordingPen pen = new RecordingPen();
    new NetworkFigure(view, TWO, 0, new NetworkFigure.Options(true)).draw(pen, W, H, Theme.LIGHT);
    assertThat(pen.words()).contains("edges: gradients");
    assertThat(curves(pen)).hasSizeLessThan(10).isNotEqualTo(curves(drawn(view, TWO)));
  }

  @Test void pinnedUnitsCarryAPin() {
    NetworkView view = NetworkSamples.pinned(halfDropped(), 1, List.of(Pin.KEPT, Pin.DROPPED, Pin.RANDOM, Pin.RANDOM));
    RecordingPen pen = drawn(view, TWO);
    int accent = Theme.LIGHT.accent();
    assertThat(pen.discs.stream().filter(d -> d.argb() == accent && d.filled())).hasSize(1);
    // The rims of kept units are violet too, but thicker.
    assertThat(pen.discs.stream().filter(d -> d.argb() == accent && !d.filled() && d.radius() == 4)).hasSize(1);
  }

  @Test void aUnitTellsItsNumbers() {
    NetworkView view = halfDropped();
    NetworkFigure figure = new NetworkFigure(view, TWO, 0, NetworkFigure.Options.PLAIN);
    NetworkLayout.Column hidden = NetworkLayout.of(view, TWO, true, W, H).columns().get(1);
    Hit kept = figure.hit(hidden.x() + 2, hidden.unitY(2), W, H).orElseThrow();
    assertThat(kept).isInstanceOfSatisfying(Hit.Unit.class, unit -> {
      assertThat(unit.layer()).isEqualTo(1);
      assertThat(unit.unit()).isEqualTo(2);
    });
    assertThat(kept.text()).contains("hidden 1, unit 3 of 4", "× mask 2.00", "bias 0.200", "p = 0.50", "click to pin");
    assertThat(figure.hit(hidden.x(), hidden.unitY(1), W, H).orElseThrow().text()).contains("dropped", "mask 0 = 0");
  }

  /// Half-way between its ends an edge's curve is half-way between their heights, by symmetry.
  @Test void anEdgeTellsItsWeight() {
    NetworkView view = halfDropped();
    NetworkFigure figure = new NetworkFigure(view, TWO, 0, NetworkFigure.Options.PLAIN);
    List<NetworkLayout.Column> columns = NetworkLayout.of(view, TWO, true, W, H).columns();
    NetworkLayout.Column from = columns.get(1);
    NetworkLayout.Column to = columns.get(2);
    double middle = (from.x() + from.radius() + to.x() - to.radius()) / 2;
    Hit hit = figure.hit(middle, (from.unitY(0) + to.unitY(0)) / 2, W, H).orElseThrow();
    assertThat(hit).isInstanceOf(Hit.Edge.class);
    assertThat(hit.text()).contains("hidden 1, unit 1 → output", "weight +1.00").doesNotContain("dropped", "gradient");
    Hit gone = figure.hit(from.x() + from.radius() + 8, from.unitY(3), W, H).orElseThrow();
    assertThat(gone.text()).contains("unit 4 → output", "dropped");
    assertThat(figure.hit(1, 1, W, H)).isEmpty();
  }

  /// The sample predicts p(dog) = 0.30 for its first example, whose label is cat.
  @Test void theOutputSaysWhatIsPredictedAndTrueAndWhetherTheyAgree() {
    RecordingPen pen = drawn(halfDropped(), TWO);
    assertThat(pen.words()).contains("p(dog) = 0.30", "predicted", "true").filteredOn("cat"::equals).hasSize(2);
    assertThat(pen.lines.stream().filter(l -> l.x().length == 3)).as("a tick").hasSize(1);
    NetworkView wrong = new NetworkView(halfDropped().layers(), Matrix.generate(3, 1, (r, c) -> 1), List.of(0, 1, 2));
    RecordingPen other = drawn(wrong, TWO);
    assertThat(other.words()).contains("cat", "dog");
    assertThat(other.lines.stream().filter(l -> l.x().length == 3)).isEmpty();
  }

  @Test void aRegressionTellsPredictionAndTarget() {
    Schema schema = NetworkSamples.regression(2, "height, m", 0, 1);
    RecordingPen pen = drawn(NetworkSamples.network(schema, 1, .5, false, 4), schema);
    assertThat(pen.words()).contains("predicted", "target", "0.000").doesNotContain("true");
  }

  @Test void theFootSaysWhatTheColoursMean() {
    assertThat(drawn(halfDropped(), TWO).words()).contains("activation", "weight", "dropped", "kept");
    RecordingPen unmasked = drawn(NetworkSamples.network(TWO, 1, 0, false, 4), TWO);
    assertThat(unmasked.words()).contains("activation", "weight").doesNotContain("dropped");
  }

  /// 2-60-1, every other hidden unit dropped.
  private static NetworkView wideHalfDropped() {
    return NetworkSamples.masked(NetworkSamples.network(TWO, 3, 0, false, 60), 1,
        Matrix.generate(3, 60, (r, u) -> u % 2 == 1 ? 0 : 2));
  }

  @Test void aDroppedCellOfAGridIsCrossedAndHollow() {
    NetworkLayout.Column grid = NetworkLayout.of(wideHalfDropped(), TWO, true, W, H).columns().get(1);
    RecordingPen pen = drawn(wideHalfDropped(), TWO);
    assertThat(grid.kind()).isEqualTo(NetworkLayout.Kind.GRID);
    assertThat(grid.cellWidth()).isGreaterThan(12).isEqualTo(Math.rint(grid.cellWidth()));
    for (int u = 0; u < 60; u++) {
      double x = grid.centreX(u);
      double y = grid.centreY(u);
      long arms = pen.lines.stream().filter(l -> l.x().length == 2 && Math.abs((l.x()[0] + l.x()[1]) / 2 - x) < .01
          && Math.abs((l.y()[0] + l.y()[1]) / 2 - y) < .01).count();
      assertThat(arms).isEqualTo(u % 2 == 1 ? 2 : 0);
      boolean rimmed = pen.boxes.stream().anyMatch(b -> b.argb() == Theme.LIGHT.accent()
          && Math.abs(b.x() + b.width() / 2 - x) < .01 && Math.abs(b.y() + b.height() / 2 - y) < .01);
      assertThat(rimmed).isEqualTo(u % 2 == 0);
    }
  }

  /// By hand: 2 x 30 edges into and 30 out of the kept units, when no weight is 0.
  @Test void edgesOfAGridAreGoneWithTheirUnits() {
    NetworkView view = NetworkSamples.weighted(wideHalfDropped(), (i, j) -> 60 + i + j);
    NetworkLayout.Column grid = NetworkLayout.of(view, TWO, true, W, H).columns().get(1);
    List<RecordingPen.Line> curves = curves(drawn(view, TWO));
    assertThat(curves).hasSize(90);
    for (int u = 1; u < 60; u += 2) {
      double port = grid.portY(u);
      assertThat(curves).noneMatch(c -> Math.abs((c.x()[0] > grid.x() ? c.y()[0] : c.y()[3]) - port) < .001);
    }
  }

  /// By construction, the 130 greatest of the 60 x 60 weights lead to the last units.
  @Test void betweenGridsOnlyTheStrongestEdgesAreDrawn() {
    NetworkView view = NetworkSamples.weighted(NetworkSamples.network(TWO, 1, 0, false, 60, 60),
        (i, j) -> 1000 + 60 * i + j);
    List<NetworkLayout.Column> columns = NetworkLayout.of(view, TWO, true, W, H).columns();
    List<RecordingPen.Line> between = curves(drawn(view, TWO)).stream()
        .filter(c -> c.x()[0] > columns.get(1).x() && c.x()[3] < columns.get(2).x()).toList();
    assertThat(between).hasSize(130);
    for (int i = 58; i < 60; i++) {
      double port = columns.get(1).portY(i);
      assertThat(between.stream().filter(c -> Math.abs(c.y()[0] - port) < .001)).hasSize(60);
    }
  }

  @Test void anEdgeOfAGridTellsItsWeight() {
    NetworkView view = NetworkSamples.weighted(wideHalfDropped(), (i, j) -> 1);
    List<NetworkLayout.Column> columns = NetworkLayout.of(view, TWO, true, W, H).columns();
    Hit hit = new NetworkFigure(view, TWO, 0, NetworkFigure.Options.PLAIN)
        .hit(columns.get(1).right() + .5, columns.get(1).portY(8), W, H).orElseThrow();
    assertThat(hit.text()).contains("hidden 1, unit 9 → output", "weight +1.00");
  }

  @Test void kindsOfShapesFitTheRoom() {
    assertThat(GridShape.fit(new int[] {0, 50, 128}, 400, 300)).satisfies(shapes -> {
      assertThat(shapes[0]).isNull();
      assertThat(shapes[1].columns()).isEqualTo(5);
      assertThat(shapes[1].rows()).isEqualTo(10);
      assertThat(shapes[2].columns()).isEqualTo(8);
      assertThat(shapes[2].rows()).isEqualTo(16);
    });
    for (int units : new int[] {17, 97, 300, 784})
      for (double room : new double[] {30, 90, 200}) {
        GridShape shape = GridShape.fit(new int[] {units}, 220, room)[0];
        assertThat(shape.columns() * shape.rows()).isGreaterThanOrEqualTo(units);
        assertThat((shape.columns() - 1) * shape.rows()).isLessThan(units);
        assertThat(shape.width()).isLessThanOrEqualTo(room);
        assertThat(shape.height()).isLessThanOrEqualTo(220);
      }
  }

  @Test void wideLayersBecomeGridsAndStillAnswer() {
    Schema wide = NetworkSamples.classes(784, NetworkSamples.numbered(100));
    NetworkView view = NetworkSamples.network(wide, 2, .5, false, 300);
    assertThat(NetworkLayout.of(view, wide, true, W, H).columns()).allMatch(c -> c.kind() == NetworkLayout.Kind.GRID);
    assertThat(curves(drawn(view, wide))).isEmpty();
    NetworkFigure figure = new NetworkFigure(view, wide, 0, NetworkFigure.Options.PLAIN);
    NetworkLayout.Column hidden = NetworkLayout.of(view, wide, true, W, H).columns().get(1);
    Hit hit = figure.hit(hidden.left() + .5 * hidden.cellWidth(), hidden.top() + 6.5 * hidden.cellHeight(), W, H)
        .orElseThrow();
    assertThat(hit).isInstanceOfSatisfying(Hit.Unit.class, unit -> assertThat(unit.unit()).isEqualTo(6));
  }

  @Test void everyCellOfAGridOrImageAnswersForItsOwnUnit() {
    Schema image = NetworkSamples.image(16, NetworkSamples.numbered(10));
    NetworkView view = NetworkSamples.network(image, 1, .5, false, 100);
    for (NetworkLayout.Column c : NetworkLayout.of(view, image, true, W, H).columns().subList(0, 2))
      for (int u = 0; u < c.units(); u++)
        assertThat(c.unitAt(c.left() + (c.cellColumn(u) + .5) * c.cellWidth(),
            c.top() + (c.cellRow(u) + .5) * c.cellHeight())).isEqualTo(u);
  }

  @Test void neverMoreThanAFewThousandEdges() {
    Schema reg = NetworkSamples.regression(24, "y", 0, 1);
    NetworkView view = NetworkSamples.network(reg, 1, 0, false, 24, 24, 24, 24, 24, 24, 24, 24);
    assertThat(curves(drawn(view, reg))).hasSizeBetween(800, 1600);
  }

  @Test void drawsAtAnySizeAndShapeWithinItsBounds() {
    int[][] sizes = {{300, 200}, {1400, 900}, {60, 40}, {1, 1}, {2000, 60}, {60, 2000}};
    Schema[] schemas = {TWO, NetworkSamples.classes(784, NetworkSamples.numbered(100)),
        NetworkSamples.image(16, "a", "b", "c"),
        NetworkSamples.regression(3, "a target with a long name, kg", 3, 2)};
    for (Schema schema : schemas)
      for (int[] hidden : new int[][] {{}, {1}, {16, 16}, {500}, {4, 4, 4, 4, 4, 4, 4, 4}}) {
        NetworkFigure figure = new NetworkFigure(NetworkSamples.network(schema, 2, .4, true, hidden), schema, 9,
            new NetworkFigure.Options(true));
        for (int[] size : sizes)
          assertThatCode(() -> {
            RecordingPen pen = new RecordingPen();
            figure.draw(pen, size[0], size[1], Theme.DARK);
            assertThat(pen.openClips).isZero();
            for (int i = 0; i <= 8; i++) figure.hit(size[0] * i / 8.0, size[1] * i / 8.0, size[0], size[1]);
          }).doesNotThrowAnyException();
      }
  }

  @Test void notANumberIsDrawnWithoutHarm() {
    NetworkView view = NetworkSamples.weighted(NetworkSamples.network(TWO, 1, .5, false, 3), (i, j) -> Float.NaN);
    assertThatCode(() -> drawn(view, TWO)).doesNotThrowAnyException();
  }
}

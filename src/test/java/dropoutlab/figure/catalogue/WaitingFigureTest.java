package dropoutlab.figure.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.learned.LossFigure;
import dropoutlab.figure.passes.LineFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.quality.CritiqueFigure;
import dropoutlab.frame.Critique;
import dropoutlab.frame.History;
import dropoutlab.predict.query.InputSpace;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Presets;
import dropoutlab.spec.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The placeholder of figures that are not ready yet. Oracle: the words and marks that reach the pen.
class WaitingFigureTest {
  private static final double[][] SIZES = {{1, 1}, {60, 40}, {150, 130}, {320, 240}, {700, 500}};
  private static final Experiment ANY = Presets.load("two-moons");
  private static final LineFigure.Options ALL = new LineFigure.Options(true, true, true, true, true, true);

  private static DataSet data(GeneratedSet set) {
    return DataSets.load(new DataSpec.Generated(set, 40, 20, 0.2, null), 3, Path.of(""));
  }

  private static Drawing on(DataSet data) { return Drawing.print(data, ANY, 3).withLine(ALL); }

  private static List<Figure> grounds(DataSet data) {
    List<Figure> all = new ArrayList<>();
    all.add(new LossFigure(History.EMPTY, new LossFigure.Options(true, OptionalInt.empty(), "", 50, "loss")));
    boolean line = InputSpace.isLine(data.schema()), plane = InputSpace.isPlane(data.schema());
    for (FigureKind kind : FigureKind.values()) {
      boolean fits = kind == FigureKind.MC_BAND ? line : !kind.id().startsWith("mc-map") || plane;
      boolean images = kind == FigureKind.ROTATION || kind == FigureKind.SEPARATION;
      if (kind.source() instanceof Source.OfAnswer && fits && (!images || data.schema().image().isPresent()))
        kind.ground(on(data)).ifPresent(all::add);
    }
    return all;
  }

  private static RecordingPen drawn(Figure figure, double width, double height) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, width, height, Theme.LIGHT);
    return pen;
  }

  @ParameterizedTest @EnumSource(GeneratedSet.class)
  void everyGroundOfAllDataIsDrawnInAnySizeAndTellsNoNumberThatIsNotKnown(GeneratedSet set) {
    for (Figure ground : grounds(data(set)))
      for (double[] size : SIZES)
        for (String text : drawn(WaitingFigure.on(ground, "waiting"), size[0], size[1]).words())
          assertThat(text).as("%s, %s", set, ground.getClass().getSimpleName()).doesNotContain("NaN", "null", "∞")
              .doesNotMatch(".*\\b0 passes.*");
  }

  @ParameterizedTest @EnumSource(GeneratedSet.class)
  void noGroundHasAnythingToPointAt(GeneratedSet set) {
    for (Figure ground : grounds(data(set))) {
      WaitingFigure waiting = WaitingFigure.on(ground, "waiting");
      for (double x = 0; x < 320; x += 20)
        for (double y = 0; y < 240; y += 20) assertThat(waiting.hit(x, y, 320, 240)).isEmpty();
    }
  }

  @Test void planesAndLinesShowTheDataAndTheirAxes() {
    DataSet moons = data(GeneratedSet.TWO_MOONS), line = data(GeneratedSet.NOISY_LINE);
    RecordingPen map = drawn(FigureKind.MC_MAP_ENTROPY.ground(on(moons)).orElseThrow(), 400, 400);
    assertThat(map.words()).contains("x", "y", "entropy, nats");
    assertThat(map.discs.size() + map.boxes.size()).isGreaterThanOrEqualTo(moons.train().size());
    RecordingPen curve = drawn(FigureKind.MC_BAND.ground(on(line)).orElseThrow(), 500, 400);
    assertThat(curve.words()).contains(line.schema().inputs().getFirst(), line.schema().target(), "no data");
    assertThat(curve.discs.size()).isGreaterThanOrEqualTo(line.train().size() + line.validation().size());
  }

  @Test void theLongestWordingThatFitsIsWritten() {
    WaitingFigure waiting = WaitingFigure.of("the first passes are being taken", "taking passes", "…");
    assertThat(drawn(waiting, 600, 200).words()).containsExactly("the first passes are being taken");
    assertThat(drawn(waiting, 130, 200).words()).containsExactly("taking passes");
    assertThat(drawn(waiting, 40, 200).words()).containsExactly("…");
    assertThat(drawn(WaitingFigure.of(), 600, 200).words()).isEmpty();
  }

  @Test void whatEachKindOfDataWillShowIsKnownBeforehand() {
    for (GeneratedSet set : GeneratedSet.values()) {
      DataSet data = data(set);
      int inputs = data.schema().inputs().size();
      boolean regression = data.schema().task() == Task.REGRESSION;
      assertThat(InputSpace.isLine(data.schema())).isEqualTo(regression && inputs == 1);
      assertThat(InputSpace.isPlane(data.schema())).isEqualTo(inputs == 2);
      assertThat(Draw.isPair(data.schema())).isEqualTo(!regression || inputs == 2);
    }
  }

  /// A critique without numbers has its axes, and its curves' names in a key.
  @Test void theCriticsBenchNamesTheCurvesThatWillCome() {
    double none = Double.NaN;
    List<Critique.Row> rows = List.of(new Critique.Row(20, none, none, none), new Critique.Row(200, none, none, none));
    Figure figure = new CritiqueFigure(new Critique(0.1, dropoutlab.frame.Matrix.row(1), rows, rows,
        List.of(new Critique.LearntRate(10, List.of(none, none)), new Critique.LearntRate(100, List.of(none, none)))));
    assertThat(drawn(figure, 1000, 500).words()).contains("linear", "Bayes", "network", "closed form", "hidden 1",
        "hidden 2", "examples", "predictive sd at x*, p = 0.10", "p learnt by Concrete dropout");
  }
}

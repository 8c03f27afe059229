package dropoutlab.figure.passes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.figure.FindingSamples;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.passes.LineFigure.Options;
import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EmptyGround;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.MethodLook;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.Result;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// MC dropout along one input. Oracles: by hand; the mean is the diagonal y = x from -10 to 50, the data lie at 0 to 10
/// and 20 to 30.
class LineFigureTest {
  private static final DataSet DATA = FindingSamples.line();
  private static final Options DRAGGED = new Options(true, true, true, true, true, true);

  private static LineFigure figure(double epistemic, double aleatoric, Options options) {
    return new LineFigure(DATA, FindingSamples.line(epistemic, aleatoric, FindingSamples.rivals()), options);
  }

  private static RecordingPen drawn(LineFigure figure) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, 600, 400, Theme.LIGHT);
    return pen;
  }

  /// Returns where the years 0 and 30 are: the handles are the two largest rings.
  private static List<RecordingPen.Disc> handles(RecordingPen pen) {
    return pen.discs.stream().filter(disc -> !disc.filled() && disc.radius() > 5).toList();
  }

  @Test void anEdgeOfTheDataIsHitWhereItsHandleIsDrawn() {
    LineFigure figure = figure(3, 4, DRAGGED);
    List<RecordingPen.Disc> handles = handles(drawn(figure));
    assertThat(handles).hasSize(2);
    for (int i = 0; i < 2; i++) {
      Hit.DataEdge edge = (Hit.DataEdge) figure.hit(handles.get(i).x() + 3, 200, 600, 400).orElseThrow();
      assertThat(edge.upper()).isEqualTo(i == 1);
      assertThat(edge.xData()).isCloseTo(30 * i, within(1.0));
      assertThat(edge.text()).contains(i == 1 ? "the data end at 30" : "the data begin at 0");
      assertThat(figure.hit(handles.get(i).x(), handles.get(i).y() + 4, 600, 400)).get()
          .isInstanceOf(Hit.DataEdge.class);
      assertThat(figure.hit(handles.get(i).x() + 9, 200, 600, 400)).get().isInstanceOf(Hit.Place.class);
    }
    LineFigure printed = figure(3, 4, Options.PRINT);
    assertThat(handles(drawn(printed))).isEmpty();
    assertThat(printed.hit(handles.getFirst().x(), 200, 600, 400)).get().isInstanceOf(Hit.Place.class);
  }

  @Test void thePointerTellsTheMomentsOfItsYear() {
    LineFigure figure = figure(3, 4, DRAGGED);
    List<RecordingPen.Disc> handles = handles(drawn(figure));
    double middle = (handles.get(0).x() + handles.get(1).x()) / 2;
    Hit.Place place = (Hit.Place) figure.hit(middle, 200, 600, 400).orElseThrow();
    assertThat(place.xData()).isEqualTo(15);
    assertThat(place.yData()).isEqualTo(15);
    // sqrt(3² + 4²) = 5
    assertThat(place.text()).contains("epistemic sd, of the passes: 3.00", "aleatoric sd, the noise: 4.00",
        "total sd: 5.00", "ensemble: 13.00, sd 1.00", "exact Bayes: 13.00, sd 0.500");
    assertThat(figure(3, 0, DRAGGED).hit(middle, 200, 600, 400).orElseThrow().text()).doesNotContain("aleatoric");
  }

  /// The place is under the pointer, however far from the mean: year and height change evenly with the pixels.
  @Test void aPlaceIsNotHeldToTheMean() {
    LineFigure figure = figure(3, 4, DRAGGED);
    Hit.Place low = figure.place(200, 300, 600, 400).orElseThrow();
    Hit.Place right = figure.place(300, 300, 600, 400).orElseThrow();
    Hit.Place high = figure.place(200, 200, 600, 400).orElseThrow();
    assertThat(right.xData()).isGreaterThan(low.xData());
    assertThat(right.yData()).isEqualTo(low.yData());
    assertThat(high.yData()).isGreaterThan(low.yData());
    assertThat(figure.place(250, 300, 600, 400).orElseThrow().xData())
        .isEqualTo((low.xData() + right.xData()) / 2, within(1e-9));
    assertThat(figure.place(2, 2, 600, 400)).isEmpty();
  }

  private static double thickness(RecordingPen.Line area) { return area.y()[area.y().length - 1] - area.y()[0]; }

  /// Epistemic 3 and aleatoric 4 make 5: the passes' bands are 6 and 12 high, the noise adds 4 on each side.
  @Test void theNoiseLiesOutsideOfThePasses() {
    List<RecordingPen.Line> areas = drawn(figure(3, 4, Options.PRINT)).areas.stream()
        .filter(area -> area.x().length > 50).toList();
    assertThat(areas).hasSize(4);
    double two = thickness(areas.get(2));
    assertThat(thickness(areas.get(3)) / two).isEqualTo(.5, within(1e-9));
    assertThat(thickness(areas.get(0)) / two).isEqualTo(4 / 12.0, within(1e-6));
    assertThat(thickness(areas.get(1)) / two).isEqualTo(4 / 12.0, within(1e-6));
    assertThat(areas.get(0).argb() & 0xFFFFFF).isNotEqualTo(areas.get(2).argb() & 0xFFFFFF);
    assertThat(drawn(figure(3, 0, Options.PRINT)).areas.stream().filter(area -> area.x().length > 50)).hasSize(2);
  }

  @Test void layersCanBeHidden() {
    RecordingPen all = drawn(figure(3, 4, Options.PRINT));
    assertThat(all.words()).contains("mean", "masks off", "1 sd", "2 sd", "1 sd + noise", "2 sd + noise", "ensemble",
        "exact Bayes", "single passes", "training", "held out");
    RecordingPen bare = drawn(figure(3, 4, new Options(false, false, false, false, false, false)));
    assertThat(bare.words()).contains("mean").doesNotContain("masks off", "1 sd", "2 sd + noise", "ensemble",
        "exact Bayes", "single passes", "noise", "passes");
    assertThat(bare.areas.stream().filter(area -> area.x().length > 50)).isEmpty();
  }

  /// The parts without data are before 0, between 10 and 20, and after 30; the words appear where there is room.
  @Test void whereThereAreNoDataTheGroundSaysSo() {
    RecordingPen pen = drawn(figure(3, 4, DRAGGED));
    List<Double> handles = handles(pen).stream().map(RecordingPen.Disc::x).toList();
    double decade = (handles.get(1) - handles.get(0)) / 3;
    List<RecordingPen.Box> grounds = pen.boxes.subList(0, 3);
    assertThat(grounds.get(0).width()).isCloseTo(decade, within(.5));
    assertThat(grounds.get(1).x()).isCloseTo(handles.get(0) + decade, within(.5));
    assertThat(grounds.get(1).width()).isCloseTo(decade, within(.5));
    assertThat(grounds.get(2).x()).isCloseTo(handles.get(1), within(.5));
    assertThat(grounds.get(2).width()).isCloseTo(2 * decade, within(.5));
    assertThat(pen.words().stream().filter("no data"::equals)).hasSize(3);
  }

  /// A year in even steps has no gap, whatever its ends.
  @Test void evenDataHaveNoGap() {
    double[] x = {5, 1, 2, 3, 4, 6, 7, 8, 9, 10};
    Matrix two = FindingSamples.all(2, 1);
    EmptyGround ground = new EmptyGround(
        new Result.Line(1, true, two, two, two, two, Noise.of(1), two, Matrix.EMPTY, 1, 10, List.of(),
            Optional.empty()), x);
    RecordingPen pen = new RecordingPen();
    Scale y = Scale.linear(0, 1, 0, 1);
    ground.draw(pen, Theme.LIGHT, Axes.layOut(Scale.linear(0, 11, 0, 1), y, "x", "y", 400, 300, 0));
    assertThat(pen.boxes).hasSize(2);
  }

  @Test void rivalsDifferInDashAndMark() {
    RecordingPen pen = drawn(figure(3, 4, Options.PRINT));
    int ensemble = MethodLook.ENSEMBLE.colour(Theme.LIGHT);
    int bayes = MethodLook.EXACT_BAYES.colour(Theme.LIGHT);
    assertThat(pen.lines).anyMatch(line -> line.argb() == ensemble && line.dash().length == 4 && line.width() > 1.5);
    // A double line: a wide one, with the card's colour inside.
    assertThat(pen.lines).anyMatch(line -> line.argb() == bayes && line.width() == 4);
    assertThat(pen.lines).anyMatch(line -> line.argb() == Theme.LIGHT.card() && line.width() == 1.8);
    assertThat(pen.areas.stream().filter(area -> area.argb() == ensemble && area.x().length == 3)).isNotEmpty();
    assertThat(pen.areas.stream().filter(area -> area.argb() == bayes && area.x().length == 4)).isNotEmpty();
  }
}

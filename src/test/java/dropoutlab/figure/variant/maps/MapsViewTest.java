package dropoutlab.figure.variant.maps;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.VariantFigure;
import dropoutlab.figure.variant.maps.MapsRuns.Moment;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.spec.Experiment;
import dropoutlab.train.TrainingSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The view of maps in all its states. Oracle: the frame that it draws.
class MapsViewTest {
  static final List<Experiment> PAIRS = List.of(MapsRuns.experiment(MapsRuns.SPATIAL, .3, 0, MapsRuns.BLOCKS, .2),
      MapsRuns.experiment(MapsRuns.PIXELS, .3, 0, MapsRuns.PIXELS, 0),
      MapsRuns.experiment(MapsRuns.BLOCKS, .3, .5, "", 0),
      MapsRuns.experiment(MapsRuns.PIXELS, 0, .5, MapsRuns.SPATIAL, 0),
      MapsRuns.experiment(MapsRuns.SPATIAL, 0, 0, "", 0));
  private static final Map<String, Consumer<TrainingSession>> MOMENTS = Map.of("before the first step", _ -> { },
      "forward", TrainingSession::halfStep, "mask", session -> { session.halfStep(); session.halfStep(); },
      "after a step", TrainingSession::step);
  private static final int[][] SIZES = {{808, 450}, {900, 345}, {540, 240}, {900, 600}, {320, 200}, {120, 90},
      {30, 20}};

  private static RecordingPen drawn(Figure figure, int width, int height) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, width, height, Theme.LIGHT);
    return pen;
  }

  private static Look look(int site) { return Look.print(1).withSite(site); }

  @ParameterizedTest @FieldSource("PAIRS")
  void everyStateIsDrawnInEverySizeWithoutOverlap(Experiment experiment) {
    MOMENTS.forEach((when, steps) -> {
      Moment moment = Moment.of(experiment, steps);
      for (Look.Parts parts : Look.Parts.values())
        for (int site = 0; site < 3; site++)
          for (int[] size : SIZES) {
            Look look = look(site).withParts(parts);
            RecordingPen pen = drawn(new VariantFigure(moment.view(look, true), look), size[0], size[1]);
            assertThat(pen.openClips).isZero();
            if (size[0] >= 540) assertClean(pen, size[0], when + " " + parts + " " + size[0] + "x" + size[1]);
          }
      assertThat(moment.view(look(0), false).evidence()).isEmpty();
    });
  }

  private static void assertClean(RecordingPen pen, int width, String as) {
    for (RecordingPen.Text one : pen.texts) {
      assertThat(one.left()).as(as + one).isGreaterThanOrEqualTo(-1);
      assertThat(one.right()).as(as + one).isLessThanOrEqualTo(width + 1);
      for (RecordingPen.Text other : pen.texts)
        if (one != other && !one.text().isEmpty() && !other.text().isEmpty())
          assertThat(one.overlaps(other)).as(as + ": " + one + " and " + other).isFalse();
    }
  }

  @Test void theCellUnderThePointerIsTheOneThatIsFramed() {
    Moment moment = Moment.of(PAIRS.getFirst(), TrainingSession::step);
    int cells = 0;
    for (int x = 3; x < 800; x += 41)
      for (int y = 25; y < 200; y += 37) {
        Optional<Hit> hit = moment.view(look(0), false).hero().hit(x, y, 800, 300);
        if (hit.isEmpty() || !(hit.get() instanceof Hit.Cell cell)) continue;
        cells++;
        Look cursor = look(0).withCursor(Optional.of(new Look.Cell(cell.site(), cell.index())));
        int px = x, py = y;
        List<RecordingPen.Box> frames = drawn(moment.view(cursor, false).hero(), 800, 300).boxes.stream()
            .filter(box -> box.argb() == Theme.LIGHT.ink()).toList();
        // One in A and one in B.
        assertThat(frames.stream().filter(box -> box.width() < 30).toList()).as("%d %d", x, y)
            .hasSizeGreaterThanOrEqualTo(2).anySatisfy(box -> {
              assertThat((double) px).isBetween(box.x() + 1.9, box.x() + box.width() - 1.9);
              assertThat((double) py).isBetween(box.y() + 1.9, box.y() + box.height() - 1.9);
            });
      }
    assertThat(cells).isGreaterThan(20);
  }

  @Test void aCellTellsWhatTheFrameHolds() {
    Moment moment = Moment.of(PAIRS.getFirst(), TrainingSession::step);
    Hit.Cell cell = (Hit.Cell) moment.view(look(0), false).hero().hit(6, 26, 800, 300).orElseThrow();
    assertThat(cell.site()).isZero();
    assertThat(cell.index()).isZero();
    assertThat(cell.text()).startsWith("conv 1, map 1, row 1, column 1");
    LayerView.Maps maps = (LayerView.Maps) moment.frame().network().body().get(2);
    Matrix factors = maps.dropped().orElseThrow().factors();
    int dropped = 0;
    for (int i = 0; i < factors.cols(); i++) if (factors.at(1, i) == 0) dropped++;
    String share = "%.1f %%".formatted(100.0 * dropped / factors.cols());
    assertThat(drawn(moment.view(look(0), false).hero(), 800, 300).words()).contains(share);
    assertThat(moment.view(look(0), false).sentences()).anyMatch(told -> told.contains(share));
  }

  @Test void placesThatFitLaterAreScrolledTo() {
    Moment moment = Moment.of(PAIRS.getFirst(), TrainingSession::step);
    Look narrow = look(1).withFirst(5);
    assertThat(drawn(moment.view(narrow, false).hero(), 420, 170).words())
        .anySatisfy(text -> assertThat(text).contains("6").contains("20"));
  }

  @Test void aClickOnASiteNamesIt() {
    Moment moment = Moment.of(PAIRS.getFirst(), TrainingSession::step);
    Figure strip = moment.view(look(0), false).strip();
    assertThat(IntStream.range(0, 800).boxed().flatMap(x -> strip.hit(x, 20, 800, 40).stream()).distinct()
        .map(hit -> ((Hit.Site) hit).site())).containsExactly(0, 1);
  }
}

package dropoutlab.figure.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.claim.Bench;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.figure.RecordingPen.Text;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.Findings;
import dropoutlab.predict.ProgressMonitor;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of the figure of every bench.
class BenchFiguresTest {
  /// The room in the window at 1440 x 900 and, where the claim has two lines, at 1024 x 768, in print, and hardly any.
  private static final double[][] SIZES = {{812, 460}, {727, 350}, {900, 600}, {420, 260}, {90, 60}};

  static List<Bench> benches() { return Benches.all(); }

  @ParameterizedTest
  @MethodSource("benches")
  void itDrawsInsideEveryRoomAsIsAndHiddenAndGuessed(Bench bench) {
    Findings found = bench.find(bench.defaults(), ProgressMonitor.NOBODY);
    List<Double> none = Collections.nCopies(bench.ask(bench.defaults()).numbers(), Double.NaN);
    for (Showing showing : List.of(Showing.PRINT, new Showing(true, none, 0, false, OptionalInt.empty()),
        new Showing(false, found.answer(), -1, true, OptionalInt.of(0)))) {
      Figure figure = BenchFigures.of(found.picture(), showing);
      for (double[] size : SIZES) {
        RecordingPen pen = new RecordingPen();
        figure.draw(pen, size[0], size[1], Theme.LIGHT);
        String where = "%s at %s x %s, hidden %s".formatted(bench.id(), size[0], size[1], showing.hidden());
        assertThat(pen.lines.size() + pen.boxes.size() + pen.images.size()).as(where).isPositive();
        assertThat(pen.openClips).as(where).isZero();
        requireRoom(pen.texts, size, where);
      }
    }
  }

  /// No text leaves the figure or runs into another.
  private static void requireRoom(List<Text> texts, double[] size, String where) {
    for (int i = 0; i < texts.size(); i++) {
      Text text = texts.get(i);
      assertThat(text.left()).as("%s: %s", where, text.text()).isGreaterThanOrEqualTo(-1);
      assertThat(text.right()).as("%s: %s", where, text.text()).isLessThanOrEqualTo(size[0] + 1);
      assertThat(text.baseline()).as("%s: %s", where, text.text()).isBetween(6.0, size[1] + 1);
      for (Text other : texts.subList(0, i))
        assertThat(text.overlaps(other)).as("%s: %s and %s", where, text.text(), other.text()).isFalse();
    }
  }

  /// What can be pointed at names a control that there is, and a number that it has.
  @ParameterizedTest
  @MethodSource("benches")
  void whatLiesUnderThePointerIsThere(Bench bench) {
    Findings found = bench.find(bench.defaults(), ProgressMonitor.NOBODY);
    Figure figure = BenchFigures.of(found.picture(), new Showing(true, found.answer(), 0, false, OptionalInt.empty()));
    int numbers = bench.ask(bench.defaults()).numbers();
    for (double x = 2; x < 812; x += 9)
      for (double y = 2; y < 460; y += 9)
        figure.hit(x, y, 812, 460).ifPresent(hit -> {
          switch (hit) {
            case Hit.Number(String control, int index, _) ->
                assertThat(index).isBetween(0, bench.control(control).initial().size() - 1);
            case Hit.Setting(String control, List<Double> values, _) ->
                assertThat(values).hasSameSizeAs(bench.control(control).initial());
            case Hit.Guess(int index, double value, _) -> {
              assertThat(index).isBetween(0, numbers - 1);
              assertThat(value).isFinite();
            }
            default -> assertThat(hit.text()).isNotNull();
          }
        });
  }
}

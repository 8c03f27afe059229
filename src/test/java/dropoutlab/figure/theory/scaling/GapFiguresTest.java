package dropoutlab.figure.theory.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.claim.Bench;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.catalogue.BenchFigures;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.Findings;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the figures of the gap between means, of two paths and of the nearly normal sum tell, and what they keep back.
class GapFiguresTest {
  private static Bench bench(String id) { return Benches.named(id).orElseThrow(); }

  private static Findings find(String id) { return bench(id).find(bench(id).defaults(), ProgressMonitor.NOBODY); }

  private static Figure figure(String id, boolean hidden, List<Double> guess) {
    return BenchFigures.of(find(id).picture(), new Showing(hidden, guess, hidden ? 0 : -1, false, OptionalInt.empty()));
  }

  private static List<String> words(Figure figure) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, 812, 460, Theme.LIGHT);
    return pen.words();
  }

  /// The number that is asked for, as it is written.
  @ParameterizedTest
  @CsvSource({"jensen-gap, 19.4", "two-paths, 0.475", "nearly-normal, '10,139'"})
  void theAnswerIsWrittenOnlyWhenRevealed(String id, String answer) {
    assertThat(words(figure(id, false, List.of()))).anyMatch(text -> text.contains(answer));
    assertThat(words(figure(id, true, List.of()))).noneMatch(text -> text.contains(answer));
  }

  /// Nor does anything that can be pointed at.
  @ParameterizedTest
  @CsvSource({"jensen-gap, 15.4", "two-paths, 0.475", "nearly-normal, '10,139'"})
  void nothingUnderThePointerTellsTheAnswer(String id, String answer) {
    Figure figure = figure(id, true, List.of());
    for (double x = 1; x < 812; x += 5)
      for (double y = 1; y < 460; y += 5)
        figure.hit(x, y, 812, 460).ifPresent(hit -> assertThat(hit.text()).doesNotContain(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jensen-gap", "two-paths"})
  void theGuessStaysWhenTheAnswerIsThere(String id) {
    for (boolean hidden : new boolean[] {true, false})
      assertThat(words(figure(id, hidden, List.of(.31)))).anyMatch(text -> text.endsWith(Numbers.brief(.31)));
  }

  /// A guess is placed by height, to the steps of the question, until the answer is there.
  @ParameterizedTest
  @CsvSource({"jensen-gap, 1", "two-paths, .01"})
  void aGuessIsPlacedInThePlot(String id, double step) {
    List<Double> values = new ArrayList<>();
    Figure hidden = figure(id, true, List.of()), shown = figure(id, false, List.of());
    for (double x = 1; x < 812; x += 7)
      for (double y = 1; y < 460; y += 7) {
        hidden.hit(x, y, 812, 460).filter(Hit.Guess.class::isInstance).map(Hit.Guess.class::cast)
            .ifPresent(hit -> values.add(hit.value()));
        assertThat(shown.hit(x, y, 812, 460).filter(Hit.Guess.class::isInstance)).isEmpty();
      }
    assertThat(values).isNotEmpty().allSatisfy(value -> assertThat(Math.abs(value / step - Math.rint(value / step)))
        .isLessThan(1e-6));
  }

  /// Pressing the map of factors at (1 - p)² sets exactly that.
  @Test void theFactorThatMattersIsEasyToHit() {
    Figure figure = figure("two-paths", false, List.of());
    List<Double> set = new ArrayList<>();
    for (double x = 400; x < 812; x += 2)
      figure.hit(x, 400, 812, 460).filter(Hit.Setting.class::isInstance).map(Hit.Setting.class::cast)
          .ifPresent(hit -> set.add(hit.values().getFirst()));
    assertThat(set).contains(.25).allMatch(value -> value >= .02 && value <= 1).isSorted();
  }
}

package dropoutlab.figure.theory;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.claim.Bench;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.catalogue.BenchFigures;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.ProgressMonitor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Gaps in place of values: by hand, and in the pictures that have them.
class EngineGapsTest {
  private static final EngineGaps HAND = new EngineGaps(List.of(new EngineGaps.Gap("one", new double[] {1, 2, 3},
      new double[] {10, 20, 30}, new double[] {10.5, 19, 30}, Theme::accent, 0)), Scale.linear(0, 4, 0, 1), "p",
      "of the sum");

  private static Set<String> told(Figure figure, double width, double height) {
    Set<String> told = new HashSet<>();
    for (double x = 1; x < width; x += 2)
      for (double y = 1; y < height; y += 2) figure.hit(x, y, width, height).map(Hit::text).ifPresent(told::add);
    return told;
  }

  @Test void aMarkTellsBothSidesAndTheGap() {
    assertThat(told(HAND, 400, 200)).contains("p 1\nexact 10.0, engine 10.5\ngap +0.5",
        "p 2\nexact 20.0, engine 19.0\ngap −1", "p 3\nexact 30.0, engine 30.0\ngap 0");
  }

  /// The engine's value above what is exact stands above the line of no gap.
  @Test void whatIsMoreStandsHigher() {
    double more = top("gap +0.5"), less = top("gap −1"), none = top("gap 0");
    assertThat(more).isLessThan(none);
    assertThat(none).isLessThan(less);
  }

  private static double top(String told) {
    double sum = 0;
    int hits = 0;
    for (double x = 1; x < 400; x++)
      for (double y = 1; y < 200; y++) {
        double at = y;
        if (HAND.hit(x, y, 400, 200).filter(hit -> hit.text().endsWith(told)).isEmpty()) continue;
        sum += at;
        hits++;
      }
    return sum / hits;
  }

  @ParameterizedTest
  @ValueSource(strings = {"jensen-gap", "two-paths", "how-many-passes", "falling-penalty", "k-masks", "bias-variance",
      "where-to-ask", "batch-norm"})
  void aPictureShowsGapsOnceTheAnswerIsThere(String id) {
    Bench bench = Benches.named(id).orElseThrow();
    var picture = bench.find(bench.defaults(), ProgressMonitor.NOBODY).picture();
    assertThat(words(BenchFigures.of(picture, Showing.PRINT.withGap(true)))).contains("Engine − exact");
    assertThat(words(BenchFigures.of(picture, Showing.PRINT))).doesNotContain("Engine − exact");
    assertThat(words(BenchFigures.of(picture, Showing.PRINT.withGap(true).withHidden(true))))
        .doesNotContain("Engine − exact");
  }

  private static List<String> words(Figure figure) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, 900, 560, Theme.LIGHT);
    return pen.words();
  }
}

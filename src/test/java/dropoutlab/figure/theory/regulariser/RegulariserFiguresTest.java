package dropoutlab.figure.theory.regulariser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.claim.regulariser.AdaptiveL2;
import dropoutlab.claim.regulariser.Equalise;
import dropoutlab.claim.regulariser.FallingPenalty;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.predict.ProgressMonitor;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// The pictures of the penalty that dropout is: what is asked is left out until it is shown, a guess is placed in the
/// picture, and places in it set controls. Oracle: the findings that they are drawn of.
class RegulariserFiguresTest {
  private static final double WIDTH = 812, HEIGHT = 460;

  private static Figure figure(Bench bench, Showing showing, String... changes) {
    Settings settings = bench.defaults();
    for (String each : changes) settings = settings.with(each);
    return RegulariserFigures.of((RegulariserPicture) bench.find(settings, ProgressMonitor.NOBODY).picture(), showing);
  }

  private static Showing asked(int numbers) {
    return new Showing(true, Collections.nCopies(numbers, Double.NaN), 0, false, OptionalInt.empty());
  }

  private static RecordingPen drawn(Figure figure) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, WIDTH, HEIGHT, Theme.LIGHT);
    return pen;
  }

  private static void everyHit(Figure figure, Consumer<Hit> each) {
    for (double x = 1; x < WIDTH; x += 6) for (double y = 1; y < HEIGHT; y += 6) figure.hit(x, y, WIDTH, HEIGHT)
        .ifPresent(each);
  }

  @Test void theWaterComesWithTheAnswer() {
    assertThat(drawn(figure(new Equalise(), asked(4))).words()).contains("? at p = 0.50", "next: drag, or ↑ ↓ and →")
        .noneMatch(word -> word.startsWith("t =") || word.startsWith("Above water") || word.startsWith("1.000"));
    assertThat(drawn(figure(new Equalise(), Showing.PRINT)).words())
        .contains("1.000 at p = 0.50", "t = 1.000", "Above water 3 + 1 = 4:", "each of 4 units carries 4 / 4 = 1.");
  }

  @Test void withoutDropoutNoLevelIsClaimed() {
    assertThat(drawn(figure(new Equalise(), Showing.PRINT, "p=0")).words()).contains("No dropout, no level:")
        .noneMatch(word -> word.contains("carries"));
  }

  @Test void everyPostTakesAGuessInTenths() {
    Set<Integer> posts = new HashSet<>();
    everyHit(figure(new Equalise(), asked(4)), hit -> {
      if (!(hit instanceof Hit.Guess(int index, double value, _))) return;
      posts.add(index);
      assertThat(value).isBetween(0., 4.).isCloseTo(Math.rint(10 * value) / 10, within(1e-12));
    });
    assertThat(posts).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  @Test void aGuessStaysBesideTheAnswer() {
    Showing guessed = new Showing(false, List.of(3.4, 1.4, .3, 0.), -1, false, OptionalInt.empty());
    int without = drawn(figure(new Equalise(), Showing.PRINT)).areas.size();
    // Four diamonds, and the one that says what they are.
    assertThat(drawn(figure(new Equalise(), guessed)).areas).hasSize(without + 5);
  }

  @Test void whereADirectionDiesPressingSetsThatRate() {
    Set<Double> rates = new HashSet<>();
    everyHit(figure(new Equalise(), Showing.PRINT), hit -> {
      if (hit instanceof Hit.Setting(String control, List<Double> values, String text) && text.endsWith("dies")) {
        assertThat(control).isEqualTo("p");
        rates.add(values.getFirst());
      }
    });
    assertThat(rates).hasSize(3).anySatisfy(p -> assertThat(p).isCloseTo(.8, within(1e-12)))
        .anySatisfy(p -> assertThat(p).isCloseTo(.421053, within(1e-6)))
        .anySatisfy(p -> assertThat(p).isCloseTo(.169014, within(1e-6)));
  }

  @Test void theFallIsDrawnByThePersonFirst() {
    assertThat(drawn(figure(new FallingPenalty(), asked(7))).words()).contains("?")
        .noneMatch(word -> word.startsWith("least") || word.equals("dropout") || word.startsWith("penalty"));
    assertThat(drawn(figure(new FallingPenalty(), Showing.PRINT)).words())
        .contains("least: 0.0913 at 0.281", "dropout", "mean 0.2955", "− masks off 0.2014", "penalty 0.0941");
    Set<Integer> places = new HashSet<>();
    everyHit(figure(new FallingPenalty(), asked(7)), hit -> {
      if (!(hit instanceof Hit.Guess(int index, double value, _))) return;
      places.add(index);
      assertThat(value).isBetween(0., .3);
    });
    assertThat(places).hasSize(7);
  }

  @Test void theMapSetsBothWeights() {
    Set<List<Double>> weights = new HashSet<>();
    everyHit(figure(new FallingPenalty(), Showing.PRINT), hit -> {
      if (hit instanceof Hit.Setting(String control, List<Double> values, _) && control.equals("w"))
        weights.add(values);
    });
    assertThat(weights).hasSizeGreaterThan(500).allSatisfy(pair ->
        assertThat(pair).hasSize(2).allSatisfy(weight -> assertThat(weight).isBetween(-4., 4.)));
  }

  @Test void weightTwoIsLeftOutWhileItIsAskedFor() {
    assertThat(drawn(figure(new AdaptiveL2(), asked(1))).words()).contains("?", "weight 1")
        .noneMatch(word -> word.startsWith("p = 0.50:"));
    assertThat(drawn(figure(new AdaptiveL2(), Showing.PRINT)).words()).contains("p = 0.50: 0.735, 0.593");
  }

  @Test void everyNumberOfTheDataCanBeDragged() {
    Set<String> numbers = new HashSet<>();
    everyHit(figure(new AdaptiveL2(), Showing.PRINT), hit -> {
      if (hit instanceof Hit.Number(String control, int index, _)) numbers.add(control + index);
    });
    assertThat(numbers).containsExactlyInAnyOrder("x0", "x1", "x2", "x3", "y0", "y1");
  }
}

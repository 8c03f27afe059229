package dropoutlab.figure.theory.features;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.claim.Bench;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.FeaturesPicture;
import dropoutlab.predict.ProgressMonitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// The figures of the benches about features. What holds of all benches is tested in the catalogue.
class FeaturesFiguresTest {
  private static final double WIDTH = 812, HEIGHT = 460;

  private static Figure figure(String id, Showing showing, String... set) {
    Bench bench = Benches.named(id).orElseThrow();
    var settings = bench.defaults();
    for (String each : set) settings = settings.with(each);
    return FeaturesFigures.of((FeaturesPicture) bench.find(settings, ProgressMonitor.NOBODY).picture(), showing);
  }

  private static Showing asked(Double... guess) {
    List<Double> all = new ArrayList<>(List.of(guess));
    all.addAll(Collections.nCopies(9 - guess.length, Double.NaN));
    return new Showing(true, all, guess.length, false, OptionalInt.empty());
  }

  private static RecordingPen drawn(Figure figure) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, WIDTH, HEIGHT, Theme.LIGHT);
    return pen;
  }

  private static List<Hit> hits(Figure figure) {
    List<Hit> hits = new ArrayList<>();
    for (double x = 1; x < WIDTH; x += 3)
      for (double y = 1; y < HEIGHT; y += 3) figure.hit(x, y, WIDTH, HEIGHT).ifPresent(hits::add);
    return hits;
  }

  @Test void nothingOfTheAskedNetworkIsDrawnBeforeTheAnswer() {
    for (String id : List.of("units-taken-away", "nested-pca")) {
      assertThat(drawn(figure(id, Showing.PRINT)).discs).as(id).anyMatch(disc -> disc.argb() == Theme.LIGHT.accent());
      assertThat(drawn(figure(id, asked())).discs).as(id).noneMatch(disc -> disc.argb() == Theme.LIGHT.accent());
    }
  }

  @Test void aLineIsDrawnPlaceByPlaceInStepsOfTheQuestion() {
    List<Hit.Guess> guesses = hits(figure("units-taken-away", asked(.2, .2))).stream()
        .filter(Hit.Guess.class::isInstance)
        .map(Hit.Guess.class::cast).toList();
    assertThat(guesses).extracting(Hit.Guess::index).contains(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(guesses).allSatisfy(guess -> assertThat(guess.value() / .005 - Math.rint(guess.value() / .005))
        .isBetween(-1e-9, 1e-9));
    assertThat(hits(figure("units-taken-away", Showing.PRINT))).noneMatch(Hit.Guess.class::isInstance);
  }

  @Test void theNextPlaceIsNamed() {
    assertThat(drawn(figure("units-taken-away", asked(.2, .2))).words()).anyMatch(words -> words.startsWith("next:"));
    assertThat(drawn(figure("units-taken-away", Showing.PRINT)).words()).noneMatch(words -> words.startsWith("next:"));
  }

  @Test void pAndTheNumberOfUnitsCanBeDragged() {
    assertThat(hits(figure("units-taken-away", Showing.PRINT))).extracting(hit -> hit instanceof Hit.Number number
        ? number.control() : "")
        .contains("p", "units");
  }

  @Test void theUnitsOfDigitsArePictures() {
    assertThat(drawn(figure("units-taken-away", Showing.PRINT, "network=digits")).images).hasSize(16);
    assertThat(drawn(figure("nested-pca", Showing.PRINT, "data=digits")).images).hasSize(15);
    assertThat(drawn(figure("nested-pca", asked(), "data=digits")).images).hasSize(10);
  }

  @Test void aPlaceInThePlotSetsTheControl() {
    assertThat(hits(figure("information", Showing.PRINT))).anyMatch(hit -> hit instanceof Hit.Setting set
        && set.control().equals("p"));
    assertThat(hits(figure("nested-pca", Showing.PRINT))).anyMatch(hit -> hit instanceof Hit.Setting set
        && set.control().equals("steps"));
  }
}

package dropoutlab.figure.theory.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Settings;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.EnsemblePicture;
import dropoutlab.predict.ProgressMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The wall and the committees. What holds of all benches is tested in the catalogue.
class WallFiguresTest {
  private static final double WIDTH = 812, HEIGHT = 460;
  private static final Showing ASKED = new Showing(true, List.of(), 0, false, OptionalInt.empty());

  private static Figure figure(String id, Showing showing, String... set) {
    Bench bench = Benches.named(id).orElseThrow();
    Settings settings = bench.defaults();
    for (String each : set) settings = settings.with(each);
    return EnsembleFigures.of((EnsemblePicture) bench.find(settings, ProgressMonitor.NOBODY).picture(), showing);
  }

  private static RecordingPen drawn(Figure figure) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, WIDTH, HEIGHT, Theme.LIGHT);
    return pen;
  }

  private static List<Hit> hits(Figure figure) {
    List<Hit> hits = new ArrayList<>();
    for (double x = 1; x < WIDTH; x += 7)
      for (double y = 1; y < HEIGHT; y += 7) figure.hit(x, y, WIDTH, HEIGHT).ifPresent(hits::add);
    return hits;
  }

  /// A wall of 16, 256 or 4096 networks is one image of about as many cells.
  @ParameterizedTest
  @ValueSource(ints = {4, 8, 12})
  void theWallIsOneImage(int units) {
    RecordingPen pen = drawn(figure("thinned-networks", Showing.PRINT, "n=" + units));
    List<int[]> large = pen.images.stream().filter(image -> image.length > 48 * 48).toList();
    assertThat(large).hasSize(1);
    assertThat(large.getFirst().length).isBetween(384 * 384, 3 * 384 * 384);
  }

  @Test void theAverageIsNotToBeSeenBeforeTheAnswer() {
    assertThat(drawn(figure("thinned-networks", Showing.PRINT)).words()).contains("0.190", "average 0.190", "0.162", "-0.143".replace('-', '−'));
    List<String> asked = drawn(figure("thinned-networks", ASKED)).words();
    assertThat(asked).contains("0.046", "?").noneMatch(word -> word.contains("0.190") || word.contains("0.162") || word.contains("0.143"));
  }

  @Test void theGuessStaysOnTheAxis() {
    Showing guessed = new Showing(false, List.of(.08), -1, false, OptionalInt.empty());
    assertThat(drawn(figure("thinned-networks", guessed)).words()).contains("you 0.08", "average 0.190");
    assertThat(hits(figure("thinned-networks", ASKED))).anyMatch(Hit.Guess.class::isInstance);
    assertThat(hits(figure("thinned-networks", guessed))).noneMatch(Hit.Guess.class::isInstance);
  }

  @Test void everyNetworkCanBePointedAtAndIsEnlarged() {
    Figure figure = figure("thinned-networks", Showing.PRINT);
    assertThat(hits(figure).stream().filter(Hit.Item.class::isInstance).map(hit -> ((Hit.Item) hit).index()).distinct()).hasSize(256);
    RecordingPen pointed = drawn(figure("thinned-networks", Showing.PRINT.withPointed(OptionalInt.of(60))));
    assertThat(pointed.words()).contains("4 kept", "says 0.45");
    assertThat(pointed.images).hasSize(drawn(figure).images.size() + 1);
  }

  /// A press on a map of the table puts the cross there, one on the curve of errors sets T, and T can be dragged.
  @Test void theFigureSetsItsControls() {
    List<Hit> hits = hits(figure("thinned-networks", Showing.PRINT));
    assertThat(hits).anyMatch(hit -> hit instanceof Hit.Setting(String control, List<Double> at, _) && control.equals("cross") && at.size() == 2);
    assertThat(hits).anyMatch(hit -> hit instanceof Hit.Setting(String control, _, _) && control.equals("passes"));
    assertThat(hits).anyMatch(hit -> hit instanceof Hit.Number(String control, _, _) && control.equals("passes"));
    List<Hit> passes = hits(figure("how-many-passes", Showing.PRINT));
    assertThat(passes).anyMatch(hit -> hit instanceof Hit.Setting(String control, _, _) && control.equals("n"));
    assertThat(passes).anyMatch(hit -> hit instanceof Hit.Number(String control, _, _) && control.equals("k"));
  }

  /// The bricks of a network by hand balance on the geometric mean; with every layer that is not masks off.
  @Test void theBalancePointIsNamed() {
    assertThat(drawn(figure("thinned-networks", Showing.PRINT, "network=hand")).words())
        .contains("balance point = masks off 0.794", "average 0.745", "0.289");
    assertThat(drawn(figure("thinned-networks", Showing.PRINT, "dropped=every", "n=4")).words())
        .noneMatch(word -> word.startsWith("balance point ="));
  }

  @Test void theCrossingOfTheErrorsIsTheAnswer() {
    assertThat(drawn(figure("how-many-passes", Showing.PRINT)).words()).contains("11 passes match masks off", "11,683 of 65,536");
    RecordingPen asked = drawn(figure("how-many-passes", ASKED));
    assertThat(asked.words()).noneMatch(word -> word.contains("match") || word.startsWith("all of them"));
    assertThat(drawn(figure("how-many-passes", Showing.PRINT, "n=8")).words()).contains("not even all of them match masks off");
  }
}

package dropoutlab.figure.variant.units;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.RecordingPen;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Site;
import dropoutlab.figure.variant.Sites;
import dropoutlab.figure.variant.VariantFigure;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.Phase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The views of units and weights: every method in every half-step and size, and what lies under the pointer. Oracle:
/// the frame.
class DenseViewTest {
  private static final String TARGETED = "{\"type\": \"targeted\", \"share\": 0.5, \"target\": \"%s\"}";
  private static final int[][] SIZES = {{808, 450}, {900, 345}, {540, 240}, {300, 200}, {120, 90}, {40, 30}, {1, 1}};
  private static final Look LOOK = Look.print(3);

  static Stream<String> methods() {
    return Stream.concat(Stream.of("inverted", "standard", "gaussian", "learnt-gaussian", "uniform", "alpha",
        "concrete", "drop-connect")
        .map(DenseFrames::type), Stream.of(TARGETED.formatted("units"), TARGETED.formatted("weights")));
  }

  private static DenseFrames beside(String method, Phase phase) {
    String activation = method.contains("alpha") ? "selu" : "relu";
    return DenseFrames.of(DenseFrames.hidden(activation, .4, method),
        Optional.of(DenseFrames.hidden(activation, .3, DenseFrames.type("inverted"))), phase);
  }

  private static RecordingPen drawn(VariantFigure figure, int width, int height) {
    RecordingPen pen = new RecordingPen();
    figure.draw(pen, width, height, Theme.DARK);
    assertThat(pen.openClips).isZero();
    return pen;
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodIsDrawnInEveryHalfStepAndSize(String method) {
    for (Phase phase : Phase.values()) {
      DenseFrames frames = beside(method, phase);
      for (Look.Parts parts : Look.Parts.values())
        for (int[] size : SIZES)
          drawn(frames.figure(LOOK.with(l -> l.parts(parts).cursor(Optional.of(new Look.Cell(1, 7)))), true), size[0],
              size[1]);
      assertThat(frames.figure(LOOK, false).describe().text()).contains("example 4");
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void wordsStayInsideAndApart(String method) {
    DenseFrames frames = beside(method, Phase.BACKWARD);
    for (int[] size : List.of(new int[] {808, 450}, new int[] {900, 345}, new int[] {900, 600})) {
      RecordingPen pen = drawn(frames.figure(LOOK, true), size[0], size[1]);
      for (RecordingPen.Text text : pen.texts) {
        assertThat(text.left()).as(text.text()).isGreaterThanOrEqualTo(-.5);
        assertThat(text.right()).as(text.text()).isLessThanOrEqualTo(size[0] + 1);
        for (RecordingPen.Text other : pen.texts)
          assertThat(text == other || !text.overlaps(other)).as(text.text() + " and " + other.text()).isTrue();
      }
    }
  }

  @Test void aNetworkAloneAndOneThatDropsNothingAreDrawn() {
    String dropped = DenseFrames.hidden("relu", .4, DenseFrames.type("gaussian")),
        none = DenseFrames.hidden("relu", 0, DenseFrames.type("inverted"));
    drawn(DenseFrames.of(dropped, Optional.empty(), Phase.MASK).figure(LOOK, true), 808, 450);
    RecordingPen pen = drawn(DenseFrames.of(dropped, Optional.of(none), Phase.MASK).figure(LOOK, true), 808, 450);
    assertThat(pen.words()).contains("nothing is dropped");
    drawn(DenseFrames.of(none, Optional.empty(), Phase.MASK).figure(LOOK, true), 808, 450);
  }

  @Test void anExampleBeyondTheBatchIsItsLast() {
    RecordingPen pen = drawn(beside(DenseFrames.type("inverted"), Phase.MASK).figure(Look.print(99), false), 808, 450);
    assertThat(pen.words()).contains("12");
  }

  /// Every value of the place in front can be pointed at, in A and in B, and the hit names the same value in both.
  @ParameterizedTest
  @MethodSource("methods")
  void everyValueOfTheSiteInFrontIsUnderThePointer(String method) {
    DenseFrames frames = beside(method, Phase.BACKWARD);
    Versus versus = Versus.of(frames.frame());
    for (int front = 0; front < 2; front++) {
      int site = front;
      VariantFigure figure = frames.figure(LOOK.with(l -> l.site(site).parts(Look.Parts.HERO)), false);
      for (Side side : versus.sides()) {
        Set<Integer> found = new HashSet<>();
        int left = side.letter() == Side.Letter.A ? 0 : 450;
        for (int x = left; x < left + 450; x++)
          for (int y = 0; y < 420; y++)
            figure.hit(x, y, 900, 420).ifPresent(hit -> {
              if (hit instanceof Hit.Cell cell && cell.site() == site) found.add(cell.index());
            });
        Site place = Sites.of(versus, side).get(site);
        assertThat(found).as("%s, place %d of %s", method, site + 1, side.letter()).hasSize(place.size()).allMatch(i ->
            i < place.size());
      }
    }
  }

  @Test void theStripHasAPlaceBehindEachLayerOrBeforeItsWeights() {
    for (String method : List.of(DenseFrames.type("inverted"), DenseFrames.type("drop-connect"))) {
      VariantFigure figure = beside(method, Phase.MASK).figure(LOOK, false);
      Set<Integer> sites = new HashSet<>();
      for (int x = 0; x < 800; x++)
        figure.hit(x, 22, 808, 450).ifPresent(hit -> { if (hit instanceof Hit.Site site) sites.add(site.site()); });
      assertThat(sites).containsExactlyInAnyOrder(0, 1);
    }
  }
}

package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.ImageShape;
import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.Task;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracles: pixels counted by hand, and the moments of the distributions.
class AugmentationTest {
  private static final int WIDTH = 8;
  private static final int HEIGHT = 6;
  /// Paper is (0 - 0.2) / 0.4 = -0.5, ink 2.
  private static final float PAPER = -0.5f;
  private static final float INK = 2;

  private static Schema images() {
    int pixels = WIDTH * HEIGHT;
    return new Schema(Task.CLASSIFICATION, IntStream.range(0, pixels).mapToObj(i -> "pixel" + i).toList(), "label",
        List.of("a", "b", "c"), new Scaling(Collections.nCopies(pixels, 0.2), Collections.nCopies(pixels, 0.4)),
        new Scaling(List.of(), List.of()), Optional.of(new ImageShape(WIDTH, HEIGHT)));
  }

  private static Schema numbers() {
    return new Schema(Task.REGRESSION, List.of("a", "b"), "t", List.of(),
        new Scaling(List.of(0.0, 0.0), List.of(1.0, 1.0)), new Scaling(List.of(0.0), List.of(1.0)), Optional.empty());
  }

  private static Augmentation of(AugmentationSpec spec, Schema schema) {
    return new Augmentation(spec, schema, RandomStream.of(5, Purpose.AUGMENTATION));
  }

  private static Tensor filled(int rows, int cols, float value) {
    Tensor tensor = new Tensor(rows, cols);
    tensor.fill(value);
    return tensor;
  }

  /// One pixel of ink in the middle moves to every place within reach and to no other, about equally often.
  @Test void aShiftReachesEveryOffsetAndBringsPaperIn() {
    Tensor x = filled(2500, WIDTH * HEIGHT, PAPER);
    for (int r = 0; r < x.rows(); r++) x.set(r, 3 * WIDTH + 4, INK);
    of(new AugmentationSpec(0, 2, 0, 0, 0), images()).apply(x, new Tensor(2500, 3));
    int[] counts = new int[WIDTH * HEIGHT];
    for (int r = 0; r < x.rows(); r++)
      for (int c = 0; c < x.cols(); c++) if (x.at(r, c) == INK) counts[c]++;
    assertThat(Arrays.stream(counts).sum()).isEqualTo(2500);
    for (int dy = -2; dy <= 2; dy++)
      for (int dx = -2; dx <= 2; dx++)
        assertThat(counts[(3 + dy) * WIDTH + 4 + dx]).as("(%d, %d)", dx, dy).isBetween(60, 140);
  }

  @Test void aShiftMovesThePictureAsAWhole() {
    Tensor x = new Tensor(1, WIDTH * HEIGHT);
    for (int i = 0; i < x.size(); i++) x.data()[i] = 100 + i;
    of(new AugmentationSpec(0, 3, 0, 0, 0), images()).apply(x, new Tensor(1, 3));
    Set<Float> moves = new HashSet<>();
    for (int i = 0; i < x.size(); i++) if (x.data()[i] != PAPER) moves.add(x.data()[i] - i);
    assertThat(moves).as("every pixel has come the same way").hasSize(1);
  }

  /// With side 3, a centre on the border covers 2 rows or columns, any other 3: (8·3 - 2)(6·3 - 2) / 48 pixels on
  /// average.
  @Test void cutoutHangsOverTheBorder() {
    int n = 4000;
    Tensor x = filled(n, WIDTH * HEIGHT, INK);
    of(new AugmentationSpec(0, 0, 3, 0, 0), images()).apply(x, new Tensor(n, 3));
    int cut = 0, least = 9;
    for (int r = 0; r < n; r++) {
      int here = 0;
      for (int c = 0; c < x.cols(); c++) if (x.at(r, c) == PAPER) here++;
      cut += here;
      least = Math.min(least, here);
      assertThat(here).isBetween(4, 9);
    }
    assertThat(least).isEqualTo(4);
    assertThat(cut / (double) n).isCloseTo(22 * 16 / 48.0, within(0.1));
  }

  /// An image is erased with the given probability. A rectangle covers 2 % to 40 %, up to the rounding of its sides,
  /// and the mean of its greys is that of paper and ink.
  @Test void erasingFillsRectanglesWithRandomGrey() {
    int n = 3000, erased = 0, area = 0;
    double sum = 0;
    Tensor x = filled(n, WIDTH * HEIGHT, 77);
    of(new AugmentationSpec(0, 0, 0, 0.25, 0), images()).apply(x, new Tensor(n, 3));
    for (int r = 0; r < n; r++) {
      int left = WIDTH, right = -1, top = HEIGHT, bottom = -1, here = 0;
      for (int c = 0; c < x.cols(); c++) {
        if (x.at(r, c) == 77) continue;
        assertThat(x.at(r, c)).isBetween(PAPER, INK);
        sum += x.at(r, c);
        here++;
        left = Math.min(left, c % WIDTH);
        right = Math.max(right, c % WIDTH);
        top = Math.min(top, c / WIDTH);
        bottom = Math.max(bottom, c / WIDTH);
      }
      if (here == 0) continue;
      assertThat(here).as("a whole rectangle").isEqualTo((right - left + 1) * (bottom - top + 1)).isLessThan(30);
      erased++;
      area += here;
    }
    assertThat(erased / (double) n).isCloseTo(0.25, within(0.03));
    assertThat(sum / area).isCloseTo(0.75, within(0.03));
  }

  @Test void noiseHasTheGivenDeviationOnEveryInput() {
    Tensor x = filled(5000, 2, 3);
    of(new AugmentationSpec(0.5, 0, 0, 0, 0), numbers()).apply(x, new Tensor(5000, 1));
    double sum = 0, squares = 0;
    for (int i = 0; i < x.size(); i++) {
      sum += x.data()[i] - 3;
      squares += (x.data()[i] - 3) * (x.data()[i] - 3);
    }
    assertThat(sum / 10_000).isCloseTo(0, within(0.02));
    assertThat(squares / 10_000).isCloseTo(0.25, within(0.015));
  }

  /// Inputs that are twice the targets stay so, since both are mixed with one weight; the mean of the batch does not
  /// change.
  @Test void mixupMixesInputsAndTargetsAlike() {
    Tensor x = new Tensor(16, 2), y = new Tensor(16, 1);
    for (int r = 0; r < 16; r++) {
      x.set(r, 0, 2 * r);
      x.set(r, 1, -r);
      y.set(r, 0, r);
    }
    of(new AugmentationSpec(0, 0, 0, 0, 1), numbers()).apply(x, y);
    double sum = 0;
    int moved = 0;
    for (int r = 0; r < 16; r++) {
      assertThat(x.at(r, 0)).isCloseTo(2 * y.at(r, 0), within(1e-5f));
      assertThat(x.at(r, 1)).isCloseTo(-y.at(r, 0), within(1e-5f));
      sum += y.at(r, 0);
      if (Math.abs(y.at(r, 0) - r) > 1e-3) moved++;
    }
    assertThat(sum).isCloseTo(120, within(1e-3));
    assertThat(moved).isGreaterThan(8);
  }

  /// Beta(α, α) has mean 1/2 and variance 1 / (4 (2α + 1)); its median is 1/2 as well.
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.4, 1, 3})
  void theWeightIsABeta(double alpha) {
    RandomStream stream = RandomStream.of(11, Purpose.AUGMENTATION);
    int n = 40_000, below = 0;
    double sum = 0, squares = 0;
    for (int i = 0; i < n; i++) {
      double share = BetaDraw.next(stream, alpha);
      assertThat(share).isBetween(0.0, 1.0);
      sum += share;
      squares += (share - 0.5) * (share - 0.5);
      if (share < 0.5) below++;
    }
    assertThat(sum / n).isCloseTo(0.5, within(0.01));
    assertThat(squares / n).isCloseTo(1 / (4 * (2 * alpha + 1)), within(0.004));
    assertThat(below / (double) n).isCloseTo(0.5, within(0.01));
  }

  /// Beta(1/2, 1/2) is the arcsine law, P(λ < x) = 2/π asin √x; Beta(1, 1) is uniform.
  @Test void theWeightFollowsItsDistributionFunction() {
    for (double x : new double[] {0.01, 0.1, 0.3, 0.9}) {
      assertThat(shareBelow(x, 0.5)).isCloseTo(2 / Math.PI * Math.asin(Math.sqrt(x)), within(0.01));
      assertThat(shareBelow(x, 1)).isCloseTo(x, within(0.01));
    }
  }

  private static double shareBelow(double x, double alpha) {
    RandomStream stream = RandomStream.of(13, Purpose.AUGMENTATION);
    int below = 0;
    for (int i = 0; i < 30_000; i++) if (BetaDraw.next(stream, alpha) < x) below++;
    return below / 30_000.0;
  }

  @Test void tinyAndHugeShapesGiveNoNaN() {
    RandomStream stream = RandomStream.of(17, Purpose.AUGMENTATION);
    for (int i = 0; i < 1000; i++)
      for (double alpha : new double[] {1e-12, 1e-300, 1e6})
        assertThat(BetaDraw.next(stream, alpha)).isBetween(0.0, 1.0);
  }

  @Test void whatIsOffDrawsNothing() {
    RandomStream stream = RandomStream.of(5, Purpose.AUGMENTATION);
    Tensor x = filled(4, WIDTH * HEIGHT, INK), before = x.copy();
    new Augmentation(AugmentationSpec.OFF, images(), stream).apply(x, new Tensor(4, 3));
    assertThat(x.data()).isEqualTo(before.data());
    assertThat(stream.nextLong()).isEqualTo(RandomStream.of(5, Purpose.AUGMENTATION).nextLong());
  }

  @Test void picturesAreNeededToMoveThem() {
    assertThatIllegalArgumentException().isThrownBy(() -> of(new AugmentationSpec(0, 1, 0, 0, 0), numbers()))
        .withMessageContaining("for images").withMessageContaining("2 separate inputs");
  }
}

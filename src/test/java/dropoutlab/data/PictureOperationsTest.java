package dropoutlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.GeneratedSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Oracles: small pictures by hand, and the properties that each operation must keep.
class PictureOperationsTest {
  private static final ImageShape THREE = new ImageShape(3, 3);
  private static final Matrix NUMBERED = Matrix.row(.1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f, .9f);

  /// Ink in the inner half of a 24 x 20 picture, none near its edges.
  private static final ImageShape WIDE = new ImageShape(24, 20);
  private static final Matrix BLOT = Matrix.generate(1, WIDE.pixels(), (_, pixel) -> {
    int x = pixel % 24, y = pixel / 24;
    return x >= 8 && x < 16 && y >= 7 && y < 13 ? (x * 7 + y * 3) % 5 / 4f : 0;
  });

  private static double sum(Matrix picture) {
    double sum = 0;
    for (double grey : picture.toArray()) sum += grey;
    return sum;
  }

  @Test void aTurnOfNothingIsTheSamePicture() {
    assertThat(PictureEdits.rotate(BLOT, WIDE, 0)).isEqualTo(BLOT);
    assertThat(PictureEdits.rotate(BLOT, WIDE, 360)).isEqualTo(BLOT);
  }

  @Test void aQuarterTurnCounterClockwiseMovesTheRightColumnToTheTop() {
    assertThat(PictureEdits.rotate(NUMBERED, THREE, 90).toArray())
        .containsExactly(.3f, .6f, .9f, .2f, .5f, .8f, .1f, .4f, .7f);
    assertThat(PictureEdits.rotate(NUMBERED, THREE, -90).toArray())
        .containsExactly(.7f, .4f, .1f, .8f, .5f, .2f, .9f, .6f, .3f);
  }

  @Test void aHalfTurnReversesThePixelsOfAnyPicture() {
    assertThat(PictureEdits.rotate(Matrix.row(.1f, .2f, .3f, .4f, .5f, .6f), new ImageShape(3, 2), 180).toArray())
        .containsExactly(.6f, .5f, .4f, .3f, .2f, .1f);
  }

  /// One inked pixel above the middle, turned by 45 degrees: the pixel at the upper left comes from (middle, -0.41),
  /// which is 1.414 - 1 = 0.414 beyond the row above the middle, and so it keeps 1 - 0.414 of the ink.
  @Test void betweenPixelsItInterpolates() {
    Matrix turned = PictureEdits.rotate(Matrix.row(0, 1, 0, 0, 0, 0, 0, 0, 0), THREE, 45);
    assertThat((double) turned.get(0)).isCloseTo(2 - Math.sqrt(2), within(1e-6));
    assertThat(turned.get(8)).isZero();
  }

  @Test void aTurnKeepsTheInkNearly() {
    for (double degrees : new double[] {15, 30, 77, 120})
      assertThat(sum(PictureEdits.rotate(BLOT, WIDE, degrees))).isCloseTo(sum(BLOT), within(0.02 * sum(BLOT)));
  }

  @Test void aShiftByWholePixelsMovesThemAndKeepsTheInk() {
    Matrix moved = PictureEdits.shift(BLOT, WIDE, 5, -4);
    assertThat(sum(moved)).isEqualTo(sum(BLOT));
    for (int y = 7; y < 13; y++)
      for (int x = 8; x < 16; x++) assertThat(moved.get((y - 4) * 24 + x + 5)).isEqualTo(BLOT.get(y * 24 + x));
  }

  @Test void aShiftByHalfAPixelIsTheMeanOfTwoAndWhatLeavesIsLost() {
    assertThat(PictureEdits.shift(Matrix.row(.2f, .6f, 1f), new ImageShape(3, 1), .5, 0).toArray())
        .containsExactly(new double[] {.1, .4, .8}, within(1e-6));
  }

  @Test void aBlurKeepsTheInkAwayFromTheEdgeAndIsGaussian() {
    assertThat(sum(PictureEdits.blur(BLOT, WIDE, 1.2))).isCloseTo(sum(BLOT), within(1e-4));
    Matrix dot = Matrix.generate(1, 81, (_, pixel) -> pixel == 40 ? 1 : 0);
    Matrix blurred = PictureEdits.blur(dot, new ImageShape(9, 9), 1);
    // exp(-1/2) for the next pixel and exp(-1) for the diagonal one, both relative to the middle.
    assertThat(blurred.get(41) / blurred.get(40)).isCloseTo(Math.exp(-0.5), within(1e-5));
    assertThat(blurred.get(50) / blurred.get(40)).isCloseTo(Math.exp(-1), within(1e-5));
    assertThat(blurred.get(41)).isEqualTo(blurred.get(39)).isEqualTo(blurred.get(31));
    assertThat(PictureEdits.blur(BLOT, WIDE, 0)).isEqualTo(BLOT);
  }

  /// A pen of radius 1 along the middle of row 2 covers that row completely; a pixel 1 away is half covered by the
  /// edge, which falls over one pixel; a pixel 2 away is paper.
  @Test void inkCoversByTheDistanceFromTheStrokeAndNeverFades() {
    ImageShape shape = new ImageShape(6, 5);
    Matrix before = Matrix.generate(1, 30, (_, pixel) -> pixel == 0 ? .9f : pixel == 14 ? .3f : 0);
    Matrix after = PictureEdits.ink(before, shape, List.of(new double[] {1.5, 2.5}, new double[] {4.5, 2.5}), 1);
    assertThat(after.get(2 * 6 + 1)).isEqualTo(1f);
    assertThat(after.get(2 * 6 + 4)).isEqualTo(1f);
    assertThat(after.get(6 + 2)).isEqualTo(.5f);
    assertThat(after.get(2)).isZero();
    assertThat(after.get(0)).isEqualTo(.9f);
    assertThat(before.get(14)).isEqualTo(.3f);
    Matrix dot = PictureEdits.ink(before, shape, List.of(new double[] {3.5, 3.5}), .5);
    assertThat(dot.get(3 * 6 + 3)).isEqualTo(1f);
    assertThat(PictureEdits.ink(before, shape, List.of(), 1)).isEqualTo(before);
  }

  @Test void aPictureOfAnotherSizeIsRefusedWithBothSizes() {
    assertThatThrownBy(() -> PictureEdits.rotate(NUMBERED, WIDE, 10))
        .hasMessage("A picture of 24 x 20 pixels has 1 row of 480, not 1 of 9");
  }

  @ParameterizedTest @EnumSource
  void foreignGlyphsAreDealtEvenlyAndTheSameForTheSameSeed(ForeignGlyphs glyphs) {
    int forms = glyphs.forms();
    assertThat(forms).isGreaterThanOrEqualTo(8);
    ImageShape shape = new ImageShape(16, 16);
    Matrix drawn = glyphs.draw(shape, 2 * forms, 0.1, RandomStream.of(3, RandomStream.Purpose.DATA, 3));
    assertThat(drawn).isEqualTo(glyphs.draw(shape, 2 * forms, 0.1, RandomStream.of(3, RandomStream.Purpose.DATA, 3)));
    assertThat(drawn.rows()).isEqualTo(2 * forms);
    assertThat(drawn.min()).isGreaterThanOrEqualTo(0);
    assertThat(drawn.max()).isEqualTo(1);
  }

  /// The sizes are in proportion to the image: the share of ink is the same in any size, except for the edges of
  /// strokes.
  @ParameterizedTest @EnumSource
  void foreignGlyphsFillImagesOfAnySizeAlike(ForeignGlyphs glyphs) {
    double[] shares = new double[3];
    ImageShape[] shapes = {new ImageShape(16, 16), new ImageShape(28, 28), new ImageShape(40, 20)};
    for (int i = 0; i < shapes.length; i++) {
      Matrix drawn = glyphs.draw(shapes[i], 240, 0, RandomStream.of(1, RandomStream.Purpose.DATA, 3));
      int side = Math.min(shapes[i].width(), shapes[i].height());
      shares[i] = sum(drawn) / drawn.rows() / side / side;
      for (int image = 0; image < drawn.rows(); image++) assertThat(drawn.at(image, 0)).isZero();
    }
    assertThat(shares[0]).isBetween(0.1, 0.3);
    assertThat(shares[1]).isCloseTo(shares[0], within(0.1 * shares[0]));
    assertThat(shares[2]).isCloseTo(shares[0], within(0.1 * shares[0]));
  }

  /// The labels of a file are numbers, whatever they mean: letters might be among the classes.
  @Test void lettersAreForeignToDrawnDigitsAlone() {
    assertThat(ForeignGlyphs.to(new DataSpec.Generated(GeneratedSet.DIGITS, 40, 30, 0.1, null)))
        .isEqualTo(ForeignGlyphs.NO_DIGITS);
    assertThat(ForeignGlyphs.to(new DataSpec.Idx("images", "labels", null, null, 0.25, 0, false, null)))
        .isEqualTo(ForeignGlyphs.SIGNS);
  }
}

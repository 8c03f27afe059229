package dropoutlab.data;

import dropoutlab.math.RandomStream;
import java.util.Arrays;
import java.util.List;

/// Writes glyphs by hand. The following is drawn for each image, in pixels of an image whose shorter side has 16 pixels
/// (in proportion for others):
///
/// - one of the glyph's forms at random, bent by a smooth wave of up to 6 % of the box,
/// - its width, 6 to 8.6 px, and its height, 10 to 12 px,
/// - a slant (shear) with a standard deviation of 0.15 and a rotation with one of 0.07 rad, both limited to 2 standard
///   deviations,
/// - a shift of up to 1.2 px in each direction from the middle,
/// - a pen radius of 0.55 to 1.1 px.
final class Handwriting {
  /// The shorter side, in pixels, to which the sizes above refer.
  private static final double SIDE = 16;

  private Handwriting() {}

  /// Writes one image, 0 (paper) to 255 (ink). `noise` is the standard deviation of the Gaussian added to each pixel,
  /// where ink is 1.
  static byte[] write(List<DigitForms.Form> forms, ImageShape shape, double noise, RandomStream random) {
    double[] ink = new double[shape.pixels()];
    DigitForms.Form form = forms.get(random.nextInt(forms.size()));
    Hand hand = Hand.draw(random);
    double scale = Math.min(shape.width(), shape.height()) / SIDE;
    InkPen pen = new InkPen(ink, shape, random.uniform(0.55, 1.1) * scale);
    for (double[][] stroke : form.strokes())
      pen.curve(Arrays.stream(stroke).map(knot -> hand.place(knot, shape, scale)).toArray(double[][]::new));
    byte[] grey = new byte[ink.length];
    for (int p = 0; p < ink.length; p++)
      grey[p] = (byte) Math.round(255 * Math.clamp(ink[p] + noise * random.nextGaussian(), 0, 1));
    return grey;
  }

  /// The map from a form's box to pixels.
  private record Hand(double width, double height, double slant, double turn, double shiftX, double shiftY,
                      double waveX, double waveY, double phaseX, double phaseY) {
    static Hand draw(RandomStream random) {
      return new Hand(random.uniform(6, 8.6), random.uniform(10, 12), 0.15 * cutGaussian(random),
          0.07 * cutGaussian(random), random.uniform(-1.2, 1.2), random.uniform(-1.2, 1.2),
          random.uniform(0, 0.06), random.uniform(0, 0.06),
          random.uniform(0, 2 * Math.PI), random.uniform(0, 2 * Math.PI));
    }

    /// Draws a standard normal number limited to ±2, so that no glyph falls over.
    private static double cutGaussian(RandomStream random) {
      return Math.clamp(random.nextGaussian(), -2, 2);
    }

    double[] place(double[] knot, ImageShape shape, double scale) {
      double u = knot[0] / 100 - 0.5;
      double v = knot[1] / 100 - 0.5;
      double bentU = u + waveX * StrictMath.sin(5 * v + phaseX);
      double bentV = v + waveY * StrictMath.sin(5 * u + phaseY);
      double x = bentU * width - slant * bentV * height;
      double y = bentV * height;
      double cos = StrictMath.cos(turn);
      double sin = StrictMath.sin(turn);
      return new double[] {scale * (shape.width() / (2 * scale) + shiftX + cos * x - sin * y),
          scale * (shape.height() / (2 * scale) + shiftY + sin * x + cos * y)};
    }
  }
}

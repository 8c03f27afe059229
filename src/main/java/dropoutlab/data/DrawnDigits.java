package dropoutlab.data;

import dropoutlab.math.RandomStream;
import java.util.Arrays;
import java.util.List;

/// Handwritten digits made by code: 16 x 16 grey images of 0 to 9. Each image draws
///
/// - one of the digit's forms at random, bent by a smooth wave of up to 6 % of the box,
/// - its width, 6 to 8.6 px, and its height, 10 to 12 px,
/// - a slant (shear) with sd 0.15 and a rotation with sd 0.07 rad, both cut at 2 sd,
/// - a shift of up to 1.2 px each way from the middle,
/// - a pen radius of 0.55 to 1.1 px.
///
/// `noise` is the sd of the Gaussian added to each pixel, where paper is 0 and ink is 1; the sum is cut to 0..1 and
/// rounded to 1/255. It does not change the strokes.
final class DrawnDigits {
  static final int CLASSES = 10;
  static final int SIDE = 16;

  private DrawnDigits() {}

  static GreyImages draw(int count, double noise, RandomStream random) {
    LabelDeal deal = new LabelDeal(CLASSES);
    byte[] grey = new byte[count * SIDE * SIDE];
    int[] labels = new int[count];
    double[] ink = new double[SIDE * SIDE];
    for (int i = 0; i < count; i++) {
      labels[i] = deal.next(random);
      write(labels[i], ink, random);
      for (int p = 0; p < ink.length; p++) {
        double value = Math.clamp(ink[p] + noise * random.nextGaussian(), 0, 1);
        grey[i * ink.length + p] = (byte) Math.round(255 * value);
      }
    }
    return new GreyImages(new ImageShape(SIDE, SIDE), grey, labels);
  }

  private static void write(int digit, double[] ink, RandomStream random) {
    Arrays.fill(ink, 0);
    List<DigitForms.Form> forms = DigitForms.of(digit);
    DigitForms.Form form = forms.get(random.nextInt(forms.size()));
    Hand hand = Hand.draw(random);
    InkPen pen = new InkPen(ink, SIDE, random.uniform(0.55, 1.1));
    for (double[][] stroke : form.strokes())
      pen.curve(Arrays.stream(stroke).map(hand::place).toArray(double[][]::new));
  }

  /// How one image is written: the map from a form's box to pixels.
  private record Hand(double width, double height, double slant, double turn, double shiftX, double shiftY,
                      double waveX, double waveY, double phaseX, double phaseY) {
    static Hand draw(RandomStream random) {
      return new Hand(random.uniform(6, 8.6), random.uniform(10, 12), 0.15 * cutGaussian(random),
          0.07 * cutGaussian(random), random.uniform(-1.2, 1.2), random.uniform(-1.2, 1.2),
          random.uniform(0, 0.06), random.uniform(0, 0.06),
          random.uniform(0, 2 * Math.PI), random.uniform(0, 2 * Math.PI));
    }

    /// Standard normal, cut at 2 sd, so that no digit falls over.
    private static double cutGaussian(RandomStream random) {
      return Math.clamp(random.nextGaussian(), -2, 2);
    }

    double[] place(double[] knot) {
      double u = knot[0] / 100 - 0.5;
      double v = knot[1] / 100 - 0.5;
      double bentU = u + waveX * StrictMath.sin(5 * v + phaseX);
      double bentV = v + waveY * StrictMath.sin(5 * u + phaseY);
      double x = bentU * width - slant * bentV * height;
      double y = bentV * height;
      double cos = StrictMath.cos(turn);
      double sin = StrictMath.sin(turn);
      return new double[] {SIDE / 2.0 + shiftX + cos * x - sin * y, SIDE / 2.0 + shiftY + sin * x + cos * y};
    }
  }
}

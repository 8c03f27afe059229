package dropoutlab.data;

import dropoutlab.math.RandomStream;

/// Handwritten digits made by code: 16 x 16 grey images of 0 to 9. Each is in one of the digit's forms at random, as
/// [Handwriting] writes it.
///
/// `noise` is the standard deviation of the Gaussian that is added to each pixel, where paper is 0 and ink is 1; the
/// sum is limited to 0..1 and rounded to 1/255. It does not change the strokes.
final class DrawnDigits {
  static final int CLASSES = 10;
  static final ImageShape SHAPE = new ImageShape(16, 16);

  private DrawnDigits() {}

  static GreyImages draw(int count, double noise, RandomStream random) {
    LabelDeal deal = new LabelDeal(CLASSES);
    byte[] grey = new byte[count * SHAPE.pixels()];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = deal.next(random);
      byte[] image = Handwriting.write(DigitForms.of(labels[i]), SHAPE, noise, random);
      System.arraycopy(image, 0, grey, i * image.length, image.length);
    }
    return new GreyImages(SHAPE, grey, labels);
  }
}

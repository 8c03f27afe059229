package dropoutlab.data;

import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Labelled grey images as bytes, 0 (paper) to 255 (ink), image after image in the order of [ImageShape].
///
/// The raw unit of a pixel is grey / 255, from 0 to 1. All pixels share one mean and one sd, those of all training
/// pixels together, so that scaling keeps the picture as it is and a corner that is never inked stays small.
///
/// @param labels the index of each image's class
record GreyImages(ImageShape shape, byte[] grey, int[] labels) {
  GreyImages {
    if (grey.length != shape.pixels() * labels.length)
      throw new IllegalArgumentException(labels.length + " images of " + shape + " but " + grey.length + " pixels");
  }

  static DataSet scale(List<String> classes, GreyImages train, GreyImages validation) {
    ImageShape shape = train.shape;
    Moments moments = train.moments();
    Scaling scaling = new Scaling(Collections.nCopies(shape.pixels(), moments.mean()),
        Collections.nCopies(shape.pixels(), moments.sd()));
    List<String> names = IntStream.range(0, shape.pixels()).mapToObj(i -> "pixel" + i).toList();
    Schema schema = new Schema(Task.CLASSIFICATION, names, "label", classes, scaling,
        new Scaling(List.of(), List.of()), Optional.of(shape));
    return new DataSet(schema, train.scaled(schema, moments), validation.scaled(schema, moments));
  }

  GreyImages pick(int[] images) {
    byte[] picked = new byte[images.length * shape.pixels()];
    int[] pickedLabels = new int[images.length];
    for (int i = 0; i < images.length; i++) {
      System.arraycopy(grey, images[i] * shape.pixels(), picked, i * shape.pixels(), shape.pixels());
      pickedLabels[i] = labels[images[i]];
    }
    return new GreyImages(shape, picked, pickedLabels);
  }

  /// From counts of the 256 greys: exact, and without a copy of the pixels in double precision.
  private Moments moments() {
    long[] counts = new long[256];
    for (byte b : grey) counts[b & 0xFF]++;
    double sum = 0;
    for (int g = 0; g < 256; g++) sum += (double) counts[g] * g;
    double mean = sum / grey.length;
    double squares = 0;
    for (int g = 0; g < 256; g++) squares += counts[g] * (g - mean) * (g - mean);
    double sd = Math.sqrt(squares / grey.length);
    return new Moments(mean / 255, sd > 0 ? sd / 255 : 1);
  }

  private Examples scaled(Schema schema, Moments moments) {
    float[] ofGrey = new float[256];
    for (int g = 0; g < 256; g++) ofGrey[g] = (float) ((g / 255.0 - moments.mean()) / moments.sd());
    Tensor x = new Tensor(labels.length, shape.pixels());
    for (int i = 0; i < grey.length; i++) x.data()[i] = ofGrey[grey[i] & 0xFF];
    double[] targets = new double[labels.length];
    for (int i = 0; i < labels.length; i++) targets[i] = labels[i];
    return new Examples(x, Columns.scaledTargets(schema, targets));
  }
}

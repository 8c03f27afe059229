package dropoutlab.data;

import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Labelled grey images as bytes, 0 (paper) to 255 (ink), image after image in the order of [ImageShape].
///
/// The raw unit of a pixel is grey / 255, from 0 to 1. All pixels share one mean and one standard deviation, those of
/// all training pixels together, so that scaling does not change the picture and a corner that is never inked stays
/// small.
///
/// @param labels the class index of each image
record GreyImages(ImageShape shape, byte[] grey, int[] labels) {
  GreyImages {
    if (grey.length != shape.pixels() * labels.length)
      throw new IllegalArgumentException(labels.length + " images of " + shape + " but " + grey.length + " pixels");
  }

  /// @param transposed whether the images were mirrored after they were read
  static DataSet scale(List<String> classes, GreyImages train, GreyImages validation, boolean transposed) {
    ImageShape shape = train.shape;
    Moments moments = train.moments();
    Scaling scaling = new Scaling(Collections.nCopies(shape.pixels(), moments.mean()),
        Collections.nCopies(shape.pixels(), moments.sd()));
    List<String> names = IntStream.range(0, shape.pixels()).mapToObj(i -> "pixel" + i).toList();
    Schema schema = new Schema(Task.CLASSIFICATION, names, "label", classes, scaling,
        new Scaling(List.of(), List.of()), Optional.of(shape), InputForm.ofImages(names, transposed));
    return new DataSet(schema, train.scaled(schema), validation.scaled(schema));
  }

  /// Returns the images mirrored along the diagonal: rows become columns.
  GreyImages transposed() {
    ImageShape mirrored = new ImageShape(shape.height(), shape.width());
    byte[] turned = new byte[grey.length];
    int pixels = shape.pixels(), width = shape.width(), height = shape.height();
    for (int i = 0; i < labels.length; i++)
      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          turned[i * pixels + x * height + y] = grey[i * pixels + y * width + x];
    return new GreyImages(mirrored, turned, labels);
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

  /// Computes the moments from counts of the 256 greys, which is exact and needs no copy of the pixels in double
  /// precision.
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

  /// Returns (images x pixels) in the engine's units, which are the same for all pixels.
  Tensor scaledPixels(Schema schema) {
    float[] ofGrey = new float[256];
    for (int g = 0; g < 256; g++) ofGrey[g] = (float) schema.inputScaling().toScaled(0, g / 255.0);
    Tensor x = new Tensor(labels.length, shape.pixels());
    for (int i = 0; i < grey.length; i++) x.data()[i] = ofGrey[grey[i] & 0xFF];
    return x;
  }

  private Examples scaled(Schema schema) {
    Tensor x = scaledPixels(schema);
    double[] targets = new double[labels.length];
    for (int i = 0; i < labels.length; i++) targets[i] = labels[i];
    return new Examples(x, Columns.scaledTargets(schema, targets));
  }
}

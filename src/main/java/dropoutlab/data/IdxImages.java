package dropoutlab.data;

import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.DataSpec;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Images from pairs of IDX files: data sets, whose classes are the labels that occur, in the order of their numbers,
/// and new examples for a model.
public final class IdxImages {
  private IdxImages() {}

  /// A pair of files; the labels of the images are still those of the file, not class indices.
  private record Pair(GreyImages images, String labelsName) {}

  /// The first images of a file, as they are stored in it.
  ///
  /// @param pictures (k x pixels), grey from 0 (paper) to 1 (ink)
  /// @param count    the number of images in the file
  public record Preview(ImageShape shape, Matrix pictures, long count) {}

  /// @throws DataException with one sentence if the file contains no images that can be read
  public static Preview preview(Path file, int most) {
    try (IdxFile images = IdxFile.images(file)) {
      byte[] grey = images.read(most);
      int pixels = images.shape().pixels();
      return new Preview(images.shape(), Matrix.generate(grey.length / pixels, pixels,
          (image, pixel) -> (grey[image * pixels + pixel] & 0xFF) / 255f), images.count());
    }
  }

  /// Returns whether a file is in IDX form, judged by its beginning.
  public static boolean is(Path file) { return IdxFile.is(file); }

  /// Reads new images for a model that was trained on images.
  ///
  /// @param labels the file of their labels; null if they are not needed
  public static NewRows read(Path file, Path labels, Schema schema) {
    ImageShape wanted = schema.image().orElseThrow(() -> new DataException(Words.of("data.images.table",
        InputFiles.name(file),
        InputFiles.listed(schema.form().columns().stream().map(InputForm.Column::name).toList()))));
    Pair pair = pair(file, labels, Long.MAX_VALUE, schema.form().transposed());
    if (!pair.images.shape().equals(wanted))
      throw new DataException(Words.of("data.images.other_size", InputFiles.name(file), size(pair.images.shape()),
          size(wanted)));
    int count = pair.images.labels().length;
    Tensor y = labels == null ? new Tensor(count, 0) : Columns.scaledTargets(schema, classes(pair, schema));
    return new NewRows(pair.images.scaledPixels(schema), y, IntStream.range(0, count).boxed().toList(), List.of(),
        List.of());
  }

  private static double[] classes(Pair pair, Schema schema) {
    double[] classes = new double[pair.images.labels().length];
    for (int i = 0; i < classes.length; i++) {
      int label = pair.images.labels()[i];
      classes[i] = schema.classes().indexOf(Integer.toString(label));
      if (classes[i] < 0)
        throw new DataException(Words.of("data.images.unknown_class", pair.labelsName, label, i + 1));
    }
    return classes;
  }

  /// Loads the images. The limit keeps the first images of the training file; without validation files, the share is
  /// held out from those that were kept.
  static DataSet load(DataSpec.Idx spec, Path base, RandomStream random) {
    long limit = spec.limit() == 0 ? Long.MAX_VALUE : spec.limit();
    Pair training = pair(InputFiles.resolve(base, spec.images()), InputFiles.resolve(base, spec.labels()), limit,
        spec.transpose());
    checkClasses(training);
    if (spec.validationImages() != null) {
      Pair validation = pair(InputFiles.resolve(base, spec.validationImages()),
          InputFiles.resolve(base, spec.validationLabels()), Long.MAX_VALUE, spec.transpose());
      return scale(training.images, validation.images, validation.labelsName, spec.transpose());
    }
    Split split = Split.of(training.images.labels(), spec.validationShare(), random, training.labelsName);
    return scale(training.images.pick(split.train()), training.images.pick(split.validation()), training.labelsName,
        spec.transpose());
  }

  /// @param labelsPath null means that all labels are 0
  private static Pair pair(Path imagesPath, Path labelsPath, long limit, boolean transpose) {
    try (IdxFile images = IdxFile.images(imagesPath);
         IdxFile labels = labelsPath == null ? null : IdxFile.labels(labelsPath)) {
      if (labels != null && images.count() != labels.count())
        throw new DataException(Words.of("data.images.labels", images.name(), images.count(), labels.name(),
            labels.count()));
      byte[] grey = images.read(limit);
      int[] ofImage = new int[grey.length / images.shape().pixels()];
      byte[] labelBytes = labels == null ? new byte[ofImage.length] : labels.read(limit);
      for (int i = 0; i < ofImage.length; i++) ofImage[i] = labelBytes[i] & 0xFF;
      GreyImages read = new GreyImages(images.shape(), grey, ofImage);
      return new Pair(transpose ? read.transposed() : read, labels == null ? "" : labels.name());
    }
  }

  private static void checkClasses(Pair training) {
    ClassLabels.of(IntStream.of(training.images.labels()).distinct().mapToObj(Integer::toString).toList(),
        training.labelsName);
  }

  private static DataSet scale(GreyImages train, GreyImages validation, String labelsName, boolean transposed) {
    if (!train.shape().equals(validation.shape()))
      throw new DataException(Words.of("data.images.validation_size", size(train.shape()), size(validation.shape())));
    int[] indexOf = new int[256];
    List<String> classes = new ArrayList<>();
    IntStream.concat(IntStream.of(train.labels()), IntStream.of(validation.labels())).distinct().sorted()
        .forEach(label -> {
          indexOf[label] = classes.size();
          classes.add(Integer.toString(label));
        });
    if (classes.size() > ClassLabels.MAX_CLASSES)
      throw new DataException(Words.of("data.images.classes", labelsName, classes.size(), ClassLabels.MAX_CLASSES));
    return GreyImages.scale(classes, indexed(train, indexOf), indexed(validation, indexOf), transposed);
  }

  private static GreyImages indexed(GreyImages images, int[] indexOf) {
    return new GreyImages(images.shape(), images.grey(),
        IntStream.of(images.labels()).map(label -> indexOf[label]).toArray());
  }

  private static String size(ImageShape shape) { return shape.width() + " x " + shape.height(); }
}

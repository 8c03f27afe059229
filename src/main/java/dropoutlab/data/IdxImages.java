package dropoutlab.data;

import dropoutlab.math.RandomStream;
import dropoutlab.spec.DataSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Data sets of images from pairs of IDX files. The classes are the labels that occur, in the order of their numbers.
final class IdxImages {
  private IdxImages() {}

  /// A pair of files; the images' labels are still those of the file, not yet indices of classes.
  private record Pair(GreyImages images, String labelsName) {}

  /// The limit keeps the first images of the training file; where there are no validation files, the share is held out
  /// of those that were kept.
  static DataSet load(DataSpec.Idx spec, Path base, RandomStream random) {
    long limit = spec.limit() == 0 ? Long.MAX_VALUE : spec.limit();
    Pair training = read(base, spec.images(), spec.labels(), limit);
    checkClasses(training);
    if (spec.validationImages() != null) {
      Pair validation = read(base, spec.validationImages(), spec.validationLabels(), Long.MAX_VALUE);
      return scale(training.images, validation.images, validation.labelsName);
    }
    Split split = Split.of(training.images.labels(), spec.validationShare(), random,
        training.labelsName);
    return scale(training.images.pick(split.train()), training.images.pick(split.validation()),
        training.labelsName);
  }

  private static Pair read(Path base, String imagesPath, String labelsPath, long limit) {
    try (IdxFile images = IdxFile.images(InputFiles.resolve(base, imagesPath));
         IdxFile labels = IdxFile.labels(InputFiles.resolve(base, labelsPath))) {
      if (images.count() != labels.count())
        throw new DataException(images.name() + " has " + images.count() + " images but " + labels.name() + " has "
            + labels.count() + " labels.");
      byte[] grey = images.read(limit);
      byte[] labelBytes = labels.read(limit);
      int[] ofImage = new int[labelBytes.length];
      for (int i = 0; i < ofImage.length; i++) ofImage[i] = labelBytes[i] & 0xFF;
      return new Pair(new GreyImages(images.shape(), grey, ofImage), labels.name());
    }
  }

  private static void checkClasses(Pair training) {
    ClassLabels.of(IntStream.of(training.images.labels()).distinct().mapToObj(Integer::toString).toList(),
        training.labelsName);
  }

  private static DataSet scale(GreyImages train, GreyImages validation, String labelsName) {
    if (!train.shape().equals(validation.shape()))
      throw new DataException("The training images have " + size(train) + " pixels, those for validation "
          + size(validation) + ".");
    int[] indexOf = new int[256];
    List<String> classes = new ArrayList<>();
    IntStream.concat(IntStream.of(train.labels()), IntStream.of(validation.labels())).distinct().sorted()
        .forEach(label -> {
          indexOf[label] = classes.size();
          classes.add(Integer.toString(label));
        });
    if (classes.size() > ClassLabels.MAX_CLASSES)
      throw new DataException(labelsName + " brings the labels to " + classes.size() + " classes; at most "
          + ClassLabels.MAX_CLASSES + " are possible.");
    return GreyImages.scale(classes, indexed(train, indexOf), indexed(validation, indexOf));
  }

  private static GreyImages indexed(GreyImages images, int[] indexOf) {
    return new GreyImages(images.shape(), images.grey(),
        IntStream.of(images.labels()).map(label -> indexOf[label]).toArray());
  }

  private static String size(GreyImages images) { return images.shape().width() + " x " + images.shape().height(); }
}

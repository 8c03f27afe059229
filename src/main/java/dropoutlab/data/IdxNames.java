package dropoutlab.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The names that connect the files of MNIST and similar sets: `…-images-idx3-ubyte` belongs to `…-labels-idx1-ubyte`,
/// and `train-…` to `t10k-…` or `test-…`.
public final class IdxNames {
  private IdxNames() {}

  /// Returns the images that belong to a file of labels; the file itself if it is none.
  public static Path imagesOf(Path file) { return renamed(file, "labels", "images", "idx1", "idx3"); }

  /// Returns the labels that belong to these images, if they are in the same folder.
  public static Optional<Path> labelsOf(Path images) {
    return other(images, renamed(images, "images", "labels", "idx3", "idx1"));
  }

  /// Returns the test images that belong to these training images, if they are in the same folder.
  public static Optional<Path> testImagesOf(Path images) {
    return other(images, renamed(images, "train", "t10k", "", "")).or(() ->
        other(images, renamed(images, "train", "test", "", "")));
  }

  private static Optional<Path> other(Path file, Path beside) {
    return beside.equals(file) || !Files.isRegularFile(beside) ? Optional.empty() : Optional.of(beside);
  }

  private static Path renamed(Path file, String a, String b, String c, String d) {
    return file.resolveSibling(InputFiles.name(file).replace(a, b).replace(c, d));
  }
}

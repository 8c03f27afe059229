package dropoutlab.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The names by which the files of MNIST and its kin belong together: `…-images-idx3-ubyte` goes with
/// `…-labels-idx1-ubyte`, and `train-…` with `t10k-…` or `test-…`.
public final class IdxNames {
  private IdxNames() {}

  /// The images beside a file of labels; the file itself where it is none.
  public static Path imagesOf(Path file) { return renamed(file, "labels", "images", "idx1", "idx3"); }

  /// The labels of these images, where they lie beside them.
  public static Optional<Path> labelsOf(Path images) {
    return other(images, renamed(images, "images", "labels", "idx3", "idx1"));
  }

  /// The images to test on beside those to train on.
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

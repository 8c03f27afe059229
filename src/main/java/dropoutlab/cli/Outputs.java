package dropoutlab.cli;

import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Checks of places to write to, made before the work begins, and words for what the system refuses.
final class Outputs {
  private Outputs() {}

  interface Saving {
    void run() throws IOException;
  }

  /// A folder that exists or can be made.
  static void requireFolder(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder))
      throw new CallerMistake(Words.of("cli.folder.is_file", folder));
    Path above = folder.toAbsolutePath();
    while (above != null && !Files.exists(above)) above = above.getParent();
    if (above == null || !Files.isDirectory(above) || !Files.isWritable(above))
      throw new CallerMistake(Words.of("cli.folder.locked", folder));
  }

  /// A file whose folder exists; a file that is there already must be one that can be replaced.
  static void requireFile(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) throw new CallerMistake(Words.of("cli.file.is_folder", option, file));
    if (Files.exists(file) && !Files.isRegularFile(file))
      throw new CallerMistake(Words.of("cli.file.irregular", option, file));
    if (folder == null || !Files.isDirectory(folder))
      throw new CallerMistake(Words.of("cli.file.no_folder", option, folder));
    if (!Files.isWritable(folder))
      throw new CallerMistake(Words.of("cli.file.locked", option, folder));
  }

  /// What is written must not take the place of what is read.
  static void requireOther(String option, Path file, Path... read) {
    for (Path each : read)
      if (same(file, each)) throw new CallerMistake(Words.of("cli.file.is_read", option, file));
  }

  /// Whether two names are of one file, be it by way of links.
  static boolean same(Path a, Path b) {
    try {
      if (Files.exists(a) && Files.exists(b)) return Files.isSameFile(a, b);
    } catch (IOException e) {
      // Then the names decide.
    }
    return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
  }

  /// A full or vanished disk is nothing that the program can mend.
  static void saving(Path place, Saving work) {
    try {
      work.run();
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new CallerMistake(Words.of("cli.file.failed", place, reason), e);
    }
  }
}

package dropoutlab.cli.parts;

import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Checks the places to write to before the work begins, and describes what the system refuses.
public final class Outputs {
  private Outputs() {}

  public interface Saving {
    void run() throws IOException;
  }

  /// Requires a folder that exists or can be created.
  public static void requireFolder(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder))
      throw new CallerMistake(Words.of("cli.folder.is_file", folder));
    Path above = folder.toAbsolutePath();
    while (above != null && !Files.exists(above)) above = above.getParent();
    if (above == null || !Files.isDirectory(above) || !Files.isWritable(above))
      throw new CallerMistake(Words.of("cli.folder.locked", folder));
  }

  /// Requires a file whose folder exists; an existing file must be one that can be replaced.
  public static void requireFile(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) throw new CallerMistake(Words.of("cli.file.is_folder", option, file));
    if (Files.exists(file) && !Files.isRegularFile(file))
      throw new CallerMistake(Words.of("cli.file.irregular", option, file));
    if (folder == null || !Files.isDirectory(folder))
      throw new CallerMistake(Words.of("cli.file.no_folder", option, folder));
    if (!Files.isWritable(folder))
      throw new CallerMistake(Words.of("cli.file.locked", option, folder));
  }

  /// Requires that the output does not replace a file that is read.
  public static void requireOther(String option, Path file, Path... read) {
    for (Path each : read)
      if (same(file, each)) throw new CallerMistake(Words.of("cli.file.is_read", option, file));
  }

  /// Returns whether two names mean the same file, links included.
  public static boolean same(Path a, Path b) {
    try {
      if (Files.exists(a) && Files.exists(b)) return Files.isSameFile(a, b);
    } catch (IOException e) {
      // Then the names decide.
    }
    return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
  }

  /// Runs `work`. The program can do nothing about a full or vanished disk, and so it reports that to the caller.
  public static void saving(Path place, Saving work) {
    try {
      work.run();
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new CallerMistake(Words.of("cli.file.failed", place, reason), e);
    }
  }
}

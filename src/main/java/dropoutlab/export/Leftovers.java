package dropoutlab.export;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The drafts of processes that were killed: files and folders with the names of our drafts that have not been written to for an
/// hour and whose process no longer exists.
final class Leftovers {
  private static final Duration OLD = Duration.ofHours(1);
  private static final Pattern DRAFT =
      Pattern.compile("\\..+\\.(\\d{1,18})-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");

  private Leftovers() {}

  /// Returns the name of the draft of a file, which contains the id of the process.
  static String draftName(String file) {
    return "." + file + "." + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".part";
  }

  /// Deletes the leftovers in a folder. A failure is ignored, because nobody has asked for this.
  static void remove(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.part")) {
      for (Path file : files) if (isLeft(file)) delete(file);
    } catch (IOException | DirectoryIteratorException e) {
      // Files that cannot be listed or deleted are left as they are.
    }
  }

  /// Deletes a file, or a folder with the files in it, if there is one.
  static void delete(Path draft) throws IOException {
    if (Files.isDirectory(draft, LinkOption.NOFOLLOW_LINKS))
      try (DirectoryStream<Path> files = Files.newDirectoryStream(draft)) {
        for (Path file : files) Files.deleteIfExists(file);
      }
    Files.deleteIfExists(draft);
  }

  private static boolean isLeft(Path file) throws IOException {
    Matcher draft = DRAFT.matcher(file.getFileName().toString());
    if (!draft.matches() || Files.isSymbolicLink(file)) return false;
    if (Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minus(OLD))) return false;
    return ProcessHandle.of(Long.parseLong(draft.group(1))).filter(ProcessHandle::isAlive).isEmpty();
  }
}

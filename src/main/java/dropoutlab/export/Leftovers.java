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

/// The drafts of processes that were killed: files with the names of our drafts that have not been written to for an
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
      for (Path file : files) if (isLeft(file)) Files.deleteIfExists(file);
    } catch (IOException | DirectoryIteratorException e) {
      // Files that cannot be listed or deleted are left as they are.
    }
  }

  private static boolean isLeft(Path file) throws IOException {
    Matcher draft = DRAFT.matcher(file.getFileName().toString());
    if (!draft.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return false;
    if (Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minus(OLD))) return false;
    return ProcessHandle.of(Long.parseLong(draft.group(1))).filter(ProcessHandle::isAlive).isEmpty();
  }
}

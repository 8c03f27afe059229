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

/// Drafts of processes that were killed: files named as ours are, that have not been written to for an hour, and whose
/// process is gone.
final class Leftovers {
  private static final Duration OLD = Duration.ofHours(1);
  private static final Pattern DRAFT =
      Pattern.compile("\\..+\\.(\\d{1,18})-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");

  private Leftovers() {}

  /// The name of a draft of a file, which tells whose it is.
  static String draftName(String file) {
    return "." + file + "." + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".part";
  }

  /// Deletes them from a folder. Where that does not work they stay: nobody has asked for it.
  static void remove(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.part")) {
      for (Path file : files) if (isLeft(file)) Files.deleteIfExists(file);
    } catch (IOException | DirectoryIteratorException e) {
      // What cannot be listed or deleted is left as it is.
    }
  }

  private static boolean isLeft(Path file) throws IOException {
    Matcher draft = DRAFT.matcher(file.getFileName().toString());
    if (!draft.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return false;
    if (Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minus(OLD))) return false;
    return ProcessHandle.of(Long.parseLong(draft.group(1))).filter(ProcessHandle::isAlive).isEmpty();
  }
}

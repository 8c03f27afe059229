package dropoutlab.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// The checks that every file of the user's passes before it is read, and the sentences for what went wrong.
final class InputFiles {
  static final long MAX_BYTES = 512L << 20;
  private static final int SHOWN_CHARS = 40;
  private static final int SHOWN_NAMES = 8;

  private InputFiles() {}

  static Path resolve(Path base, String path) {
    if (path.isBlank()) throw new DataException("The name of a data file is empty.");
    try {
      return base.resolve(path);
    } catch (InvalidPathException e) {
      throw new DataException(quoted(path) + " is not a file name.", e);
    }
  }

  static InputStream open(Path file) {
    if (!Files.exists(file)) throw new DataException("There is no file " + file + ".");
    if (Files.isDirectory(file)) throw new DataException(file + " is a directory, not a file.");
    if (!Files.isRegularFile(file)) throw new DataException(file + " is not a regular file.");
    try {
      long bytes = Files.size(file);
      if (bytes > MAX_BYTES)
        throw new DataException(name(file) + " has " + (bytes >> 20) + " MB; at most " + (MAX_BYTES >> 20)
            + " MB are read.");
      return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    } catch (IOException e) {
      throw unreadable(name(file), e);
    }
  }

  static DataException unreadable(String name, IOException cause) {
    if (cause instanceof AccessDeniedException)
      return new DataException(name + " could not be read: permission is denied.", cause);
    String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new DataException(name + " could not be read (" + shortened(reason) + ").", cause);
  }

  /// Returns the name of a file in errors: its own name, without the folders.
  static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }

  /// Returns a piece of the user's text in quotes, on one line and cut to a readable length.
  static String quoted(String text) { return '"' + shortened(text) + '"'; }

  /// Returns the first few of the names in quotes, and how many more there are.
  static String listed(List<String> names) {
    return String.join(", ", names.stream().limit(SHOWN_NAMES).map(InputFiles::quoted).toList())
        + (names.size() > SHOWN_NAMES ? " and " + (names.size() - SHOWN_NAMES) + " more" : "");
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= SHOWN_CHARS ? line : line.substring(0, SHOWN_CHARS - 1) + "…";
  }
}

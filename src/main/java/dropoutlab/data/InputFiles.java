package dropoutlab.data;

import dropoutlab.words.Words;
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
    if (path.isBlank()) throw new DataException(Words.of("data.file.no_name"));
    try {
      return base.resolve(path);
    } catch (InvalidPathException e) {
      throw new DataException(Words.of("data.file.bad_name", quoted(path)), e);
    }
  }

  static InputStream open(Path file) {
    if (!Files.exists(file)) throw new DataException(Words.of("data.file.missing", file));
    if (Files.isDirectory(file)) throw new DataException(Words.of("data.file.folder", file));
    if (!Files.isRegularFile(file)) throw new DataException(Words.of("data.file.irregular", file));
    try {
      long bytes = Files.size(file);
      if (bytes > MAX_BYTES)
        throw new DataException(Words.of("data.file.large", name(file), bytes >> 20, MAX_BYTES >> 20));
      return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    } catch (IOException e) {
      throw unreadable(name(file), e);
    }
  }

  static DataException unreadable(String name, IOException cause) {
    if (cause instanceof AccessDeniedException)
      return new DataException(Words.of("data.file.denied", name), cause);
    String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new DataException(Words.of("data.file.unreadable", name, shortened(reason)), cause);
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
    String first = Words.parted(names.stream().limit(SHOWN_NAMES).map(InputFiles::quoted).toList());
    return names.size() > SHOWN_NAMES ? Words.of("data.names.more", first, names.size() - SHOWN_NAMES) : first;
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= SHOWN_CHARS ? line : line.substring(0, SHOWN_CHARS - 1) + "…";
  }
}

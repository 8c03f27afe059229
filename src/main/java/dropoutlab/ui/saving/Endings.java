package dropoutlab.ui.saving;

import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/// How names of files end, and why files could not be written.
final class Endings {
  private Endings() {}

  static boolean has(String ending, Path file) { return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending); }

  /// The file itself, or with the ending that a person left out.
  static Path with(String ending, Path file) { return has(ending, file) ? file : file.resolveSibling(file.getFileName() + ending); }

  /// The end of a sentence: the system's own words name the file once more, or say nothing but its name.
  static String why(IOException fault) {
    return switch (fault) {
      case AccessDeniedException _ -> Words.of("saving.failed.denied");
      case NoSuchFileException _ -> Words.of("saving.failed.folder");
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> fault.getMessage();
    };
  }
}

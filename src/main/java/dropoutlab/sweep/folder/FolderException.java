package dropoutlab.sweep.folder;

import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Something is wrong with the folder of a sweep, told in one sentence.
public final class FolderException extends IOException {
  public FolderException(String sentence) { super(sentence); }

  public FolderException(String sentence, Throwable cause) { super(sentence, cause); }

  /// Tells in a sentence what the system says of a file.
  public static FolderException of(IOException fault, Path folder) {
    return switch (fault) {
      case FolderException told -> told;
      case AccessDeniedException denied ->
          new FolderException(Words.of("sweeprun.folder.denied", denied.getFile()), denied);
      case FileAlreadyExistsException other ->
          new FolderException(Words.of("sweeprun.folder.unreadable", other.getFile()), other);
      case NoSuchFileException gone -> new FolderException(Words.of("sweeprun.folder.gone", gone.getFile()), gone);
      case FileSystemException of -> new FolderException(Words.of("sweeprun.folder.fault", folder,
          of.getReason() == null ? of.getFile() : of.getReason()), of);
      default -> new FolderException(Words.of("sweeprun.folder.fault", folder, String.valueOf(fault.getMessage())),
          fault);
    };
  }
}

package dropoutlab.export;

import dropoutlab.spec.ExperimentException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a JSON file that a user named.
final class JsonText {
  private JsonText() {}

  /// Every failure is an [ExperimentException] with one sentence. Devices and pipes, which have no size, are refused.
  static String read(Path file, long mostBytes) {
    try {
      if (Files.isDirectory(file)) throw new ExperimentException(file + " is a folder, not a JSON file.");
      if (!Files.exists(file)) throw new ExperimentException("There is no file " + file + ".");
      if (!Files.isRegularFile(file)) throw new ExperimentException(file + " is not a regular file.");
      if (Files.size(file) > mostBytes)
        throw new ExperimentException(file + " has more than " + (mostBytes >> 20)
            + " MB: too much for a file of this program.");
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ExperimentException(file + " is not UTF-8 text.", e);
    } catch (AccessDeniedException e) {
      throw new ExperimentException(file + " cannot be read: permission is denied.", e);
    } catch (IOException e) {
      throw new ExperimentException(file + " cannot be read.", e);
    }
  }
}

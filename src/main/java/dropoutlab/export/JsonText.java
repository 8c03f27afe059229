package dropoutlab.export;

import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a JSON file that the user named.
public final class JsonText {
  private JsonText() {}

  /// Reads the text. Every failure is an [ExperimentException] with one sentence. Devices and pipes, which have no
  /// size, are refused.
  public static String read(Path file, long mostBytes) {
    try {
      if (Files.isDirectory(file)) throw new ExperimentException(Words.of("export.json.folder", file));
      if (!Files.exists(file)) throw new ExperimentException(Words.of("export.json.missing", file));
      if (!Files.isRegularFile(file)) throw new ExperimentException(Words.of("export.json.irregular", file));
      if (Files.size(file) > mostBytes)
        throw new ExperimentException(Words.of("export.json.large", file, mostBytes >> 20));
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ExperimentException(Words.of("export.json.no_text", file), e);
    } catch (AccessDeniedException e) {
      throw new ExperimentException(Words.of("export.json.denied", file), e);
    } catch (IOException e) {
      throw new ExperimentException(Words.of("export.json.unreadable", file), e);
    }
  }
}

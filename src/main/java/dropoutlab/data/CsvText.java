package dropoutlab.data;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.function.Supplier;

/// The text of a table. It is read more than once: to find out how it is written, and for its rows.
///
/// @param name the name of the text in errors
record CsvText(String name, Supplier<InputStream> opener) {
  static CsvText of(Path file) { return new CsvText(InputFiles.name(file), () -> InputFiles.open(file)); }

  InputStream open() { return opener.get(); }

  /// Opens the text. Reading throws a [java.nio.charset.CharacterCodingException] at bytes that the charset does not
  /// have.
  BufferedReader open(Charset charset) {
    var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new BufferedReader(new CsvGuard(new InputStreamReader(open(), decoder), name));
  }
}

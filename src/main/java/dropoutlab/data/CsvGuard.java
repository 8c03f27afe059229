package dropoutlab.data;

import dropoutlab.words.Words;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Watches the characters of a CSV file on their way to the parser, and stops input that would fill the memory: binary
/// data, and a record without an end (a line that never breaks, or a quote that is never closed).
final class CsvGuard extends FilterReader {
  static final int MAX_RECORD_CHARS = 1_000_000;
  static final String DELIMITERS = ",;\t|";
  /// The characters below the space that a text may contain, the end mark of DOS among them.
  private static final String TEXT = "\t\n\r\f\u000B\u001A";

  private final String name;
  private long line = 1;
  private long recordLine = 1;
  private int recordChars;
  private boolean quoted;
  private boolean fieldStarts = true;
  private char before;

  CsvGuard(Reader in, String name) {
    super(in);
    this.name = name;
  }

  @Override public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = 0; i < count; i++) see(buffer[offset + i]);
    return count;
  }

  @Override public int read() throws IOException {
    int c = super.read();
    if (c >= 0) see((char) c);
    return c;
  }

  private void see(char c) {
    if (c < ' ' && TEXT.indexOf(c) < 0) throw new DataException(Words.of("data.csv.binary", name));
    if (c == '\r' || c == '\n' && before != '\r') line++;
    before = c;
    if (c == '"' && (quoted || fieldStarts)) quoted = !quoted;
    boolean recordEnds = !quoted && (c == '\n' || c == '\r');
    fieldStarts = recordEnds || DELIMITERS.indexOf(c) >= 0 || fieldStarts && (c == ' ' || c == '\uFEFF');
    recordChars++;
    if (recordEnds) {
      recordChars = 0;
      recordLine = line;
    } else if (recordChars > MAX_RECORD_CHARS)
      throw new DataException(Words.of(quoted ? "data.csv.open_quote" : "data.csv.long_row", name, recordLine,
          MAX_RECORD_CHARS));
  }
}

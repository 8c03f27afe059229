package dropoutlab.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// The columns of a CSV file that were asked for, in the user's units. The file is UTF-8 (with or without a byte order
/// mark) with a header; its fields are parted by the commonest of comma, semicolon and tab in the header. Blank lines
/// are skipped. At most [InputFiles#MAX_BYTES] and [#MAX_CELLS] are read.
///
/// @param name       what to call the file in errors
/// @param inputNames the names of the input columns
/// @param inputs     a row of numbers a row of the file
/// @param targets    the target's text, a row; empty when no target was asked for
/// @param lines      the line in the file on which each row ends, from 1
record CsvTable(String name, List<String> inputNames, List<double[]> inputs, List<String> targets, List<Long> lines) {
  static final long MAX_CELLS = 10_000_000;
  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final int HEAD_CHARS = 1 << 16;

  /// Which columns to read: `inputs` are read as numbers, `target` (-1: none) as text.
  record Choice(int[] inputs, int target) {}

  /// Chooses columns once the header is known; throws a [DataException] when they are not there.
  interface Chooser {
    Choice choose(List<String> header);
  }

  static CsvTable read(Path file, Chooser chooser) {
    return read(InputFiles.open(file), InputFiles.name(file), chooser);
  }

  /// Reads and closes `in`.
  static CsvTable read(InputStream in, String name, Chooser chooser) {
    var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var reader = new BufferedReader(new CsvGuard(new InputStreamReader(in, decoder), name))) {
      return parse(reader, name, chooser);
    } catch (CharacterCodingException e) {
      throw new DataException(name + " is not UTF-8 text; save it with that encoding.", e);
    } catch (IOException e) {
      throw InputFiles.unreadable(name, e);
    }
  }

  private static CsvTable parse(BufferedReader reader, String name, Chooser chooser) throws IOException {
    char delimiter = delimiter(reader, name);
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreSurroundingSpaces(true)
        .setIgnoreEmptyLines(true).get();
    try (CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
      long line = 0;
      try {
        Iterator<CSVRecord> records = parser.iterator();
        List<String> header = header(records.next(), name);
        Choice choice = chooser.choose(header);
        CsvTable table = start(name, header, choice);
        for (line = parser.getCurrentLineNumber(); records.hasNext(); line = parser.getCurrentLineNumber()) {
          CSVRecord row = records.next();
          if (row.size() == 1 && header.size() > 1 && row.get(0).isBlank()) continue;
          table.add(row, parser.getCurrentLineNumber(), header, choice);
        }
        if (table.lines.isEmpty()) throw new DataException(name + " has a header but no rows.");
        return table;
      } catch (UncheckedIOException e) {
        if (!(e.getCause() instanceof CSVException)) throw e.getCause();
        throw new DataException(name + ", line " + (line + 1) + ": the quotes do not match.", e);
      }
    }
  }

  private static CsvTable start(String name, List<String> header, Choice choice) {
    List<String> names = new ArrayList<>();
    for (int column : choice.inputs()) names.add(header.get(column));
    return new CsvTable(name, names, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /// Skips a byte order mark, and looks ahead at the first line that is not blank.
  private static char delimiter(BufferedReader reader, String name) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') reader.reset();
    char[] head = new char[HEAD_CHARS];
    reader.mark(HEAD_CHARS);
    int length = reader.read(head);
    reader.reset();
    String start = length < 0 ? "" : new String(head, 0, length).strip();
    if (start.isEmpty()) throw new DataException(name + " is empty.");
    return commonest(start);
  }

  private static char commonest(String start) {
    int[] counts = new int[DELIMITERS.length];
    boolean quoted = false;
    for (char c : start.toCharArray()) {
      if (c == '"') quoted = !quoted;
      if (!quoted && (c == '\n' || c == '\r')) break;
      for (int d = 0; d < counts.length; d++) if (!quoted && c == DELIMITERS[d]) counts[d]++;
    }
    int best = 0;
    for (int d = 1; d < counts.length; d++) if (counts[d] > counts[best]) best = d;
    return DELIMITERS[best];
  }

  private static List<String> header(CSVRecord record, String name) {
    List<String> header = StreamSupport.stream(record.spliterator(), false).map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    for (int c = 0; c < header.size(); c++) {
      if (header.get(c).isEmpty()) throw new DataException(name + ", line 1: column " + (c + 1) + " has no name.");
      if (!seen.add(header.get(c)))
        throw new DataException(name + ", line 1: two columns are called " + InputFiles.quoted(header.get(c)) + ".");
    }
    return header;
  }

  private void add(CSVRecord row, long line, List<String> header, Choice choice) {
    if (row.size() != header.size())
      throw new DataException(name + ", line " + line + ": " + row.size() + (row.size() == 1 ? " value" : " values")
          + " where the header names " + header.size() + (header.size() == 1 ? " column." : " columns."));
    if ((lines.size() + 1L) * (choice.inputs().length + 1) > MAX_CELLS)
      throw new DataException(name + " has more than " + MAX_CELLS + " values, the most that are read.");
    double[] values = new double[choice.inputs().length];
    for (int i = 0; i < values.length; i++) {
      int column = choice.inputs()[i];
      values[i] = CsvNumber.parse(row.get(column).strip(), () -> where(line, header.get(column)));
    }
    inputs.add(values);
    lines.add(line);
    if (choice.target() >= 0)
      targets.add(CsvNumber.present(row.get(choice.target()).strip(),
          () -> where(line, header.get(choice.target()))));
  }

  String where(long line, String column) {
    return name + ", line " + line + ", column " + InputFiles.quoted(column);
  }
}

package dropoutlab.data;

import dropoutlab.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// The rows of a table's text, one after the other; empty rows are skipped.
final class CsvRows implements AutoCloseable {
  private final String name;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final long before;
  private CSVRecord row;

  /// @param in     the text from its first row on, which [CsvOpening] has found
  /// @param before the number of lines above that row
  CsvRows(BufferedReader in, String name, char delimiter, long before) throws IOException {
    this.name = name;
    this.before = before;
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreSurroundingSpaces(true)
        .setIgnoreEmptyLines(true).get();
    parser = CSVParser.builder().setReader(in).setFormat(format).get();
    records = parser.iterator();
  }

  /// Moves to the next row; returns false at the end.
  boolean next() throws IOException {
    long line = line();
    try {
      do {
        if (!records.hasNext()) return false;
        row = records.next();
      } while (isBlank());
      return true;
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof CSVException)) throw e.getCause();
      throw new DataException(Words.of("data.csv.quotes", name, line + 1), e);
    }
  }

  private boolean isBlank() {
    for (int c = 0; c < row.size(); c++) if (!cell(c).isEmpty()) return false;
    return true;
  }

  int size() { return row.size(); }

  /// Returns a cell without surrounding spaces; empty beyond the end of the row.
  String cell(int column) { return column < row.size() ? Decimal.stripped(row.get(column)) : ""; }

  List<String> cells() {
    List<String> cells = new ArrayList<>(size());
    for (int c = 0; c < size(); c++) cells.add(cell(c));
    return cells;
  }

  /// Returns the line of the file on which the row ends, counted from 1.
  long line() { return before + parser.getCurrentLineNumber(); }

  @Override public void close() throws IOException { parser.close(); }
}

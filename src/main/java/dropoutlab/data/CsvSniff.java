package dropoutlab.data;

import dropoutlab.spec.CsvStyle;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// How the text of a table is written and what its columns hold. This is decided once, in one reading of the whole
/// text, and used by everything that reads tables.
///
/// @param name      the name of the file
/// @param encoding  the name of the character set
/// @param guessed   whether the encoding is a guess, because the text is not UTF-8
/// @param delimiter the sign that separates the cells
/// @param grouping  the sign between thousands; 0 if there is none
/// @param header    whether the first row names the columns
/// @param told      whether the user said so
/// @param rows      the number of rows besides the header
/// @param head      the first rows
/// @param note      what the reader should know about the header, or empty
public record CsvSniff(String name, String encoding, boolean guessed, char delimiter, Decimal decimal, char grouping,
                       boolean header, boolean told, List<Column> columns, long rows, List<List<String>> head,
                       String note) {
  public enum Type { NUMBERS, WORDS, EMPTY }

  /// A column; its [#name] is for example "column 3" if the file does not name it.
  ///
  /// @param type         numbers if most cells are numbers
  /// @param strays       the number of cells in a column of numbers that are neither numbers nor missing
  /// @param firstMissing the first mark or gap, in quotes and with its line; empty if nothing is missing
  /// @param values       the distinct values in alphabetical order; empty if there are more than 100
  /// @param note         which of two possible readings its numbers were given; empty if there is only one
  public record Column(String name, boolean named, Type type, long strays, long missing, String firstMissing,
                       List<String> values, String note) {
    public Column { values = List.copyOf(values); }

    /// Returns whether the column is empty and has no name, as after a delimiter at the end of each line.
    boolean isNothing() { return !named && type == Type.EMPTY; }
  }

  public CsvSniff {
    columns = List.copyOf(columns);
    head = List.copyOf(head);
  }

  /// @throws DataException with one sentence if the file is no table that can be read
  public static CsvSniff of(Path file, CsvStyle style) { return of(CsvText.of(file), style, Decimal.POINT); }

  /// @param before the decimal sign of a file of the same kind that was read before
  static CsvSniff of(CsvText source, CsvStyle style, Decimal before) {
    return new CsvSniffer(source, style, before).sniff();
  }

  /// Returns the names from which the user can choose; empty columns without a name are left out.
  public List<String> names() { return columns.stream().filter(c -> !c.isNothing()).map(Column::name).toList(); }

  /// Returns whether it has several columns, one of numbers among them. Commas in prose make no such table.
  public boolean hasNumbers() {
    return columns.size() > 1 && columns.stream().anyMatch(column -> column.type() == Type.NUMBERS);
  }

  /// Returns whether the first row, which should name the columns, looks like a row of data.
  public boolean lacksHeader() { return !header && !told; }

  /// Returns the index of a column by its name; line breaks and runs of spaces count as one space.
  ///
  /// @return -1 if there is none, -2 if there are several
  int find(String name) {
    String wanted = oneLine(name);
    int[] found = IntStream.range(0, columns.size()).filter(c -> columns.get(c).name().equals(wanted)).toArray();
    return found.length == 1 ? found[0] : found.length == 0 ? -1 : -2;
  }

  /// @param why the purpose of the column, as a part of a sentence
  int require(String name, String why) {
    int at = find(name);
    if (at >= 0) return at;
    if (lacksHeader()) throw withoutHeader();
    if (at == -2)
      throw new DataException(Words.of("data.csv.two_columns", this.name, InputFiles.quoted(name)));
    throw new DataException(Words.of("data.csv.no_column", this.name, InputFiles.quoted(name), why,
        InputFiles.listed(names())));
  }

  DataException withoutHeader() {
    return new DataException(Words.of("data.csv.no_header", name, InputFiles.listed(head.getFirst())));
  }

  static String oneLine(String name) { return Decimal.stripped(name).replaceAll("[\\p{Z}\\s]+", " "); }
}

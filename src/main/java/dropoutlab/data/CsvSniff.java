package dropoutlab.data;

import dropoutlab.spec.CsvStyle;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// How a table's text is written and what its columns hold: decided once, in one reading of the whole text, and used by
/// all that read tables.
///
/// @param name      the file's
/// @param encoding  the name of the character set
/// @param guessed   whether the encoding is a guess, because the text is no UTF-8
/// @param delimiter what parts the cells
/// @param grouping  the sign between thousands; 0 where there is none
/// @param header    whether the first row names the columns
/// @param told      whether a person said so
/// @param rows      how many rows there are beside the header
/// @param head      the first of them
/// @param note      what a reader should know of the header, or empty
public record CsvSniff(String name, String encoding, boolean guessed, char delimiter, Decimal decimal, char grouping,
                       boolean header, boolean told, List<Column> columns, long rows, List<List<String>> head,
                       String note) {
  public enum Type { NUMBERS, WORDS, EMPTY }

  /// A column; [#name] is "column 3" where the file has none for it.
  ///
  /// @param type         numbers where most cells are
  /// @param strays       how many cells of a column of numbers are none, and not missing either
  /// @param firstMissing the first mark or gap, in quotes and with its line; empty where nothing is missing
  /// @param values       the distinct values in the order of the alphabet; empty where there are more than 100
  /// @param note         which of two readings its numbers were given; empty where there is only one
  public record Column(String name, boolean named, Type type, long strays, long missing, String firstMissing,
                       List<String> values, String note) {
    public Column { values = List.copyOf(values); }

    /// Holds nothing and is called nothing, as what stands behind a delimiter at the end of each line.
    boolean isNothing() { return !named && type == Type.EMPTY; }
  }

  public CsvSniff {
    columns = List.copyOf(columns);
    head = List.copyOf(head);
  }

  /// @throws DataException in one sentence, where the file is no table that can be read
  public static CsvSniff of(Path file, CsvStyle style) { return of(CsvText.of(file), style, Decimal.POINT); }

  /// @param before the decimal sign of the file that was read before, of the same kind
  static CsvSniff of(CsvText source, CsvStyle style, Decimal before) {
    return new CsvSniffer(source, style, before).sniff();
  }

  /// The names, for choosing among them; what holds nothing is not among them.
  public List<String> names() { return columns.stream().filter(c -> !c.isNothing()).map(Column::name).toList(); }

  /// Whether the first row, which was to name the columns, looks like one of data.
  public boolean lacksHeader() { return !header && !told; }

  /// Where a column stands, by its name; line breaks and runs of spaces count as one space.
  ///
  /// @return -1 where there is none, -2 where there are several
  int find(String name) {
    String wanted = oneLine(name);
    int[] found = IntStream.range(0, columns.size()).filter(c -> columns.get(c).name().equals(wanted)).toArray();
    return found.length == 1 ? found[0] : found.length == 0 ? -1 : -2;
  }

  /// @param why what the column is for, as a part of a sentence
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

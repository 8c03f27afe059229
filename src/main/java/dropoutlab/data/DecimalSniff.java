package dropoutlab.data;

import dropoutlab.data.CsvSniff.Column;
import dropoutlab.data.CsvSniff.Type;
import dropoutlab.words.Precise;
import dropoutlab.words.Words;
import java.util.List;

/// Which decimal sign a table has, and what its columns hold under it.
///
/// A column tells it by numbers that can be read in one way only. Where no column does, and "1,234" may be a thousand
/// or a bit more than one, files that come after one with decimal commas, and files whose cells are parted by
/// semicolons, have decimal commas too, others points. A column that does not tell it by itself gets a note of what its numbers were read as; points in a file that is parted by commas
/// need none.
final class DecimalSniff {
  private DecimalSniff() {}

  /// @param asked  what a person says, or null
  /// @param before the sign of the file that was read before, of the same kind
  static Decimal of(List<ColumnStatistics> columns, String asked, Decimal before, char delimiter) {
    if (asked != null) return asked.equals(".") ? Decimal.POINT : Decimal.COMMA;
    int points = 0, commas = 0;
    boolean commaAlone = false;
    for (ColumnStatistics column : columns) {
      if (!column.mostlyNumbers()) continue;
      if (column.pointOnly > column.commaOnly) points++;
      if (column.commaOnly > column.pointOnly) commas++;
      commaAlone |= column.firstEither != null && column.firstEither.text().indexOf(',') >= 0;
    }
    if (points + commas > 0) return commas > points ? Decimal.COMMA : Decimal.POINT;
    return before == Decimal.COMMA || commaAlone && delimiter == ';' ? Decimal.COMMA : Decimal.POINT;
  }

  /// @param told whether a person has said which decimal sign it is
  static Column column(String name, boolean named, ColumnStatistics of, Decimal decimal, boolean told, char delimiter) {
    boolean numbers = of.mostlyNumbers();
    long misread = decimal == Decimal.POINT ? of.commaOnly : of.pointOnly;
    long strays = numbers ? of.words() - of.missingAmongNumbers + misread : 0;
    long missing = of.missing + (numbers ? of.missingAmongNumbers : 0);
    Type type = of.cells == of.missing ? Type.EMPTY : numbers ? Type.NUMBERS : Type.WORDS;
    boolean ambiguous = numbers && !told && of.either > 0 && of.pointOnly + of.commaOnly == 0
        && (delimiter != ',' || of.firstEither.text().indexOf(',') >= 0);
    return new Column(name, named, type, strays, missing, firstMissing(of, numbers),
        List.copyOf(of.distinct()), ambiguous ? note(name, of.firstEither, decimal) : "");
  }

  private static String firstMissing(ColumnStatistics of, boolean numbers) {
    ColumnStatistics.Cell first = of.firstMissing;
    ColumnStatistics.Cell among = numbers ? of.firstMissingAmongNumbers : null;
    if (first == null || among != null && among.line() < first.line()) first = among;
    if (first == null) return "";
    return first.text().isEmpty() ? Words.of("data.missing.gap_at", first.line())
        : Words.of("data.missing.mark_at", InputFiles.quoted(first.text()), first.line());
  }

  private static String note(String name, ColumnStatistics.Cell cell, Decimal decimal) {
    Decimal other = decimal.other();
    return Words.of("data.number.ambiguous", InputFiles.quoted(cell.text()), cell.line(), InputFiles.quoted(name),
        Precise.all(decimal.value(cell.text())), Precise.all(other.value(cell.text())), other.named(), other.sign());
  }
}

package dropoutlab.data;

import dropoutlab.data.CsvSniff.Column;
import dropoutlab.data.CsvSniff.Type;
import dropoutlab.words.Precise;
import dropoutlab.words.Words;
import java.util.List;

/// Finds the decimal sign of a table, and what its columns hold under it.
///
/// Columns decide the sign by numbers that can be read in one way only. If no column decides, "1,234" may be one
/// thousand or a little more than one. Then the decimal sign is a comma for files that come after one with decimal
/// commas and for files whose cells are separated by semicolons, and a point for others. A column that does not decide
/// the sign by itself gets a note on how its numbers were read; points in a file that is separated by commas need no
/// note.
final class DecimalSniff {
  private DecimalSniff() {}

  /// @param asked  the decimal sign that the user gave, or null
  /// @param before the sign of a file of the same kind that was read before
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

  /// @param told whether the user has given the decimal sign
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

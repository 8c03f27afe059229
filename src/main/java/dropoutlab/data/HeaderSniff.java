package dropoutlab.data;

import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// Decides whether the first row of a table names its columns. It looks like data if it has numbers for all columns of
/// numbers or, if there are no such columns, words that occur again below. Numbers in even steps (years, 0 1 2) are
/// names.
///
/// @param note what the user should know, or empty
record HeaderSniff(boolean isHeader, String note) {
  /// @param asked the answer that the user gave, or null
  static HeaderSniff of(List<String> first, List<ColumnStatistics> statistics, MissingMarks marks, Boolean asked) {
    List<String> overNumbers = new ArrayList<>();
    int again = 0, words = 0;
    for (int c = 0; c < Math.min(first.size(), statistics.size()); c++) {
      ColumnStatistics below = statistics.get(c);
      if (marks.contains(first.get(c))) continue;
      if (below.mostlyNumbers()) overNumbers.add(first.get(c));
      else if (below.cells > below.missing) {
        words++;
        if (below.distinct().contains(first.get(c))) again++;
      }
    }
    if (asked != null) return new HeaderSniff(asked, "");
    if (overNumbers.isEmpty()) return new HeaderSniff(words == 0 || again < words, "");
    if (!overNumbers.stream().allMatch(HeaderSniff::isNumber)) return new HeaderSniff(true, "");
    if (!inEvenSteps(overNumbers)) return new HeaderSniff(false, "");
    return new HeaderSniff(true, Words.of("data.csv.header_numbers", InputFiles.listed(first)));
  }

  private static boolean isNumber(String text) { return Decimal.POINT.isNumber(text) || Decimal.COMMA.isNumber(text); }

  /// Returns whether there are two numbers or more that follow each other, or three or more in larger equal steps.
  private static boolean inEvenSteps(List<String> names) {
    if (names.size() < 2 || !names.stream().allMatch(name -> name.matches("\\d{1,9}"))) return false;
    long step = Long.parseLong(names.get(1)) - Long.parseLong(names.getFirst());
    for (int i = 1; i < names.size(); i++)
      if (Long.parseLong(names.get(i)) - Long.parseLong(names.get(i - 1)) != step) return false;
    return step == 1 || step > 1 && names.size() > 2;
  }
}

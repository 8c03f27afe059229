package dropoutlab.data;

import java.util.Set;
import java.util.TreeSet;

/// Counts the kinds of cells in a column while neither the decimal sign nor the header is known.
final class ColumnStatistics {
  private static final int LONGEST_CATEGORY = 200;

  /// A cell, and the line on which its row ends.
  record Cell(String text, long line) {}

  private final MissingMarks marks;
  private final Set<String> words = new TreeSet<>();
  private boolean manyWords;
  long cells;
  long missing;
  long missingAmongNumbers;
  long numbers;
  long pointOnly;
  long commaOnly;
  long either;
  Cell firstMissing;
  Cell firstMissingAmongNumbers;
  Cell firstEither;
  char grouping;

  ColumnStatistics(MissingMarks marks) { this.marks = marks; }

  void add(String text, long line) {
    cells++;
    if (marks.contains(text)) {
      missing++;
      if (firstMissing == null) firstMissing = new Cell(text, line);
      return;
    }
    boolean point = Decimal.POINT.isNumber(text), comma = Decimal.COMMA.isNumber(text);
    if (point || comma) {
      numbers++;
      count(text, line, point, comma);
    } else if (marks.containsAmongNumbers(text)) {
      missingAmongNumbers++;
      if (firstMissingAmongNumbers == null) firstMissingAmongNumbers = new Cell(text, line);
    }
    keep(text);
  }

  /// A number that can be read with both decimal signs has the same value with both, unless it contains one of them.
  private void count(String text, long line, boolean point, boolean comma) {
    char sign = (point ? Decimal.POINT : Decimal.COMMA).grouping(text);
    if (sign != 0) grouping = sign;
    if (!comma) pointOnly++;
    else if (!point) commaOnly++;
    else if (text.indexOf('.') >= 0 || text.indexOf(',') >= 0) {
      either++;
      if (firstEither == null) firstEither = new Cell(text, line);
    }
  }

  private void keep(String text) {
    if (manyWords) return;
    words.add(text);
    manyWords = words.size() > ClassLabels.MAX_CLASSES || text.length() > LONGEST_CATEGORY;
    if (manyWords) words.clear();
  }

  /// Returns how many cells are words under either decimal sign, the marks of a missing number included.
  long words() { return cells - missing - numbers; }

  boolean mostlyNumbers() { return numbers > 0 && numbers >= words() - missingAmongNumbers; }

  /// Returns the distinct values in alphabetical order; empty if there are too many for categories.
  Set<String> distinct() { return words; }

  boolean hasManyWords() { return manyWords; }
}

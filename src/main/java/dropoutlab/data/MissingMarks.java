package dropoutlab.data;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Decides which cells mean a missing value: empty ones, and the marks that the user names or else the usual ones.
///
/// @param asked null for the usual marks, in upper or lower case
record MissingMarks(List<String> asked) {
  private static final Set<String> USUAL = Set.of("na", "n/a", "#n/a", "#n/a n/a", "#na", "<na>", "nan", "-nan", "null",
      "(null)", "?", "-", "--", "\u2013", "\u2014", ".", "#value!", "#div/0!", "#num!", "#ref!", "#name?", "#null!",
      "1.#ind", "-1.#ind", "1.#qnan", "-1.#qnan");
  /// These words may also be classes or categories.
  private static final Set<String> AMONG_NUMBERS = Set.of("none", "nil", "missing", "unknown");

  boolean contains(String cell) {
    if (cell.isEmpty()) return true;
    return asked == null ? USUAL.contains(cell.toLowerCase(Locale.ROOT)) : asked.contains(cell);
  }

  /// Returns whether a cell in a column of numbers means a missing value.
  boolean containsAmongNumbers(String cell) {
    return contains(cell) || asked == null && AMONG_NUMBERS.contains(cell.toLowerCase(Locale.ROOT));
  }
}

package dropoutlab.data;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which cells stand for a missing value: empty ones, and the marks that a person names or else those in common use.
///
/// @param asked null for those in common use, in any case of letters
record MissingMarks(List<String> asked) {
  private static final Set<String> USUAL = Set.of("na", "n/a", "#n/a", "#n/a n/a", "#na", "<na>", "nan", "-nan", "null",
      "(null)", "?", "-", "--", "\u2013", "\u2014", ".", "#value!", "#div/0!", "#num!", "#ref!", "#name?", "#null!",
      "1.#ind", "-1.#ind", "1.#qnan", "-1.#qnan");
  /// These may be classes or categories as well.
  private static final Set<String> AMONG_NUMBERS = Set.of("none", "nil", "missing", "unknown");

  boolean contains(String cell) {
    if (cell.isEmpty()) return true;
    return asked == null ? USUAL.contains(cell.toLowerCase(Locale.ROOT)) : asked.contains(cell);
  }

  /// Whether the cell of a column of numbers stands for none.
  boolean containsAmongNumbers(String cell) {
    return contains(cell) || asked == null && AMONG_NUMBERS.contains(cell.toLowerCase(Locale.ROOT));
  }
}

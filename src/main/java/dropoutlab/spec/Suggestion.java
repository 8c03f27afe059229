package dropoutlab.spec;

import dropoutlab.words.Words;
import java.util.Collection;

/// Suggests names to someone who mistyped one.
public final class Suggestion {
  private Suggestion() {}

  /// Returns the end of a sentence about an unknown `name`: the nearest known name if one is near, then all of them.
  public static String among(String name, Collection<String> known) {
    String nearest = null;
    int least = Math.max(1, name.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(name, candidate);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    String all = Words.parted(known);
    return nearest == null ? Words.of("spec.suggestion.none", all) : Words.of("spec.suggestion.near", all, nearest);
  }

  /// Returns the least number of inserted, deleted and replaced characters between two names (Levenshtein 1966).
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}

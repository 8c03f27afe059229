package dropoutlab.predict.sweep;

import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Axis.Scale;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// Some values of the first axis, as a sentence lists them.
///
/// @param at their numbers on the axis, ascending
record Places(Axis axis, List<Integer> at) {
  /// A shorter run of values is told one by one.
  private static final int LEAST_RUN = 3;

  boolean isEmpty() { return at.isEmpty(); }

  boolean areNames() { return axis.scale() == Scale.NAMES; }

  /// Whether they are neighbours that can be told as a range.
  boolean isRun() { return !areNames() && isRun(at); }

  private static boolean isRun(List<Integer> at) {
    return at.size() >= LEAST_RUN && at.getLast() - at.getFirst() == at.size() - 1;
  }

  String first() { return label(at.getFirst()); }

  String last() { return label(at.getLast()); }

  /// "0.3, 0.4 and 0.7", neighbours as a range: "0, 0.3 to 0.6 and 0.8".
  String list() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < at.size(); ) {
      int end = i + 1;
      while (!areNames() && end < at.size() && at.get(end) == at.get(end - 1) + 1) end++;
      boolean run = isRun(at.subList(i, end));
      parts.add(run ? Words.of("sweep.places", label(at.get(i)), label(at.get(end - 1))) : label(at.get(i)));
      i = run ? end : i + 1;
    }
    return Words.list(parts);
  }

  private String label(int i) { return axis.points().get(i).label(); }

  /// Where something is: "At 0.3 and 0.4", "From 0.3 to 0.7", "For L2".
  String where() {
    if (areNames()) return Words.of("sweep.where.for", list());
    return isRun() ? Words.of("sweep.where.range", first(), last()) : Words.of("sweep.where.at", list());
  }
}

package dropoutlab.spec.sweep;

import dropoutlab.spec.Check;
import dropoutlab.words.Words;
import java.util.List;
import java.util.OptionalInt;

/// A value on an axis: what stands under its column, and the settings that make it of the experiment.
///
/// @param set settings such as `network.hidden.*.drop=0.5`; none for the experiment as it is. `passes=100` is none of
///            the experiment's: it asks the trained network with 100 passes, `passes=0` with masks off
public record Point(String label, List<String> set) {
  /// The path that is asked of a trained network instead of being trained anew.
  public static final String PASSES = "passes";
  public static final int MOST_PASSES = 100_000;
  /// What belongs to a run and not to a value.
  private static final List<String> REFUSED = List.of("title", "card", "interventions", "training.twin", "beside");

  public Point {
    Check.present("label", label);
    if (label.isBlank()) throw new IllegalArgumentException(Words.of("sweepspec.no_label"));
    Check.entries("set", set);
    set = set.stream().map(Point::checked).toList();
  }

  /// Returns with how many passes the trained network is asked; empty if the point asks nothing.
  public OptionalInt passes() {
    return set.stream().filter(Point::asksPasses).map(setting -> setting.substring(PASSES.length() + 1))
        .mapToInt(Integer::parseInt).findFirst();
  }

  /// Returns the settings of the experiment alone.
  public List<String> settings() { return set.stream().filter(setting -> !asksPasses(setting)).toList(); }

  private static boolean asksPasses(String setting) { return setting.startsWith(PASSES + "="); }

  /// Returns a setting without spaces around its parts.
  private static String checked(String setting) {
    int equals = setting.indexOf('=');
    if (equals < 1) throw new IllegalArgumentException(Words.of("sweepspec.setting", setting));
    String path = setting.substring(0, equals).strip(), value = setting.substring(equals + 1).strip();
    checkPath(path);
    if (path.equals(PASSES) && !(value.matches("\\d{1,6}") && Integer.parseInt(value) <= MOST_PASSES))
      throw new IllegalArgumentException(Words.of("sweepspec.passes", MOST_PASSES, value));
    return path + "=" + value;
  }

  /// Requires a path that can be swept.
  static void checkPath(String path) {
    if (path.equals("seed")) throw new IllegalArgumentException(Words.of("sweepspec.seed"));
    for (String refused : REFUSED)
      if (path.equals(refused) || path.startsWith(refused + ".") || path.startsWith(refused + "["))
        throw new IllegalArgumentException(Words.of("sweepspec.not_swept", path));
  }
}

package dropoutlab.spec;

import dropoutlab.words.Precise;
import dropoutlab.words.Words;
import java.util.List;

/// The checks that the records share. Each message starts with the name of the field, so that the reader of a file can
/// put its path in front.
public final class Check {
  private static final double LEAST_SHARE = 0.01, MOST_SHARE = 0.9;

  private Check() {}

  /// Requires a drop rate in [0, 1); it is never the keep probability.
  static double dropRate(String name, double p) {
    if (!(p >= 0 && p < 1)) throw fault("spec.check.drop_rate", name, p);
    return p;
  }

  public static void range(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) throw fault("spec.check.range", name, value, shown(min), shown(max));
  }

  /// Requires the share of the examples that is held out.
  static void share(String name, double value) {
    if (!(value == 0 || value >= LEAST_SHARE && value <= MOST_SHARE))
      throw fault("spec.check.share", name, value, shown(LEAST_SHARE), shown(MOST_SHARE));
  }

  static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) throw fault("spec.check.positive", name, value);
  }

  static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) throw fault("spec.check.not_negative", name, value);
  }

  public static void present(String name, Object value) {
    if (value == null) throw new IllegalArgumentException(Words.of("spec.check.missing", name));
  }

  /// Requires a list without missing entries.
  public static void entries(String name, List<?> list) {
    present(name, list);
    for (int i = 0; i < list.size(); i++) present(name + "[" + i + "]", list.get(i));
  }

  /// @param key of a text with places for the name, the value, and two limits
  static IllegalArgumentException fault(String key, String name, double value, String... limits) {
    String least = limits.length == 0 ? "" : limits[0], most = limits.length == 0 ? "" : limits[1];
    return new IllegalArgumentException(Words.of(key, name, shown(value), least, most));
  }

  private static String shown(double value) { return Precise.all(value); }
}

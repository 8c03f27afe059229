package dropoutlab.spec;

import java.util.List;

/// The checks that the records share. Each message starts with the name of the field, so that the reader of a file can
/// put its path in front.
final class Check {
  private Check() {}

  /// Requires a drop rate in [0, 1); it is never the keep probability.
  static double dropRate(String name, double p) {
    require(p >= 0 && p < 1, name, p, "a drop rate must be in [0, 1)");
    return p;
  }

  static void range(String name, double value, double min, double max) {
    require(value >= min && value <= max, name, value, "must be from " + shown(min) + " to " + shown(max));
  }

  /// Requires the share of the examples that is held out.
  static void share(String name, double value) {
    require(value == 0 || value >= 0.01 && value <= 0.9, name, value, "must be 0 or from 0.01 to 0.9");
  }

  static void positive(String name, double value) {
    require(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "must be greater than 0");
  }

  static void notNegative(String name, double value) {
    require(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "must be 0 or more");
  }

  static void present(String name, Object value) {
    if (value == null) throw new IllegalArgumentException(name + ": is missing");
  }

  /// Requires a list without missing entries.
  static void entries(String name, List<?> list) {
    present(name, list);
    for (int i = 0; i < list.size(); i++) present(name + "[" + i + "]", list.get(i));
  }

  private static void require(boolean holds, String name, double value, String rule) {
    if (!holds) throw new IllegalArgumentException(name + ": " + rule + ", but is " + shown(value));
  }

  private static String shown(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) <= 0x1p53;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}

package dropoutlab.words;

/// The unit in the name of a column: "ppm" of "CO2 (ppm)" and of "CO₂, ppm".
public final class Unit {
  private Unit() {}

  /// Empty where the name has none.
  public static String of(String name) {
    int open = name.lastIndexOf('(');
    if (open > 0 && name.endsWith(")")) return name.substring(open + 1, name.length() - 1).strip();
    int comma = name.lastIndexOf(", ");
    return comma > 0 ? name.substring(comma + 2).strip() : "";
  }

  /// With a space before it, to stand behind a number.
  public static String behind(String name) { return of(name).isEmpty() ? "" : " " + of(name); }

  /// The square of the unit, after a comma.
  public static String squared(String name) {
    String unit = of(name);
    return unit.isEmpty() ? "" : unit.matches("\\p{L}+") ? ", " + unit + "²" : ", (" + unit + ")²";
  }
}

package dropoutlab.figure.plot;

import dropoutlab.data.Schema;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// A column of numbers as sentences speak of it: its name without its unit, and the unit behind each number.
///
/// @param unit   empty for none
/// @param spread shows how many digits of its numbers matter; 0 for the first three
public record Measured(String name, String unit, double spread) {
  public static Measured input(Schema schema, int column) {
    return of(schema.inputs().get(column), schema.inputSpread(column));
  }

  public static Measured target(Schema schema) { return of(schema.target(), schema.targetSpread()); }

  /// @param named "CO₂ (ppm)"
  public static Measured of(String named, double spread) {
    DataTable.Column column = DataTable.Column.named(named);
    return new Measured(column.name(), column.unit(), spread);
  }

  private String withUnit(String number) { return unit.isEmpty() ? number : Words.of("told.with_unit", number, unit); }

  /// A value with its unit.
  public String told(double value) { return withUnit(Numbers.reading(value, spread)); }

  /// A difference or a deviation with its unit.
  public String size(double value) { return withUnit(Numbers.reading(value)); }

  /// "year from 1958 to 2020".
  public String range(double from, double to) {
    return Words.of("told.range", name, Numbers.brief(from, spread), place(to));
  }

  /// "year 1990".
  public String at(double value) { return Words.of("told.at", name, place(value)); }

  private String place(double value) { return withUnit(Numbers.brief(value, spread)); }

  public DataTable.Column column() { return new DataTable.Column(name, unit); }

  /// Of another quantity in the same unit.
  public DataTable.Column column(String other) { return new DataTable.Column(other, unit); }
}

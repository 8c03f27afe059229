package dropoutlab.figure.plot;

import dropoutlab.words.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The numbers that a figure shows: one row a point.
///
/// @param columns their names; the same for every row
/// @param rows    as many cells as columns: a [Double], a [Long], a [String], or null where there is nothing
public record DataTable(List<Column> columns, List<List<Object>> rows) {
  /// @param unit in which its numbers are; empty for a plain number or a word
  public record Column(String name, String unit) {
    public Column(String name) { this(name, ""); }

    /// Parts a name from the unit that it ends with: "CO₂ (ppm)", "loss, nats".
    public static Column named(String name) {
      String unit = Unit.of(name);
      // "p(class 3)" is no unit.
      if (unit.isEmpty() || name.matches(".*\\S\\([^(]*\\)")) return new Column(name);
      return new Column(name.substring(0, name.lastIndexOf(name.endsWith(")") ? '(' : ',')).strip(), unit);
    }

    /// As it stands above the numbers: "loss (nats)".
    public String heading() { return unit.isEmpty() ? name : name + " (" + unit + ")"; }
  }

  public DataTable {
    columns = List.copyOf(columns);
    List<List<Object>> copies = new ArrayList<>();
    for (List<Object> row : rows) {
      if (row.size() != columns.size())
        throw new IllegalArgumentException("A row has " + row.size() + " cells, the table " + columns.size()
            + " columns");
      copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = Collections.unmodifiableList(copies);
  }

  /// A table that is being written.
  public static final class Rows {
    private final List<Column> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    public Rows(Column... columns) { this(List.of(columns)); }

    public Rows(List<Column> columns) { this.columns = List.copyOf(columns); }

    /// @param cells whole numbers, other numbers, words, or null; NaN is nothing
    public void add(Object... cells) { add(Arrays.asList(cells)); }

    public void add(List<?> cells) {
      List<Object> row = new ArrayList<>();
      for (Object cell : cells)
        row.add(switch (cell) {
          case Integer whole -> whole.longValue();
          case Double number when number.isNaN() -> null;
          case null, default -> cell;
        });
      rows.add(row);
    }

    /// Empty where there are no rows.
    public Optional<DataTable> table() {
      return rows.isEmpty() ? Optional.empty() : Optional.of(new DataTable(columns, rows));
    }
  }
}

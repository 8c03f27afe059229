package dropoutlab.figure.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The numbers that a figure shows: one row a point.
///
/// @param columns their names; the same for every row
/// @param rows    as many cells as columns: a [Double], a [Long], a [String], or null where there is nothing
public record DataTable(List<Column> columns, List<List<Object>> rows) {
  /// @param unit in which its numbers are; empty for a plain number or a word
  public record Column(String name, String unit) {
    public Column(String name) { this(name, ""); }

    /// As it stands above the numbers: "loss (nats)".
    public String heading() { return unit.isEmpty() ? name : name + " (" + unit + ")"; }
  }

  public DataTable {
    columns = List.copyOf(columns);
    List<List<Object>> copies = new ArrayList<>();
    for (List<Object> row : rows) {
      if (row.size() != columns.size())
        throw new IllegalArgumentException("A row has " + row.size() + " cells, the table " + columns.size() + " columns");
      copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = Collections.unmodifiableList(copies);
  }
}

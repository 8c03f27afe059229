package dropoutlab.figure.plot;

import dropoutlab.figure.plot.DataTable.Column;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The table of a figure of several plots, filled plot by plot. Each row begins with the name of its plot, unless there
/// is only one; columns of the same name are one, and a cell is empty where its plot has no such column.
public final class PartTable {
  private final List<Part> parts = new ArrayList<>();

  /// The rows of one plot.
  public static final class Part {
    private final String name;
    private final List<Column> columns;
    private final List<Object[]> rows = new ArrayList<>();

    private Part(String name, List<Column> columns) {
      this.name = name;
      this.columns = columns;
    }

    /// Adds a row with a cell for each column, from the left: a number, a text, or null or NaN where there is nothing to
    /// tell.
    public Part row(Object... cells) {
      if (cells.length != columns.size())
        throw new IllegalArgumentException(name + ": " + cells.length + " cells for " + columns.size() + " columns");
      rows.add(cells);
      return this;
    }
  }

  /// Begins a plot.
  ///
  /// @param text its name and those of its columns, separated by bars, each with its unit in brackets if it has one:
  ///             "losses | epoch | loss (nats)"
  public Part part(String text) {
    List<String> names = List.of(text.split(" \\| "));
    Part part = new Part(names.getFirst(), names.stream().skip(1).map(PartTable::column).toList());
    parts.add(part);
    return part;
  }

  private static Column column(String name) {
    int open = name.endsWith(")") ? name.lastIndexOf(" (") : -1;
    return open < 0 ? new Column(name) : new Column(name.substring(0, open), name.substring(open + 2,
        name.length() - 1));
  }

  public DataTable table() {
    Set<Column> columns = new LinkedHashSet<>();
    if (parts.size() > 1) columns.add(new Column(Words.of("toldtheory.part")));
    for (Part part : parts) columns.addAll(part.columns);
    List<Column> all = List.copyOf(columns);
    List<List<Object>> rows = new ArrayList<>();
    for (Part part : parts) for (Object[] cells : part.rows) rows.add(row(all, part, cells));
    return new DataTable(all, rows);
  }

  private List<Object> row(List<Column> all, Part part, Object[] cells) {
    List<Object> row = new ArrayList<>(Collections.nCopies(all.size(), null));
    if (parts.size() > 1) row.set(0, part.name);
    for (int i = 0; i < cells.length; i++) row.set(all.indexOf(part.columns.get(i)), cell(cells[i]));
    return row;
  }

  private static Object cell(Object of) {
    return switch (of) {
      case null -> null;
      case Integer whole -> (long) whole;
      case Long whole -> whole;
      case Double number -> Double.isFinite(number) ? number : null;
      case String text -> text;
      default -> throw new IllegalArgumentException("A cell holds " + of.getClass());
    };
  }
}

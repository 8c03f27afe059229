package dropoutlab.figure.plot;

import dropoutlab.frame.Viewport;

/// The cells of a map, row by row from the bottom, in the user's units.
public record Cells(Viewport window, int columns, int rows) {
  public int size() { return columns * rows; }

  /// The middle of a cell.
  public double x(int cell) { return along(window.xMin(), window.xMax(), cell % columns, columns); }

  public double y(int cell) { return along(window.yMin(), window.yMax(), cell / columns, rows); }

  private static double along(double from, double to, int index, int of) {
    return from + (to - from) * (index + .5) / of;
  }

  /// The cell of a place; -1 outside of the map.
  public int at(double x, double y) {
    double column = (x - window.xMin()) / (window.xMax() - window.xMin()) * columns;
    double row = (y - window.yMin()) / (window.yMax() - window.yMin()) * rows;
    boolean inside = column >= 0 && column <= columns && row >= 0 && row <= rows;
    return inside ? Math.min((int) row, rows - 1) * columns + Math.min((int) column, columns - 1) : -1;
  }
}

package dropoutlab.figure;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// The line along which a function on a grid of cells is zero, by marching squares over the cells' centres
/// (Lorensen and Cline 1987, in the plane). Places are shares of the plane, from the left and from the bottom.
final class Contour {
  /// Pieces reach a little over each other, so that no seams show.
  private static final double OVERLAP_PX = .5;

  private double[] ends = new double[256];
  private int used;

  /// Adds the zero line of `field`, a function of the cell number row * columns + column, rows from the bottom.
  void add(int columns, int rows, IntToDoubleFunction field) {
    for (int row = 0; row + 1 < rows; row++)
      for (int column = 0; column + 1 < columns; column++) {
        int cell = row * columns + column;
        double a = field.applyAsDouble(cell);
        double b = field.applyAsDouble(cell + 1);
        double c = field.applyAsDouble(cell + columns + 1);
        double d = field.applyAsDouble(cell + columns);
        if (a > 0 == b > 0 && b > 0 == c > 0 && c > 0 == d > 0) continue;
        square(columns, rows, column, row, a, b, c, d);
      }
  }

  /// One square with corner values a, b, c, d counter-clockwise from the lower left.
  private void square(int columns, int rows, int column, int row, double a, double b, double c, double d) {
    double x = column + .5;
    double y = row + .5;
    if (a > 0 != b > 0) end((x + a / (a - b)) / columns, y / rows);
    if (b > 0 != c > 0) end((x + 1) / columns, (y + b / (b - c)) / rows);
    if (c > 0 != d > 0) end((x + d / (d - c)) / columns, (y + 1) / rows);
    if (d > 0 != a > 0) end(x / columns, (y + a / (a - d)) / rows);
  }

  private void end(double x, double y) {
    if (used + 2 > ends.length) ends = Arrays.copyOf(ends, 2 * ends.length);
    ends[used++] = x;
    ends[used++] = y;
  }

  int segments() { return used / 4; }

  /// Draws in the present stroke.
  void draw(Pen pen, Plane plane) {
    double bottom = plane.top() + plane.height();
    for (int i = 0; i + 3 < used; i += 4) {
      double x1 = plane.left() + ends[i] * plane.width();
      double y1 = bottom - ends[i + 1] * plane.height();
      double x2 = plane.left() + ends[i + 2] * plane.width();
      double y2 = bottom - ends[i + 3] * plane.height();
      double length = Math.max(1e-6, Math.hypot(x2 - x1, y2 - y1));
      double dx = OVERLAP_PX * (x2 - x1) / length;
      double dy = OVERLAP_PX * (y2 - y1) / length;
      pen.line(x1 - dx, y1 - dy, x2 + dx, y2 + dy);
    }
  }
}

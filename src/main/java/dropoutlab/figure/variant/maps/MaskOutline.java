package dropoutlab.figure.variant.maps;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// The lines round what was dropped from a map: closed ways along the edges of its cells, so that squares that touch or
/// overlap are one area.
final class MaskOutline {
  /// Right, down, left, up.
  private static final int[] DX = {1, 0, -1, 0}, DY = {0, 1, 0, -1};

  private final int rows;
  private final int columns;
  private final IntPredicate dropped;
  /// For each direction the corners where an edge begins, with what was dropped on its right.
  private final boolean[][] edges;

  private MaskOutline(int rows, int columns, IntPredicate dropped) {
    this.rows = rows;
    this.columns = columns;
    this.dropped = dropped;
    edges = new boolean[4][(rows + 1) * (columns + 1)];
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < columns; column++) if (at(row, column)) addCell(row, column);
  }

  /// Returns the ways, each as the corners where it turns: (column, row, column, row, ...) in cells.
  static List<int[]> of(int rows, int columns, IntPredicate dropped) {
    return new MaskOutline(rows, columns, dropped).ways();
  }

  /// Draws the ways of a raster that fills a rectangle, in the present stroke.
  static void draw(Pen pen, Inset at, int rows, int columns, IntPredicate dropped) {
    double width = at.width() / columns, height = at.height() / rows;
    for (int[] way : of(rows, columns, dropped)) {
      int corners = way.length / 2;
      double[] x = new double[corners + 1], y = new double[corners + 1];
      for (int i = 0; i <= corners; i++) {
        x[i] = at.left() + way[2 * (i % corners)] * width;
        y[i] = at.top() + way[2 * (i % corners) + 1] * height;
      }
      pen.polyline(x, y, corners + 1);
    }
  }

  private boolean at(int row, int column) {
    return row >= 0 && column >= 0 && row < rows && column < columns && dropped.test(row * columns + column);
  }

  private void addCell(int row, int column) {
    if (!at(row - 1, column)) edges[0][corner(row, column)] = true;
    if (!at(row, column + 1)) edges[1][corner(row, column + 1)] = true;
    if (!at(row + 1, column)) edges[2][corner(row + 1, column + 1)] = true;
    if (!at(row, column - 1)) edges[3][corner(row + 1, column)] = true;
  }

  private int corner(int row, int column) { return row * (columns + 1) + column; }

  private List<int[]> ways() {
    List<int[]> ways = new ArrayList<>();
    for (int start = 0; start < edges[0].length; start++) if (edges[0][start]) ways.add(way(start));
    return ways;
  }

  /// Every way has an edge that leads to the right, and so it is found from one.
  private int[] way(int start) {
    List<Integer> turns = new ArrayList<>();
    int at = start, direction = 0, before = -1;
    while (edges[direction][at]) {
      edges[direction][at] = false;
      if (direction != before) {
        turns.add(at % (columns + 1));
        turns.add(at / (columns + 1));
      }
      before = direction;
      at += DX[direction] + DY[direction] * (columns + 1);
      direction = next(direction, at);
    }
    return turns.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Where two areas touch in a corner, a way stays with its own: it turns to the right if it can.
  private int next(int direction, int at) {
    for (int turn : new int[] {1, 0, 3}) if (edges[(direction + turn) % 4][at]) return (direction + turn) % 4;
    return direction;
  }
}

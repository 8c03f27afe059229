package dropoutlab.figure.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// The lines along which a function on a grid of cells is zero, by marching squares over the cells' centres
/// (Lorensen and Cline 1987, in the plane), joined into chains. Places are shares of the plane, from the left and from
/// the bottom.
public final class Contour {
  private record Chain(double[] x, double[] y) {}

  private final List<Chain> chains = new ArrayList<>();

  int chains() { return chains.size(); }

  /// Adds the zero lines of `field`, a function of the cell number row * columns + column, rows from the bottom.
  public void add(int columns, int rows, IntToDoubleFunction field) {
    double[] values = new double[columns * rows];
    for (int cell = 0; cell < values.length; cell++) values[cell] = field.applyAsDouble(cell);
    Crossings crossings = new Crossings(columns, rows, values);
    crossings.findAll();
    crossings.collect(chains);
  }

  /// Draws in the present stroke.
  public void draw(Pen pen, Plane plane) {
    for (Chain chain : chains) {
      double[] x = new double[chain.x.length];
      double[] y = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = plane.left() + chain.x[i] * plane.width();
        y[i] = plane.top() + plane.height() * (1 - chain.y[i]);
      }
      pen.polyline(x, y, x.length);
    }
  }

  /// Where the zero lines cross the grid's edges. Edge 2 * cell leads from a cell's centre to the right, edge
  /// 2 * cell + 1 upwards; a line crosses an edge once and goes on into the two squares beside it.
  private static final class Crossings {
    private final int columns;
    private final int rows;
    private final double[] values;
    private final int[] one;
    private final int[] other;

    Crossings(int columns, int rows, double[] values) {
      this.columns = columns;
      this.rows = rows;
      this.values = values;
      this.one = new int[2 * values.length];
      this.other = new int[2 * values.length];
      Arrays.fill(one, -1);
      Arrays.fill(other, -1);
    }

    void findAll() {
      int[] crossed = new int[4];
      for (int row = 0; row + 1 < rows; row++)
        for (int column = 0; column + 1 < columns; column++) {
          int cell = row * columns + column;
          boolean a = values[cell] > 0;
          boolean b = values[cell + 1] > 0;
          boolean c = values[cell + columns + 1] > 0;
          boolean d = values[cell + columns] > 0;
          int count = 0;
          if (a != b) crossed[count++] = 2 * cell;
          if (b != c) crossed[count++] = 2 * (cell + 1) + 1;
          if (c != d) crossed[count++] = 2 * (cell + columns);
          if (d != a) crossed[count++] = 2 * cell + 1;
          for (int i = 0; i < count; i += 2) join(crossed[i], crossed[i + 1]);
        }
    }

    private void join(int from, int to) {
      link(from, to);
      link(to, from);
    }

    private void link(int from, int to) {
      if (one[from] < 0) one[from] = to;
      else other[from] = to;
    }

    /// Open lines first, from their ends; what is left are rings.
    void collect(List<Chain> chains) {
      for (int edge = 0; edge < one.length; edge++) if (one[edge] >= 0 && other[edge] < 0) chains.add(walk(edge));
      for (int edge = 0; edge < one.length; edge++) if (one[edge] >= 0) chains.add(walk(edge));
    }

    /// Follows a line from an edge and takes its links away.
    private Chain walk(int start) {
      double[] x = new double[64];
      double[] y = new double[64];
      int count = 0;
      int edge = start;
      while (edge >= 0) {
        if (count == x.length) {
          x = Arrays.copyOf(x, 2 * count);
          y = Arrays.copyOf(y, 2 * count);
        }
        x[count] = x(edge);
        y[count++] = y(edge);
        int next = one[edge] >= 0 ? one[edge] : other[edge];
        if (next >= 0) {
          cut(edge, next);
          cut(next, edge);
        }
        edge = next;
      }
      return new Chain(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }

    private void cut(int edge, int link) {
      if (one[edge] == link) one[edge] = -1;
      else other[edge] = -1;
    }

    private double x(int edge) {
      double along = edge % 2 == 0 ? zero(edge / 2, edge / 2 + 1) : 0;
      return (edge / 2 % columns + .5 + along) / columns;
    }

    private double y(int edge) {
      double along = edge % 2 == 1 ? zero(edge / 2, edge / 2 + columns) : 0;
      return (edge / 2 / columns + .5 + along) / rows;
    }

    /// How far the zero lies on the way between two neighbouring cells.
    private double zero(int from, int to) { return values[from] / (values[from] - values[to]); }
  }
}

package dropoutlab.figure.network;

import dropoutlab.data.ImageShape;
import dropoutlab.data.Schema;
import dropoutlab.figure.plot.GridShape;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.Task;
import java.util.ArrayList;
import java.util.List;

/// Where everything of a [NetworkFigure] stands, in logical pixels. It needs no pen, so that drawing and hit-testing
/// agree. Layers with few units are columns of circles, wider ones grids of cells as large as the room allows.
///
/// @param legend whether there is a line for the legend below the counts
record NetworkLayout(List<Column> columns, double top, double bottom, double fontPx, boolean legend) {
  private static final double MIN_PITCH = 10;
  private static final double MIN_PITCH_MANY = 12.5;
  private static final int FEW_UNITS = 16;
  private static final int NAMED_UNITS = 24;
  private static final double MAX_RADIUS = 13;

  /// How a layer is drawn.
  enum Kind { CIRCLES, GRID, IMAGE }

  /// One layer. A grid or an image fills (left, top) to (left + width, top + height) with `cellColumns` x `cellRows`
  /// cells: a grid counts down its first cell column, then its second; an image row by row.
  record Column(Kind kind, int units, double x, double left, double top, double width, double height, int cellColumns,
                int cellRows) {
    double pitch() { return height / units; }

    double unitY(int unit) { return top + pitch() * (unit + .5); }

    /// Of a circle, or 0.
    double radius() { return kind == Kind.CIRCLES ? width / 2 : 0; }

    double right() { return left + width; }

    double cellWidth() { return width / cellColumns; }

    double cellHeight() { return height / cellRows; }

    int cellColumn(int unit) { return kind == Kind.IMAGE ? unit % cellColumns : unit / cellRows; }

    int cellRow(int unit) { return kind == Kind.IMAGE ? unit / cellColumns : unit % cellRows; }

    /// The centre of a unit.
    double centreX(int unit) { return kind == Kind.CIRCLES ? x : left + (cellColumn(unit) + .5) * cellWidth(); }

    double centreY(int unit) {
      return kind == Kind.CIRCLES ? unitY(unit) : top + (cellRow(unit) + .5) * cellHeight();
    }

    /// The height at which a unit's edges leave the layer: the cells of a row share their height evenly, so that no
    /// two units have the same place.
    double portY(int unit) {
      if (kind == Kind.CIRCLES) return unitY(unit);
      return top + (cellRow(unit) + (cellColumn(unit) + .5) / cellColumns) * cellHeight();
    }

    /// The unit under a point, or -1.
    int unitAt(double px, double py) {
      if (kind == Kind.CIRCLES) {
        int unit = (int) Math.floor((py - top) / pitch());
        boolean inside = unit >= 0 && unit < units && Math.hypot(px - x, py - unitY(unit)) <= radius() + 3;
        return inside ? unit : -1;
      }
      int column = (int) Math.floor((px - left) / cellWidth());
      int row = (int) Math.floor((py - top) / cellHeight());
      if (column < 0 || column >= cellColumns || row < 0 || row >= cellRows) return -1;
      int unit = kind == Kind.IMAGE ? row * cellColumns + column : column * cellRows + row;
      return unit < units ? unit : -1;
    }
  }

  /// @param says whether a single output has words below it, which need room
  static NetworkLayout of(NetworkView view, Schema schema, boolean says, double width, double height) {
    boolean compact = width < 340 || height < 220;
    double font = compact ? 10 : 12;
    double top = font + 16;
    boolean legend = !compact;
    double bottom = Math.max(top + 20, height - font - 14 - (legend ? font + 6 : 0));
    List<ColumnView> layers = view.layers();
    double left = leftMargin(layers.getFirst(), schema, font, width);
    double right = schema.classes().size() > 2 ? barMargin(schema, font, width) : says ? wordMargin(font, width)
        : 2 * font;
    double space = bottom - top;
    double room = Math.min(spacing(left, right, width, layers.size() - 1), width / 4);
    double[] widths = new double[layers.size()];
    GridShape[] grids = shapes(layers, schema, space, left, right, width, widths);
    double[] xs = centres(widths, left, right, width);
    List<Column> columns = new ArrayList<>();
    for (int l = 0; l < widths.length; l++) {
      int units = layers.get(l).units();
      if (grids[l] != null) columns.add(grid(units, grids[l], xs[l], top, space));
      else if (isImage(l, layers, schema))
        columns.add(image(units, schema.image().get(), xs[l], top, space, imageSide(space, width)));
      else columns.add(circles(units, xs[l], top, space, room));
    }
    return new NetworkLayout(List.copyOf(columns), top, bottom, font, legend);
  }

  /// The width of every layer, into `widths`, and the shapes of those that are grids; the others have none.
  private static GridShape[] shapes(List<ColumnView> layers, Schema schema, double space, double left, double right,
                                    double width, double[] widths) {
    int last = widths.length - 1;
    double spacing = spacing(left, right, width, last);
    int[] gridUnits = new int[last + 1];
    double taken = 0;
    for (int l = 0; l <= last; l++) {
      int units = layers.get(l).units();
      if (isImage(l, layers, schema)) widths[l] = imageSide(space, width);
      else if (drawable(units, space)) widths[l] = 2 * radius(units, space, Math.min(spacing, width / 4));
      else gridUnits[l] = units;
      taken += widths[l];
    }
    double from = gridUnits[0] > 0 ? 2 : Math.max(2, left - widths[0] / 2);
    double to = width - (gridUnits[last] > 0 ? 2 : Math.max(2, right - widths[last] / 2));
    double gaps = GridShape.gap(to - from, last) * last;
    GridShape[] grids = GridShape.fit(gridUnits, space, Math.max(10, to - from - taken - gaps));
    for (int l = 0; l <= last; l++) if (grids[l] != null) widths[l] = grids[l].width();
    return grids;
  }

  /// The inputs, and what an autoencoder makes of them.
  private static boolean isImage(int l, List<ColumnView> layers, Schema schema) {
    boolean pixels = l == 0 || l == layers.size() - 1 && schema.task() == Task.RECONSTRUCTION;
    return pixels && schema.image().isPresent();
  }

  private static double spacing(double left, double right, double width, int gaps) {
    return Math.max(1, (width - left - right) / Math.max(1, gaps));
  }

  /// The layers' centres: equal gaps between neighbours, the first and the last as near to the margins as they may.
  private static double[] centres(double[] widths, double left, double right, double width) {
    int last = widths.length - 1;
    double[] xs = new double[last + 1];
    double first = Math.max(left, widths[0] / 2 + 2);
    double end = width - Math.max(right, widths[last] / 2 + 2);
    double free = end - first + widths[0] / 2 + widths[last] / 2;
    for (double w : widths) free -= w;
    xs[0] = first;
    for (int l = 1; l <= last; l++) xs[l] = xs[l - 1] + (widths[l - 1] + widths[l]) / 2 + free / last;
    return xs;
  }

  private static double pitch(int units, double space) { return Math.min(space / units, Math.max(30, .25 * space)); }

  private static double radius(int units, double space, double room) {
    return Math.clamp(Math.min(.4 * pitch(units, space), .17 * room), 3, MAX_RADIUS);
  }

  private static Column circles(int units, double x, double top, double space, double room) {
    double radius = radius(units, space, room);
    double height = pitch(units, space) * units;
    return new Column(Kind.CIRCLES, units, x, x - radius, top + (space - height) / 2, 2 * radius, height, 1, units);
  }

  private static boolean drawable(int units, double space) {
    return units * (units > FEW_UNITS ? MIN_PITCH_MANY : MIN_PITCH) <= space;
  }

  private static Column image(int units, ImageShape shape, double x, double top, double space, double side) {
    double scale = side / Math.max(shape.width(), shape.height());
    double width = scale * shape.width();
    double height = scale * shape.height();
    return new Column(Kind.IMAGE, units, x, x - width / 2, top + (space - height) / 2, width, height, shape.width(),
        shape.height());
  }

  private static double imageSide(double space, double width) {
    return Math.min(space, .22 * width);
  }

  /// On whole pixels, so that all cells look alike.
  private static Column grid(int units, GridShape shape, double x, double top, double space) {
    double left = Math.round(x - shape.width() / 2);
    double above = Math.round(top + (space - shape.height()) / 2);
    return new Column(Kind.GRID, units, left + shape.width() / 2, left, above, shape.width(), shape.height(),
        shape.columns(), shape.rows());
  }

  private static double leftMargin(ColumnView input, Schema schema, double font, double width) {
    boolean named = schema.image().isEmpty() && input.units() <= NAMED_UNITS;
    double names = named ? TextMeasure.widest(schema.inputs(), new Type(Face.TEXT, font)) : 0;
    return Math.min(.18 * width, Math.max(2.2 * font, names + MAX_RADIUS + 10));
  }

  /// Room right of a single output's centre for half of "predicted: upper".
  private static double wordMargin(double font, double width) { return Math.min(.14 * width, 5 * font); }

  /// Room right of the output's centre for a class name, a bar and a number.
  private static double barMargin(Schema schema, double font, double width) {
    double names = TextMeasure.widest(schema.classes(), new Type(Face.TEXT_BOLD, font));
    return Math.min(.26 * width, names + MAX_RADIUS + 8 * font);
  }
}

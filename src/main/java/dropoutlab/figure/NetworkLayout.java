package dropoutlab.figure;

import dropoutlab.data.ImageShape;
import dropoutlab.data.Schema;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.NetworkView;
import java.util.ArrayList;
import java.util.List;

/// Where everything of a [NetworkFigure] stands, in logical pixels. It needs no pen, so that drawing and hit-testing
/// agree.
record NetworkLayout(List<Column> columns, double top, double bottom, double fontPx, double spacing) {
  private static final double MIN_PITCH = 10;
  private static final double MIN_PITCH_TALL = 14;
  private static final int FEW_UNITS = 24;
  private static final double MAX_RADIUS = 13;
  private static final double CHARACTER = .56;

  /// How a layer is drawn.
  enum Kind { CIRCLES, STRIP, IMAGE }

  /// One layer. A strip or an image fills (left, top) to (left + width, top + height) with `cellColumns` x `cellRows`
  /// cells: a strip counts down its first cell column, then its second; an image row by row.
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

  static NetworkLayout of(NetworkView view, Schema schema, double width, double height) {
    boolean compact = width < 340 || height < 220;
    double font = compact ? 10 : 12;
    double top = font + 16;
    double bottom = Math.max(top + 20, height - font - 14);
    List<LayerView> layers = view.layers();
    int last = layers.size() - 1;
    boolean bars = schema.classes().size() > 2;
    double left = leftMargin(layers.getFirst(), schema, font, width);
    double right = bars ? barMargin(schema, font, width) : Math.min(.12 * width, 3.6 * font);
    double first = Math.max(left, firstHalfWidth(layers.getFirst(), schema, bottom - top, width));
    double spacing = Math.max(1, (width - first - right) / Math.max(1, last));
    List<Column> columns = new ArrayList<>();
    for (int l = 0; l <= last; l++) {
      double x = first + l * spacing;
      int units = layers.get(l).units();
      columns.add(l == 0 && schema.image().isPresent()
          ? image(units, schema.image().get(), x, top, bottom - top, imageSide(bottom - top, width))
          : column(units, x, top, bottom - top, Math.min(spacing, width / 4)));
    }
    return new NetworkLayout(List.copyOf(columns), top, bottom, font, spacing);
  }

  private static Column column(int units, double x, double top, double space, double room) {
    if (!drawable(units, space)) return strip(units, x, top, space, room / 2);
    double pitch = Math.min(space / units, Math.max(30, .25 * space));
    double radius = Math.clamp(Math.min(.4 * pitch, .17 * room), 3, MAX_RADIUS);
    double height = pitch * units;
    return new Column(Kind.CIRCLES, units, x, x - radius, top + (space - height) / 2, 2 * radius, height, 1, units);
  }

  private static boolean drawable(int units, double space) {
    return units * (units > FEW_UNITS ? MIN_PITCH_TALL : MIN_PITCH) <= space;
  }

  private static Column image(int units, ImageShape shape, double x, double top, double space, double side) {
    double scale = side / Math.max(shape.width(), shape.height());
    double width = scale * shape.width();
    double height = scale * shape.height();
    return new Column(Kind.IMAGE, units, x, x - width / 2, top + (space - height) / 2, width, height, shape.width(),
        shape.height());
  }

  private static double imageSide(double space, double width) {
    return Math.min(space, .24 * width);
  }

  /// Folds a wide layer into as few cell columns as give cells of 5 px, if the width allows.
  private static Column strip(int units, double x, double top, double space, double maxWidth) {
    int most = Math.max(1, (int) (maxWidth / 5));
    int columns = Math.clamp((int) Math.ceil(units * 5 / space), 1, most);
    int rows = (units + columns - 1) / columns;
    columns = (units + rows - 1) / rows;
    double width = Math.min(maxWidth, columns == 1 ? 14 : columns * Math.clamp(space / rows, 5, 9));
    return new Column(Kind.STRIP, units, x, x - width / 2, top, width, space, columns, rows);
  }

  private static double leftMargin(LayerView input, Schema schema, double font, double width) {
    int longest = 0;
    if (schema.image().isEmpty() && input.units() <= FEW_UNITS)
      for (String name : schema.inputs()) longest = Math.max(longest, name.length());
    return Math.min(.18 * width, Math.max(2.2 * font, CHARACTER * font * longest + MAX_RADIUS + 10));
  }

  /// Room right of the output's centre for a class name, a bar and a number.
  private static double barMargin(Schema schema, double font, double width) {
    int longest = schema.classes().stream().mapToInt(String::length).max().orElse(1);
    return Math.min(.26 * width, CHARACTER * font * longest + MAX_RADIUS + 8 * font);
  }

  private static double firstHalfWidth(LayerView input, Schema schema, double space, double width) {
    if (schema.image().isPresent()) return imageSide(space, width) / 2 + 2;
    return drawable(input.units(), space) ? 0 : .06 * width;
  }
}

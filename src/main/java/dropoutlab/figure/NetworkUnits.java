package dropoutlab.figure;

import dropoutlab.figure.NetworkLayout.Column;
import dropoutlab.figure.NetworkLayout.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.Pin;
import java.util.Arrays;

/// The units of a network: circles, folded strips, or the input image. A dropped unit is hollow, dashed and crossed
/// as a circle, and a hatched gap in a strip or an image.
final class NetworkUnits {
  private static final double[] DASH = {2.4, 2.4};

  private final NetworkView view;
  private final int example;
  private final NetworkColours colours;

  NetworkUnits(NetworkView view, int example, NetworkColours colours) {
    this.view = view;
    this.example = example;
    this.colours = colours;
  }

  void draw(Pen pen, NetworkLayout layout, Theme theme) {
    for (int l = 0; l < layout.columns().size(); l++) {
      Column column = layout.columns().get(l);
      switch (column.kind()) {
        case CIRCLES -> drawCircles(pen, l, column, theme);
        case STRIP -> drawStrip(pen, l, column, theme);
        case IMAGE -> drawPicture(pen, column, colours.image(theme), theme);
      }
      drawPins(pen, view.layers().get(l), column, theme);
    }
  }

  private void drawCircles(Pen pen, int l, Column column, Theme theme) {
    LayerView layer = view.layers().get(l);
    double radius = column.radius();
    pen.stroke(theme.ink(), Math.clamp(radius / 7, .8, 1.5), Marks.SOLID);
    for (int u = 0; u < column.units(); u++) {
      if (layer.dropped(example, u)) continue;
      pen.fill(colours.of(theme, l, u));
      pen.fillOval(column.x(), column.unitY(u), radius);
      pen.strokeOval(column.x(), column.unitY(u), radius);
    }
    if (layer.mask().isEmpty()) return;
    pen.stroke(theme.faint(), 1, DASH);
    for (int u = 0; u < column.units(); u++)
      if (layer.dropped(example, u)) pen.strokeOval(column.x(), column.unitY(u), radius);
    pen.stroke(theme.muted(), 1.1, Marks.SOLID);
    for (int u = 0; u < column.units(); u++)
      if (layer.dropped(example, u)) Marks.cross(pen, column.x(), column.unitY(u), .36 * radius);
  }

  private void drawStrip(Pen pen, int l, Column column, Theme theme) {
    LayerView layer = view.layers().get(l);
    int[] cells = new int[column.cellColumns() * column.cellRows()];
    Arrays.fill(cells, theme.card());
    for (int u = 0; u < column.units(); u++)
      cells[column.cellRow(u) * column.cellColumns() + column.cellColumn(u)] = layer.dropped(example, u) ? 0
          : colours.of(theme, l, u);
    drawPicture(pen, column, cells, theme);
    if (column.cellHeight() < 4) return;
    pen.stroke(theme.card(), .8, Marks.SOLID);
    for (int row = 1; row < column.cellRows(); row++) {
      double y = column.top() + row * column.cellHeight();
      pen.line(column.left(), y, column.right(), y);
    }
    for (int i = 1; i < column.cellColumns() && column.cellWidth() >= 4; i++) {
      double x = column.left() + i * column.cellWidth();
      pen.line(x, column.top(), x, column.top() + column.height());
    }
  }

  private static void drawPicture(Pen pen, Column column, int[] cells, Theme theme) {
    double x = column.left();
    pen.fill(theme.page());
    pen.fillRect(x, column.top(), column.width(), column.height());
    pen.stroke(theme.faint(), .7, Marks.SOLID);
    Marks.hatch(pen, x, column.top(), column.width(), column.height(), column.cellColumns(), column.cellRows());
    pen.image(cells, column.cellColumns(), column.cellRows(), x, column.top(), column.width(), column.height(), false);
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    pen.strokeRect(x - .5, column.top() - .5, column.width() + 1, column.height() + 1);
  }

  private static void drawPins(Pen pen, LayerView layer, Column column, Theme theme) {
    for (int u = 0; u < layer.pins().size(); u++) {
      Pin pin = layer.pin(u);
      if (pin == Pin.RANDOM) continue;
      boolean circle = column.kind() == Kind.CIRCLES;
      double x = circle ? column.x() + .6 * column.radius()
          : column.left() + (column.cellColumn(u) + .5) * column.cellWidth();
      double y = circle ? column.unitY(u) - .6 * column.radius()
          : column.top() + (column.cellRow(u) + .5) * column.cellHeight();
      double head = circle ? Math.clamp(.4 * column.radius(), 2.2, 4) : 2.2;
      Marks.pin(pen, x, y, head, pin == Pin.KEPT, theme.accent(), theme.card());
    }
  }
}

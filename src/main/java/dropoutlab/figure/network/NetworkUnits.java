package dropoutlab.figure.network;

import dropoutlab.figure.network.NetworkLayout.Column;
import dropoutlab.figure.network.NetworkLayout.Kind;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.Pin;
import java.util.Arrays;

/// The units of a network: circles, grids of cells, or an image. Where a mask is in force, a kept unit has a
/// violet rim and a dropped one is hollow, dashed and crossed; in an image, or where cells are tiny, a hatched gap.
final class NetworkUnits {
  private static final double[] DASH = {2.4, 2.4};
  private static final double SMALLEST_CELL = 5, SMALLEST_DASHED = 6;
  private static final int MOST_CELLS = 1_600;

  private final NetworkView view;
  private final int example;
  private final NetworkColours colours;
  private final Thinning thinning;

  NetworkUnits(NetworkView view, int example, NetworkColours colours, Thinning thinning) {
    this.thinning = thinning;
    this.view = view;
    this.example = example;
    this.colours = colours;
  }

  void draw(Pen pen, NetworkLayout layout, Theme theme) {
    int cells = layout.columns().stream().filter(c -> c.kind() == Kind.GRID).mapToInt(Column::units).sum();
    for (int l = 0; l < layout.columns().size(); l++) {
      Column column = layout.columns().get(l);
      switch (column.kind()) {
        case CIRCLES -> drawCircles(pen, l, column, theme);
        case GRID -> {
          if (column.cellWidth() >= SMALLEST_CELL && cells <= MOST_CELLS) drawCells(pen, l, column, theme);
          else drawPicture(pen, column, pixels(l, column, theme), theme);
        }
        case IMAGE -> drawPicture(pen, column, colours.image(theme, l), theme);
      }
      drawPins(pen, view.layers().get(l), column, theme);
    }
  }

  private int rim(ColumnView layer, Theme theme) {
    return layer.mask().isEmpty() ? theme.ink() : thinning.kept().of(theme);
  }

  /// Round small circles dashes would be dots.
  static double[] dash(double radius) { return radius < SMALLEST_DASHED ? Marks.SOLID : DASH; }

  private void drawCircles(Pen pen, int l, Column column, Theme theme) {
    ColumnView layer = view.layers().get(l);
    double radius = column.radius();
    drawCandidates(pen, l, column, theme);
    if (!layer.mask().isEmpty() && thinning.kind(l) != Thinning.Kind.CROSSED) {
      new NoisyUnits(thinning, thinning.kind(l), layer, example).draw(pen, column, u -> colours.of(theme, l, u), theme);
      return;
    }
    pen.stroke(rim(layer, theme), Math.clamp(radius / 5, 1, 1.8), Marks.SOLID);
    for (int u = 0; u < column.units(); u++) {
      if (layer.dropped(example, u)) continue;
      pen.fill(colours.of(theme, l, u));
      pen.fillOval(column.x(), column.unitY(u), radius);
      pen.strokeOval(column.x(), column.unitY(u), radius);
    }
    if (layer.mask().isEmpty()) return;
    pen.stroke(theme.muted(), 1, dash(radius));
    for (int u = 0; u < column.units(); u++)
      if (layer.dropped(example, u)) pen.strokeOval(column.x(), column.unitY(u), radius);
    pen.stroke(Palette.mix(theme.muted(), theme.ink(), .5), Math.clamp(radius / 4.5, 1.1, 2.2), Marks.SOLID);
    for (int u = 0; u < column.units(); u++)
      if (layer.dropped(example, u)) Marks.cross(pen, column.x(), column.unitY(u), .5 * radius);
  }

  private void drawCandidates(Pen pen, int l, Column column, Theme theme) {
    pen.fill(Palette.mix(theme.page(), theme.line(), .7));
    double side = column.radius() + Math.min(3.5, column.pitch() / 2 - column.radius());
    for (int u = 0; u < column.units(); u++)
      if (thinning.isCandidate(l, u))
        pen.fillRect(column.x() - column.radius() - 4, column.unitY(u) - side, 2 * column.radius() + 8, 2 * side);
  }

  private void drawCells(Pen pen, int l, Column column, Theme theme) {
    ColumnView layer = view.layers().get(l);
    double cell = column.cellWidth();
    double gap = cell >= 9 ? 1 : .5;
    double side = cell - 2 * gap;
    pen.fill(theme.card());
    pen.fillRect(column.left(), column.top(), column.width(), column.height());
    double thickness = cell >= 10 ? 1.2 : cell >= 7 ? 1 : .8;
    double inset = thickness / 2;
    pen.stroke(rim(layer, theme), thickness, Marks.SOLID);
    for (int u = 0; u < column.units(); u++) {
      if (layer.dropped(example, u)) continue;
      double x = column.centreX(u) - side / 2;
      double y = column.centreY(u) - side / 2;
      pen.fill(colours.of(theme, l, u));
      pen.fillRect(x, y, side, side);
      pen.strokeRect(x + inset, y + inset, side - thickness, side - thickness);
    }
    if (layer.mask().isEmpty()) return;
    pen.stroke(theme.muted(), .8, cell >= 12 ? DASH : Marks.SOLID);
    for (int u = 0; u < column.units() && cell >= 7; u++)
      if (layer.dropped(example, u))
        pen.strokeRect(column.centreX(u) - side / 2 + .5, column.centreY(u) - side / 2 + .5, side - 1, side - 1);
    pen.stroke(Palette.mix(theme.muted(), theme.ink(), .5), cell >= 10 ? 1.5 : 1.1, Marks.SOLID);
    for (int u = 0; u < column.units(); u++)
      if (layer.dropped(example, u)) Marks.cross(pen, column.centreX(u), column.centreY(u), .27 * cell);
  }

  /// A pixel a cell: by activation where kept, transparent where dropped.
  private int[] pixels(int l, Column column, Theme theme) {
    ColumnView layer = view.layers().get(l);
    int[] cells = new int[column.cellColumns() * column.cellRows()];
    Arrays.fill(cells, theme.card());
    for (int u = 0; u < column.units(); u++)
      cells[column.cellRow(u) * column.cellColumns() + column.cellColumn(u)] = layer.dropped(example, u) ? 0
          : colours.of(theme, l, u);
    return cells;
  }

  private static void drawPicture(Pen pen, Column column, int[] cells, Theme theme) {
    double x = column.left();
    pen.fill(theme.page());
    pen.fillRect(x, column.top(), column.width(), column.height());
    pen.stroke(theme.muted(), .8, Marks.SOLID);
    Marks.hatch(pen, x, column.top(), column.width(), column.height(), column.cellColumns(), column.cellRows());
    pen.image(cells, column.cellColumns(), column.cellRows(), x, column.top(), column.width(), column.height(), false);
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    pen.strokeRect(x - .5, column.top() - .5, column.width() + 1, column.height() + 1);
  }

  private static void drawPins(Pen pen, ColumnView layer, Column column, Theme theme) {
    for (int u = 0; u < layer.pins().size(); u++) {
      Pin pin = layer.pin(u);
      if (pin == Pin.RANDOM) continue;
      boolean circle = column.kind() == Kind.CIRCLES;
      double x = circle ? column.x() + .6 * column.radius() : column.centreX(u);
      double y = circle ? column.unitY(u) - .6 * column.radius() : column.centreY(u);
      double head = circle ? Math.clamp(.4 * column.radius(), 2.2, 4) : 2.2;
      Marks.pin(pen, x, y, head, pin == Pin.KEPT, theme.accent(), theme.card());
    }
  }
}

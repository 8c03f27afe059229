package dropoutlab.figure.variant.time;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.ValueRaster;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.time.Lane.Marking;
import java.util.Optional;

/// The values of a lane, units x steps, with a mark where something is dropped.
///
/// @param largest   the size of a value that has the full colour
/// @param firstStep the first step that is shown, and `firstUnit` the first unit
record Grid(Lane lane, double largest, Inset at, int firstStep, int steps, int firstUnit, int units) {
  private static final double LEAST_RING = 4;

  double column() { return at.width() / steps; }

  private double high() { return at.height() / units; }

  private int step(int cell) { return firstStep + cell % steps; }

  private int unit(int cell) { return firstUnit + cell / steps; }

  private double x(int cell) { return at.left() + cell % steps * column(); }

  private double y(int cell) { return at.top() + cell / steps * high(); }

  void draw(Pen pen, Theme theme, Optional<Look.Cell> cursor) {
    boolean lost = lane.marking() == Marking.DROPPED;
    new ValueRaster(units, steps, i -> lane.value(step(i), unit(i)), i -> lost && lane.isMarked(step(i), unit(i)))
        .draw(pen, at, largest, theme);
    if (lane.marking() == Marking.NEWS) drawRings(pen, theme);
    if (lane.marking() == Marking.KEPT) drawBars(pen, theme);
    cursor.filter(cell -> cell.site() == lane.site().number()).ifPresent(cell -> drawCursor(pen, theme, cell.index()));
  }

  private void drawRings(Pen pen, Theme theme) {
    double radius = Math.min(column(), high()) / 2 - 1;
    if (radius < LEAST_RING / 2 - .5) return;
    for (int i = 0; i < units * steps; i++) {
      if (!lane.isMarked(step(i), unit(i))) continue;
      pen.stroke(ink(theme, i), 1, Marks.SOLID);
      pen.strokeOval(x(i) + column() / 2, y(i) + high() / 2, Math.min(2.2, radius));
    }
  }

  /// From the middle of the step before, whose value goes on, to the end of the step.
  private void drawBars(Pen pen, Theme theme) {
    for (int i = 0; i < units * steps; i++) {
      if (!lane.isMarked(step(i), unit(i))) continue;
      pen.stroke(ink(theme, i), 1.2, Marks.SOLID);
      double from = i % steps == 0 ? x(i) : x(i) - column() / 2;
      pen.line(from, y(i) + high() / 2, x(i) + column() - 1.5, y(i) + high() / 2);
    }
  }

  /// Readable on the colour of the cell.
  private int ink(Theme theme, int cell) {
    double share = largest > 0 ? lane.value(step(cell), unit(cell)) / largest : 0;
    return Palette.inkOn(theme, Palette.diverging(theme, share));
  }

  private void drawCursor(Pen pen, Theme theme, int index) {
    int step = index / lane.units() - firstStep, unit = index % lane.units() - firstUnit;
    if (step < 0 || step >= steps || unit < 0 || unit >= units) return;
    double x = at.left() + step * column(), y = at.top() + unit * high();
    pen.stroke(theme.card(), 3.4, Marks.SOLID);
    pen.strokeRect(x - 1, y - 1, column() + 2, high() + 2);
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    pen.strokeRect(x - 1, y - 1, column() + 2, high() + 2);
  }

  /// Returns the step and the unit at a point, as an index of the lane; -1 beside the grid.
  int index(double x, double y) {
    if (!at.contains(x, y)) return -1;
    int step = Math.min(steps - 1, (int) ((x - at.left()) / column()));
    int unit = Math.min(units - 1, (int) ((y - at.top()) / high()));
    return lane.index(firstStep + step, firstUnit + unit);
  }
}

package dropoutlab.figure.variant.time;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;

/// The steps as a chain of cells. A crossed circle stands where something is dropped, between two steps or in a step;
/// those of one mask that lasts for the whole sequence are joined. A bow leads past a step where values can be kept.
record StepChain(Lane lane, double left, double column, int count) {
  private static final double CELL = 3.5, SITE = 3.4, CROSS = 1.7, JOIN = 7, LEAST = 9;

  void draw(Pen pen, double middle, Theme theme) {
    if (column < LEAST) return;
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    pen.line(left + column / 2, middle, left + (count - .5) * column, middle);
    if (lane.lasting()) drawJoin(pen, middle, theme);
    for (int t = 0; t < count; t++) {
      double x = left + (t + .5) * column;
      drawCell(pen, x, middle, theme);
      switch (lane.marking()) {
        case NONE -> { }
        case KEPT -> drawBow(pen, x, middle, theme);
        case DROPPED, NEWS -> {
          if (!lane.between()) drawSite(pen, x, middle - JOIN, theme);
          else if (t > 0) drawSite(pen, x - column / 2, middle, theme);
        }
      }
    }
  }

  private void drawCell(Pen pen, double x, double middle, Theme theme) {
    pen.fill(theme.card());
    pen.fillRoundRect(x - CELL, middle - CELL, 2 * CELL, 2 * CELL, 2);
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    pen.strokeRoundRect(x - CELL, middle - CELL, 2 * CELL, 2 * CELL, 2);
  }

  private void drawSite(Pen pen, double x, double y, Theme theme) {
    pen.fill(theme.card());
    pen.fillOval(x, y, SITE);
    pen.stroke(lane.side().colour(theme), 1, Marks.SOLID);
    pen.strokeOval(x, y, SITE);
    Marks.cross(pen, x, y, CROSS);
  }

  private void drawJoin(Pen pen, double middle, Theme theme) {
    double first = lane.between() ? 1 : .5, last = lane.between() ? count - 1 : count - .5;
    double from = left + first * column, to = left + last * column;
    double top = middle - (lane.between() ? JOIN : JOIN + SITE + 3), foot = lane.between() ? middle : middle - JOIN;
    pen.stroke(lane.side().colour(theme), 1, Marks.SOLID);
    pen.line(from, top, to, top);
    for (double x = from; x <= to + .1; x += column) pen.line(x, top, x, foot);
  }

  private void drawBow(Pen pen, double x, double middle, Theme theme) {
    pen.stroke(lane.side().colour(theme), 1, Marks.SOLID);
    double half = column / 2 - 1, top = middle - 2 * JOIN;
    pen.curve(x - half, middle, x - CELL, top, x + CELL, top, x + half, middle);
  }
}

package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Hatch;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.CellState;

/// The shape of a state: ink tells what became of a run, not colour.
enum RunMark {
  DONE, REPEATED, DIFFERS, NOT_FINITE, RUNNING, WAITING, LOST, FAILED;

  /// What is smaller has no room for a shape.
  static final double SMALLEST = 4;

  static RunMark of(Cell cell) {
    if (cell.repeat().isPresent() && cell.outcome().isPresent())
      return cell.contradicted() ? DIFFERS : cell.state() == CellState.NOT_FINITE ? NOT_FINITE : REPEATED;
    return switch (cell.state()) {
      case DONE -> DONE;
      case NOT_FINITE -> NOT_FINITE;
      case RUNNING -> RUNNING;
      case WAITING -> WAITING;
      case LOST -> LOST;
      case FAILED -> FAILED;
    };
  }

  static int grey(Theme theme) {
    return theme.grey() ? theme.accentMid() : Palette.mix(theme.muted(), theme.card(), .3);
  }

  /// Draws a cell into a rectangle.
  ///
  /// @param repeated whether a mark that says more than that keeps its dark ground
  void draw(Pen pen, Theme theme, double x, double y, double width, double height, boolean repeated) {
    if (Math.min(width, height) < SMALLEST) drawSmall(pen, theme, x, y, width, height);
    else drawShape(pen, theme, x, y, width, height, repeated);
  }

  private void drawShape(Pen pen, Theme theme, double x, double y, double width, double height, boolean repeated) {
    double side = Math.min(width, height);
    if (this == REPEATED || repeated && this == NOT_FINITE) ground(pen, theme.ink(), x, y, width, height);
    switch (this) {
      case DONE -> ground(pen, grey(theme), x, y, width, height);
      case REPEATED -> dot(pen, theme.card(), x + width / 2, y + height / 2, .17 * side + .3);
      case WAITING -> dot(pen, theme.faint(), x + width / 2, y + height / 2, Math.min(1, .14 * side));
      case NOT_FINITE -> {
        pen.stroke(repeated ? theme.card() : theme.ink(), Math.clamp(.2 * side, 1, 1.6), Marks.SOLID);
        Marks.cross(pen, x + width / 2, y + height / 2, .32 * side);
      }
      case DIFFERS -> {
        frame(pen, theme, x, y, width, height, Marks.SOLID);
        Hatch.rect(pen, x + .5, y + .5, width - 1, height - 1, 3);
      }
      case RUNNING -> {
        frame(pen, theme, x, y, width, height, Marks.SOLID);
        block(pen, theme.ink(), x, y + height / 2, width, height / 2);
      }
      case LOST -> frame(pen, theme, x, y, width, height, 1.8, 1.4);
      case FAILED -> {
        frame(pen, theme, x, y, width, height, Marks.SOLID);
        pen.line(x + 1, y + height - 1, x + width - 1, y + 1);
      }
    }
  }

  private static void dot(Pen pen, int argb, double x, double y, double radius) {
    pen.fill(argb);
    pen.fillOval(x, y, radius);
  }

  private static void frame(Pen pen, Theme theme, double x, double y, double width, double height, double... dash) {
    pen.stroke(theme.ink(), 1, dash);
    pen.strokeRect(x + .5, y + .5, width - 1, height - 1);
  }

  private static void ground(Pen pen, int argb, double x, double y, double width, double height) {
    pen.fill(argb);
    pen.fillRoundRect(x, y, width, height, 1.2);
  }

  private void drawSmall(Pen pen, Theme theme, double x, double y, double width, double height) {
    switch (this) {
      case DONE, REPEATED -> block(pen, grey(theme), x, y, width, height);
      case NOT_FINITE, DIFFERS -> block(pen, theme.ink(), x, y, width, height);
      case RUNNING -> block(pen, theme.ink(), x, y + height / 2, width, height / 2);
      case WAITING -> block(pen, theme.line(), x + .3 * width, y + .3 * height, .4 * width, .4 * height);
      case LOST -> {
        block(pen, theme.muted(), x, y, width, .22 * height);
        block(pen, theme.muted(), x, y + .78 * height, width, .22 * height);
      }
      case FAILED -> {
        block(pen, theme.ink(), x, y, width, .25 * height);
        block(pen, theme.ink(), x, y + .75 * height, width, .25 * height);
      }
    }
  }

  private static void block(Pen pen, int argb, double x, double y, double width, double height) {
    pen.fill(argb);
    pen.fillRect(x, y, width, height);
  }
}

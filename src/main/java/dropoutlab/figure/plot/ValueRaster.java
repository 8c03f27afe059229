package dropoutlab.figure.plot;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/// Values of one example as a raster of cells, the first at the top left. What was dropped is left blank: it keeps a
/// grey ghost of the value that is lost, and a dot where cells are large enough for one.
public record ValueRaster(int rows, int columns, IntToDoubleFunction values, IntPredicate dropped) {
  private static final double DOT_FROM = 3;
  private static final double GRID_FROM = 6;

  /// Draws it into a rectangle.
  ///
  /// @param largest the size of a value that has the full colour; 0 means that all are 0
  public void draw(Pen pen, Inset at, double largest, Theme theme) {
    int[] cells = new int[rows * columns];
    for (int i = 0; i < cells.length; i++) {
      double share = largest > 0 ? values.applyAsDouble(i) / largest : 0;
      cells[i] = dropped.test(i) ? ghost(theme, share) : Palette.diverging(theme, share);
    }
    pen.image(cells, columns, rows, at.left(), at.top(), at.width(), at.height(), false);
    drawDots(pen, at, theme);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRect(at.left() - .5, at.top() - .5, at.width() + 1, at.height() + 1);
  }

  private static int ghost(Theme theme, double share) {
    return Palette.mix(theme.card(), theme.faint(), .35 * Math.min(1, Math.abs(share)));
  }

  private void drawDots(Pen pen, Inset at, Theme theme) {
    double width = at.width() / columns, height = at.height() / rows, cell = Math.min(width, height);
    if (cell < DOT_FROM) return;
    double side = Math.max(1.5, Math.floor(cell / 4));
    pen.fill(theme.muted());
    for (int i = 0; i < rows * columns; i++)
      if (dropped.test(i))
        pen.fillRect(at.left() + (i % columns + .5) * width - side / 2, at.top() + (i / columns + .5) * height - side / 2,
            side, side);
    if (cell < GRID_FROM) return;
    pen.stroke(theme.card(), .5, Marks.SOLID);
    for (int c = 1; c < columns; c++)
      pen.line(at.left() + c * width, at.top(), at.left() + c * width, at.bottom());
    for (int r = 1; r < rows; r++) pen.line(at.left(), at.top() + r * height, at.right(), at.top() + r * height);
  }

  public boolean isAllDropped() {
    for (int i = 0; i < rows * columns; i++) if (!dropped.test(i)) return false;
    return true;
  }

  /// A cross over a raster of which nothing is left.
  public static void crossOut(Pen pen, Inset at, Theme theme) {
    pen.stroke(theme.muted(), 1, 2.4, 2.4);
    pen.strokeRect(at.left() + .5, at.top() + .5, at.width() - 1, at.height() - 1);
    pen.stroke(Palette.mix(theme.muted(), theme.ink(), .5), 1.5, Marks.SOLID);
    Marks.cross(pen, at.left() + at.width() / 2, at.top() + at.height() / 2, Math.min(at.width(), at.height()) / 7);
  }
}

package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;

/// What the plots of the group share: words beside marks, the mark of the engine, and the place nearest to a pointer.
final class Lettering {
  static final double SIZE = 12;
  static final Type SMALL = new Type(Face.TEXT, 11), SMALL_BOLD = new Type(Face.TEXT_BOLD, 11),
      NUMBER = new Type(Face.NUMBER, 11.5), NUMBER_BOLD = new Type(Face.NUMBER_BOLD, 11.5);

  private Lettering() {}

  /// Words in a colour, on a ground of the card so that lines do not run through them.
  static void words(Pen pen, Theme theme, String text, double x, double baseline, Type type, Align align, int argb) {
    double wide = pen.textWidth(text, type);
    double left = align == Align.LEFT ? x : align == Align.RIGHT ? x - wide : x - wide / 2;
    pen.fill(Palette.withAlpha(theme.card(), .82));
    pen.fillRect(left - 2, baseline - .82 * type.size(), wide + 4, 1.1 * type.size());
    pen.fill(argb);
    pen.text(text, left, baseline, type, Align.LEFT);
  }

  /// What the engine found: a hollow circle.
  static void ring(Pen pen, Theme theme, double x, double y, int colour) {
    pen.fill(theme.card());
    pen.fillOval(x, y, 3.2);
    pen.stroke(colour, 1.5, Marks.SOLID);
    pen.strokeOval(x, y, 3.2);
  }

  /// Returns the row of a table, whose first column lies along the x axis, that is nearest to a pixel.
  static int nearest(Axes axes, Matrix table, double xPx) {
    int nearest = 0;
    for (int row = 1; row < table.rows(); row++)
      if (away(axes, table, row, xPx) < away(axes, table, nearest, xPx)) nearest = row;
    return nearest;
  }

  private static double away(Axes axes, Matrix table, int row, double xPx) {
    return Math.abs(axes.x().px(table.at(row, 0)) - xPx);
  }
}

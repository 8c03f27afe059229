package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;

/// The signs between matrices.
final class Operators {
  private Operators() {}

  /// Element by element: a small ring.
  static void times(Pen pen, Theme theme, double x, double y) {
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    pen.strokeOval(x, y, 3.6);
  }

  static void equals(Pen pen, Theme theme, double x, double y) {
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    pen.line(x - 6, y - 3, x + 6, y - 3);
    pen.line(x - 6, y + 3, x + 6, y + 3);
  }
}

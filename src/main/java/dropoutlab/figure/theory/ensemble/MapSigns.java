package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;

/// What tells the colours of a map apart without colour: a disc and a square for its sides, plus and minus for gaps.
final class MapSigns {
  private MapSigns() {}

  /// @param second whether of the class that the probability is of
  static void side(Pen pen, Theme theme, double x, double y, boolean second) {
    pen.fill(second ? theme.positive() : theme.negative());
    pen.stroke(0xFFFFFFFF, 1.3, Marks.SOLID);
    if (second) {
      pen.fillRect(x - 3.2, y - 3.2, 6.4, 6.4);
      pen.strokeRect(x - 3.2, y - 3.2, 6.4, 6.4);
    } else {
      pen.fillOval(x, y, 3.6);
      pen.strokeOval(x, y, 3.6);
    }
  }


  static void gap(Pen pen, Theme theme, double x, double y, boolean plus) {
    pen.stroke(theme.card(), 3.6, Marks.SOLID);
    stroke(pen, x, y, plus, 4.4);
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    stroke(pen, x, y, plus, 3.6);
  }

  private static void stroke(Pen pen, double x, double y, boolean plus, double arm) {
    pen.line(x - arm, y, x + arm, y);
    if (plus) pen.line(x, y - arm, x, y + arm);
  }
}

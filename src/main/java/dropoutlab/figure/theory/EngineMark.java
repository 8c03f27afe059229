package dropoutlab.figure.theory;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;

/// What the engine found: a hollow circle upon what is exact.
public final class EngineMark {
  public static final double RADIUS = 3;

  private EngineMark() {}

  public static void draw(Pen pen, Theme theme, double x, double y, int argb) { draw(pen, theme, x, y, RADIUS, argb); }

  public static void draw(Pen pen, Theme theme, double x, double y, double radius, int argb) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) return;
    pen.fill(theme.card());
    pen.fillOval(x, y, radius);
    pen.stroke(argb, 1.4, Marks.SOLID);
    pen.strokeOval(x, y, radius);
  }
}

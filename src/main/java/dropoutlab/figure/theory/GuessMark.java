package dropoutlab.figure.theory;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;

/// A person's guess: a hollow diamond, in the ink of what neither side computed.
public final class GuessMark {
  /// Half its height, in pixels.
  public static final double RADIUS = 6;

  private GuessMark() {}

  public static void draw(Pen pen, double x, double y, Theme theme) { draw(pen, x, y, RADIUS, theme); }

  public static void draw(Pen pen, double x, double y, double radius, Theme theme) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) return;
    double[] xs = {x, x + radius, x, x - radius}, ys = {y - radius, y, y + radius, y};
    pen.fill(theme.card());
    pen.polygon(xs, ys, 4);
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    pen.polyline(new double[] {x, x + radius, x, x - radius, x}, new double[] {y - radius, y, y + radius, y, y - radius}, 5);
  }

  /// The dashed ring round the mark that the keyboard moves.
  public static void ring(Pen pen, double x, double y, Theme theme) {
    pen.stroke(theme.ink(), 1, 2.5, 2.5);
    pen.strokeOval(x, y, 2.2 * RADIUS);
  }
}

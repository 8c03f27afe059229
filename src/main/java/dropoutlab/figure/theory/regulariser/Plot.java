package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.frame.Matrix;
import java.util.function.DoubleUnaryOperator;

/// Lines and marks on two axes: lines are exact, hollow circles are the engine's.
record Plot(Axes axes) {
  /// The room that a heading takes.
  static final double HEAD = 22;

  double x(double value) { return axes.x().px(value); }

  double y(double value) { return axes.y().px(value); }

  boolean holds(double x, double y) { return axes.contains(x(x), y(y)); }

  void clip(Pen pen) {
    pen.clip(axes.leftPx() - 5, axes.topPx() - 5, axes.rightPx() - axes.leftPx() + 10,
        axes.bottomPx() - axes.topPx() + 10);
  }

  /// The columns of a table as a line in the present stroke.
  void line(Pen pen, Matrix table, int xColumn, int yColumn) {
    double[] xs = new double[table.rows()], ys = new double[table.rows()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = held(x(table.at(i, xColumn)), axes.leftPx(), axes.rightPx());
      ys[i] = held(y(table.at(i, yColumn)), axes.topPx(), axes.bottomPx());
    }
    pen.polyline(xs, ys, xs.length);
  }

  /// A function over a range as a line in the present stroke.
  void line(Pen pen, double from, double to, DoubleUnaryOperator f) {
    int points = (int) Math.max(2, Math.abs(x(to) - x(from)) / 2);
    double[] xs = new double[points], ys = new double[points];
    for (int i = 0; i < points; i++) {
      double at = from + (to - from) * i / (points - 1);
      xs[i] = x(at);
      ys[i] = held(y(f.applyAsDouble(at)), axes.topPx(), axes.bottomPx());
    }
    pen.polyline(xs, ys, points);
  }

  /// Far outside is as good as anywhere outside, and no pen stumbles over it.
  private static double held(double px, double from, double to) {
    double room = to - from;
    return Double.isNaN(px) ? from : Math.clamp(px, from - 3 * room, to + 3 * room);
  }

  void ring(Pen pen, Theme theme, double x, double y, int colour) { EngineMark.draw(pen, theme, x(x), y(y), colour); }

  /// The thin upright line at the present p, dotted.
  void upright(Pen pen, Theme theme, double x) {
    pen.stroke(theme.accent(), 1, 1, 2.5);
    pen.line(x(x), axes.topPx(), x(x), axes.bottomPx());
  }

  /// The p of a plot over p under the pointer, in hundredths; NaN outside.
  double rate(double xPx, double yPx, double most) {
    if (!axes.contains(xPx, yPx)) return Double.NaN;
    return Math.clamp(Math.rint(100 * axes.x().data(xPx)) / 100, 0, most);
  }

  static Scale rates() { return Scale.linear(0, .95, 0, 1); }
}

package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.ShiftedPen;
import dropoutlab.figure.plot.Theme;

/// A miniature of what a ready-made sweep shows, in a square of 28 units. With dropout is violet, without it grey and
/// dashed or hollow.
public enum SweepGlyph {
  /// A valley along p, and the twin across it.
  ERROR,
  /// More units the more are dropped, so that as many stay.
  WIDTH,
  /// Errors that fall with the data.
  SIZE,
  /// Rows of names.
  REGULARISERS,
  /// An error that falls towards that of masks off.
  PASSES,
  /// Activations, most of them near 0.
  SPARSITY;

  private static final double SIDE = 28;

  /// Draws into a square.
  public void draw(Pen pen, Theme theme, double left, double top, double side) {
    Brush brush = new Brush(new ShiftedPen(pen, left, top), side / SIDE, theme);
    switch (this) {
      case ERROR -> drawError(brush);
      case WIDTH -> drawWidth(brush);
      case SIZE -> drawSize(brush);
      case REGULARISERS -> drawRegularisers(brush);
      case PASSES -> drawPasses(brush);
      case SPARSITY -> drawSparsity(brush);
    }
  }

  private static void drawError(Brush b) {
    b.dashed(4, 8, 24, 8);
    b.line(b.theme.accent(), 3.5, 8, 8.5, 14.5, 14, 17, 19.5, 15, 24.5, 5.5);
    for (double[] dot : new double[][] {{3.5, 5}, {8.5, 10}, {8.5, 16.5}, {14, 13.5}, {14, 21}, {19.5, 11.5}, {19.5,
        18.5},
        {24.5, 2.5}}) b.dot(dot[0], dot[1], 1);
  }

  private static void drawWidth(Brush b) {
    for (int column = 0; column < 4; column++)
      for (int unit = 0; unit < 3 + column * (column + 1) / 2 && unit < 8; unit++) {
        double x = 4.5 + 6.3 * column, y = 24 - 3 * unit;
        if (unit < 3) b.dot(x, y, 1.35);
        else b.ring(x, y, 1.1);
      }
  }

  private static void drawSize(Brush b) {
    b.line(b.theme.faint(), 4, 24.5, 24, 24.5);
    for (int tick = 0; tick < 4; tick++) b.line(b.theme.faint(), 4 + tick * 6.66, 24.5, 4 + tick * 6.66, 22.5);
    b.dashed(4, 4, 14, 12, 24, 18.5);
    b.line(b.theme.accent(), 4, 4.5, 9, 12.5, 14.5, 17.5, 24, 19.8);
  }

  private static void drawRegularisers(Brush b) {
    double[] middles = {19, 17, 13, 8.5};
    for (int row = 0; row < 4; row++) {
      double y = 6 + 5.4 * row;
      boolean drops = row == 3;
      b.line(b.theme.line(), 3.5, y, 24.5, y);
      b.bar(drops ? b.theme.accent() : b.theme.muted(), middles[row] - 3.2, y, middles[row] + 3.2);
      b.disc(drops ? b.theme.accent() : b.theme.muted(), middles[row], y, 1.8);
    }
  }

  private static void drawPasses(Brush b) {
    b.dashed(3.5, 20, 24.5, 20);
    b.line(b.theme.accent(), 4, 4, 6, 10, 9, 14.5, 13, 17.4, 18, 19, 24.5, 19.4);
    for (double[] dot : new double[][] {{3.2, 8}, {5, 2.8}, {6.4, 13.6}, {8, 9.2}, {9.4, 17.4}, {12.6, 14.4}})
      b.dot(dot[0], dot[1], 1);
  }

  private static void drawSparsity(Brush b) {
    double[] with = {18, 5, 3, 2, 1}, without = {9, 7.5, 6.5, 4.5, 3};
    for (int bin = 0; bin < 5; bin++) {
      b.block(b.theme.accent(), 4 + 4.2 * bin, 23.5 - with[bin], 2.9, with[bin]);
      b.dashed(3.6 + 4.2 * bin, 23.5 - without[bin], 7.3 + 4.2 * bin, 23.5 - without[bin]);
    }
    b.line(b.theme.faint(), 3, 24, 25.5, 24);
  }

  /// A pen in the units of a glyph.
  private record Brush(Pen pen, double unit, Theme theme) {
    /// A line through points: x, y, x, y, ...
    void line(int argb, double... points) { stroke(argb, Marks.SOLID, points); }

    /// The twin's line.
    void dashed(double... points) { stroke(theme.muted(), new double[] {2.2 * unit, 1.7 * unit}, points); }

    private void stroke(int argb, double[] dash, double... points) {
      int count = points.length / 2;
      double[] x = new double[count], y = new double[count];
      for (int i = 0; i < count; i++) {
        x[i] = points[2 * i] * unit;
        y[i] = points[2 * i + 1] * unit;
      }
      pen.stroke(argb, 1.35 * unit, dash);
      if (count == 2) pen.line(x[0], y[0], x[1], y[1]);
      else pen.polyline(x, y, count);
    }

    void dot(double x, double y, double radius) { disc(theme.accent(), x, y, radius); }

    void disc(int argb, double x, double y, double radius) {
      pen.fill(argb);
      pen.fillOval(x * unit, y * unit, radius * unit);
    }

    void ring(double x, double y, double radius) {
      pen.stroke(theme.muted(), .8 * unit, Marks.SOLID);
      pen.strokeOval(x * unit, y * unit, radius * unit);
    }

    void bar(int argb, double from, double y, double to) {
      pen.stroke(argb, 1.6 * unit, Marks.SOLID);
      pen.line(from * unit, y * unit, to * unit, y * unit);
    }

    void block(int argb, double x, double y, double width, double height) {
      pen.fill(argb);
      pen.fillRect(x * unit, y * unit, width * unit, height * unit);
    }
  }
}

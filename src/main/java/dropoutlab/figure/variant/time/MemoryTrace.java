package dropoutlab.figure.variant.time;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;

/// What one unit remembers after each step: in the present pass, and if that is known under other masks and none.
///
/// @param now    (1 x steps units)
/// @param masked (masks x steps units), or empty
/// @param calm   (1 x steps units) with masks off, or empty
/// @param low    the lower end of the scale, and `high` the upper one
record MemoryTrace(Side side, Matrix now, Matrix masked, Matrix calm, int unit, int units, double low, double high) {
  private static final Type NUMBER = new Type(Face.NUMBER, 10);

  /// Adds the values of the unit to a range.
  static void span(Span span, Matrix values, int unit, int units) {
    for (int r = 0; r < values.rows(); r++)
      for (int c = unit; c < values.cols(); c += units) span.add(values.at(r, c));
  }

  private double y(Inset at, double value) { return at.bottom() - at.height() * (value - low) / (high - low); }

  /// @param column the width of a step, and `first` the first that is shown
  void draw(Pen pen, Inset at, double column, int first, int count, Theme theme) {
    pen.stroke(theme.line(), 1, Marks.SOLID);
    double zero = Math.round(y(at, 0)) + .5;
    pen.line(at.left(), zero, at.right(), zero);
    pen.fill(theme.muted());
    pen.text(Numbers.brief(high), at.left() - 5, at.top() + 8, NUMBER, Align.RIGHT);
    pen.text(Numbers.brief(low), at.left() - 5, at.bottom(), NUMBER, Align.RIGHT);
    pen.stroke(Palette.mix(side.colour(theme), theme.card(), .55), .8, Marks.SOLID);
    for (int r = 0; r < masked.rows(); r++) drawLine(pen, at, column, first, count, masked, r);
    pen.stroke(side.colour(theme), 1.8, side.dash());
    if (masked.isEmpty() && !now.isEmpty()) drawLine(pen, at, column, first, count, now, 0);
    pen.stroke(theme.ink(), 1.7, Marks.SOLID);
    if (!calm.isEmpty()) drawLine(pen, at, column, first, count, calm, 0);
  }

  private void drawLine(Pen pen, Inset at, double column, int first, int count, Matrix values, int row) {
    double[] x = new double[count], y = new double[count];
    for (int t = 0; t < count; t++) {
      x[t] = at.left() + (t + .5) * column;
      y[t] = y(at, values.at(row, (first + t) * units + unit));
    }
    pen.polyline(x, y, count);
  }
}

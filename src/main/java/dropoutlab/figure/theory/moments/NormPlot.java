package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Words;

/// What the plots of the batch-norm bench share.
final class NormPlot {
  /// The room of a heading.
  static final double HEAD = 24;
  static final double TOP = 1.08;
  static final double[] DASH = {6, 4};

  private NormPlot() {}

  /// Axes under a heading.
  static Axes axes(Scale x, Scale y, String xTitle, double width, double height, double keepRight) {
    boolean worded = Axes.roomForWords(width, height);
    return Axes.layOut(x, y, xTitle, "", width, height, keepRight)
        .with(axes -> { if (worded) axes.y(y.at(axes.y().fromPx(), HEAD)); });
  }

  static Type words(Axes axes, boolean bold) { return new Type(bold ? Face.TEXT_BOLD : Face.TEXT, axes.textSize()); }

  /// Draws a table of (x, y) as a line in the present stroke.
  static void line(Pen pen, Axes axes, Matrix table) {
    double[] xs = new double[table.rows()], ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = axes.x().px(table.at(i, 0));
      ys[i] = CurveFigure.held(axes, table.at(i, 1));
    }
    pen.polyline(xs, ys, xs.length);
  }

  static void marks(Pen pen, Theme theme, Axes axes, Matrix dots, int argb) {
    for (int i = 0; i < dots.rows(); i++)
      EngineMark.draw(pen, theme, axes.x().px(dots.at(i, 0)), axes.y().px(dots.at(i, 1)), argb);
  }

  static void level(Pen pen, Axes axes, double value) {
    pen.line(axes.leftPx(), axes.y().px(value), axes.rightPx(), axes.y().px(value));
  }

  /// The upright line through what a control is set to.
  static void upright(Pen pen, Theme theme, Axes axes, double value) {
    pen.stroke(theme.accent(), 1.2, 1, 3);
    pen.line(axes.x().px(value), axes.topPx(), axes.x().px(value), axes.bottomPx());
  }

  /// The ratio beside its mark, on whichever side there is room.
  static void value(Pen pen, Theme theme, Axes axes, double x, double yPx, String text) {
    if (!axes.worded()) return;
    Type type = new Type(Face.NUMBER_BOLD, axes.textSize() + 1);
    double at = axes.x().px(x), wide = pen.textWidth(text, type) + 10;
    boolean left = at + wide > axes.rightPx(), high = yPx < axes.topPx() + 50;
    // Left of the mark the curve is higher than at the mark.
    double up = high ? -22 : left ? .8 * wide : 6;
    boolean leftOf = left || high && at - wide > axes.leftPx();
    pen.fill(theme.ink());
    pen.text(text, at + (leftOf ? -9 : 9), yPx - up, type, leftOf ? Align.RIGHT : Align.LEFT);
  }

  /// What stands for the ratio until it is revealed.
  static void unknown(Pen pen, Theme theme, Axes axes, double x) {
    value(pen, theme, axes, x, (axes.topPx() + axes.bottomPx()) / 2, Words.of("claimmoments.norm.unknown"));
  }

  /// Line and circle explained, from the left at `x`.
  static void key(Pen pen, Theme theme, Axes axes, double x, double baseline) {
    Type type = words(axes, false);
    String exact = Words.of("claimmoments.norm.key.exact"), engine = Words.of("claimmoments.norm.key.engine");
    pen.stroke(theme.accent(), 2, Marks.SOLID);
    pen.line(x, baseline - 4, x + 16, baseline - 4);
    pen.fill(theme.muted());
    pen.text(exact, x + 22, baseline, type, Align.LEFT);
    double next = x + 36 + pen.textWidth(exact, type);
    EngineMark.draw(pen, theme, next, baseline - 4, theme.accent());
    pen.fill(theme.muted());
    pen.text(engine, next + 8, baseline, type, Align.LEFT);
  }
}

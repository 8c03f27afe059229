package dropoutlab.figure.passes;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.MethodLook;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Trace;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Method;
import dropoutlab.frame.Result;
import java.util.List;

/// What other methods say along the same input: the mean in the method's own dash with its marks, exact Bayes as a
/// double line, and two standard deviations as a thin outline.
final class RivalLines {
  private static final double MARKS = 7;
  private static final double CLOSEST_MARKS = 48;

  private final Matrix x;
  private final List<Result.Rival> rivals;

  RivalLines(Matrix x, List<Result.Rival> rivals) {
    this.x = x;
    this.rivals = rivals;
  }

  void draw(Pen pen, Theme theme, Axes axes) {
    for (Result.Rival rival : rivals) draw(pen, theme, axes, rival);
  }

  private void draw(Pen pen, Theme theme, Axes axes, Result.Rival rival) {
    MethodLook look = MethodLook.of(rival.method());
    look.take(pen, theme, 1);
    for (int side = -2; side <= 2; side += 4) {
      Trace trace = new Trace(pen, 1);
      for (int i = 0; i < rival.sd().size(); i++)
        trace.add(axes.x().px(x.get(i)), CurveFigure.held(axes, rival.mean().get(i) + side * rival.sd().get(i)));
      trace.end();
    }
    if (rival.method() == Method.EXACT_BAYES) {
      pen.stroke(look.colour(theme), 4);
      CurveFigure.drawCurve(pen, axes, x, rival.mean());
      pen.stroke(theme.card(), 1.8);
    } else {
      look.take(pen, theme);
    }
    CurveFigure.drawCurve(pen, axes, x, rival.mean());
    drawMarks(pen, theme, axes, rival, look);
  }

  /// Evenly along the axis, those of one method between those of another.
  private void drawMarks(Pen pen, Theme theme, Axes axes, Result.Rival rival, MethodLook look) {
    double every = Math.max(CLOSEST_MARKS, (axes.rightPx() - axes.leftPx()) / MARKS);
    double next = axes.leftPx() + every * (.35 + .3 * rivals.indexOf(rival));
    for (int i = 0; i < rival.mean().size(); i++) {
      double at = axes.x().px(x.get(i));
      double y = CurveFigure.held(axes, rival.mean().get(i));
      if (at < next || !Double.isFinite(y)) continue;
      look.mark(pen, theme, at, y, 3.6);
      next += every;
    }
  }
}

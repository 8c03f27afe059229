package dropoutlab.figure.plot;

import dropoutlab.frame.Method;
import java.util.function.IntFunction;

/// One curve of a [Chart] with its uncertainty and its name.
///
/// @param label    its name, written where it ends
/// @param brief    the same where there is little room
/// @param x        rising
/// @param low,high the interval of each `y`; empty for none
/// @param weights  how much each point counts, 1 the most: its mark has an area like that; empty for marks of one size
/// @param told     what a tooltip says of a point
public record Series(String label, String brief, double[] x, double[] y, double[] low, double[] high, double[] weights,
              Look look, IntFunction<String> told) {
  /// How intervals are drawn.
  public enum Spread { NONE, RIBBON, WHISKERS }

  /// A colour of the theme.
  @FunctionalInterface
  public interface Ink {
    int of(Theme theme);
  }

  /// @param width of the line, 0 for marks alone
  /// @param shape of the marks, as of a class in [Marks]; -1 for none
  public record Look(Ink ink, double width, boolean bold, int shape, Spread spread, double... dash) {
    public static Look of(Method method, Spread spread, boolean marked) {
      MethodLook look = MethodLook.of(method);
      return new Look(look::colour, look.width, look.bold(), marked ? look.shape() : -1, spread, look.dash());
    }

    public static Look line(Ink ink, double width, double... dash) {
      return new Look(ink, width, false, -1, Spread.NONE, dash);
    }
  }

  public Series(String label, String brief, double[] x, double[] y, double[] low, double[] high, Look look,
         IntFunction<String> told) {
    this(label, brief, x, y, low, high, new double[0], look, told);
  }

  public static Series of(String label, double[] x, double[] y, Look look, IntFunction<String> told) {
    return new Series(label, label, x, y, new double[0], new double[0], look, told);
  }

  private boolean spread(int i) {
    return i < low.length && Double.isFinite(low[i]) && Double.isFinite(high[i]) && high[i] > low[i];
  }

  void drawSpread(Pen pen, Theme theme, Axes axes, double shift) {
    switch (look.spread) {
      case NONE -> { }
      case RIBBON -> drawRibbon(pen, theme, axes);
      case WHISKERS -> {
        pen.stroke(Palette.mix(look.ink.of(theme), theme.card(), .25), 1);
        for (int i = 0; i < y.length; i++) if (spread(i)) drawWhisker(pen, axes, axes.x().px(x[i]) + shift, i);
      }
    }
  }

  private void drawWhisker(Pen pen, Axes axes, double at, int i) {
    double top = CurveFigure.held(axes, high[i]);
    double bottom = CurveFigure.held(axes, low[i]);
    pen.line(at, bottom, at, top);
    pen.line(at - 2, top, at + 2, top);
    pen.line(at - 2, bottom, at + 2, bottom);
  }

  private void drawRibbon(Pen pen, Theme theme, Axes axes) {
    int count = 0;
    for (int i = 0; i < y.length; i++) if (spread(i)) count++;
    double[] xs = new double[2 * count];
    double[] ys = new double[2 * count];
    for (int i = 0, k = 0; i < y.length; i++) {
      if (!spread(i)) continue;
      xs[k] = xs[2 * count - 1 - k] = axes.x().px(x[i]);
      ys[k] = CurveFigure.held(axes, high[i]);
      ys[2 * count - 1 - k++] = CurveFigure.held(axes, low[i]);
    }
    pen.fill(Palette.withAlpha(look.ink.of(theme), look.bold ? .16 : .09));
    if (count > 1) pen.polygon(xs, ys, 2 * count);
  }

  void drawLine(Pen pen, Theme theme, Axes axes, double shift) {
    if (look.width == 0) return;
    pen.stroke(look.ink.of(theme), look.width, look.dash);
    pen.fill(look.ink.of(theme));
    Trace trace = new Trace(pen, Math.max(2, look.width));
    for (int i = 0; i < y.length; i++) trace.add(axes.x().px(x[i]) + shift, CurveFigure.held(axes, y[i]));
    trace.end();
  }

  void drawMarks(Pen pen, Theme theme, Axes axes, double shift) {
    if (look.shape < 0) return;
    double largest = axes.rightPx() - axes.leftPx() < 260 ? 2.6 : 3.4;
    Marks marks = new Marks();
    for (int i = 0; i < y.length; i++) {
      double at = CurveFigure.held(axes, y[i]);
      if (Double.isFinite(at))
        marks.classDot(pen, look.shape, axes.x().px(x[i]) + shift, at, largest * size(i), look.ink.of(theme),
            theme.card(), 1);
    }
  }

  private double size(int i) { return i < weights.length ? Math.clamp(1.5 * Math.sqrt(weights[i]), .85, 1.5) : 1; }

  /// The height at which the curve ends, or NaN.
  public double endPx(Axes axes) {
    for (int i = y.length - 1; i >= 0; i--) if (Double.isFinite(y[i])) return axes.y().px(y[i]);
    return Double.NaN;
  }

  /// From where the curve ends, when that is before the plot does, to its name.
  void drawLeader(Pen pen, Axes axes, int ink) {
    int last = y.length - 1;
    while (last >= 0 && !Double.isFinite(y[last])) last--;
    if (last < 0 || axes.x().px(x[last]) > axes.rightPx() - 8) return;
    double at = CurveFigure.held(axes, y[last]);
    pen.stroke(Palette.withAlpha(ink, .35), 1);
    pen.line(axes.x().px(x[last]) + 7, at, axes.rightPx(), at);
  }
}

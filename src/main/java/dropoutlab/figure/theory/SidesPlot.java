package dropoutlab.figure.theory;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Curves of the exact side with the engine's values upon them as hollow circles.
///
/// @param lines by importance, the first above all
/// @param dots  of the engine
/// @param left  where the plot begins at the earliest, so that it stands right above another
public record SidesPlot(List<Line> lines, List<Dot> dots, Scale x, Scale y, String xTitle, double left) {
  private static final double RADIUS = 3.6, REACH = 10, OVER = 10;

  /// @param name empty for none
  /// @param ys   NaN where there is nothing to show
  public record Line(String name, double[] xs, double[] ys, Series.Look look) {}

  /// @param square whether it is told apart by its shape
  public record Dot(double x, double y, Series.Ink ink, boolean square, String told) {
    public Dot(double x, double y, Series.Ink ink, String told) { this(x, y, ink, false, told); }
  }

  public Axes axes(double width, double height) {
    double size = Axes.textSize(width, height);
    List<String> names = lines.stream().map(Line::name).filter(name -> !name.isEmpty()).toList();
    double room = CurveFigure.labelsBeside(width) && !names.isEmpty() ? EndLabels.room(names, size) : 0;
    Axes axes = Axes.layOut(x, y, xTitle, "", width, height, Math.max(room, Axes.widthOf(xTitle, size) + 2.4 * size));
    return axes.worded() ? axes.withX(axes.x().at(Math.max(left, axes.leftPx()), axes.rightPx())) : axes;
  }

  public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    axes.draw(pen, theme);
    CurveFigure.clip(pen, axes);
    for (Line line : lines.reversed()) draw(pen, axes, line, theme);
    pen.unclip();
    for (Dot dot : dots)
      mark(pen, axes.x().px(dot.x), axes.y().px(dot.y), RADIUS, dot.square, dot.ink.of(theme), theme);
    if (!axes.worded()) return;
    if (CurveFigure.labelsBeside(width)) drawNames(pen, axes, theme);
    else drawNamesInside(pen, axes, theme);
  }

  /// The engine's mark, or a hollow square for the twin.
  public static void mark(Pen pen, double x, double y, double radius, boolean square, int ink, Theme theme) {
    if (!square) EngineMark.draw(pen, theme, x, y, radius, ink);
    if (!square || !Double.isFinite(x) || !Double.isFinite(y)) return;
    double half = .88 * radius;
    pen.fill(theme.card());
    pen.fillRect(x - half, y - half, 2 * half, 2 * half);
    pen.stroke(ink, 1.4, Marks.SOLID);
    pen.strokeRect(x - half, y - half, 2 * half, 2 * half);
  }

  private void drawNames(Pen pen, Axes axes, Theme theme) {
    List<EndLabels.Label> labels = new ArrayList<>();
    for (Line line : lines)
      if (!line.name.isEmpty())
        labels.add(new EndLabels.Label(line.name, end(line, axes), line.look.ink().of(theme), line.look.bold()));
    EndLabels.draw(pen, theme, EndLabels.finite(labels), axes.rightPx(), axes);
  }

  private static double end(Line line, Axes axes) { return axes.y().px(line.ys[line.ys.length - 1]); }

  /// Where there is no room beside the plot, over the ends of the lines; the first go before the others.
  private void drawNamesInside(Pen pen, Axes axes, Theme theme) {
    Type type = new Type(Face.TEXT, axes.textSize());
    List<Double> taken = new ArrayList<>();
    for (Line line : lines) {
      if (line.name.isEmpty()) continue;
      double y = end(line, axes) - OVER, wide = pen.textWidth(line.name, type);
      boolean free = taken.stream().allMatch(other -> Math.abs(other - y) > 1.4 * type.size());
      if (!free || !(y > axes.topPx() + 2) || wide > axes.rightPx() - axes.leftPx()) continue;
      taken.add(y);
      pen.fill(line.look.ink().of(theme));
      pen.text(line.name, axes.rightPx(), y, type, Align.RIGHT);
    }
  }

  private static void draw(Pen pen, Axes axes, Line line, Theme theme) {
    double[] xs = new double[line.xs.length], ys = new double[xs.length];
    int count = 0;
    for (int i = 0; i < xs.length; i++)
      if (Double.isFinite(line.ys[i])) {
        xs[count] = axes.x().px(line.xs[i]);
        ys[count++] = CurveFigure.held(axes, line.ys[i]);
      }
    pen.stroke(line.look.ink().of(theme), line.look.width(), line.look.dash());
    if (count > 1) pen.polyline(xs, ys, count);
  }

  /// The engine's value next to a point, if it is near.
  public Optional<Hit> hit(double xPx, double yPx, Axes axes) {
    double nearest = REACH;
    Hit hit = null;
    for (Dot dot : dots) {
      double away = Math.hypot(axes.x().px(dot.x) - xPx, axes.y().px(dot.y) - yPx);
      if (!(away < nearest)) continue;
      nearest = away;
      hit = new Hit.Place(dot.x, dot.y, dot.told);
    }
    return Optional.ofNullable(hit);
  }
}

package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// Ticks at the numbers that matter, instead of round ones.
final class PlotTicks {
  private static final Type NUMBER = new Type(Face.NUMBER, 11);

  private PlotTicks() {}

  static double widest(List<Double> ticks) {
    return TextMeasure.widest(ticks.stream().map(Numbers::brief).toList(), NUMBER);
  }

  /// A note inside a plot.
  static Type note(Axes axes) { return new Type(Face.TEXT, axes.textSize() - .5); }

  /// Draws a grid line and a label for each tick; where two would touch, the earlier of the list stays.
  static void drawY(Pen pen, Theme theme, Axes axes, List<Double> ticks) {
    List<Double> taken = new ArrayList<>();
    for (double tick : ticks) {
      double y = axes.y().px(tick);
      if (taken.stream().anyMatch(other -> Math.abs(other - y) < 12)) continue;
      taken.add(y);
      pen.stroke(theme.line(), 1, Marks.SOLID);
      pen.line(axes.leftPx(), Math.round(y) + .5, axes.rightPx(), Math.round(y) + .5);
      pen.fill(theme.muted());
      pen.text(Numbers.brief(tick), axes.leftPx() - 7, y + 4, NUMBER, Align.RIGHT);
    }
  }

  static void drawX(Pen pen, Theme theme, Axes axes, List<Double> ticks, DoubleFunction<String> label) {
    pen.fill(theme.muted());
    double free = Double.NEGATIVE_INFINITY;
    for (double tick : ticks) {
      String text = label.apply(tick);
      double half = TextMeasure.width(text, NUMBER) / 2, x = Math.min(axes.x().px(tick), axes.right() - half);
      if (x - half < free) continue;
      pen.text(text, x, axes.bottomPx() + 16, NUMBER, Align.CENTRE);
      free = x + half + 5;
    }
  }
}

package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import java.util.ArrayList;
import java.util.List;

/// Names of places in a plot: each beside its place where no earlier name is, or left out.
final class FreeNames {
  private final Plot plot;
  private final double top;
  private final double bottom;
  /// Left, top, right and bottom of each name.
  private final List<double[]> taken = new ArrayList<>();

  /// @param top,bottom of the room for baselines
  FreeNames(Plot plot, double top, double bottom) {
    this.plot = plot;
    this.top = top;
    this.bottom = bottom;
  }

  /// Draws right of a place where that is free, else left of it, above or below.
  void draw(Pen pen, Theme theme, String name, List<Double> place, int colour, Type type) {
    double wide = pen.textWidth(name, type), x = plot.x(place.get(0)), y = plot.y(place.get(1)) + 4;
    double last = Math.min(10, plot.axes().rightPx() + 10 - wide - x), before = -10 - wide;
    for (double[] move : new double[][] {{10, 0}, {10, -16}, {10, 16}, {before, 0}, {before, 18}, {before, -18},
        {last, 26},
        {last, 42}}) {
      double left = x + move[0], base = y + move[1];
      if (!isFree(left, base, wide)) continue;
      taken.add(new double[] {left, base - 11, left + wide, base + 4});
      pen.fill(Palette.withAlpha(theme.card(), .82));
      pen.fillRect(left - 2, base - 10, wide + 4, 13);
      pen.fill(colour);
      pen.text(name, left, base, type, Align.LEFT);
      return;
    }
  }

  private boolean isFree(double left, double base, double wide) {
    if (left < plot.axes().leftPx() + 2 || left + wide > plot.axes().rightPx() + 12 || base < top || base > bottom)
      return false;
    return taken.stream().noneMatch(other ->
        left < other[2] && other[0] < left + wide && base - 11 < other[3] && other[1] < base + 4);
  }
}

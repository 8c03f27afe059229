package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;

/// Places for numbers of examples and for risks. Those of the grid stand at equal distances, because the peak lies
/// between numbers that are almost the same; what is between two of them stands between their places.
record DescentAxes(Plot plot, List<Integer> grid, int features, double width, double height) {
  private static final double HEAD = 26, BELOW = 17, RIGHT = 128, DETAILS_FROM = 560, DETAILS_HIGH = 300, EDGE = .5;
  /// So large a share of the draws of every size is inside the plot.
  private static final double SHOWN = .9;

  static DescentAxes of(RegulariserPicture.DoubleDescent of, double width, double height) {
    boolean worded = Axes.roomForWords(width, height);
    double right = width >= DETAILS_FROM && height >= DETAILS_HIGH ? RIGHT : 12;
    Scale places = Scale.linear(-EDGE, of.grid().size() - EDGE, 0, 1);
    Axes axes = Axes.layOut(places, risks(of), "", "", width, height, right);
    if (worded) {
      Scale y = axes.y().at(axes.bottomPx() - BELOW, HEAD);
      axes = axes.with(a -> a.y(y));
    }
    return new DescentAxes(new Plot(axes), of.grid(), of.features(), width, height);
  }

  /// From below the noise, which no weights go below, to where most draws without dropout are.
  private static Scale risks(RegulariserPicture.DoubleDescent of) {
    double most = 2 * (1 + of.floor()), least = of.floor() > 0 ? .8 * of.floor() : .05;
    for (int size = 0; size < of.sizes().size(); size++) {
      double[] draws = new double[of.draws()];
      for (int i = 0; i < draws.length; i++) draws[i] = of.plain().at(i, size);
      Arrays.sort(draws);
      most = Math.max(most, draws[(int) Math.floor(SHOWN * (draws.length - 1))]);
    }
    return new Scale(true, least, 1.15 * most, 0, 1);
  }

  boolean worded() { return plot.axes().worded(); }

  boolean detailed() { return width >= DETAILS_FROM && height >= DETAILS_HIGH; }

  double left() { return plot.axes().leftPx(); }

  double right() { return plot.axes().rightPx(); }

  double top() { return plot.axes().topPx(); }

  double bottom() { return plot.axes().bottomPx(); }

  boolean contains(double x, double y) { return plot.axes().contains(x, y); }

  double y(double risk) { return plot.y(risk); }

  /// The same, at the edges of the plot for what lies beyond them.
  double held(double risk) { return Math.clamp(plot.y(risk), top(), bottom()); }

  double risk(double y) { return plot.axes().y().data(y); }

  /// How wide the dots of one size spread on either side.
  double strip() { return Math.min(22, .3 * (right() - left()) / grid.size()); }

  double x(int size) {
    int above = 1;
    while (above < grid.size() - 1 && grid.get(above) < size) above++;
    double from = grid.get(above - 1), to = grid.get(above);
    return plot.x(above - 1 + (size - from) / (to - from));
  }

  /// Returns the number of examples whose place is there.
  int size(double x) {
    double at = Math.clamp(plot.axes().x().data(x), 0, grid.size() - 1.0);
    int below = Math.min((int) at, grid.size() - 2);
    return (int) Math.rint(grid.get(below) + (at - below) * (grid.get(below + 1) - grid.get(below)));
  }

  int nearest(double x) { return (int) Math.clamp(Math.rint(plot.axes().x().data(x)), 0, grid.size() - 1.0); }

  void draw(Pen pen, Theme theme) {
    plot.axes().draw(pen, theme, false);
    if (!worded()) return;
    double size = plot.axes().textSize(), baseline = bottom() + Math.round(1.4 * size);
    Type bold = new Type(Face.NUMBER_BOLD, size), plain = new Type(Face.NUMBER, size - 1);
    for (int n : grid) {
      pen.fill(n == features ? theme.ink() : theme.muted());
      pen.text(Numbers.count(n), x(n), baseline, n == features ? bold : new Type(Face.NUMBER, size), Align.CENTRE);
      pen.fill(theme.muted());
      pen.text(Numbers.brief((double) n / features), x(n), baseline + BELOW - 2, plain, Align.CENTRE);
    }
    if (!detailed()) return;
    Type words = new Type(Face.TEXT, size);
    pen.fill(theme.muted());
    pen.text(Words.of("claimregulariser.descent.examples"), right() + 2, baseline, words, Align.LEFT);
    pen.fill(theme.muted());
    pen.text(Words.of("claimregulariser.descent.multiples"), right() + 2, baseline + BELOW - 2, words, Align.LEFT);
  }
}

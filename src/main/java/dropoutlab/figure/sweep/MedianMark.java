package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.Quartiles;

/// The bar of the middle half of some seeds, and on it the ring of their median.
///
/// @param shape   of the ring, by the number of its series
/// @param partner whether it is that of a partner: its bar is dashed
/// @param ring    the ring's radius
record MedianMark(BrokenScale scale, int shape, int argb, boolean partner, double ring) {
  static final double RING = 3.7;
  private static final double BAR = .8, ARROW = 4;
  private static final double[] DASHED = {2, 1.6};

  void draw(Pen pen, Theme theme, double x, Quartiles quartiles) {
    if (quartiles.n() == 0) return;
    drawBar(pen, x, quartiles);
    if (Double.isFinite(quartiles.median())) drawRing(pen, theme, x, scale.px(quartiles.median()));
  }

  private void drawBar(Pen pen, double x, Quartiles quartiles) {
    if (!Double.isFinite(quartiles.low()) || quartiles.n() < 2) return;
    double low = scale.px(quartiles.low()), high = scale.px(quartiles.high());
    boolean open = !Double.isFinite(quartiles.high());
    double way = Math.signum(scale.main().toPx() - scale.main().fromPx());
    pen.stroke(argb, BAR * ring, partner ? DASHED : Marks.SOLID);
    pen.line(x, low, x, open ? scale.top() - way * ARROW : high);
    if (!open) return;
    pen.fill(argb);
    double foot = scale.top() - way * 1.6 * ARROW;
    pen.polygon(new double[] {x - ARROW, x, x + ARROW}, new double[] {foot, scale.top(), foot}, 3);
  }

  void drawRing(Pen pen, Theme theme, double x, double y) {
    if (shape == 0) {
      pen.fill(theme.card());
      pen.fillOval(x, y, ring);
      pen.stroke(argb, .54 * ring);
      pen.strokeOval(x, y, ring);
    } else {
      new Marks().classDot(pen, shape, x, y, .84 * ring, theme.card(), argb, .5 * ring);
    }
  }
}

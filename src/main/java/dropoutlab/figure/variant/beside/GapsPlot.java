package dropoutlab.figure.variant.beside;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.BesideEvidence.Gaps;
import dropoutlab.predict.variant.Histogram;
import dropoutlab.theory.SmoothedLabels;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;

/// How far the logit of the true class stands above the mean of the others, for all training examples; a line at the
/// gap that is best under the smoothed labels. Without smoothing no gap is large enough.
///
/// @param best of the method that the view is about
record GapsPlot(Side side, Histogram counts, double best) implements Figure {
  private static final int BINS = 36;
  private static final double HEAD = 18, FOOT = 16, MOST = 30;
  private static final Type NAME = new Type(Face.TEXT_MEDIUM, 11), SMALL = new Type(Face.TEXT, 10.5);

  static GapsPlot of(Scene scene, Side side, Gaps gaps) {
    double best = SmoothedLabels.gap(scene.strength(), scene.schema().classes().size());
    double low = -1, high = Double.isFinite(best) ? 1.6 * best : 8;
    for (Side each : scene.versus().sides())
      for (double gap : scene.network(each).flatMap(network -> network.tried()).map(tried -> ((Gaps) tried).gaps())
          .orElseThrow()) {
        low = Math.min(low, gap);
        high = Math.max(high, gap);
      }
    double[] all = gaps.gaps().stream().mapToDouble(gap -> Math.clamp(gap, -MOST, MOST)).toArray();
    return new GapsPlot(side, Histogram.of(all, Math.max(-MOST, low), Math.min(MOST, high), BINS), best);
  }

  private Scale x(double width) {
    return Scale.linear(counts.from(), counts.from() + BINS * counts.width(), 2, width - 2);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Scale x = x(width);
    int most = counts.counts().stream().mapToInt(Integer::intValue).max().orElse(1);
    Scale y = Scale.linear(0, Math.max(1, most), height - FOOT, HEAD + 16);
    pen.fill(theme.ink());
    pen.text(Fit.within(pen, Words.of("besideview.gaps"), NAME, width), 2, 11, NAME, Align.LEFT);
    pen.fill(side.colour(theme));
    for (int bin = 0; bin < BINS; bin++) {
      double left = x.px(counts.from() + bin * counts.width()),
          right = x.px(counts.from() + (bin + 1) * counts.width());
      pen.fillRect(left + .5, y.px(counts.counts().get(bin)), right - left - 1,
          y.fromPx() - y.px(counts.counts().get(bin)));
    }
    drawAxis(pen, theme, x, y);
    if (Double.isFinite(best)) drawBest(pen, theme, x.px(best), y, width);
  }

  private static void drawAxis(Pen pen, Theme theme, Scale x, Scale y) {
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(x.fromPx(), y.fromPx() + .5, x.toPx(), y.fromPx() + .5);
    pen.fill(theme.muted());
    for (double tick : x.ticks(6)) {
      double half = pen.textWidth(Numbers.brief(tick), SMALL) / 2;
      double centre = Math.clamp(x.px(tick), half, Math.max(half, x.toPx() - half));
      pen.text(Numbers.brief(tick), centre, y.fromPx() + 13, SMALL, Align.CENTRE);
    }
  }

  private void drawBest(Pen pen, Theme theme, double at, Scale y, double width) {
    double px = Math.round(at) + .5;
    pen.stroke(theme.ink(), 1.4, 3, 2);
    pen.line(px, y.toPx() - 14, px, y.fromPx());
    String text = Words.of("besideview.gaps.best", Numbers.fixed(best, 2));
    boolean right = px + 6 + pen.textWidth(text, SMALL) < width;
    pen.fill(theme.ink());
    pen.text(text, right ? px + 4 : px - 4, y.toPx() - 5, SMALL, right ? Align.LEFT : Align.RIGHT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    int bin = (int) Math.floor((x(width).data(x) - counts.from()) / counts.width());
    if (bin < 0 || bin >= BINS || y < HEAD) return Optional.empty();
    double from = counts.from() + bin * counts.width();
    return Optional.of(new Hit.Place(counts.middle(bin), counts.counts().get(bin), Words.of("besideview.gaps.told",
        counts.counts().get(bin), counts.total(), Numbers.fixed(from, 1), Numbers.fixed(from + counts.width(), 1))));
  }
}

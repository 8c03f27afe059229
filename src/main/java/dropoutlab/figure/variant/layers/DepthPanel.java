package dropoutlab.figure.variant.layers;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.LayersEvidence.Depths;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// Through how many blocks examples went: bars for what was counted, dots for the Poisson binomial distribution.
record DepthPanel(List<Depths> depths, List<Side> sides) implements Figure {
  private static final double TABLE = 62, COLUMN = 42, LINE = 15, FOOT = 15;
  private static final Type WORDS = new Type(Face.TEXT, 11), NUMBER = new Type(Face.NUMBER, 11);

  private Side side(Depths of) { return sides.get(Math.min(of.network(), sides.size() - 1)); }

  private double table(double width) { return width < 210 ? 0 : TABLE + COLUMN * depths.size(); }

  private Inset plot(double width, double height) {
    return new Inset(2, 5, Math.max(30, width - table(width) - (table(width) > 0 ? 14 : 0)),
        Math.max(8, height - 5 - FOOT));
  }

  private static double share(Depths of, int depth) {
    int all = of.counts().stream().mapToInt(Integer::intValue).sum();
    return all == 0 ? 0 : (double) of.counts().get(depth) / all;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Inset plot = plot(width, height);
    double most = 1e-9;
    for (Depths each : depths)
      for (int d = 0; d < each.counts().size(); d++)
        most = Math.max(most, Math.max(share(each, d), each.expected().get(d)));
    for (Depths each : depths) drawBars(pen, each, plot, most, theme);
    drawAxis(pen, plot, theme);
    if (table(width) > 0) drawTable(pen, width - table(width), width, theme);
  }

  private static double each(Depths of, Inset plot) { return plot.width() / of.counts().size(); }

  private void drawBars(Pen pen, Depths of, Inset plot, double most, Theme theme) {
    double each = each(of, plot), wide = Math.max(1.5, .62 * each);
    for (int d = 0; d < of.counts().size(); d++) {
      double high = plot.height() * share(of, d) / most, left = plot.left() + (d + .5) * each - wide / 2;
      pen.fill(side(of).colour(theme));
      pen.stroke(side(of).colour(theme), 1.2, Marks.SOLID);
      if (high > 0 && of.network() == 0) pen.fillRect(left, plot.bottom() - high, wide, high);
      else if (high > 0) pen.strokeRect(left, plot.bottom() - high, wide, high);
    }
    pen.stroke(theme.ink(), 1.3, Marks.SOLID);
    for (int d = 0; d < of.counts().size(); d++) {
      double y = plot.bottom() - plot.height() * of.expected().get(d) / most;
      if (of.expected().get(d) < .002 * most) continue;
      pen.fill(theme.card());
      pen.fillOval(plot.left() + (d + .5) * each, y, 2.4);
      pen.strokeOval(plot.left() + (d + .5) * each, y, 2.4);
    }
  }

  private void drawAxis(Pen pen, Inset plot, Theme theme) {
    Depths first = depths.getFirst();
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(plot.left(), plot.bottom() + .5, plot.right(), plot.bottom() + .5);
    int most = first.counts().size() - 1, step = most <= 6 ? 1 : most <= 14 ? 3 : most <= 30 ? 6 : 12;
    pen.fill(theme.muted());
    for (int d = 0; d <= most; d += step)
      pen.text(Integer.toString(d), plot.left() + (d + .5) * each(first, plot), plot.bottom() + 12, NUMBER,
          Align.CENTRE);
  }

  private void drawTable(Pen pen, double left, double right, Theme theme) {
    pen.fill(theme.muted());
    pen.text(Words.of("depth.effective.mean"), left, 28, WORDS, Align.LEFT);
    pen.text(Words.of("depth.effective.expected"), left, 28 + LINE, WORDS, Align.LEFT);
    for (int i = 0; i < depths.size(); i++) {
      double at = right - COLUMN * (depths.size() - 1 - i);
      side(depths.get(i)).mark(pen, theme, at - 12, 9, 4);
      pen.fill(theme.ink());
      pen.text(Numbers.fixed(depths.get(i).mean(), 2), at, 28, NUMBER, Align.RIGHT);
      pen.text(Numbers.fixed(depths.get(i).expectedMean(), 2), at, 28 + LINE, NUMBER, Align.RIGHT);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Inset plot = plot(width, height);
    if (!plot.contains(x, y)) return Optional.empty();
    Depths first = depths.getFirst();
    int d = (int) ((x - plot.left()) / each(first, plot));
    return Optional.of(new Hit.Place(d, share(first, d),
        Words.of("depth.effective.told", d, Shown.percent(share(first, d), 1),
            Shown.percent(first.expected().get(d), 1))));
  }
}

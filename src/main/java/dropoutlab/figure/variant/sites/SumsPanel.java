package dropoutlab.figure.variant.sites;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.SitesEvidence.Sums;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;

/// How sums are spread that were 1 before dropout: A's as bars, B's as an outline; beside them mean, standard deviation
/// and its closed form.
record SumsPanel(List<Sums> sums, List<Side> sides) implements Figure {
  private static final double TABLE = 64, COLUMN = 40, LINE = 15, FOOT = 15;
  private static final Type WORDS = new Type(Face.TEXT, 11), NUMBER = new Type(Face.NUMBER, 11);

  private Side side(Sums of) { return sides.get(Math.min(of.network(), sides.size() - 1)); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    double table = width < 200 ? 0 : TABLE + COLUMN * sums.size();
    Inset plot = new Inset(2, 4, Math.max(40, width - table - 14), Math.max(8, height - 4 - FOOT));
    double most = sums.stream().mapToDouble(Sums::most).max().orElse(1);
    int tallest = sums.stream().flatMap(each -> each.counts().stream()).mapToInt(Integer::intValue).max().orElse(1);
    for (Sums each : sums) drawBins(pen, each, plot, most, tallest, theme);
    drawAxis(pen, plot, most, theme);
    if (table > 0) drawTable(pen, new Inset(width - table, 0, table, height), theme);
  }

  private void drawBins(Pen pen, Sums of, Inset plot, double most, int tallest, Theme theme) {
    double each = plot.width() * of.most() / most / of.counts().size();
    pen.fill(side(of).colour(theme));
    pen.stroke(side(of).colour(theme), 1.2, Marks.SOLID);
    for (int i = 0; i < of.counts().size(); i++) {
      double high = plot.height() * of.counts().get(i) / Math.max(1, tallest), left = plot.left() + i * each;
      if (high == 0) continue;
      high = Math.max(1, high);
      if (of.network() == 0) pen.fillRect(left + .5, plot.bottom() - high, Math.max(1, each - 1), high);
      else pen.strokeRect(left + .5, plot.bottom() - high, Math.max(1, each - 1), high);
    }
  }

  private static void drawAxis(Pen pen, Inset plot, double most, Theme theme) {
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(plot.left(), plot.bottom() + .5, plot.right(), plot.bottom() + .5);
    pen.stroke(Palette.mix(theme.ink(), theme.card(), .2), 1, 2, 2);
    double one = plot.left() + plot.width() / most;
    pen.line(one, plot.top(), one, plot.bottom());
    pen.fill(theme.muted());
    for (int tick = 0; tick <= most; tick++)
      pen.text(Numbers.brief(tick), plot.left() + plot.width() * tick / most, plot.bottom() + 12, NUMBER, tick == 0
          ? Align.LEFT : Align.CENTRE);
  }

  private void drawTable(Pen pen, Inset at, Theme theme) {
    String[] names = {Words.of("depth.sums.mean"), Words.of("depth.sums.sd"), Words.of("depth.sums.expected")};
    pen.fill(theme.muted());
    for (int row = 0; row < names.length; row++) pen.text(names[row], at.left(), 28 + LINE * row, WORDS, Align.LEFT);
    for (int i = 0; i < sums.size(); i++) {
      double right = at.right() - COLUMN * (sums.size() - 1 - i);
      double[] values = {sums.get(i).mean(), sums.get(i).sd(), sums.get(i).expectedSd()};
      side(sums.get(i)).mark(pen, theme, right - 12, 9, 4);
      pen.fill(theme.ink());
      for (int row = 0; row < values.length; row++)
        pen.text(Numbers.fixed(values[row], 3), right, 28 + LINE * row, NUMBER, Align.RIGHT);
    }
  }
}

package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Words;
import java.util.List;

/// The words around the panel of differences of a standing figure.
record DifferenceWords(SweepView view, StandingLayout at, ColumnAxis axis, Standing figure) {
  void draw(Pen pen, Theme theme, DifferencePanel panel) {
    drawHead(pen, theme);
    Ticks ticks = figure.ticks(panel);
    pen.fill(theme.muted());
    if (!panel.isEmpty()) StandingWords.drawTicks(pen, at, panel.scale(), ticks, Double.POSITIVE_INFINITY);
    drawCounts(pen, theme, panel);
    if (at.sides()) drawDirections(pen, theme, panel);
  }

  private void drawHead(Pen pen, Theme theme) {
    double baseline = at.begin() - .75 * at.size();
    String title = Fit.firstThatFits(pen, at.bold(), at.width(), view.isTwin() ? Words.of("sweepfigure.difference.twin")
        : Words.of("sweepfigure.difference.pair", view.partner()));
    pen.fill(theme.ink());
    pen.text(title, 0, baseline, at.bold(), Align.LEFT);
    double used = pen.textWidth(title, at.bold()) + 12;
    List<Key> keys = List.of(new Key(Key.Mark.RING, Words.of("sweepfigure.key.median")),
        new Key(Key.Mark.BRACKET, Words.of("sweepfigure.key.interval")));
    double keysWide = Key.width(pen, keys, at.small());
    boolean legend = at.legends() && used + keysWide <= at.width();
    if (legend)
      Key.draw(pen, theme, keys, at.width() - keysWide, at.width() + 1, baseline, at.small(),
          StandingWords.accent(view, theme));
    double room = at.width() - used - (legend ? keysWide + 16 : 0);
    String unit = view.words().differenceUnit();
    String same = unit.isEmpty() ? Words.of("sweepfigure.same") : Words.of("sweepfigure.same.in", unit);
    String brief = unit.isEmpty() ? "" : Words.of("sweepfigure.same.brief", unit);
    pen.fill(theme.muted());
    for (String text : List.of(same, brief))
      if (TextMeasure.width(text, at.small()) <= room) {
        pen.text(text, used, baseline, at.small(), Align.LEFT);
        return;
      }
  }

  private void drawCounts(Pen pen, Theme theme, DifferencePanel panel) {
    for (Series series : view.series())
      for (int i = 0; i < series.columns().size(); i++)
        for (boolean above : new boolean[] {true, false}) {
          int count = panel.beyond(series.columns().get(i), above).count();
          if (count == 0) continue;
          double x = axis.slot(i, view.series().indexOf(series), false).swarm() + DifferencePanel.TRIANGLE + 3;
          double y = above ? at.begin() + 5.5 : at.end() - 5.5;
          pen.fill(theme.ink());
          pen.text(Integer.toString(count), x, y + .33 * at.size(), at.number(), Align.LEFT);
        }
  }

  private void drawDirections(Pen pen, Theme theme, DifferencePanel panel) {
    double x = axis.to() + 12, zero = panel.scale().px(0), line = 1.35 * at.size();
    boolean lower = view.lowerIsBetter();
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, view.partner(), at.words(), at.width() - x), x, at.baseline(zero), at.words(), Align.LEFT);
    String up = lower ? Words.of("sweepfigure.worse") : Words.of("sweepfigure.more");
    String down = lower ? Words.of("sweepfigure.better") : Words.of("sweepfigure.less");
    double above = zero - Math.clamp((zero - at.begin()) / 2, line, 2.4 * line);
    double below = zero + Math.clamp((at.end() - zero) / 2, line, 2.4 * line);
    if (above - .6 * at.size() > at.begin() - 2) pen.text(up, x, at.baseline(above), at.words(), Align.LEFT);
    if (below + .6 * at.size() < at.end() + 4) pen.text(down, x, at.baseline(below), at.words(), Align.LEFT);
  }
}

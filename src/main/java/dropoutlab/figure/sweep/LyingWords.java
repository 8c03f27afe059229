package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.Column;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// The words around the panels of a lying figure.
record LyingWords(SweepView view, LyingLayout at, ColumnAxis axis, Lying figure) {
  void draw(Pen pen, Theme theme) {
    if (at.legend()) drawLegend(pen, theme);
    drawTicks(pen, theme);
    Series series = view.series().getFirst();
    for (int i = 0; i < series.columns().size(); i++) drawRow(pen, theme, series, i);
    if (!Double.isNaN(axis.apart())) {
      pen.fill(theme.muted());
      pen.text(Fit.within(pen, view.partner(), at.words(), at.left() - 12), 0, axis.apart() + .36 * at.size(),
          at.words(), Align.LEFT);
    }
    for (int i = 0; i < view.confirmed().size(); i++) {
      Confirmed anew = view.confirmed().get(i);
      pen.fill(theme.ink());
      drawLabel(pen, Words.of("sweepfigure.anew.of", view.words().named(anew.column().point()), anew.range()),
          at.words(), axis.anew()[i]);
    }
    drawSeed(pen, theme);
    figure.differences().ifPresent(panel -> drawDifferences(pen, theme, panel));
    if (!at.table().isEmpty()) drawTitles(pen, theme);
  }

  private void drawLegend(Pen pen, Theme theme) {
    List<Key> keys = new ArrayList<>(List.of(new Key(Key.Mark.DOT, Words.of("sweepfigure.key.seed")),
        new Key(Key.Mark.RING, Words.of("sweepfigure.key.median")),
        new Key(Key.Mark.BAR, Words.of("sweepfigure.key.half"))));
    if (Double.isFinite(figure.values().scale().infinite()))
      keys.add(new Key(Key.Mark.CROSS, Words.of("sweepfigure.key.not_finite")));
    if (at.two()) keys.add(new Key(Key.Mark.BRACKET, Words.of("sweepfigure.key.interval")));
    if (view.series().getFirst().shared().isPresent()) keys.add(new Key(Key.Mark.TWIN, view.partner()));
    boolean drops = view.series().getFirst().columns().stream().anyMatch(c -> view.drops(c.point()));
    Key.draw(pen, theme, keys, 0, at.width(), .95 * at.size(), at.small(), drops ? theme.accent() : theme.muted());
  }

  private void drawTicks(Pen pen, Theme theme) {
    BrokenScale scale = figure.values().scale();
    pen.fill(theme.muted());
    double free = Double.NEGATIVE_INFINITY;
    if (!scale.empty()) free = drawTicks(pen, scale.main(), figure.ticks(scale.main()).united(view), free);
    if (scale.beyond().isPresent())
      free = drawTicks(pen, scale.beyond().get(), figure.beyondTicks(scale.beyond().get()).united(view), free);
    if (!Double.isFinite(scale.infinite())) return;
    String text = String.join(" ", StandingWords.notFinite());
    double wide = TextMeasure.width(text, at.small());
    double x = Math.min(scale.infinite() + wide / 2, Math.min(at.middle() + 14, at.width()));
    if (x - wide > free) pen.text(text, x, baseline(), at.small(), Align.RIGHT);
  }

  private double baseline() { return at.bottom() + 1.5 * at.size(); }

  /// Returns where the last label ends, behind which the next may stand.
  private double drawTicks(Pen pen, Scale scale, Ticks ticks, double free) {
    for (int i = 0; i < ticks.values().size(); i++) {
      double x = scale.px(ticks.values().get(i)), half = TextMeasure.width(ticks.labels().get(i), at.number()) / 2;
      boolean inside = x >= scale.fromPx() - .5 && x <= scale.toPx() + .5 && x + half <= at.width();
      if (!inside || x - half < free + 5) continue;
      pen.text(ticks.labels().get(i), x, baseline(), at.number(), Align.CENTRE);
      free = x + half;
    }
    return free;
  }

  private void drawRow(Pen pen, Theme theme, Series series, int i) {
    Column column = series.columns().get(i);
    boolean chosen = view.isChosen(column.point());
    Type type = chosen ? at.bold() : at.words();
    double baseline = axis.centres()[i] + .36 * at.size();
    pen.fill(chosen && view.drops(column.point()) ? theme.accent() : view.isOwn(column) ? theme.muted() : theme.ink());
    if (axis.width() >= 1.05 * at.size() || i % Math.ceil(1.05 * at.size() / axis.width()) == 0)
      drawLabel(pen, view.axis().points().get(i).label(), type, axis.centres()[i]);
    if (axis.width() < 1.05 * at.size()) return;
    SweepRows rows = new SweepRows(view, series, axis);
    for (int row = 0; row < at.table().size(); row++) {
      pen.fill(chosen && view.drops(column.point()) ? theme.accent() : theme.ink());
      pen.text(rows.cell(row, column), at.table().get(row), baseline, rows.isBold(row, column) ? at.numberBold()
          : at.number(),
          Align.RIGHT);
    }
  }

  /// In one line, or in two where there is room for them.
  private void drawLabel(Pen pen, String label, Type type, double middle) {
    List<String> lines = TextMeasure.wrapped(label, type, at.left() - 12);
    boolean two = lines.size() > 1 && axis.width() > 2.6 * at.size();
    List<String> shown = two ? List.of(lines.getFirst(), String.join(" ", lines.subList(1, lines.size())))
        : List.of(label);
    double baseline = middle + .36 * at.size() - (shown.size() - 1) * .6 * at.size();
    for (int i = 0; i < shown.size(); i++)
      pen.text(Fit.within(pen, shown.get(i), type, at.left() - 12), 0, baseline + 1.2 * at.size() * i, type,
          Align.LEFT);
  }

  private void drawTitles(Pen pen, Theme theme) {
    pen.fill(theme.muted());
    for (int row = 0; row < at.table().size(); row++)
      pen.text(SweepRows.titles().get(row), at.table().get(row), at.top() - .55 * at.size(), at.small(), Align.RIGHT);
  }

  private void drawSeed(Pen pen, Theme theme) {
    if (view.seed().isEmpty()) return;
    int seed = view.seed().getAsInt();
    figure.values().dots().stream().filter(dot -> dot.seed() == seed).findFirst().ifPresent(dot -> {
      String text = Words.of("sweepfigure.seed", view.seedAt(seed));
      double wide = TextMeasure.width(text, at.small()), reach = figure.values().radius() + 5;
      boolean right = dot.at() + reach + wide <= at.middle();
      SeedLabel.draw(pen, theme, text, right ? dot.at() + reach + wide / 2 : dot.at() - reach - wide / 2,
          dot.along() + .33 * at.size(), at.small());
    });
  }

  private void drawDifferences(Pen pen, Theme theme, DifferencePanel panel) {
    pen.fill(theme.muted());
    if (!panel.isEmpty()) drawTicks(pen, panel.scale(), figure.ticks(panel), Double.NEGATIVE_INFINITY);
    pen.fill(theme.ink());
    String title = view.isTwin() ? Words.of("sweepfigure.difference.twin")
        : Words.of("sweepfigure.difference.pair", view.partner());
    pen.text(Fit.firstThatFits(pen, at.bold(), at.end() - at.begin(), title, Words.of("sweepfigure.difference")),
        at.begin(), at.top() - .55 * at.size(), at.bold(),
        Align.LEFT);
    Series series = view.series().getFirst();
    for (int i = 0; i < series.columns().size(); i++)
      for (boolean above : new boolean[] {true, false}) {
        int count = panel.beyond(series.columns().get(i), above).count();
        if (count == 0) continue;
        double x = above ? at.end() - 10 : at.begin() + 10, y = axis.slot(i, 0, false).swarm();
        pen.text(Integer.toString(count), x, y + .33 * at.size(), at.number(), above ? Align.RIGHT : Align.LEFT);
      }
  }
}

package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.Column;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// The words around the panels of a standing figure.
record StandingWords(SweepView view, StandingLayout at, ColumnAxis axis, Standing figure) {
  static List<String> notFinite() {
    return List.of(Words.of("sweepfigure.strip.not"), Words.of("sweepfigure.strip.finite"));
  }

  void draw(Pen pen, Theme theme) {
    if (at.legends()) drawLegend(pen, theme);
    drawTicks(pen, theme);
    drawColumns(pen, theme);
    if (at.sides())
      new SideWords(view, at.size()).draw(pen, theme, figure.values(), axis.to(), at.width(), at.middle());
    drawSeed(pen, theme);
    figure.differences().ifPresent(panel -> drawDifferences(pen, theme, panel));
  }

  private int accent(Theme theme) {
    boolean drops = view.series().stream().flatMap(each -> each.columns().stream())
        .anyMatch(c -> view.drops(c.point()));
    return drops ? theme.accent() : theme.muted();
  }

  private void drawLegend(Pen pen, Theme theme) {
    List<Key> keys = new ArrayList<>(List.of(new Key(Key.Mark.DOT, Words.of("sweepfigure.key.seed")),
        new Key(Key.Mark.RING, Words.of("sweepfigure.key.median")),
        new Key(Key.Mark.BAR, Words.of("sweepfigure.key.half"))));
    // Without words beside the panel the partner is named here.
    if (!at.sides() && view.paired()) keys.add(1, new Key(Key.Mark.TWIN, view.partner()));
    if (Double.isFinite(figure.values().scale().infinite()))
      keys.add(new Key(Key.Mark.CROSS, Words.of("sweepfigure.key.not_finite")));
    Key.draw(pen, theme, keys, at.left(), at.width(), .95 * at.size(), at.small(), accent(theme));
  }

  private void drawTicks(Pen pen, Theme theme) {
    BrokenScale scale = figure.values().scale();
    pen.fill(theme.muted());
    double free = Double.POSITIVE_INFINITY;
    if (!scale.empty()) free = drawTicks(pen, scale.main(), figure.ticks(scale.main(), 2.6).united(view), free);
    if (scale.beyond().isPresent())
      free = drawTicks(pen, scale.beyond().get(), figure.beyondTicks(scale.beyond().get()).united(view), free);
    if (!Double.isFinite(scale.infinite())) return;
    double line = 1.1 * at.size();
    for (int i = 0; i < 2; i++) {
      double middle = scale.infinite() + (i - .5) * line;
      pen.text(notFinite().get(i), at.left() - 9, middle + .33 * at.size(), at.small(), Align.RIGHT);
    }
  }

  /// Returns the top of the last label, above which the next may stand.
  private double drawTicks(Pen pen, Scale scale, Ticks ticks, double free) {
    for (int i = 0; i < ticks.values().size(); i++) {
      double y = scale.px(ticks.values().get(i));
      boolean inside = y >= scale.toPx() - .5 && y <= scale.fromPx() + .5;
      if (!inside || y + .6 * at.size() > free) continue;
      pen.text(ticks.labels().get(i), at.left() - 9, y + .33 * at.size(), at.number(), Align.RIGHT);
      free = y - .6 * at.size();
    }
    return free;
  }

  private void drawColumns(Pen pen, Theme theme) {
    double baseline = at.middle() + 1.5 * at.size();
    List<Column> columns = view.series().getFirst().columns();
    double taken = Double.NEGATIVE_INFINITY;
    if (!Double.isNaN(axis.apart())) {
      pen.fill(theme.muted());
      pen.text(Fit.within(pen, view.partner(), at.words(), axis.width() + 8), axis.apart(), baseline, at.words(),
          Align.CENTRE);
      taken = axis.apart() + axis.width() / 2;
    }
    for (int i = 0; i < columns.size(); i++) taken = drawColumn(pen, theme, columns.get(i), i, baseline, taken);
    drawAnew(pen, theme, baseline);
    if (view.showsTitle()) drawAxisTitle(pen, theme, baseline);
    Series first = view.series().getFirst();
    if (!at.secondLine() || first.own().isEmpty() || view.axis().place(first.own().getAsInt()).isEmpty()) return;
    pen.fill(theme.muted());
    String own = view.isTwin() ? Words.of("sweepfigure.is_twin") : Words.of("sweepfigure.is_pair");
    pen.text(own, axis.centres()[first.own().getAsInt()], baseline + 1.15 * at.size(), at.small(), Align.CENTRE);
  }

  private double drawColumn(Pen pen, Theme theme, Column column, int i, double baseline, double taken) {
    boolean chosen = view.series().stream().anyMatch(each -> view.isChosen(each.columns().get(i).point()));
    String label = view.axis().points().get(i).label();
    boolean name = view.axis().scale() == Axis.Scale.NAMES || view.axis().place(i).isEmpty();
    Type type = name ? chosen ? at.bold() : at.words() : chosen ? at.numberBold() : at.number();
    double half = TextMeasure.width(label, type) / 2, centre = Math.max(half, axis.centres()[i]);
    if (centre - half < taken + 3) return taken;
    pen.fill(chosen && view.drops(column.point()) ? theme.accent() : theme.ink());
    pen.text(label, centre, baseline, type, Align.CENTRE);
    return centre + half;
  }

  /// The labels of values on new seeds: the value, and which seeds these are.
  private void drawAnew(Pen pen, Theme theme, double baseline) {
    for (int i = 0; i < view.confirmed().size(); i++) {
      Confirmed anew = view.confirmed().get(i);
      pen.fill(theme.ink());
      pen.text(Fit.within(pen, view.sweep().at(anew.column().point()).getFirst().label(), at.number(), axis.width()),
          axis.anew()[i], baseline, at.number(), Align.CENTRE);
      if (!at.secondLine()) continue;
      pen.fill(theme.muted());
      String seeds = Words.of("sweepfigure.anew", anew.range());
      pen.text(Fit.firstThatFits(pen, at.small(), 1.1 * axis.width(), seeds, anew.range()), axis.anew()[i],
          baseline + 1.15 * at.size(), at.small(), Align.CENTRE);
    }
  }

  /// Beside the columns' labels where there is room, else under them.
  private void drawAxisTitle(Pen pen, Theme theme, double baseline) {
    String title = view.words().axis(0);
    double left = axis.to() + 12, room = at.width() - left;
    pen.fill(theme.muted());
    if (at.sides() && TextMeasure.width(title, at.small()) <= room)
      pen.text(title, left, baseline, at.small(), Align.LEFT);
    else if (at.secondLine())
      pen.text(Fit.within(pen, title, at.small(), .7 * (axis.to() - axis.from())), titleEnd(),
          baseline + 1.15 * at.size(),
          at.small(), Align.RIGHT);
    else if (at.sides()) pen.text(Fit.within(pen, title, at.small(), room), left, baseline, at.small(), Align.LEFT);
  }

  private double titleEnd() {
    if (!view.confirmed().isEmpty()) return axis.anew()[0] - .65 * axis.width();
    return at.sides() ? at.width() : axis.to();
  }

  /// The number of the seed that is pointed at, over its first dot.
  private void drawSeed(Pen pen, Theme theme) {
    if (view.seed().isEmpty()) return;
    int seed = view.seed().getAsInt();
    figure.values().dots().stream().filter(dot -> dot.seed() == seed).findFirst().ifPresent(dot -> {
      String text = Words.of("sweepfigure.seed", view.seedAt(seed));
      double half = TextMeasure.width(text, at.small()) / 2;
      double x = Math.clamp(dot.along(), axis.from() + half + 2, Math.max(axis.from() + half + 2, axis.to() - half));
      double above = dot.at() - figure.values().radius() - 5, top = at.top() + .8 * at.size();
      SeedLabel.draw(pen, theme, text, x, above < top ? dot.at() + figure.values().radius() + 3 + at.size() : above,
          at.small());
    });
  }

  private void drawDifferences(Pen pen, Theme theme, DifferencePanel panel) {
    drawHead(pen, theme);
    Ticks ticks = figure.ticks(panel);
    pen.fill(theme.muted());
    if (!panel.isEmpty()) drawTicks(pen, panel.scale(), ticks, Double.POSITIVE_INFINITY);
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
      Key.draw(pen, theme, keys, at.width() - keysWide, at.width() + 1, baseline, at.small(), accent(theme));
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

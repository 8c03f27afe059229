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
    figure.differences().ifPresent(panel -> new DifferenceWords(view, at, axis, figure).draw(pen, theme, panel));
  }

  static int accent(SweepView view, Theme theme) {
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
    Key.draw(pen, theme, keys, at.left(), at.width(), .95 * at.size(), at.small(), accent(view, theme));
  }

  private void drawTicks(Pen pen, Theme theme) {
    BrokenScale scale = figure.values().scale();
    pen.fill(theme.muted());
    double free = Double.POSITIVE_INFINITY;
    if (!scale.empty()) free = drawTicks(pen, at, scale.main(), figure.ticks(scale.main(), 2.6).united(view), free);
    if (scale.beyond().isPresent())
      free = drawTicks(pen, at, scale.beyond().get(), figure.beyondTicks(scale.beyond().get()).united(view), free);
    if (!Double.isFinite(scale.infinite())) return;
    double line = 1.1 * at.size();
    for (int i = 0; i < 2; i++) {
      double middle = scale.infinite() + (i - .5) * line;
      pen.text(notFinite().get(i), at.left() - 9, middle + .33 * at.size(), at.small(), Align.RIGHT);
    }
  }

  /// Returns the top of the last label, above which the next may stand.
  static double drawTicks(Pen pen, StandingLayout at, Scale scale, Ticks ticks, double free) {
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
}

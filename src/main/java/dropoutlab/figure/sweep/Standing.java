package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.Column;
import java.util.Arrays;
import java.util.Optional;

/// The columns of a sweep standing beside each other: the values above, the differences below them, and under these a
/// table, all on the same columns, so that the eye goes straight down.
final class Standing implements Arrangement {
  private static final double SLASH = 3;

  private final SweepView view;
  private final StandingLayout layout;
  private final ColumnAxis axis;
  private final ValuePanel values;
  private final Optional<DifferencePanel> differences;

  Standing(SweepView view, double width, double height) { this(view, width, height, view.values()); }

  /// @param shown the values for which the scale has room
  Standing(SweepView view, double width, double height, double[] shown) {
    this.view = view;
    layout = StandingLayout.of(view, width, height);
    axis = ColumnAxis.of(view, layout.left(), Math.max(layout.left() + 10, layout.right()));
    values = new ValuePanel(view, axis, shown, layout.middle(), layout.top());
    differences = layout.two()
        ? Optional.of(new DifferencePanel(view, axis, layout.end(), layout.begin(), values.radius()))
            : Optional.empty();
  }

  @Override public ValuePanel values() { return values; }

  @Override public Optional<DifferencePanel> differences() { return differences; }

  @Override public Pen pen(Pen pen) { return pen; }

  @Override public double along(double x, double y) { return x; }

  @Override public double at(double x, double y) { return y; }

  @Override public boolean isInside(double x, double y) { return y >= layout.top() && y <= layout.bottom(); }

  @Override public void drawGround(Pen pen, Theme theme) {
    for (Series series : view.series())
      for (int i = 0; i < series.columns().size(); i++)
        drawColumn(pen, theme, series.columns().get(i), i, view.series().indexOf(series));
    drawGrid(pen, theme);
    differences.filter(panel -> !panel.isEmpty()).ifPresent(panel -> drawGrid(pen, theme, panel.scale(), ticks(panel)));
  }

  /// The ground of a column: violet if it is chosen, grey if it has no result yet.
  private void drawColumn(Pen pen, Theme theme, Column column, int i, int series) {
    if (view.isChosen(column.point())) {
      ColumnAxis.Slot slot = axis.slot(i, series, false);
      pen.fill(SweepColours.chosen(theme));
      pen.fillRoundRect(slot.left(), layout.top(), slot.width(), layout.bottom() - layout.top(), 3);
    } else if (column.results() == 0) {
      pen.fill(Palette.withAlpha(theme.faint(), .12));
      double wide = Math.min(axis.width(), 60);
      pen.fillRect(axis.centres()[i] - .4 * wide, layout.top(), .8 * wide, layout.middle() - layout.top());
      if (layout.two())
        pen.fillRect(axis.centres()[i] - .4 * wide, layout.begin(), .8 * wide, layout.end() - layout.begin());
    }
  }

  Ticks ticks(Scale of, double spacing) {
    boolean negative = Arrays.stream(view.values()).anyMatch(value -> value < 0);
    return Ticks.of(view, of, spacing * layout.size(), negative);
  }

  Ticks beyondTicks(Scale of) { return ticks(of, 2).above(values.scale().main()); }

  Ticks ticks(DifferencePanel panel) { return Ticks.of(view, panel.scale(), 2.4 * layout.size(), true).signed(); }

  private void drawGrid(Pen pen, Theme theme) {
    BrokenScale scale = values.scale();
    pen.stroke(theme.line(), 1);
    double base = Math.round(layout.middle()) + .5;
    if (!scale.empty()) drawGrid(pen, theme, scale.main(), ticks(scale.main(), 2.6));
    scale.beyond().ifPresent(beyond -> drawGrid(pen, theme, beyond, beyondTicks(beyond)));
    pen.stroke(theme.faint(), 1);
    pen.line(axis.from(), base, axis.to(), base);
    pen.stroke(theme.muted(), 1);
    for (double y : scale.breaks()) {
      pen.line(axis.from() - SLASH, y + 3, axis.from() + SLASH, y - 1);
      pen.line(axis.from() - SLASH, y + 6, axis.from() + SLASH, y + 2);
    }
    pen.stroke(theme.faint(), 1, 1, 3);
    for (double y : scale.breaks()) pen.line(axis.from() + 2 * SLASH, y, axis.to(), y);
  }

  private void drawGrid(Pen pen, Theme theme, Scale scale, Ticks ticks) {
    pen.stroke(theme.line(), 1);
    for (double tick : ticks.values()) {
      double y = Math.round(scale.px(tick)) + .5;
      boolean inside = scale.px(tick) >= scale.toPx() - .5 && scale.px(tick) <= scale.fromPx() + .5;
      if (inside) pen.line(axis.from(), y, axis.to(), y);
    }
  }

  @Override public void drawWords(Pen pen, Theme theme) {
    if (!layout.worded()) return;
    new StandingWords(view, layout, axis, this).draw(pen, theme);
    if (!layout.rows().isEmpty())
      new SweepRows(view, view.series().getFirst(), axis).draw(pen, theme, layout);
  }
}

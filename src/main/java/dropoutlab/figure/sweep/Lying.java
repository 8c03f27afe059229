package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.predict.sweep.Column;
import java.util.Arrays;
import java.util.Optional;

/// The columns of a sweep lying under each other as rows, for values whose names are too long to stand in columns.
final class Lying implements Arrangement {
  private static final double SLASH = 3;

  private final SweepView view;
  private final LyingLayout layout;
  private final ColumnAxis axis;
  private final ValuePanel values;
  private final Optional<DifferencePanel> differences;

  Lying(SweepView view, double width, double height) {
    this.view = view;
    layout = LyingLayout.of(view, width, height);
    axis = ColumnAxis.of(view, layout.top(), layout.bottom());
    values = new ValuePanel(view, axis, layout.left(), layout.middle());
    differences = layout.two()
        ? Optional.of(new DifferencePanel(view, axis, layout.begin(), layout.end(), values.radius()))
            : Optional.empty();
  }

  @Override public ValuePanel values() { return values; }

  @Override public Optional<DifferencePanel> differences() { return differences; }

  @Override public Pen pen(Pen pen) { return new TurnedPen(pen); }

  @Override public double along(double x, double y) { return y; }

  @Override public double at(double x, double y) { return x; }

  @Override public boolean isInside(double x, double y) { return y >= layout.top() && y <= layout.bottom(); }

  @Override public void drawGround(Pen pen, Theme theme) {
    for (Series series : view.series())
      for (int i = 0; i < series.columns().size(); i++) drawRow(pen, theme, series.columns().get(i), i);
    BrokenScale scale = values.scale();
    if (!scale.empty()) drawGrid(pen, theme, scale.main(), ticks(scale.main()));
    scale.beyond().ifPresent(beyond -> drawGrid(pen, theme, beyond, beyondTicks(beyond)));
    differences.filter(panel -> !panel.isEmpty()).ifPresent(panel -> drawGrid(pen, theme, panel.scale(), ticks(panel)));
    pen.stroke(theme.muted(), 1);
    for (double x : scale.breaks()) for (double step : new double[] {0, 3}) {
      pen.line(x + step - 3, layout.bottom() + SLASH, x + step + 1, layout.bottom() - SLASH);
    }
    pen.stroke(theme.faint(), 1, 1, 3);
    for (double x : scale.breaks()) pen.line(x, layout.top(), x, layout.bottom() - 2 * SLASH);
  }

  /// The ground of a row: violet if it is chosen, grey if it has no result yet.
  private void drawRow(Pen pen, Theme theme, Column column, int i) {
    double top = axis.centres()[i] - axis.width() / 2;
    if (view.isChosen(column.point())) {
      pen.fill(SweepColours.chosen(theme));
      pen.fillRoundRect(0, top + 1, layout.width(), axis.width() - 2, 3);
    } else if (column.results() == 0) {
      pen.fill(Palette.withAlpha(theme.faint(), .12));
      pen.fillRect(layout.left(), top + .1 * axis.width(), layout.middle() - layout.left(), .8 * axis.width());
      if (layout.two())
        pen.fillRect(layout.begin(), top + .1 * axis.width(), layout.end() - layout.begin(), .8 * axis.width());
    }
  }

  Ticks ticks(Scale of) {
    boolean negative = Arrays.stream(view.values()).anyMatch(value -> value < 0);
    return Ticks.of(view, of, 4.5 * layout.size(), negative);
  }

  Ticks beyondTicks(Scale of) { return ticks(of).above(values.scale().main()); }

  Ticks ticks(DifferencePanel panel) { return Ticks.of(view, panel.scale(), 4.5 * layout.size(), true).signed(); }

  private void drawGrid(Pen pen, Theme theme, Scale scale, Ticks ticks) {
    pen.stroke(theme.line(), 1);
    for (double tick : ticks.values()) {
      double x = Math.round(scale.px(tick)) + .5;
      if (scale.px(tick) >= scale.fromPx() - .5 && scale.px(tick) <= scale.toPx() + .5)
        pen.line(x, layout.top(), x, layout.bottom());
    }
  }

  @Override public void drawWords(Pen pen, Theme theme) {
    if (layout.worded()) new LyingWords(view, layout, axis, this).draw(pen, theme);
  }
}

package dropoutlab.figure.variant.time;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Theme;
import java.util.List;
import java.util.Optional;

/// A small chart whose curves carry their names at their ends: in full where there is room, else a letter.
record LetteredChart(Chart chart) implements Figure {
  private static final double WIDE = 300;

  private List<Series> named() {
    return chart.series().stream().filter(each -> each.y().length > 0 && !each.label().isEmpty()).toList();
  }

  private static String name(Series of, double width) { return width >= WIDE ? of.label() : of.brief(); }

  private Axes axes(double width, double height) {
    double size = Axes.textSize(width, height);
    double room = EndLabels.room(chart.series().stream().map(each -> name(each, width)).toList(), size);
    return Axes.layOut(chart.x(), chart.y(), chart.xTitle(), "", width, height,
        Math.max(room, Axes.widthOf(chart.xTitle(), size) / 2));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    axes.draw(pen, theme);
    chart.drawSeries(pen, theme, axes);
    if (!axes.worded()) return;
    List<EndLabels.Label> labels = named().stream().map(each -> new EndLabels.Label(name(each, width), each.endPx(axes),
        each.look().ink().of(theme), each.look().bold())).toList();
    EndLabels.draw(pen, theme, EndLabels.finite(labels), axes.rightPx(), axes);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return chart.hit(x, y, axes(width, height));
  }
}

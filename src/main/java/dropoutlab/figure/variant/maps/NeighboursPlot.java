package dropoutlab.figure.variant.maps;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// How alike values and masks are that are some places apart: where values stay alike farther than masks do, a kept
/// neighbour gives a lost value away.
///
/// @param series the values of A first, then the masks
record NeighboursPlot(List<Series> series) implements Figure {
  private static final double LABELS = 2.6, LITTLE = .08;
  private static final double[] DOTTED = {1, 2.4};

  NeighboursPlot { series = List.copyOf(series); }

  static NeighboursPlot of(List<MapsPanels.Measured> measured) {
    List<Double> values = measured.getFirst().place().values();
    List<Series> series = new ArrayList<>(List.of(series(Words.of("maps.alike.values"), values,
        new Series.Look(Theme::ink, 1.5, false, 0, Series.Spread.NONE))));
    for (MapsPanels.Measured each : measured) {
      MapsEvidence.Place place = each.place();
      if (!place.masks().isEmpty())
        series.add(series(Words.of("maps.alike.masks", each.side().letter().name()), place.masks(),
            new Series.Look(each.side()::words, 2, true, -1, Series.Spread.NONE, each.side().dash())));
    }
    if (measured.stream().noneMatch(MapsPanels.Measured::isPerPixel)) series.add(singly(values.size()));
    return new NeighboursPlot(series);
  }

  /// Masks of single values are independent.
  private static Series singly(int count) {
    List<Double> masks = new ArrayList<>(Collections.nCopies(count, 0.0));
    if (count > 0) masks.set(0, 1.0);
    return series(Words.of("maps.alike.singly"), masks, Series.Look.line(Theme::muted, 1, DOTTED));
  }

  private static Series series(String name, List<Double> correlations, Series.Look look) {
    double[] apart = new double[correlations.size()], r = new double[apart.length];
    for (int i = 0; i < apart.length; i++) {
      apart[i] = i;
      r[i] = correlations.get(i);
    }
    return Series.of(name, apart, r, look,
        i -> Words.count("maps.alike.told", i, name, Numbers.fixed(r[i], 2)));
  }

  private Axes axes(double width, double height) {
    double least = series.stream().flatMapToDouble(each -> Arrays.stream(each.y())).min().orElse(0);
    int most = series.stream().mapToInt(each -> each.x().length).max().orElse(2) - 1;
    double size = Axes.textSize(width, height);
    double room = EndLabels.room(series.stream().map(Series::label).toList(), size);
    Scale r = Scale.linear(least < -LITTLE ? Math.floor(least * 5) / 5 : 0, 1, 0, 1);
    Axes axes = Axes.layOut(Scale.linear(0, Math.max(1, most), 0, 1), r, Words.of("maps.alike.axis"), "", width, height,
        Math.min(.5 * width, room));
    // The labels of correlations have one decimal or none, whichever there is room for.
    return axes.worded() ? axes.withX(axes.x().at(Math.max(axes.leftPx(), LABELS * size), axes.rightPx())) : axes;
  }

  private Chart chart(Axes axes) { return new Chart(series, axes.x(), axes.y(), "", ""); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    axes.draw(pen, theme);
    chart(axes).drawSeries(pen, theme, axes);
    if (!axes.worded()) return;
    List<EndLabels.Label> labels = series.stream().map(each ->
        new EndLabels.Label(each.label(), each.endPx(axes), each.look().ink().of(theme), each.look().bold())).toList();
    EndLabels.draw(pen, theme, EndLabels.finite(labels), axes.rightPx(), axes);
    drawNext(pen, axes, theme);
  }

  /// The correlation of values side by side is written at its point.
  private void drawNext(Pen pen, Axes axes, Theme theme) {
    double[] r = series.getFirst().y();
    if (r.length < 2) return;
    Type type = new Type(Face.NUMBER, axes.textSize());
    String shown = Numbers.fixed(r[1], 2);
    double size = axes.textSize(), left = axes.x().px(1) + 6, point = axes.y().px(r[1]);
    // At the top, masks of whole maps have their line.
    double baseline = point - axes.topPx() < 2 * size ? point + 1.5 * size : point - 3;
    pen.fill(Palette.withAlpha(theme.card(), .85));
    pen.fillRect(left - 1, baseline - .8 * size, pen.textWidth(shown, type) + 2, size);
    pen.fill(theme.ink());
    pen.text(shown, left, baseline, type, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    return chart(axes).hit(x, y, axes);
  }
}

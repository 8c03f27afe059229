package dropoutlab.figure.variant.beside;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Chart;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series.Look;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.frame.Metric;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The losses of a side by epoch, with the best epoch, whose weights are put back at the end, and the patience.
record StoppingFigure(Scene scene, Side side) implements Figure {
  private static final double FOOT = 18;
  private static final double[] DOTTED = {1.6, 2.4};
  private static final Type SMALL = new Type(Face.TEXT, 11), BEST = new Type(Face.TEXT_MEDIUM, 11);

  private History history() { return scene.history(); }

  private Curve curve(Side of, Metric metric) { return new Curve(of.state().name(), metric); }

  private double[] values(Curve curve) {
    int column = history().column(curve);
    double[] values = new double[history().size()];
    for (int row = 0; row < values.length; row++) values[row] = history().value(column, row);
    return values;
  }

  private double[] epochs() {
    double[] epochs = new double[history().size()];
    for (int row = 0; row < epochs.length; row++) epochs[row] = history().epoch(row);
    return epochs;
  }

  private Chart chart() {
    double[] x = epochs(), validation = values(curve(side, Metric.VALIDATION)),
        training = values(curve(side, Metric.TRAIN));
    Span span = new Span().addAll(0);
    for (Side each : scene.versus().sides())
      for (Metric metric : List.of(Metric.VALIDATION, Metric.TRAIN)) span.addAll(values(curve(each, metric)));
    List<Series> series = List.of(series("besideview.stopping.validation", x, validation, 2.2, side.dash()),
        series("besideview.stopping.training", x, training, 1.5, DOTTED));
    int last = x.length == 0 ? 0 : (int) x[x.length - 1];
    return new Chart(series, Scale.linear(0, Math.max(10, last), 0, 1), Scale.linear(0, 1.06 * span.max(), 0, 1),
        Words.of("figure.loss.x"), Words.of("figure.loss.y"));
  }

  private Series series(String key, double[] x, double[] y, double width, double... dash) {
    String name = Words.of(key);
    return Series.of(name, x, y, Look.line(side::colour, width, dash),
        i -> Words.of("besideview.stopping.told", name, (int) x[i], Numbers.reading(y[i])));
  }

  private static Inset plot(double width, double height) {
    return new Inset(0, Scene.HEAD, width, height - Scene.HEAD - FOOT);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    scene.drawHead(pen, theme, side, width);
    Inset at = plot(width, height);
    Chart chart = chart();
    Axes axes = chart.axes(at.width(), at.height());
    Pen inside = at.on(pen);
    if (history().size() > 0) drawPatience(inside, theme, axes);
    axes.draw(inside, theme);
    chart.drawSeries(inside, theme, axes);
    chart.drawNames(inside, theme, axes, at.width(), at.height());
    if (history().size() > 0) drawBest(inside, theme, axes);
    pen.fill(theme.muted());
    pen.text(state(), 2, height - 4, SMALL, Align.LEFT);
  }

  private int bestRow() { return history().lowestRow(curve(side, Metric.VALIDATION)); }

  private void drawPatience(Pen pen, Theme theme, Axes axes) {
    int best = history().epoch(bestRow()), patience = scene.experiment().training().earlyStopping().patience();
    double left = axes.x().px(best), right = Math.min(axes.rightPx(), axes.x().px((double) best + patience));
    pen.fill(Palette.withAlpha(side.pale(theme), .8));
    pen.fillRect(left, axes.topPx(), Math.max(0, right - left), axes.bottomPx() - axes.topPx());
  }

  private void drawBest(Pen pen, Theme theme, Axes axes) {
    int row = bestRow();
    double loss = history().value(curve(side, Metric.VALIDATION), row), x = axes.x().px(history().epoch(row));
    if (!Double.isFinite(loss)) return;
    pen.stroke(theme.ink(), 1, 2, 3);
    pen.line(x, axes.topPx(), x, axes.bottomPx());
    side.mark(pen, theme, x, axes.y().px(loss), 4.5);
    String text = Words.of("besideview.stopping.best", history().epoch(row), Numbers.reading(loss));
    boolean right = x + 8 + pen.textWidth(text, BEST) < axes.rightPx();
    pen.fill(theme.ink());
    pen.text(text, right ? x + 6 : x - 6, axes.topPx() + 11, BEST, right ? Align.LEFT : Align.RIGHT);
    pen.stroke(theme.ink(), 1, Marks.SOLID);
  }

  /// Says whether the run still waits, or which weights it has put back.
  private String state() {
    if (history().size() == 0) return "";
    int last = history().epoch(history().size() - 1), best = history().epoch(bestRow());
    int patience = scene.experiment().training().earlyStopping().patience();
    int own = history().lowestEpoch(curve(scene.versus().a(), Metric.VALIDATION));
    boolean over = last - own >= patience || last >= scene.experiment().training().epochs();
    return over ? Words.of("besideview.stopping.back", best)
        : Words.of("besideview.stopping.waits", last - own, patience);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Inset at = plot(width, height);
    Chart chart = chart();
    return at.contains(x, y) ? chart.hitColumn(x - at.left(), y - at.top(), chart.axes(at.width(), at.height())) : Optional.empty();
  }
}

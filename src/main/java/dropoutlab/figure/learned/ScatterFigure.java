package dropoutlab.figure.learned;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Legend;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Predicted against true values of the examples that were held out, or where none were, of those to train on. On the
/// diagonal a prediction is exact.
public final class ScatterFigure implements Figure {
  private static final int MOST_DRAWN = 3_000;
  private static final double REACH_PX = 12;

  private final Learned.Scatter scatter;
  private final String target;
  private final String kind;

  /// @param target the name of what is predicted, with its unit
  /// @param kind   of examples: "validation"
  public ScatterFigure(Learned.Scatter scatter, String target, String kind) {
    this.scatter = scatter;
    this.target = target;
    this.kind = kind;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    axes.draw(pen, theme);
    pen.clip(axes.leftPx(), axes.topPx(), axes.rightPx() - axes.leftPx(), axes.bottomPx() - axes.topPx());
    pen.stroke(theme.muted(), 1);
    double from = axes.x().from();
    double to = axes.x().to();
    pen.line(axes.x().px(from), axes.y().px(from), axes.x().px(to), axes.y().px(to));
    pen.stroke(theme.muted(), 1.1);
    drawPoints(pen, axes, scatter.twin(), false);
    pen.fill(Palette.withAlpha(theme.accent(), 0.8));
    drawPoints(pen, axes, scatter.network(), true);
    pen.unclip();
    Legend.draw(pen, theme, key(theme), axes);
  }

  private void drawPoints(Pen pen, Axes axes, Matrix predicted, boolean solid) {
    double radius = predicted.rows() > 200 ? 2 : 2.8;
    int step = 1 + predicted.rows() / MOST_DRAWN;
    for (int i = 0; i < predicted.rows(); i += step) {
      double x = axes.x().px(scatter.truth().at(i, 0));
      double y = axes.y().px(predicted.at(i, 0));
      if (!Double.isFinite(x) || !Double.isFinite(y)) continue;
      if (solid) pen.fillOval(x, y, radius);
      else pen.strokeOval(x, y, radius);
    }
  }

  private Axes axes(double width, double height) {
    Span truth = new Span().addAll(scatter.truth());
    Span predicted = new Span().addAll(scatter.network()).addAll(scatter.twin());
    Scale both = truth.grownTowards(predicted).scale(0.05);
    return Axes.layOut(both, both, Words.of("figure.scatter.true", target), Words.of("figure.scatter.predicted"), width,
        height, 0);
  }

  private List<Legend.Entry> key(Theme theme) {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(new Legend.Entry(Legend.Mark.LINE, Words.of("figure.scatter.exact"), theme.muted()));
    if (!scatter.twin().isEmpty())
      entries.add(new Legend.Entry(Legend.Mark.RING, Words.of("figure.name.twin"), theme.muted()));
    entries.add(new Legend.Entry(Legend.Mark.DISC, Words.of("figure.name.dropout"), theme.accent()));
    return entries;
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    int best = -1;
    double nearest = REACH_PX;
    for (int i = 0; i < scatter.network().rows(); i++) {
      double away = Math.hypot(axes.x().px(scatter.truth().at(i, 0)) - x, axes.y().px(scatter.network().at(i, 0)) - y);
      if (away >= nearest) continue;
      nearest = away;
      best = i;
    }
    if (best < 0) return Optional.empty();
    double truth = scatter.truth().at(best, 0);
    double network = scatter.network().at(best, 0);
    double spread = axes.x().to() - axes.x().from();
    String text = Words.of("figure.scatter.example", kind, scatter.example(best)) + "\n"
        + Words.of("figure.told", Words.of("figure.scatter.true", target), Numbers.reading(truth, spread)) + "\n"
        + Words.of("figure.told", Words.of("figure.name.dropout"), Numbers.reading(network, spread));
    if (!scatter.twin().isEmpty())
      text += "\n" + Words.of("figure.told", Words.of("figure.name.twin"),
          Numbers.reading(scatter.twin().at(best, 0), spread));
    return Optional.of(new Hit.Place(truth, network, text));
  }

  @Override public Description describe() { return new ScatterTold(scatter, target, kind).describe(); }

  @Override public Optional<DataTable> table() { return new ScatterTold(scatter, target, kind).table(); }
}

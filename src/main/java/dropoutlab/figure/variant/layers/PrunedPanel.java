package dropoutlab.figure.variant.layers;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.LayersEvidence.Pruned;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The held-out loss of the trained networks with fewer and fewer blocks.
record PrunedPanel(List<Pruned> pruned, List<Side> sides) implements Figure {
  private static final double LEFT = 38, RIGHT = 46, FOOT = 20;
  private static final Type NUMBER = new Type(Face.NUMBER, 11);

  private Side side(Pruned of) { return sides.get(Math.min(of.network(), sides.size() - 1)); }

  private static Inset plot(double width, double height) {
    return new Inset(LEFT, 6, Math.max(20, width - LEFT - RIGHT), Math.max(8, height - 6 - FOOT));
  }

  private Scale y(Inset plot) {
    double least = Double.POSITIVE_INFINITY, most = 0;
    for (Pruned each : pruned)
      for (double loss : each.losses()) {
        if (!(loss > 0) || !Double.isFinite(loss)) continue;
        least = Math.min(least, loss);
        most = Math.max(most, loss);
      }
    return Scale.log(Math.min(least, most), most, plot.bottom(), plot.top());
  }

  private static double x(Inset plot, int i, Pruned of) {
    return plot.left() + plot.width() * (of.losses().size() == 1 ? .5 : (double) i / (of.losses().size() - 1));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Inset plot = plot(width, height);
    Scale y = y(plot);
    drawAxes(pen, plot, y, theme);
    for (Pruned each : pruned) drawCurve(pen, each, plot, y, theme);
  }

  private void drawAxes(Pen pen, Inset plot, Scale y, Theme theme) {
    List<Double> ticks = y.ticks(3);
    List<String> labels = y.labels(ticks);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    for (double tick : ticks) {
      double line = Math.round(y.px(tick)) + .5;
      pen.line(plot.left(), line, plot.right(), line);
    }
    pen.fill(theme.muted());
    for (int i = 0; i < ticks.size(); i++) pen.text(labels.get(i), plot.left() - 6, y.px(ticks.get(i)) + 4, NUMBER,
        Align.RIGHT);
    Pruned first = pruned.getFirst();
    for (int i = 0; i < first.blocks().size(); i++)
      pen.text(Integer.toString(first.blocks().get(i)), x(plot, i, first), plot.bottom() + 17, NUMBER, Align.CENTRE);
  }

  private void drawCurve(Pen pen, Pruned of, Inset plot, Scale y, Theme theme) {
    int count = of.losses().size();
    double[] xs = new double[count], ys = new double[count];
    int shown = 0;
    for (int i = 0; i < count; i++) {
      if (!Double.isFinite(of.losses().get(i))) continue;
      xs[shown] = x(plot, i, of);
      ys[shown++] = y.px(of.losses().get(i));
    }
    pen.stroke(side(of).colour(theme), 1.6, side(of).dash());
    if (shown > 1) pen.polyline(xs, ys, shown);
    for (int i = 0; i < shown; i++) side(of).mark(pen, theme, xs[i], ys[i], 3.2);
    if (shown == 0) return;
    pen.fill(side(of).words(theme));
    pen.text(Numbers.reading(of.losses().getLast()), plot.right() + 8, labelPx(of, y), NUMBER, Align.LEFT);
  }

  /// Beside the end of the curve; where both end close together, the upper one's number is moved up.
  private double labelPx(Pruned of, Scale y) {
    double own = y.px(of.losses().getLast());
    for (Pruned other : pruned) {
      double its = y.px(other.losses().getLast());
      if (other != of && Math.abs(own - its) < 12) return (own + its) / 2
          + (own < its || own == its && of.network() == 0 ? -2 : 10);
    }
    return own + 4;
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Inset plot = plot(width, height);
    Pruned first = pruned.getFirst();
    for (int i = 0; i < first.blocks().size(); i++) {
      if (Math.abs(x - x(plot, i, first)) > 10 || !plot.contains(x, y)) continue;
      StringBuilder told = new StringBuilder(Words.of("depth.pruned.told", first.blocks().get(i),
          first.blocks().getFirst()));
      for (Pruned each : pruned)
        told.append("\n").append(Words.of("depth.pruned.loss", side(each).method().title(),
            Numbers.reading(each.losses().get(i))));
      return Optional.of(new Hit.Place(first.blocks().get(i), first.losses().get(i), told.toString()));
    }
    return Optional.empty();
  }
}

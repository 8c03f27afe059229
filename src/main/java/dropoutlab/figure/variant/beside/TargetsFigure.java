package dropoutlab.figure.variant.beside;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
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
import dropoutlab.frame.BesideEvidence.Gaps;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;

/// What the network is asked to say of an example and what it says: a line at the target of each class as it was fed,
/// and a bar for the probability. Below, how far apart the logits of all training examples are.
record TargetsFigure(Scene scene, Side side, int example) implements Figure {
  private static final double LABEL = 16, VALUE = 14, KEY = 12, BARS = .48;
  private static final Type NAME = new Type(Face.TEXT, 11), NUMBER = new Type(Face.NUMBER, 10.5);

  private NetworkView view() { return side.view(); }

  private int classes() { return scene.schema().classes().size(); }

  private int row(Matrix of) { return Math.min(example, of.rows() - 1); }

  /// Two classes have one column: the second one's.
  private double of(Matrix values, int c) {
    if (values.isEmpty()) return Double.NaN;
    if (values.cols() > 1) return values.at(row(values), c);
    double second = values.at(row(values), 0);
    return c == 1 ? second : 1 - second;
  }

  private double target(int c) { return of(view().fed().targets(), c); }

  private double said(int c) { return of(view().layers().getLast().activations(), c); }

  private record Plot(Inset bars, Scale y, Inset gaps) {}

  private static Plot plot(double width, double height) {
    double room = height - Scene.HEAD, split = Scene.HEAD + Math.floor(BARS * room);
    Inset bars = new Inset(0, Scene.HEAD, width, split - Scene.HEAD);
    Scale y = Scale.linear(0, 1, split - LABEL - 6, Scene.HEAD + KEY + VALUE + 4);
    return new Plot(bars, y, new Inset(0, split + 4, width, height - split - 4));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    scene.drawHead(pen, theme, side, width);
    if (height < 120) return;
    Plot plot = plot(width, height);
    drawKey(pen, theme, width);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(0, plot.y.fromPx() + .5, width, plot.y.fromPx() + .5);
    for (int c = 0; c < classes(); c++) drawClass(pen, theme, plot, c);
    gaps().ifPresent(gaps -> plot.gaps.draw(pen, gaps, theme));
  }

  private Optional<Figure> gaps() {
    return scene.network(side).flatMap(network -> network.tried().map(tried -> GapsPlot.of(scene, side, (Gaps) tried)));
  }

  private static void drawKey(Pen pen, Theme theme, double width) {
    String key = Words.of("besideview.targets.key");
    pen.fill(theme.muted());
    if (pen.textWidth(key, NAME) <= width - 2) pen.text(key, width - 2, Scene.HEAD + 9, NAME, Align.RIGHT);
  }

  private void drawClass(Pen pen, Theme theme, Plot plot, int c) {
    double slot = plot.bars.width() / classes(), centre = (c + .5) * slot, half = Math.min(26, .3 * slot);
    double said = said(c), target = target(c);
    if (Double.isFinite(said)) {
      pen.fill(side.colour(theme));
      pen.fillRect(centre - half, plot.y.px(said), 2 * half, plot.y.fromPx() - plot.y.px(said));
    }
    if (Double.isFinite(target)) {
      double y = Math.round(plot.y.px(target)) + .5;
      pen.stroke(theme.ink(), 1.6, Marks.SOLID);
      pen.line(centre - half - 5, y, centre + half + 5, y);
      if (slot > 44) {
        pen.fill(theme.ink());
        pen.text(Numbers.fixed(target, 3), centre, Math.min(y, plot.y.px(Double.isFinite(said) ? said : 0)) - 4, NUMBER,
            Align.CENTRE);
      }
    }
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, scene.schema().className(c), NAME, slot - 2), centre, plot.y.fromPx() + LABEL - 2, NAME,
        Align.CENTRE);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plot plot = plot(width, height);
    if (plot.gaps.contains(x, y)) return gaps().flatMap(gaps -> plot.gaps.hit(gaps, x, y));
    int c = (int) Math.floor(x / plot.bars.width() * classes());
    if (!plot.bars.contains(x, y) || c < 0 || c >= classes()) return Optional.empty();
    return Optional.of(new Hit.Place(c, said(c), Words.of("besideview.targets.told", scene.schema().className(c),
        Shown.percent(target(c), 1), Shown.percent(said(c), 1))));
  }
}

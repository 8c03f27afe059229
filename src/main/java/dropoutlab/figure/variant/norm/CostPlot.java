package dropoutlab.figure.variant.norm;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.NormEvidence.Losses;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The loss with masks off: hollow as batch norm stored its statistics, under masks, and filled with statistics taken
/// anew, without masks; their difference is what the shift costs. A short line stands for the mean of passes with masks
/// on, in which every norm meets the variance that it has stored.
record CostPlot(List<NormView.Measured> measured) implements Figure {
  private static final double RADIUS = 4, LABEL = 20, VALUE = 52;
  private static final Type LETTER = new Type(Face.TEXT_BOLD, 12), NUMBER = new Type(Face.NUMBER, 11);

  CostPlot { measured = List.copyOf(measured); }

  private Axes axes(double width, double height) {
    Span span = new Span();
    for (NormView.Measured each : measured)
      each.found().ifPresent(found ->
          span.addAll(found.losses().passes(), found.losses().off(), found.losses().anew()));
    Axes axes = Axes.layOut(span.scale(.12), Scale.linear(0, 1, 0, 1), "", "", width, height, VALUE);
    return axes.with(a -> a.x(axes.x().at(LABEL, Math.max(LABEL + 1, axes.rightPx()))));
  }

  private double row(Axes axes, int i) {
    return axes.topPx() + (axes.bottomPx() - axes.topPx()) * (i + .5) / measured.size();
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    drawAxis(pen, theme, axes);
    for (int i = 0; i < measured.size(); i++) {
      Side side = measured.get(i).side();
      double y = Math.round(row(axes, i));
      pen.fill(side.words(theme));
      pen.text(side.letter().name(), 2, y + 4, LETTER, Align.LEFT);
      measured.get(i).found().ifPresent(found -> drawPair(pen, theme, axes, side, found.losses(), y, width));
    }
  }

  private static void drawAxis(Pen pen, Theme theme, Axes axes) {
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(axes.leftPx(), axes.bottomPx() + .5, axes.rightPx(), axes.bottomPx() + .5);
    List<Double> ticks = axes.x().ticks(Math.clamp((long) ((axes.rightPx() - axes.leftPx()) / 46), 2, 5));
    List<String> labels = axes.x().labels(ticks);
    pen.fill(theme.muted());
    for (int i = 0; i < ticks.size(); i++)
      pen.text(labels.get(i), axes.x().px(ticks.get(i)), axes.bottomPx() + Math.round(1.5 * axes.textSize()),
          new Type(Face.TEXT, axes.textSize()), Align.CENTRE);
  }

  private static void drawPair(Pen pen, Theme theme, Axes axes, Side side, Losses losses, double y, double width) {
    double passes = Math.round(axes.x().px(losses.passes())) + .5, off = axes.x().px(losses.off()),
        anew = axes.x().px(losses.anew());
    pen.stroke(side.colour(theme), 2, Marks.SOLID);
    pen.line(anew, y, off, y);
    pen.line(passes, y - 6, passes, y + 6);
    drawMark(pen, theme, side, anew, y, true);
    drawMark(pen, theme, side, off, y, false);
    pen.fill(side.words(theme));
    pen.text(Shown.signed(losses.off() - losses.anew()), width - 1, y + 4, NUMBER, Align.RIGHT);
  }

  private static void drawMark(Pen pen, Theme theme, Side side, double x, double y, boolean filled) {
    pen.fill(filled ? side.colour(theme) : theme.card());
    pen.stroke(side.colour(theme), 1.6, Marks.SOLID);
    if (side.letter() == Side.Letter.A) {
      pen.fillOval(x, y, RADIUS);
      pen.strokeOval(x, y, RADIUS);
    } else {
      pen.fillRect(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
      pen.strokeRect(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    for (int i = 0; i < measured.size(); i++) {
      Optional<Losses> losses = measured.get(i).found().map(found -> found.losses());
      if (losses.isEmpty() || Math.abs(row(axes, i) - y) > 10) continue;
      return Optional.of(new Hit.Place(axes.x().data(x), i, Words.of("besideview.norm.cost.told",
          measured.get(i).side().letter().name(), Numbers.reading(losses.get().off()),
              Numbers.reading(losses.get().passes()), Numbers.reading(losses.get().anew()))));
    }
    return Optional.empty();
  }
}

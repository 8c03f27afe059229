package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Trace;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The gap for each p, of inverted and of standard dropout: lines are exact, circles are the engine's.
record GapPlot(ScalingPicture.JensenGap of, Showing showing) implements Figure {
  private static final double HEAD = 22, MOST_P = .95, AROUND = .7, ROOM = 1.12;
  private static final List<Double> TICKS = List.of(0.0, .25, .5, .75, .95);
  private static final int INVERTED = 1, STANDARD = 2;

  private int chosen() { return of.inverted() ? INVERTED : STANDARD; }

  private Axes axes(double width, double height) {
    // Inverted, z² leaves every scale near p = 1.
    double most = Math.max(AROUND, Math.min(MOST_P, of.p() + .1));
    Span span = new Span().add(0);
    for (int i = 0; i < of.byP().rows(); i++) {
      span.add(of.byP().at(i, STANDARD));
      if (of.byP().at(i, 0) <= most) span.add(of.byP().at(i, INVERTED));
    }
    boolean flat = span.length() < 1e-9;
    Scale y = flat ? Scale.linear(-1, 1, 0, 1) : Scale.linear(ROOM * span.min(), ROOM * span.max(), 0, 1);
    double size = Axes.textSize(width, height);
    double names = EndLabels.room(List.of(Words.of("claimscaling.jensen.inverted"),
        Words.of("claimscaling.jensen.standard")), size);
    return Axes.layOut(Scale.linear(0, MOST_P, 0, 1), y, Words.of("claimscaling.jensen.p"), "", width, height, names)
        .with(axes -> axes.y(y.at(height - 1.9 * size, HEAD + 8)));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    Heading.draw(pen, theme, 2, 12, width, Words.of("claimscaling.jensen.byp"),
        Words.of("claimscaling.jensen.byp.rest"));
    axes.draw(pen, theme, false);
    drawRates(pen, theme, axes);
    if (showing.hidden()) {
      drawPresent(pen, theme, axes);
      return;
    }
    pen.clip(axes.leftPx() - 4, axes.topPx() - 4, axes.rightPx() - axes.leftPx() + 8,
        axes.bottomPx() - axes.topPx() + 8);
    for (int column : List.of(STANDARD + INVERTED - chosen(), chosen())) drawGap(pen, theme, axes, column);
    pen.unclip();
    drawPresent(pen, theme, axes);
    EndLabels.draw(pen, theme, List.of(name(theme, axes, INVERTED), name(theme, axes, STANDARD)), axes.rightPx(), axes);
  }

  private static int colour(Theme theme, int column) { return column == INVERTED ? theme.accent() : theme.rivalText(); }

  private EndLabels.Label name(Theme theme, Axes axes, int column) {
    String text = column == INVERTED ? Words.of("claimscaling.jensen.inverted")
        : Words.of("claimscaling.jensen.standard");
    return new EndLabels.Label(text, axes.y().px(of.byP().at(of.byP().rows() - 1, column)), colour(theme, column),
        column == chosen());
  }

  private void drawGap(Pen pen, Theme theme, Axes axes, int column) {
    int argb = column == INVERTED ? theme.accent() : theme.rival();
    if (column == INVERTED) pen.stroke(argb, column == chosen() ? 2.2 : 1.5, Marks.SOLID);
    else pen.stroke(argb, column == chosen() ? 2.2 : 1.5, 7, 3);
    Trace trace = new Trace(pen, 2);
    for (int i = 0; i < of.byP().rows(); i++) trace.add(axes.x().px(of.byP().at(i, 0)),
        axes.y().px(of.byP().at(i, column)));
    trace.end();
    for (int i = 0; i < of.engineByP().rows(); i++)
      EngineMark.draw(pen, theme, axes.x().px(of.engineByP().at(i, 0)), axes.y().px(of.engineByP().at(i, column)),
          argb);
  }

  /// The present p, and the gap there.
  private void drawPresent(Pen pen, Theme theme, Axes axes) {
    double x = axes.x().px(of.p()), y = Math.clamp(axes.y().px(of.gap()), axes.topPx(), axes.bottomPx());
    pen.stroke(theme.accent(), 1.2, 1, 3);
    pen.line(x, axes.topPx(), x, axes.bottomPx());
    if (!axes.worded()) return;
    Type type = new Type(Face.TEXT_BOLD, axes.textSize());
    pen.fill(theme.ink());
    if (showing.hidden()) {
      double middle = (axes.topPx() + axes.bottomPx()) / 2;
      boolean right = of.p() < MOST_P / 2;
      pen.text(Words.of("claimscaling.jensen.unknown"), right ? x + 6 : x - 6, middle, type,
          right ? Align.LEFT : Align.RIGHT);
      pen.fill(theme.muted());
      pen.text(Words.of("claimscaling.jensen.later"), right ? x + 6 : x - 6, middle + 1.4 * axes.textSize(),
          new Type(Face.TEXT, axes.textSize()), right ? Align.LEFT : Align.RIGHT);
    } else {
      String gap = Numbers.reading(of.gap());
      double wide = pen.textWidth(gap, type), size = axes.textSize();
      double start = x - wide - 9 > axes.leftPx() ? x - 7 - wide : x + 7, baseline = y + (of.gap() < 0 ? 1.2 * size : -7);
      pen.fill(Palette.withAlpha(theme.card(), .8));
      pen.fillRect(start - 2, baseline - size, wide + 4, 1.2 * size);
      pen.fill(theme.ink());
      pen.text(gap, start, baseline, type, Align.LEFT);
    }
  }

  private void drawRates(Pen pen, Theme theme, Axes axes) {
    if (!axes.worded()) return;
    Type type = new Type(Face.TEXT, axes.textSize()), bold = new Type(Face.TEXT_BOLD, axes.textSize());
    double baseline = axes.bottomPx() + Math.round(1.5 * axes.textSize()), here = axes.x().px(of.p());
    pen.fill(theme.accent());
    pen.text(Shown.briefRate(of.p()), here, baseline, bold, Align.CENTRE);
    pen.fill(theme.muted());
    for (double tick : TICKS)
      if (Math.abs(axes.x().px(tick) - here) > 26) pen.text(Shown.briefRate(tick), axes.x().px(tick), baseline, type,
          Align.CENTRE);
    pen.text(Words.of("claimscaling.jensen.p"), axes.rightPx() + 18, baseline, type, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    int at = (int) Math.clamp(Math.round(100 * axes.x().data(x)), 0, of.byP().rows() - 1);
    double p = of.byP().at(at, 0);
    String told = showing.hidden() ? Words.of("claimscaling.jensen.told.set", Shown.dropRate(p))
        : Words.of("claimscaling.jensen.told.p", Shown.dropRate(p), Numbers.reading(of.byP().at(at, INVERTED)),
            Numbers.reading(of.byP().at(at, STANDARD)));
    return Optional.of(new Hit.Setting("p", List.of(p), told));
  }
}

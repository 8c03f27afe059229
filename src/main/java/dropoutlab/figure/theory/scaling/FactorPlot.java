package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Trace;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The greatest distance of both paths for each factor of the inverted layer's rate: none at (1 - p)².
record FactorPlot(ScalingPicture.TwoPaths of, Showing showing) implements Figure {
  private static final double HEAD = 26, LEAST = .4, ROOM = 1.12, FROM = .02;
  private static final List<Double> TICKS = List.of(.02, .05, .1, .2, .5, 1.0);

  private Axes axes(double width, double height) {
    double most = LEAST;
    for (int i = 0; i < of.byFactor().rows(); i++) most = Math.max(most, ROOM * of.byFactor().at(i, 1));
    Scale y = Scale.linear(0, showing.hidden() ? 1 : most, 0, 1), x = new Scale(true, FROM, 1, 0, 1);
    Axes axes = Axes.layOut(x, y, "", "", width, height, 16);
    return axes.worded() ? axes.with(to -> to.y(y.at(axes.bottomPx(), Math.min(HEAD, axes.bottomPx() - 1)))) : axes;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    Heading.draw(pen, theme, 2, 12, width, Words.of("claimscaling.paths.factor.title"),
        Words.of("claimscaling.paths.factor.rest"));
    axes.draw(pen, theme, false);
    double fit = axes.x().px(of.fit());
    pen.stroke(theme.accent(), 1.2, 1, 3);
    pen.line(fit, axes.topPx(), fit, axes.bottomPx());
    if (!showing.hidden()) drawDistances(pen, theme, axes);
    if (axes.worded()) drawTicks(pen, theme, axes);
  }

  private void drawDistances(Pen pen, Theme theme, Axes axes) {
    pen.stroke(theme.accent(), 2, Marks.SOLID);
    Trace trace = new Trace(pen, 2);
    for (int i = 0; i < of.byFactor().rows(); i++) trace.add(axes.x().px(of.byFactor().at(i, 0)),
        axes.y().px(of.byFactor().at(i, 1)));
    trace.end();
    for (int i = 0; i < of.engineByFactor().rows(); i++)
      EngineMark.draw(pen, theme, axes.x().px(of.engineByFactor().at(i, 0)), axes.y().px(of.engineByFactor().at(i, 1)),
          theme.accent());
    pen.fill(theme.accent());
    pen.fillOval(axes.x().px(of.factor()), axes.y().px(of.apart().at(of.furthest(), 0)), 4.5);
  }

  private void drawTicks(Pen pen, Theme theme, Axes axes) {
    Type words = new Type(Face.TEXT, axes.textSize()), bold = new Type(Face.TEXT_BOLD, axes.textSize());
    double baseline = axes.bottomPx() + Math.round(1.5 * axes.textSize());
    pen.fill(theme.muted());
    if (showing.hidden())
      pen.text(Words.of("claimscaling.jensen.later"), axes.leftPx() + 8, (axes.topPx() + axes.bottomPx()) / 2 - 6, words,
          Align.LEFT);
    String fit = Words.of("claimscaling.paths.fit", Numbers.brief(of.fit()));
    double half = pen.textWidth(fit, bold) / 2, at =
        Math.clamp(axes.x().px(of.fit()), axes.leftPx() + half, axes.right() - half);
    pen.fill(theme.accent());
    pen.text(fit, at, baseline, bold, Align.CENTRE);
    pen.fill(theme.muted());
    for (double tick : TICKS) {
      String text = Numbers.brief(tick);
      double x = Math.min(axes.x().px(tick), axes.right() - pen.textWidth(text, words) / 2);
      if (Math.abs(x - at) > half + pen.textWidth(text, words) / 2 + 6) pen.text(text, x, baseline, words,
          Align.CENTRE);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    double factor = Math.clamp(Math.rint(100 * axes.x().data(x)) / 100, FROM, 1);
    // The one that matters is easy to hit.
    if (Math.abs(axes.x().px(of.fit()) - x) < 5) factor = of.fit();
    return Optional.of(new Hit.Setting("factor", List.of(factor),
        Words.of("claimscaling.paths.told.set", Numbers.brief(factor))));
  }
}

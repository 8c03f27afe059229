package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;

/// What all thinned networks say at the cross, as a histogram of their probabilities, and how many of the passes fell
/// into each of its bins: where they contradict each other, a label would tell which of them are right.
record NetworkAnswers(UncertaintyPicture.Asking of) implements Figure {
  private static final double HEAD = 16;

  private int bins() { return of.outputs().rows(); }

  private Axes axes(double width, double height) {
    double high = Math.max(.05, of.outputs().max());
    return Axes.layOut(Scale.linear(0, 1, 0, 1), Scale.linear(0, 1.12 * high, 0, 1),
        Words.of("claimuncertainty.answers.axis"), "", width, height, 60).lowered(HEAD);
  }

  private double mean() {
    double sum = 0;
    for (int bin = 0; bin < bins(); bin++) sum += of.outputs().at(bin, 0) * (bin + .5) / bins();
    return sum;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    Heading.draw(pen, theme, 2, Lettering.SIZE, width - 4, Words.of("claimuncertainty.answers.title"),
        Words.of("claimuncertainty.answers.rest"), Words.of("claimuncertainty.answers.rest_brief"));
    axes.draw(pen, theme);
    for (int bin = 0; bin < bins(); bin++) {
      double left = axes.x().px(bin / (double) bins()), right = axes.x().px((bin + 1.0) / bins());
      double top = axes.y().px(of.outputs().at(bin, 0));
      pen.fill(Palette.withAlpha(theme.accent(), .32));
      pen.fillRect(left + .5, top, right - left - 1, axes.bottomPx() - top);
      pen.stroke(theme.accent(), 1.4, Marks.SOLID);
      if (of.outputs().at(bin, 0) > 0) pen.line(left + .5, top, right - .5, top);
    }
    for (int bin = 0; bin < bins(); bin++)
      if (of.outputs().at(bin, 1) > 0)
        Lettering.ring(pen, theme, axes.x().px((bin + .5) / bins()), axes.y().px(of.outputs().at(bin, 1)),
        theme.accent());
    if (!axes.worded()) return;
    String coin = Words.of("claimuncertainty.answers.told_all");
    double wide = pen.textWidth(coin, Lettering.SMALL);
    if (wide < .85 * (axes.rightPx() - axes.leftPx()))
      Lettering.words(pen, theme, coin, mean() < .5 ? axes.rightPx() : axes.leftPx() + 8, axes.topPx() + 12,
      Lettering.SMALL, mean() < .5 ? Align.RIGHT : Align.LEFT, theme.muted());
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    int bin = Math.clamp((int) (axes.x().data(x) * bins()), 0, bins() - 1);
    return Optional.of(new Hit.Place(axes.x().data(x), axes.y().data(y), Words.of("claimuncertainty.answers.told",
        Numbers.fixed(bin / (double) bins(), 2), Numbers.fixed((bin + 1.0) / bins(), 2),
        Shown.percent(of.outputs().at(bin, 0), 1), Shown.percent(of.outputs().at(bin, 1), 1))));
  }
}

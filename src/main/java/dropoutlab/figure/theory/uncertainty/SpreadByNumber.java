package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The variance of the passes and that of the posterior against the number of values, both on logarithmic scales.
record SpreadByNumber(UncertaintyPicture.Spikes of, Showing showing) implements Figure {
  private static final double HEAD = 14, LEAST = 1e-6;

  private int rows() { return of.byNumber().rows(); }

  private Axes axes(double width, double height) {
    double low = Double.POSITIVE_INFINITY, high = LEAST;
    for (int i = 0; i < rows(); i++)
      for (int column = 1; column <= 2; column++) {
        double each = of.byNumber().at(i, column);
        if (each > LEAST) low = Math.min(low, each);
        high = Math.max(high, each);
      }
    if (showing.guessed(0) > LEAST) high = Math.max(high, showing.guessed(0));
    return Axes.layOut(Scale.log(1, of.byNumber().at(rows() - 1, 0), 0, 1),
        Scale.log(Math.min(low, high), 1.3 * high, 0, 1),
        Words.of("claimuncertainty.growth.examples"), "", width, height, 10).lowered(HEAD);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    Heading.draw(pen, theme, 2, Lettering.SIZE, width - 4, Words.of("claimuncertainty.against.title"),
        Words.of("claimuncertainty.against.rest"));
    axes.draw(pen, theme);
    double now = axes.x().px(of.seen());
    pen.stroke(theme.line(), 1, 2, 3);
    pen.line(now, axes.topPx(), now, axes.bottomPx());
    line(pen, axes, 2, theme.rivalText(), 1.8, 5, 3);
    if (!showing.hidden() && of.exact() > 0) {
      line(pen, axes, 1, theme.accent(), 2.2);
      Lettering.ring(pen, theme, now, axes.y().px(Math.max(LEAST, of.engine().variance())), theme.accent());
    }
    if (showing.guessed(0) > 0) GuessMark.draw(pen, now, axes.y().px(showing.guessed(0)), theme);
    names(pen, theme, axes);
  }

  private void line(Pen pen, Axes axes, int column, int colour, double width, double... dash) {
    double[] x = new double[rows()], y = new double[rows()];
    for (int i = 0; i < rows(); i++) {
      x[i] = axes.x().px(of.byNumber().at(i, 0));
      y[i] = axes.y().px(of.byNumber().at(i, column));
    }
    pen.stroke(colour, width, dash.length == 0 ? Marks.SOLID : dash);
    pen.polyline(x, y, rows());
  }

  private void names(Pen pen, Theme theme, Axes axes) {
    int last = rows() - 1;
    double passes = axes.y().px(Math.max(LEAST, of.byNumber().at(last, 1)));
    double posterior = axes.y().px(of.byNumber().at(2 * last / 3, 2));
    if (!showing.hidden() && of.exact() > 0 && axes.bottomPx() - passes > 22)
      Lettering.words(pen, theme, Words.of("claimuncertainty.against.passes"), axes.rightPx() - 4, passes + 15,
      Lettering.SMALL, Align.RIGHT, theme.accent());
    double baseline = Math.min(axes.bottomPx() - 6, posterior + 16), left = axes.x().px(of.byNumber().at(last / 2, 0));
    Lettering.words(pen, theme, Words.of("claimuncertainty.against.posterior"), left - 4, baseline, Lettering.SMALL,
        Align.RIGHT, theme.rivalText());
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    int nearest = Lettering.nearest(axes, of.byNumber(), x);
    double n = of.byNumber().at(nearest, 0);
    String posterior = Numbers.reading(of.byNumber().at(nearest, 2));
    return Optional.of(new Hit.Setting("n", List.of(n), showing.hidden()
        ? Words.of("claimuncertainty.against.told_hidden", Numbers.count(n), posterior)
        : Words.of("claimuncertainty.against.told", Numbers.count(n), Numbers.reading(of.byNumber().at(nearest, 1)),
        posterior)));
  }
}

package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The divergence of the spikes from the prior against their width: it grows by ln 10 for each tenth.
record DivergenceByWidth(UncertaintyPicture.Spikes of) implements Figure {
  private static final double HEAD = 14, LEAST_CHOSEN = .001;

  private int rows() { return of.byWidth().rows(); }

  private Axes axes(double width, double height) {
    double low = 0, high = 1;
    for (int i = 0; i < rows(); i++) {
      low = Math.min(low, of.byWidth().at(i, 1));
      high = Math.max(high, of.byWidth().at(i, 1));
    }
    return Axes.layOut(Scale.log(of.byWidth().at(0, 0), of.byWidth().at(rows() - 1, 0), 0, 1),
        Scale.linear(low, 1.08 * high, 0, 1),
        Words.of("claimuncertainty.width.axis"), "", width, height, 10).lowered(HEAD);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    Heading.draw(pen, theme, 2, Lettering.SIZE, width - 4, Words.of("claimuncertainty.width.title"),
        Words.of("claimuncertainty.width.rest"));
    axes.draw(pen, theme);
    double[] x = new double[rows()], y = new double[rows()];
    for (int i = 0; i < rows(); i++) {
      x[i] = axes.x().px(of.byWidth().at(i, 0));
      y[i] = axes.y().px(of.byWidth().at(i, 1));
    }
    double now = axes.x().px(of.width());
    pen.stroke(theme.line(), 1, 2, 3);
    pen.line(now, axes.topPx(), now, axes.bottomPx());
    pen.stroke(theme.accent(), 2.2, Marks.SOLID);
    pen.polyline(x, y, rows());
    Lettering.ring(pen, theme, now, axes.y().px(of.engine().divergence()), theme.accent());
    boolean right = now < (axes.leftPx() + axes.rightPx()) / 2;
    Lettering.words(pen, theme, Numbers.reading(of.engine().divergence()), right ? now + 8 : now - 8,
        axes.y().px(of.engine().divergence()) + (right ? -8 : 16), Lettering.NUMBER_BOLD,
        right ? Align.LEFT : Align.RIGHT, theme.accent());
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    int nearest = Lettering.nearest(axes, of.byWidth(), x);
    String told = Words.of("claimuncertainty.width.told", Numbers.reading(of.byWidth().at(nearest, 0)),
        Numbers.reading(of.byWidth().at(nearest, 1)));
    double chosen = Math.max(LEAST_CHOSEN, Math.rint(1000 * of.byWidth().at(nearest, 0)) / 1000);
    return Optional.of(new Hit.Setting("width", List.of(chosen), told));
  }
}

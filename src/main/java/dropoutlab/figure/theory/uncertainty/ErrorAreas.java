package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hatch;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// Squared bias and on it the variance, together the error, for every drop rate; the engine as circles.
record ErrorAreas(UncertaintyPicture.Sheaf of, Showing showing) implements Figure {
  private static final double HEAD = 16;

  private double bias(int row) { return of.curve().at(row, 1); }

  private double error(int row) { return bias(row) + of.curve().at(row, 2); }

  private int present() { return Math.clamp(Math.round(100 * of.p()), 0, of.curve().rows() - 1); }

  private int best() {
    int best = 0;
    for (int i = 1; i < of.curve().rows(); i++) if (error(i) < error(best)) best = i;
    return best;
  }

  private Axes axes(double width, double height) {
    double top = Math.max(1e-3, 1.35 * Math.max(error(0), error(present())));
    if (Double.isFinite(showing.guessed(0))) top = Math.max(top, 1.1 * (bias(present()) + showing.guessed(0)));
    return Axes.layOut(Scale.linear(0, of.curve().at(of.curve().rows() - 1, 0), 0, 1), Scale.linear(0, top, 0, 1),
        Words.of("claimuncertainty.areas.p"), "", width, height, 18).lowered(HEAD);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    if (axes.worded())
      Heading.draw(pen, theme, 2, Lettering.SIZE, width - 4, Words.of("claimuncertainty.areas.title"),
      Words.of("claimuncertainty.areas.rest"));
    axes.draw(pen, theme);
    pen.clip(axes.leftPx() - 4, axes.topPx() - 4, axes.rightPx() - axes.leftPx() + 8,
        axes.bottomPx() - axes.topPx() + 8);
    areas(pen, theme, axes);
    present(pen, theme, axes);
    dots(pen, theme, axes);
    pen.unclip();
    guess(pen, theme, axes);
    if (axes.worded()) words(pen, theme, axes);
  }

  private void areas(Pen pen, Theme theme, Axes axes) {
    int n = of.curve().rows();
    double[] x = new double[2 * n], low = new double[2 * n], high = new double[2 * n];
    for (int i = 0; i < n; i++) {
      x[i] = x[2 * n - 1 - i] = axes.x().px(of.curve().at(i, 0));
      low[i] = held(axes, bias(i));
      low[2 * n - 1 - i] = axes.bottomPx();
      high[i] = held(axes, error(i));
      high[2 * n - 1 - i] = held(axes, bias(i));
    }
    pen.fill(theme.rivalPale());
    pen.polygon(x, low, 2 * n);
    hatch(pen, theme, axes);
    if (!showing.hidden()) {
      pen.fill(Palette.withAlpha(theme.accent(), .2));
      pen.polygon(x, high, 2 * n);
      pen.stroke(theme.accent(), 2.2, Marks.SOLID);
      pen.polyline(x, high, n);
    }
    pen.stroke(theme.rivalText(), 1.6, Marks.SOLID);
    pen.polyline(x, low, n);
  }

  private void hatch(Pen pen, Theme theme, Axes axes) {
    int columns = (int) (axes.rightPx() - axes.leftPx());
    double[] upper = new double[columns], lower = new double[columns];
    for (int i = 0; i < columns; i++) {
      int row = Math.clamp(Math.round(100 * axes.x().data(axes.leftPx() + i)), 0, of.curve().rows() - 1);
      upper[i] = Math.max(axes.topPx(), held(axes, bias(row)));
      lower[i] = axes.bottomPx();
    }
    pen.stroke(Palette.withAlpha(theme.rivalText(), .35), .8, Marks.SOLID);
    Hatch.between(pen, axes.leftPx(), upper, lower, 7);
  }

  private static double held(Axes axes, double value) { return Math.max(-1e4, axes.y().px(value)); }

  /// The chosen drop rate, with both parts marked.
  private void present(Pen pen, Theme theme, Axes axes) {
    double x = axes.x().px(of.p());
    pen.stroke(theme.accent(), 1, 2, 3);
    pen.line(x, axes.topPx(), x, axes.bottomPx());
  }

  private void dots(Pen pen, Theme theme, Axes axes) {
    Matrix dots = of.measured();
    for (int i = 0; i < dots.rows(); i++) {
      double x = axes.x().px(dots.at(i, 0));
      Lettering.ring(pen, theme, x, held(axes, dots.at(i, 1)), theme.rivalText());
      // Without dropout there is nothing to guess.
      if (!showing.hidden() || dots.at(i, 0) == 0)
        Lettering.ring(pen, theme, x, held(axes, dots.at(i, 1) + dots.at(i, 2)), theme.ink());
    }
  }

  private void guess(Pen pen, Theme theme, Axes axes) {
    double y = axes.y().px(bias(present()) + showing.guessed(0)), x = axes.x().px(of.p());
    GuessMark.draw(pen, x, y, theme);
  }

  private void words(Pen pen, Theme theme, Axes axes) {
    double x = axes.x().px(of.p());
    boolean left = x > (axes.leftPx() + axes.rightPx()) / 2;
    double from = left ? x - 9 : x + 9;
    Align align = left ? Align.RIGHT : Align.LEFT;
    double top = axes.topPx() + 14;
    String hidden = Words.of("claimuncertainty.hidden");
    int now = present();
    Lettering.words(pen, theme,
        Words.of("claimuncertainty.areas.variance", showing.hidden() ? hidden : Numbers.reading(of.own().variance())),
        from, top, Lettering.SMALL, align, theme.accent());
    Lettering.words(pen, theme, Words.of("claimuncertainty.areas.bias", Numbers.reading(bias(now))), from, top + 16,
        Lettering.SMALL, align, theme.rivalText());
    Lettering.words(pen, theme, Words.of("claimuncertainty.areas.error", showing.hidden() ? hidden
        : Numbers.reading(of.own().variance() + bias(now))), from, top + 32, Lettering.SMALL_BOLD, align, theme.ink());
    if (!showing.hidden() && axes.bottomPx() - axes.topPx() > 240) least(pen, theme, axes, from, top + 48, align);
  }

  /// Where the error is least.
  private void least(Pen pen, Theme theme, Axes axes, double from, double baseline, Align align) {
    double x = axes.x().px(of.curve().at(best(), 0)), y = axes.y().px(error(best()));
    pen.fill(theme.ink());
    pen.polygon(new double[] {x - 4, x + 4, x}, new double[] {y - 12, y - 12, y - 5}, 3);
    Lettering.words(pen, theme, Words.of("claimuncertainty.areas.least", Numbers.reading(error(best())),
        Shown.briefRate(of.curve().at(best(), 0))), from, baseline, Lettering.SMALL, align, theme.muted());
  }

  @Override public Optional<Hit> hit(double xPx, double yPx, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(xPx, yPx)) return Optional.empty();
    int row = Math.clamp(Math.round(100 * axes.x().data(xPx)), 0, of.curve().rows() - 1);
    double p = of.curve().at(row, 0);
    String rate = Shown.dropRate(p), bias = Numbers.reading(bias(row));
    String text = showing.hidden() ? Words.of("claimuncertainty.areas.told_hidden", rate, bias)
        : Words.of("claimuncertainty.areas.told", rate, bias, Numbers.reading(of.curve().at(row, 2)),
        Numbers.reading(error(row)));
    return Optional.of(new Hit.Setting("p", List.of(p), text));
  }
}

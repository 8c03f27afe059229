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
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;

/// The bell of the posterior over the prior, and dropout's spikes at 0 and m/q; above them the mean of both with one
/// standard deviation of each on both sides, below them how many passes came to each spike.
record SpikesDensity(UncertaintyPicture.Spikes of, Showing showing) implements Figure {
  /// A spike may be so many times as high as the bell; a higher one leaves the plot.
  private static final double HIGHEST = 1.6;
  private static final double HEAD = 16, BARS = 46, LANE = 30, FREE = 110;

  private double peak(int column) {
    double peak = 0;
    for (int i = 0; i < of.densities().rows(); i++) peak = Math.max(peak, of.densities().at(i, column));
    return peak;
  }

  private Axes axes(double width, double height) {
    double bell = peak(1), top = 1.06 * Math.max(bell, Math.min(peak(3), HIGHEST * bell));
    Scale x = Scale.linear(of.densities().at(0, 0), of.densities().at(of.densities().rows() - 1, 0), 0, 1);
    boolean roomy = height > 200;
    Axes axes = Axes.layOut(x, Scale.linear(0, top, 0, 1), Words.of("claimuncertainty.density.weight"), "", width,
        height - (roomy ? LANE : 0), 8);
    return axes.lowered(roomy ? HEAD + BARS : HEAD);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    if (axes.worded())
      Heading.draw(pen, theme, 2, Lettering.SIZE, width - 4, Words.of("claimuncertainty.density.title"),
          Words.of("claimuncertainty.density.rest"), Words.of("claimuncertainty.density.rest_brief"));
    axes.draw(pen, theme);
    pen.clip(axes.leftPx(), axes.topPx(), axes.rightPx() - axes.leftPx(), axes.bottomPx() - axes.topPx());
    area(pen, axes, 2, Palette.withAlpha(theme.faint(), .16), theme.faint(), 1, 2, 3);
    area(pen, axes, 1, Palette.withAlpha(theme.rival(), .28), theme.rivalText(), 1.8, 5, 3);
    area(pen, axes, 3, Palette.withAlpha(theme.accent(), .3), theme.accent(), 2);
    pen.unclip();
    if (!axes.worded()) return;
    if (height > 200) {
      bars(pen, theme, axes);
      counts(pen, theme, axes);
    }
    names(pen, theme, axes);
  }

  private void area(Pen pen, Axes axes, int column, int fill, int line, double width, double... dash) {
    int n = of.densities().rows();
    double[] x = new double[n + 2], y = new double[n + 2];
    for (int i = 0; i < n; i++) {
      x[i] = axes.x().px(of.densities().at(i, 0));
      y[i] = Math.max(-1e4, axes.y().px(of.densities().at(i, column)));
    }
    x[n] = x[n - 1];
    x[n + 1] = x[0];
    y[n] = y[n + 1] = axes.bottomPx();
    pen.fill(fill);
    pen.polygon(x, y, n + 2);
    pen.stroke(line, width, dash);
    pen.polyline(x, y, n);
  }

  private void names(Pen pen, Theme theme, Axes axes) {
    double left = axes.leftPx() + 4;
    if (of.p() > 0) {
      double zero = axes.x().px(0), top = Math.max(axes.topPx() + 14, axes.y().px(spike(of.p())) - 8);
      boolean free = axes.x().px(of.kept()) - zero > FREE;
      Lettering.words(pen, theme, Words.of("claimuncertainty.density.dropped", Shown.percent(of.p())),
          free ? Math.max(zero, left + 40) : zero - 12, top, Lettering.SMALL, free ? Align.CENTRE : Align.RIGHT,
          theme.accent());
      pen.stroke(theme.accent(), 1.6, Marks.SOLID);
      Marks.cross(pen, zero, axes.bottomPx() - 9, 4);
    }
    String kept = Words.of("claimuncertainty.density.kept", Numbers.fixed(1 / (1 - of.p()), 2),
        Shown.percent(1 - of.p()));
    double wide = pen.textWidth(kept, Lettering.SMALL_BOLD), at = axes.x().px(of.kept());
    boolean right = at + 10 + wide < axes.rightPx();
    Lettering.words(pen, theme, kept, right ? at + 10 : at - 10, axes.topPx() + 13, Lettering.SMALL_BOLD,
        right ? Align.LEFT : Align.RIGHT, theme.accent());
    String prior = Words.of("claimuncertainty.density.prior");
    double middle = axes.x().px(of.mean() / 2),
        free = axes.x().px(of.mean() - 4 * Math.sqrt(of.posterior())) - axes.x().px(4 * of.width());
    if (pen.textWidth(prior, Lettering.SMALL) + 8 > free) return;
    pen.fill(theme.muted());
    pen.text(prior, middle, Math.max(axes.topPx() + 30, axes.y().px(priorAt(of.mean() / 2)) - 5), Lettering.SMALL,
        Align.CENTRE);
  }

  private double priorAt(double w) {
    int i = 0;
    while (i < of.densities().rows() - 1 && of.densities().at(i, 0) < w) i++;
    return of.densities().at(i, 2);
  }

  private double spike(double share) { return share / (of.width() * Math.sqrt(2 * Math.PI)); }

  /// One standard deviation of each on both sides of the mean, which both share.
  private void bars(Pen pen, Theme theme, Axes axes) {
    double mean = axes.x().px(of.mean()), top = axes.topPx() - BARS + 6;
    pen.stroke(theme.ink(), 1, 2, 3);
    pen.line(mean, top - 4, mean, axes.bottomPx());
    bar(pen, theme, axes, top + 4, Math.sqrt(of.posterior()), "claimuncertainty.density.bell", theme.rivalText(),
        false);
    bar(pen, theme, axes, top + 22, Math.sqrt(of.exact()), "claimuncertainty.density.passes", theme.accent(), true);
    if (!Double.isFinite(showing.guessed(0))) return;
    double guess = Math.sqrt(Math.max(0, showing.guessed(0)));
    GuessMark.draw(pen, Math.max(axes.leftPx(), axes.x().px(of.mean() - guess)), top + 22, theme);
    GuessMark.draw(pen, Math.min(axes.rightPx(), axes.x().px(of.mean() + guess)), top + 22, theme);
  }

  private void bar(Pen pen, Theme theme, Axes axes, double y, double sd, String key, int ink, boolean asked) {
    double mean = axes.x().px(of.mean()), reach = axes.x().px(of.mean() + sd) - mean;
    boolean hidden = asked && showing.hidden();
    String text = Words.of(key, hidden ? Words.of("claimuncertainty.hidden") : Numbers.reading(sd));
    double shown = hidden ? 0 : Math.min(reach, mean - axes.leftPx());
    if (!hidden) {
      pen.stroke(ink, 2, Marks.SOLID);
      pen.line(mean - shown, y, Math.min(axes.rightPx(), mean + reach), y);
      for (double end : new double[] {mean - shown, Math.min(axes.rightPx(), mean + reach)})
        pen.line(end, y - 4, end, y + 4);
    }
    double wide = pen.textWidth(text, Lettering.SMALL_BOLD), end = mean - shown - 8;
    if (asked && Double.isFinite(showing.guessed(0)))
      end = Math.min(end, axes.x().px(of.mean() - Math.sqrt(Math.max(0, showing.guessed(0)))) - 12);
    Lettering.words(pen, theme, text, Math.max(axes.leftPx() + wide + 4, end), y + 4, Lettering.SMALL_BOLD, Align.RIGHT,
        ink);
  }

  /// How many of the engine's passes said each of the two values.
  private void counts(Pen pen, Theme theme, Axes axes) {
    double y = axes.bottomPx() + 38;
    int kept = of.engine().passes() - of.engine().dropped();
    String dropped = Numbers.count(of.engine().dropped()), others = Numbers.count(kept);
    double zero = axes.x().px(0), at = axes.x().px(of.kept());
    double first = pen.textWidth(dropped, Lettering.NUMBER), second = pen.textWidth(others, Lettering.NUMBER);
    double left = Math.max(axes.leftPx() + 14, zero - first / 2),
        right = Math.min(axes.rightPx() - second, at - second / 2);
    counted(pen, theme, dropped, left, y);
    if (right > left + first + 22) counted(pen, theme, others, right, y);
    String all = Words.of("claimuncertainty.density.of", Words.count("claimuncertainty.passes", of.engine().passes(),
        Numbers.count(of.engine().passes())));
    double room = right - left - first - 40;
    pen.fill(theme.muted());
    if (pen.textWidth(all, Lettering.SMALL) < room)
      pen.text(all, (left + first + right) / 2, y, Lettering.SMALL, Align.CENTRE);
  }

  private static void counted(Pen pen, Theme theme, String text, double left, double baseline) {
    Lettering.ring(pen, theme, left - 8, baseline - 4, theme.accent());
    pen.fill(theme.accent());
    pen.text(text, left, baseline, Lettering.NUMBER, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    double at = axes.x().data(x);
    int nearest = Lettering.nearest(axes, of.densities(), x);
    return Optional.of(new Hit.Place(at, axes.y().data(y), Words.of("claimuncertainty.density.told",
        Numbers.reading(of.densities().at(nearest, 0)), Numbers.reading(of.densities().at(nearest, 1)),
        Numbers.reading(of.densities().at(nearest, 2)), Numbers.reading(of.densities().at(nearest, 3)))));
  }
}

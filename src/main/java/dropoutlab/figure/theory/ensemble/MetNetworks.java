package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.frame.bench.EnsemblePicture.Committees;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// How many thinned networks there are, 2ⁿ, and how many of them training met, against the number of units n.
record MetNetworks(Committees of) implements Figure {
  private static final int LEAST = 4;
  private static final int MOST = 16;

  private int units() { return of.expected().cols(); }

  private Axes axes(double width, double height) {
    double top = StrictMath.pow(2, units());
    return Axes.layOut(new Scale(false, 1, units(), 0, 1), new Scale(true, 1, top, 0, 1), Words.of("claimensemble.passes.units"), "",
        width, height, 0);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    int n = units();
    double[] xs = new double[2 * n], ys = new double[2 * n], met = new double[n];
    for (int i = 0; i < n; i++) {
      xs[i] = xs[2 * n - 1 - i] = axes.x().px(i + 1);
      ys[i] = axes.y().px(StrictMath.pow(2, i + 1));
      ys[2 * n - 1 - i] = met[i] = axes.y().px(of.expected().get(i));
    }
    pen.fill(Palette.withAlpha(theme.faint(), .16));
    pen.polygon(xs, ys, 2 * n);
    axes.draw(pen, theme);
    double drawn = axes.y().px(of.draws());
    pen.stroke(theme.muted(), 1.2, 1.5, 2.5);
    pen.line(axes.leftPx(), drawn, axes.rightPx(), drawn);
    pen.stroke(theme.ink(), 1.8, Marks.SOLID);
    pen.polyline(xs, ys, n);
    pen.stroke(theme.accent(), 2.2, Marks.SOLID);
    pen.polyline(xs, met, n);
    double x = axes.x().px(of.units()), all = axes.y().px(StrictMath.pow(2, of.units())), here = axes.y().px(of.met());
    pen.stroke(theme.accentMid(), 1, 2, 2);
    pen.line(x, axes.topPx(), x, axes.bottomPx());
    pen.fill(theme.ink());
    pen.fillOval(x, all, 3.2);
    EngineMark.draw(pen, theme, x, here, 4, theme.accent());
    if (axes.worded()) drawWords(pen, theme, axes, drawn);
  }

  private void drawWords(Pen pen, Theme theme, Axes axes, double drawn) {
    Type plain = new Type(Face.TEXT, axes.textSize()), bold = new Type(Face.TEXT_BOLD, axes.textSize());
    double x = axes.x().px(of.units()), top = axes.topPx() + 10, right = axes.rightPx(), left = axes.leftPx() + 8;
    pen.fill(theme.ink());
    pen.text(Words.of("claimensemble.passes.networks"), left, top, bold, Align.LEFT);
    pen.fill(theme.muted());
    pen.text(Words.of("claimensemble.passes.never.met"), left, top + 15, plain, Align.LEFT);
    pen.text(Words.of("claimensemble.passes.masks"), left, drawn - 5, plain, Align.LEFT);
    pen.fill(theme.accent());
    double foot = axes.bottomPx() - 22;
    pen.text(Words.of("claimensemble.passes.met.of", Numbers.count(of.met()), Numbers.count(StrictMath.pow(2, of.units()))), right, foot, bold, Align.RIGHT);
    pen.text(Words.of("claimensemble.passes.met.share", Shown.percent(of.met() / StrictMath.pow(2, of.units()))), right, foot + 15, plain, Align.RIGHT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    int n = (int) Math.clamp(Math.rint(axes.x().data(x)), 1, units());
    String text = Words.of("claimensemble.passes.units.told", n, Numbers.count(StrictMath.pow(2, n)), Numbers.count(of.expected().get(n - 1)));
    return Optional.of(n < LEAST || n > MOST ? new Hit.Place(n, of.expected().get(n - 1), text) : new Hit.Setting("n", List.of((double) n), text));
  }
}

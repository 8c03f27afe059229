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
import dropoutlab.figure.plot.TextMeasure;
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
  /// The units that the control allows.
  private static final int LEAST = 4;
  private static final int MOST = 16;
  private static final double[] TICKS = {1, 100, 10_000, 1_000_000};
  private static final int[] UNITS = {4, 8, 12, 16, 20, 24};

  private int units() { return of.expected().cols(); }

  private static double all(int units) { return StrictMath.pow(2, units); }

  private Axes axes(double width, double height) {
    double size = Axes.textSize(width, height);
    double left = TextMeasure.width(Numbers.count(TICKS[TICKS.length - 1]), new Type(Face.TEXT, size)) + 8;
    return new Axes(new Scale(false, 1, units(), left, width - 8), new Scale(true, 1, all(units()), height - 2 * size, 4),
        "", "", size, width);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    drawTicks(pen, theme, axes);
    int n = units();
    double[] xs = new double[2 * n], ys = new double[2 * n], met = new double[n];
    for (int i = 0; i < n; i++) {
      xs[i] = xs[2 * n - 1 - i] = axes.x().px(i + 1);
      ys[i] = axes.y().px(all(i + 1));
      ys[2 * n - 1 - i] = met[i] = axes.y().px(of.expected().get(i));
    }
    pen.fill(Palette.withAlpha(theme.faint(), .16));
    pen.polygon(xs, ys, 2 * n);
    double drawn = axes.y().px(of.draws()), x = axes.x().px(of.units());
    pen.stroke(theme.muted(), 1.2, 1.5, 2.5);
    pen.line(axes.leftPx(), drawn, axes.rightPx(), drawn);
    pen.stroke(theme.accentMid(), 1, 2, 2);
    pen.line(x, axes.topPx(), x, axes.bottomPx());
    pen.stroke(theme.ink(), 1.8, Marks.SOLID);
    pen.polyline(xs, ys, n);
    pen.stroke(theme.accent(), 2.2, Marks.SOLID);
    pen.polyline(xs, met, n);
    pen.fill(theme.ink());
    pen.fillOval(x, axes.y().px(all(of.units())), 3.2);
    EngineMark.draw(pen, theme, x, axes.y().px(of.met()), 4, theme.accent());
    drawWords(pen, theme, axes, drawn);
  }

  private void drawTicks(Pen pen, Theme theme, Axes axes) {
    Type type = new Type(Face.TEXT, axes.textSize());
    for (double tick : TICKS) {
      double y = Math.round(axes.y().px(tick)) + .5;
      pen.stroke(theme.line(), 1, Marks.SOLID);
      pen.line(axes.leftPx(), y, axes.rightPx(), y);
      pen.fill(theme.muted());
      pen.text(Numbers.count(tick), axes.leftPx() - 6, y + .36 * axes.textSize(), type, Align.RIGHT);
    }
    double baseline = axes.bottomPx() + 1.5 * axes.textSize();
    pen.text(Words.of("claimensemble.passes.units"), axes.leftPx() - 6, baseline, type, Align.RIGHT);
    for (int tick : UNITS) pen.text(Numbers.count(tick), axes.x().px(tick), baseline, type, Align.CENTRE);
  }

  private void drawWords(Pen pen, Theme theme, Axes axes, double drawn) {
    double size = axes.textSize(), line = 1.3 * size, left = axes.leftPx() + 8, right = axes.rightPx();
    Type plain = new Type(Face.TEXT, size), bold = new Type(Face.TEXT_BOLD, size);
    text(pen, theme, theme.ink(), Words.of("claimensemble.passes.networks"), bold, left, axes.topPx() + 12);
    text(pen, theme, theme.muted(), Words.of("claimensemble.passes.never.met"), plain, left, axes.topPx() + 12 + line);
    pen.fill(theme.muted());
    pen.text(Words.of("claimensemble.passes.masks", Numbers.count(of.draws())), right, drawn - 5, plain, Align.RIGHT);
    String met = Words.of("claimensemble.passes.met.of", Numbers.count(of.met()), Numbers.count(all(of.units())));
    String share = Words.of("claimensemble.passes.met.share", Shown.percent(of.met() / all(of.units())));
    double at = right - Math.max(pen.textWidth(met, bold), pen.textWidth(share, plain)), top = drawn + 3.2 * size;
    text(pen, theme, theme.accent(), met, bold, at, top);
    text(pen, theme, theme.accent(), share, plain, at, top + line);
  }

  /// Words over lines.
  private static void text(Pen pen, Theme theme, int colour, String text, Type type, double left, double baseline) {
    pen.fill(Palette.withAlpha(theme.card(), .9));
    pen.fillRect(left - 2, baseline - type.size(), pen.textWidth(text, type) + 4, 1.3 * type.size());
    pen.fill(colour);
    pen.text(text, left, baseline, type, Align.LEFT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (!axes.contains(x, y)) return Optional.empty();
    int n = (int) Math.clamp(Math.rint(axes.x().data(x)), 1, units());
    String text = Words.of("claimensemble.passes.units.told", n, Numbers.count(all(n)), Numbers.count(of.expected().get(n - 1)));
    return Optional.of(n < LEAST || n > MOST ? new Hit.Place(n, of.expected().get(n - 1), text) : new Hit.Setting("n", List.of((double) n), text));
  }
}

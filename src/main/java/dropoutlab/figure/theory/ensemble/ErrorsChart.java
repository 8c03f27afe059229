package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.bench.EnsemblePicture.Errors;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// Wrong answers on new points against T, with masks off beside them.
final class ErrorsChart {
  private static final Type TEXT = new Type(Face.TEXT, 10.5), NUMBER = new Type(Face.NUMBER, 10.5);
  private static final double LEFT = 34;
  private static final double FOOT = 15;
  /// The room of a line of words below the curves.
  private static final double UNDER = 10;
  private static final int[] TICKS = {1, 5, 20, 50, 200};

  private final Errors of;
  private final int passes;
  private final Inset at;
  private final Scale x;
  private final Scale y;

  ErrorsChart(Errors of, int passes, Inset at) {
    this.of = of;
    this.passes = passes;
    this.at = at;
    Span span = new Span().add(of.off());
    for (int i = 0; i < of.passes().cols(); i++) span.add(of.mean().get(i) + of.sd().get(i)).add(of.mean().get(i) - of.sd().get(i));
    x = new Scale(true, of.passes().get(0), of.passes().get(of.passes().cols() - 1), at.left() + LEFT, at.right() - 4);
    y = span.scale(.04).at(at.bottom() - FOOT - UNDER, at.top() + 2);
  }

  void draw(Pen pen, Theme theme) {
    int n = of.passes().cols();
    double[] xs = new double[2 * n], ys = new double[2 * n], means = new double[n];
    for (int i = 0; i < n; i++) {
      xs[i] = xs[2 * n - 1 - i] = x.px(of.passes().get(i));
      means[i] = y.px(of.mean().get(i));
      ys[i] = y.px(of.mean().get(i) + of.sd().get(i));
      ys[2 * n - 1 - i] = y.px(of.mean().get(i) - of.sd().get(i));
    }
    pen.fill(Palette.withAlpha(theme.accent(), .13));
    pen.polygon(xs, ys, 2 * n);
    pen.stroke(theme.ink(), 1.3, 1.5, 2.5);
    pen.line(at.left() + LEFT, y.px(of.off()), at.right() - 4, y.px(of.off()));
    pen.stroke(theme.accent(), 2, Marks.SOLID);
    pen.polyline(xs, means, n);
    pen.fill(theme.card());
    pen.fillOval(x.px(passes), y.px(mean()), 3.6);
    pen.stroke(theme.accent(), 1.6, Marks.SOLID);
    pen.strokeOval(x.px(passes), y.px(mean()), 3.6);
    drawWords(pen, theme, means[0]);
  }

  private void drawWords(Pen pen, Theme theme, double first) {
    double off = y.px(of.off());
    pen.fill(theme.muted());
    String title = Words.of("claimensemble.wall.errors", of.points());
    double room = x.toPx() - x.px(4);
    pen.text(Fit.firstThatFits(pen, TEXT, room, title, Words.of("claimensemble.wall.errors.brief")), x.toPx(), at.top() + 9, TEXT, Align.RIGHT);
    if (Math.abs(off - first) > 11) pen.text(Shown.percent(of.mean().get(0)), x.fromPx() - 6, first + 4, NUMBER, Align.RIGHT);
    pen.text(Shown.percent(of.off()), x.fromPx() - 6, off + 4, NUMBER, Align.RIGHT);
    for (int tick : TICKS) pen.text(Numbers.count(tick), Math.min(x.px(tick), at.right() - 10), at.bottom() - 3, NUMBER, Align.CENTRE);
    pen.text(Words.of("claimensemble.wall.passes.brief"), at.left() + 6, at.bottom() - 3, NUMBER, Align.LEFT);
    pen.fill(theme.ink());
    boolean above = off < (y.fromPx() + y.toPx()) / 2;
    pen.text(Words.of("claimensemble.wall.errors.off", Shown.percent(of.off(), 1)), x.toPx(), above ? off - 4 : off + 11, TEXT, Align.RIGHT);
  }

  /// Between the numbers of passes that were measured it is read off the line.
  private double mean() {
    for (int i = 1; i < of.passes().cols(); i++) {
      double from = of.passes().get(i - 1), to = of.passes().get(i);
      if (passes > to) continue;
      double share = (x.px(passes) - x.px(from)) / (x.px(to) - x.px(from));
      return of.mean().get(i - 1) + share * (of.mean().get(i) - of.mean().get(i - 1));
    }
    return of.mean().get(of.passes().cols() - 1);
  }

  Optional<Hit> hit(double px, double py) {
    if (!at.contains(px, py) || px < x.fromPx() - 4) return Optional.empty();
    int best = 0;
    for (int i = 1; i < of.passes().cols(); i++)
      if (Math.abs(x.px(of.passes().get(i)) - px) < Math.abs(x.px(of.passes().get(best)) - px)) best = i;
    return Optional.of(new Hit.Setting("passes", List.of(of.passes().get(best)), Words.of("claimensemble.wall.errors.told",
        Numbers.count(of.passes().get(best)), Shown.percent(of.mean().get(best), 1), Shown.percent(of.sd().get(best), 1),
        Shown.percent(of.off(), 1))));
  }
}

package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.bench.MomentsPicture.Noise;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// Standard normal units before (dashed) and behind noise: the density of those that are kept, and a spike where the
/// dropped ones are. The exact side is the area, the engine's the circles.
///
/// @param p      the height of the spike, which reaches the top at MOST_SPIKE
/// @param hidden whether the variance is still to be guessed
/// @param marks  places of the axis that are named below it
record AlphaHistogram(Noise of, double p, boolean hidden, List<Double> marks) {
  private static final double HIGHEST = .44, MOST_SPIKE = .5, FOOT = 16, FINE = 160, CIRCLE = 2.6, NUMBERED = 300,
      TABLED = 365, APART = 13, LEAST_REACH = 4.4;
  private static final Type NUMBER = new Type(Face.NUMBER, 11), WORDS = new Type(Face.TEXT, 11),
      BOLD = new Type(Face.NUMBER_BOLD, 11);

  Scale x(Inset at) {
    double reach = Math.clamp(3.1 * of.scale(), LEAST_REACH, -of.from());
    return Scale.linear(-reach, reach, at.left(), at.right());
  }

  private static Scale y(Inset at) { return Scale.linear(0, HIGHEST, at.bottom() - FOOT, at.top()); }

  void draw(Pen pen, Inset at, int colour, Theme theme) {
    Scale x = x(at), y = y(at);
    drawAxis(pen, x, y, theme);
    double[] xs = new double[(int) FINE + 1], before = new double[xs.length], kept = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      double value = x.from() + (x.to() - x.from()) * i / FINE;
      xs[i] = x.px(value);
      before[i] = y.px(normal(value));
      kept[i] = y.px((1 - p) * normal((value - of.shift()) / of.scale()) / of.scale());
    }
    fill(pen, xs, kept, y.fromPx(), Palette.withAlpha(colour, .18));
    pen.stroke(theme.muted(), 1.4, 5, 3);
    pen.polyline(xs, before, xs.length);
    pen.stroke(colour, 2, Marks.SOLID);
    pen.polyline(xs, kept, xs.length);
    drawSpike(pen, x, y, colour, theme);
    drawEngine(pen, x, y, theme);
    drawSpikeWords(pen, at, theme);
    if (at.width() >= NUMBERED) drawMoments(pen, at, theme);
  }

  private static double normal(double x) { return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI); }

  private static void fill(Pen pen, double[] xs, double[] tops, double base, int colour) {
    double[] x = new double[xs.length + 2], y = new double[x.length];
    System.arraycopy(xs, 0, x, 0, xs.length);
    System.arraycopy(tops, 0, y, 0, xs.length);
    x[xs.length] = xs[xs.length - 1];
    x[xs.length + 1] = xs[0];
    y[xs.length] = y[xs.length + 1] = base;
    pen.fill(colour);
    pen.polygon(x, y, x.length);
  }

  private void drawAxis(Pen pen, Scale x, Scale y, Theme theme) {
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(x.fromPx(), y.fromPx() + .5, x.toPx(), y.fromPx() + .5);
    pen.fill(theme.muted());
    for (double tick : x.ticks(7)) {
      double at = x.px(tick), half = pen.textWidth(Numbers.brief(tick), NUMBER) / 2;
      boolean inside = at - half >= x.fromPx() && at + half <= x.toPx();
      if (inside && marks.stream().allMatch(mark -> Math.abs(x.px(mark) - at) > APART))
        pen.text(Numbers.brief(tick), at, y.fromPx() + 14, NUMBER, Align.CENTRE);
    }
  }

  private void drawSpike(Pen pen, Scale x, Scale y, int colour, Theme theme) {
    if (p == 0) return;
    double at = x.px(of.value()), top = top(y, p), engine = top(y, of.share());
    pen.stroke(colour, 3, Marks.SOLID);
    pen.line(at, y.fromPx(), at, top);
    circle(pen, at, engine, 3.6, theme);
  }

  /// In the corner that no curve reaches.
  private void drawSpikeWords(Pen pen, Inset at, Theme theme) {
    if (p == 0) return;
    pen.fill(theme.ink());
    String where = Words.of("claimmoments.alpha.spike.at", Numbers.fixed(of.value(), 3));
    pen.text(Words.of("claimmoments.alpha.spike", Shown.percent(p)), at.left(), at.top() + 10, WORDS, Align.LEFT);
    pen.text(where, at.left(), at.top() + 25, WORDS, Align.LEFT);
  }

  private static double top(Scale y, double share) {
    return y.fromPx() + Math.min(1, share / MOST_SPIKE) * (y.toPx() - y.fromPx());
  }

  private void drawEngine(Pen pen, Scale x, Scale y, Theme theme) {
    for (int i = 0; i < of.density().cols(); i++) {
      double centre = of.from() + (i + .5) * of.bin(), height = of.density().at(0, i);
      if (Math.abs(centre) < x.to() && height > .002) circle(pen, x.px(centre), y.px(height), CIRCLE, theme);
    }
  }

  private static void circle(Pen pen, double x, double y, double radius, Theme theme) {
    pen.fill(theme.card());
    pen.fillOval(x, y, radius);
    pen.stroke(theme.ink(), 1.2, Marks.SOLID);
    pen.strokeOval(x, y, radius);
  }

  private void drawMoments(Pen pen, Inset at, Theme theme) {
    if (at.width() < TABLED) {
      drawVariance(pen, at, theme);
      return;
    }
    double engine = at.right(), exact = engine - 56, y = at.top() + 10;
    pen.fill(theme.muted());
    pen.text(Words.of("claimmoments.alpha.exact"), exact, y, WORDS, Align.RIGHT);
    pen.text(Words.of("claimmoments.alpha.engine"), engine, y, WORDS, Align.RIGHT);
    pen.text(Words.of("claimmoments.alpha.of_mean"), exact - 48, y + 15, WORDS, Align.RIGHT);
    pen.text(Words.of("claimmoments.alpha.of_variance"), exact - 48, y + 30, WORDS, Align.RIGHT);
    pen.fill(theme.ink());
    for (int moment = Noise.MEAN; moment <= Noise.VARIANCE; moment++) {
      pen.text(moment(moment, moment), exact, y + 15 * (moment + 1), BOLD, Align.RIGHT);
      pen.text(moment(moment, moment + 2), engine, y + 15 * (moment + 1), NUMBER, Align.RIGHT);
    }
  }

  private void drawVariance(Pen pen, Inset at, Theme theme) {
    String exact = moment(Noise.VARIANCE, Noise.VARIANCE), engine = moment(Noise.VARIANCE, Noise.ENGINE_VARIANCE);
    pen.fill(theme.muted());
    pen.text(Words.of("claimmoments.alpha.of_variance"), at.right() - 42, at.top() + 10, WORDS, Align.RIGHT);
    pen.fill(theme.ink());
    pen.text(exact, at.right(), at.top() + 10, BOLD, Align.RIGHT);
    pen.text(engine, at.right(), at.top() + 25, NUMBER, Align.RIGHT);
    circle(pen, at.right() - 45, at.top() + 21, CIRCLE, theme);
  }

  /// A number of the inputs; a question mark for what is still to be guessed.
  private String moment(int moment, int column) {
    return hidden && moment == Noise.VARIANCE ? "?" : Numbers.fixed(of.stages().at(0, column), 3);
  }

  /// What a tooltip says at a place of the axis.
  String told(double value) {
    int bin = Math.clamp((int) Math.floor((value - of.from()) / of.bin()), 0, of.density().cols() - 1);
    double centre = of.from() + (bin + .5) * of.bin();
    return Words.of("claimmoments.alpha.told", Numbers.fixed(centre, 2),
        Numbers.fixed((1 - p) * normal((centre - of.shift()) / of.scale()) / of.scale(), 3),
        Numbers.fixed(of.density().at(0, bin), 3));
  }
}

package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.figure.theory.GuessMark;
import dropoutlab.figure.theory.Heading;
import dropoutlab.figure.theory.SidesPlot;
import dropoutlab.frame.bench.FeaturesPicture.Sparse;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;

/// What the units put out: two columns for the exact zeros, and beside them, on a scale of their own, how all other
/// values are spread. The network is filled, its twin dashed; circles are the engine's.
///
/// @param hidden whether the network's zeros are still to be guessed
record SparseValues(Sparse of, boolean hidden, double guess) {
  private static final double HEAD = 20, FOOT = 18, COLUMN = 26, GAP = 30, CIRCLE = 2.4;
  private static final Type NUMBER = new Type(Face.NUMBER, 11), BOLD = new Type(Face.NUMBER_BOLD, 11),
      WORDS = new Type(Face.TEXT, 11);

  private static double columnsRight(Inset at) { return at.left() + 2 * COLUMN + 10; }

  private static Scale shares(Inset at) { return Scale.linear(0, 1, at.bottom() - FOOT, at.top() + HEAD + 14); }

  private Scale x(Inset at) {
    return Scale.linear(0, of.own().bin() * of.own().bins().rows(), columnsRight(at) + GAP, at.right());
  }

  private Scale y(Inset at) {
    double most = Math.max(of.own().bins().max(), of.twin().bins().max());
    return Scale.linear(0, Math.max(1e-6, 1.06 * most), at.bottom() - FOOT, at.top() + HEAD + 14);
  }

  void draw(Pen pen, Inset at, Theme theme) {
    Heading.draw(pen, theme, at.left(), at.top() + 13, at.width(), Words.of("claimfeatures.sparse.values"),
        Words.of("claimfeatures.sparse.values_rest"), Words.of("claimfeatures.sparse.values_brief"));
    drawZeros(pen, at, theme);
    Scale x = x(at), y = y(at);
    fill(pen, x, y, theme);
    outline(pen, x, y, theme);
    for (int i = 0; i < of.own().bins().rows(); i++) {
      double share = of.own().bins().at(i, 1);
      if (share > .004 * y.to())
        EngineMark.draw(pen, theme, x.px((i + .5) * of.own().bin()), y.px(share), CIRCLE, theme.accent());
    }
    axis(pen, x, y, at, theme);
  }

  private void drawZeros(Pen pen, Inset at, Theme theme) {
    Scale shares = shares(at);
    double own = at.left() + COLUMN / 2, twin = own + COLUMN + 10, base = shares.fromPx();
    Sparse.Seed shown = of.seeds().getFirst();
    double ownTop = shares.px(hidden ? .5 : shown.own().zeros()), twinTop = shares.px(shown.twin().zeros());
    if (!hidden) {
      pen.fill(theme.accent());
      pen.fillRect(own - COLUMN / 2 + 2, ownTop, COLUMN - 4, base - ownTop);
      EngineMark.draw(pen, theme, own, shares.px(shown.ownEngine().zeros()), theme.accent());
    }
    pen.stroke(theme.muted(), 1.4, 4, 3);
    pen.strokeRect(twin - COLUMN / 2 + 2, twinTop, COLUMN - 4, base - twinTop);
    SidesPlot.mark(pen, twin, shares.px(shown.twinEngine().zeros()), EngineMark.RADIUS, true, theme.muted(), theme);
    GuessMark.draw(pen, own, shares.px(guess), theme);
    double over = Double.isNaN(guess) ? ownTop : Math.min(ownTop, shares.px(guess) - 4);
    pen.fill(theme.accent());
    pen.text(hidden ? "?" : Shown.percent(shown.own().zeros()), own, over - 7, BOLD, Align.CENTRE);
    pen.fill(theme.muted());
    pen.text(Shown.percent(shown.twin().zeros()), twin, twinTop - 7, NUMBER, Align.CENTRE);
    pen.text(Words.of("claimfeatures.sparse.are_zero"), (own + twin) / 2, base + 14, WORDS, Align.CENTRE);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(at.left(), base + .5, columnsRight(at), base + .5);
  }

  private void fill(Pen pen, Scale x, Scale y, Theme theme) {
    pen.fill(Palette.withAlpha(theme.accent(), .3));
    for (int i = 0; i < of.own().bins().rows(); i++) {
      double left = x.px(i * of.own().bin()), top = y.px(of.own().bins().at(i, 0));
      pen.fillRect(left, top, x.px((i + 1) * of.own().bin()) - left, y.fromPx() - top);
    }
  }

  private void outline(Pen pen, Scale x, Scale y, Theme theme) {
    int bins = of.twin().bins().rows();
    double[] xs = new double[2 * bins + 2], ys = new double[xs.length];
    xs[0] = x.px(0);
    ys[0] = y.fromPx();
    for (int i = 0; i < bins; i++) {
      xs[2 * i + 1] = x.px(i * of.twin().bin());
      xs[2 * i + 2] = x.px((i + 1) * of.twin().bin());
      ys[2 * i + 1] = ys[2 * i + 2] = y.px(of.twin().bins().at(i, 0));
    }
    xs[2 * bins + 1] = x.toPx();
    ys[2 * bins + 1] = y.fromPx();
    pen.stroke(theme.muted(), 1.4, 4, 3);
    pen.polyline(xs, ys, xs.length);
  }

  private void axis(Pen pen, Scale x, Scale y, Inset at, Theme theme) {
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(x.fromPx(), y.fromPx() + .5, x.toPx(), y.fromPx() + .5);
    pen.fill(theme.muted());
    for (double tick : x.ticks(5)) {
      double half = pen.textWidth(Numbers.brief(tick), NUMBER) / 2;
      pen.text(Numbers.brief(tick), Math.min(x.px(tick), at.right() - half), y.fromPx() + 14, NUMBER, Align.CENTRE);
    }
    Sparse.Seed shown = of.seeds().getFirst();
    String mean = Numbers.fixed(shown.own().mean(), 2), twinMean = Numbers.fixed(shown.twin().mean(), 2);
    String own = Words.of("claimfeatures.sparse.mean_own", Shown.dropRate(of.p()), mean);
    pen.fill(theme.accent());
    pen.text(own, at.right(), at.top() + HEAD + 22, WORDS, Align.RIGHT);
    pen.fill(theme.muted());
    pen.text(Words.of("claimfeatures.sparse.mean_twin", twinMean), at.right(), at.top() + HEAD + 37, WORDS,
        Align.RIGHT);
  }

  Optional<Hit> hit(Inset at, double x, double y) {
    if (!at.contains(x, y)) return Optional.empty();
    Sparse.Seed shown = of.seeds().getFirst();
    if (x <= columnsRight(at)) {
      String own = hidden ? "?" : Shown.percent(shown.own().zeros(), 1);
      return Optional.of(new Hit.Place(0, shown.twin().zeros(), Words.of("claimfeatures.sparse.zeros_told",
          Shown.dropRate(of.p()), own, Shown.percent(shown.twin().zeros(), 1))));
    }
    Scale scale = x(at);
    if (x < scale.fromPx()) return Optional.empty();
    int bin = Math.clamp((int) (scale.data(x) / of.own().bin()), 0, of.own().bins().rows() - 1);
    double from = bin * of.own().bin(), own = of.own().bins().at(bin, 0), twin = of.twin().bins().at(bin, 0);
    String end = Numbers.fixed(from + of.own().bin(), 2);
    return Optional.of(new Hit.Place(from, own, Words.of("claimfeatures.sparse.bin_told", Numbers.fixed(from, 2), end,
        Shown.dropRate(of.p()), Shown.percent(own, 2), Shown.percent(twin, 2))));
  }
}

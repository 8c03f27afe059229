package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.FeaturesPicture.Sparse;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;

/// The unit that is pointed at: enlarged, with its numbers and what its loss costs each class.
record SparseUnitPanel(Sparse of, boolean twin, int unit) {
  private static final double HEAD = 22, LINE = 16, FOOT = 16;
  private static final Type WORDS = new Type(Face.TEXT, 11.5), NUMBER = new Type(Face.NUMBER, 11);

  private Sparse.Units units() { return twin ? of.twin() : of.own(); }

  void draw(Pen pen, Inset at, Theme theme) {
    String whose = twin ? Words.of("claimfeatures.sparse.of_twin")
        : Words.of("claimfeatures.sparse.of_network", Shown.dropRate(of.p()));
    String title = Words.of("claimfeatures.sparse.unit", unit + 1);
    Heading.draw(pen, theme, at.left(), at.top() + 13, at.width(), title, whose);
    double side = Math.min(at.height() - HEAD, .4 * at.width());
    SparseTiles.of(of, units()).drawOne(pen, new Inset(at.left(), at.top() + HEAD, side, side), unit, theme);
    double left = at.left() + side + 14, width = at.right() - left;
    String[] lines = {
        Words.of("claimfeatures.sparse.unit_zeros", Shown.percent(units().each().at(unit, Sparse.Units.ZEROS), 1)),
        Words.of("claimfeatures.sparse.unit_mean", Numbers.fixed(units().each().at(unit, Sparse.Units.MEAN), 2)),
        Words.count("claimfeatures.sparse.unit_same", (int) units().each().at(unit, Sparse.Units.SAME)),
        of.reconstructs() ? Words.of("autoencoder.sparse.unit_costs", Shown.percent(units().worst(unit), 1))
            : Words.of("claimfeatures.sparse.unit_costs")};
    pen.fill(theme.ink());
    for (int i = 0; i < lines.length; i++)
      pen.text(Fit.within(pen, lines[i], WORDS, width), left, at.top() + HEAD + 10 + i * LINE, WORDS, Align.LEFT);
    if (of.reconstructs()) return;
    double below = HEAD + lines.length * LINE;
    drawCosts(pen, new Inset(left, at.top() + below, width, at.height() - below), theme);
  }

  /// A bar a class, upwards for what is lost.
  private void drawCosts(Pen pen, Inset at, Theme theme) {
    int classes = units().costs().cols();
    double most = Math.max(.05, Math.max(of.own().costs().max(), of.twin().costs().max())), each = at.width() / classes,
        high = at.height() - 2 * FOOT, base = at.top() + FOOT + .75 * high;
    for (int c = 0; c < classes; c++) {
      double cost = units().costs().at(unit, c), x = at.left() + c * each;
      double top = base - Math.max(-.25 * high, .75 * high * cost / most);
      pen.fill(twin ? theme.muted() : theme.accent());
      pen.fillRect(x + 2, Math.min(top, base), each - 4, Math.abs(base - top));
      pen.fill(theme.muted());
      pen.text(of.classes().get(c), x + each / 2, at.bottom() - 2, NUMBER, Align.CENTRE);
    }
    int worst = units().worstClass(unit);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(at.left(), base + .5, at.right(), base + .5);
    pen.fill(theme.ink());
    double middle = Math.clamp(at.left() + (worst + .5) * each, at.left() + 20, at.right() - 20);
    double over = base - .75 * high * Math.max(0, units().worst(unit)) / most - 4;
    pen.text(Shown.percent(units().worst(unit), 1), middle, over, NUMBER, Align.CENTRE);
  }
}

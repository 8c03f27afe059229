package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.SidesPlot;
import dropoutlab.figure.theory.SidesPlot.Dot;
import dropoutlab.figure.theory.SidesPlot.Line;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.FeaturesPicture.Sparse;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The plots of removed units, in per cent: each alone, and more and more of them at random. Of single units every
/// second has the engine's mark.
record SparsePlots(Sparse of) {
  private static final Series.Look OWN = new Series.Look(Theme::accent, 2.2, true, -1, Series.Spread.NONE);
  private static final Series.Look TWIN = Series.Look.line(Theme::muted, 1.6, 5, 3);

  private static final Type NAME = new Type(Face.TEXT, 11.5);

  /// What the loss of one unit adds to the wrong answers of the class that it costs most, the dearest unit first.
  SidesPlot costs() {
    List<Line> lines = new ArrayList<>();
    List<Dot> dots = new ArrayList<>();
    add(of.own(), Shown.dropRate(of.p()), OWN, false, lines, dots);
    add(of.twin(), Words.of("claimfeatures.sparse.twin"), TWIN, true, lines, dots);
    double most = 100 * Math.max(.01, Math.max(of.own().costs().max(), of.twin().costs().max()));
    return new SidesPlot(lines, dots, Scale.linear(0, of.own().count(), 0, 1), Scale.linear(0, 1.1 * most, 0, 1),
        Words.of("claimfeatures.sparse.unit_axis"), 0);
  }

  private void add(Sparse.Units units, String name, Series.Look look, boolean square, List<Line> lines,
                   List<Dot> dots) {
    List<Integer> order = SparseTiles.of(of, units).order();
    double[] rank = new double[order.size()], cost = new double[rank.length];
    Arrays.setAll(rank, i -> i + 1);
    Arrays.setAll(cost, i -> 100 * units.worst(order.get(i)));
    lines.add(new Line("", rank, cost, look));
    for (int i = 0; i < rank.length; i += 2) {
      int unit = order.get(i), worst = units.worstClass(unit);
      dots.add(new Dot(i + 1, 100 * units.engineCosts().at(unit, worst), look.ink(), square,
          costTold(name, unit, units)));
    }
  }

  private String costTold(String name, int unit, Sparse.Units units) {
    String cost = Shown.percent(units.worst(unit), 1);
    return of.reconstructs() ? Words.of("autoencoder.sparse.cost_told", name, unit + 1, cost)
        : Words.of("claimfeatures.sparse.cost_told", name, unit + 1, of.classes().get(units.worstClass(unit)), cost);
  }

  /// The share of wrong answers as units are removed.
  SidesPlot away() {
    Matrix away = of.away();
    List<Line> lines = List.of(new Line("", column(Sparse.AWAY, 1), column(Sparse.OWN_EXACT, 100), OWN),
        new Line("", column(Sparse.AWAY, 1), column(Sparse.TWIN_EXACT, 100), TWIN));
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i < away.rows(); i++) {
      dots.add(dot(i, Shown.dropRate(of.p()), Sparse.OWN_ENGINE, OWN, false));
      dots.add(dot(i, Words.of("claimfeatures.sparse.twin"), Sparse.TWIN_ENGINE, TWIN, true));
    }
    double most = of.reconstructs() ? 100 * Math.max(1, Math.max(most(Sparse.OWN_EXACT), most(Sparse.TWIN_EXACT))) : 100;
    return new SidesPlot(lines, dots, Scale.linear(0, of.own().count(), 0, 1), Scale.linear(0, most, 0, 1),
        Words.of("claimfeatures.sparse.away_axis"), 0);
  }

  /// The names of the two curves of single units, where nothing else is: beside the first of the twin, and below the
  /// curve of the network.
  void nameCosts(Pen pen, Axes axes, Theme theme) {
    List<Integer> own = SparseTiles.of(of, of.own()).order(), twin = SparseTiles.of(of, of.twin()).order();
    double left = own.size() / 8.0, wide = pen.textWidth(Shown.dropRate(of.p()), NAME);
    int end = Math.clamp((int) Math.ceil(axes.x().data(axes.x().px(left) + wide + 6)), 0, own.size() - 1);
    name(pen, axes, theme, 1, 100 * of.twin().worst(twin.getFirst()), true, 8, 4);
    double below = 100 * of.own().worst(own.get(end));
    if (axes.y().px(below) + 17 < axes.bottomPx()) name(pen, axes, theme, left, below, false, 0, 17);
  }

  /// The names of the two curves of many units: above and below them.
  void nameAway(Pen pen, Axes axes, Theme theme) {
    int quarter = of.away().rows() / 4, half = of.away().rows() / 2;
    Matrix away = of.away();
    name(pen, axes, theme, away.at(quarter, Sparse.AWAY), 100 * away.at(quarter, Sparse.TWIN_EXACT), true, -24, -9);
    name(pen, axes, theme, away.at(half, Sparse.AWAY), 100 * away.at(half, Sparse.OWN_EXACT), false, 2, 18);
  }

  private void name(Pen pen, Axes axes, Theme theme, double x, double y, boolean twin, double right, double down) {
    if (!axes.worded()) return;
    pen.fill(twin ? theme.muted() : theme.accent());
    String name = twin ? Words.of("claimfeatures.sparse.twin") : Shown.dropRate(of.p());
    pen.text(name, axes.x().px(x) + right, axes.y().px(y) + down, NAME, Align.LEFT);
  }

  private Dot dot(int row, String name, int column, Series.Look look, boolean square) {
    int removed = (int) of.away().at(row, Sparse.AWAY);
    double wrong = of.away().at(row, column);
    String gone = Words.count("claimfeatures.sparse.removed", removed), left = Shown.percent(wrong, 1);
    return new Dot(removed, 100 * wrong, look.ink(), square, of.reconstructs()
        ? Words.of("autoencoder.sparse.away_told", name, gone, left) : Words.of("claimfeatures.sparse.away_told", name, gone, left));
  }

  private double most(int column) { return Arrays.stream(column(column, 1)).max().orElseThrow(); }

  private double[] column(int column, double factor) {
    double[] values = new double[of.away().rows()];
    Arrays.setAll(values, i -> factor * of.away().at(i, column));
    return values;
  }
}

package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.SidesPlot.Dot;
import dropoutlab.figure.theory.SidesPlot.Line;
import dropoutlab.figure.theory.SidesPlot;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.MomentsPicture.DropBlock;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The two plots of DropBlock: what is dropped against the number of blocks that reach a cell, and against p. In per
/// cent.
///
/// @param hidden whether the middle is still to be guessed
record BlockPlots(DropBlock of, boolean hidden, double guess) {
  private static final int FINE = 60;

  private static final Series.Look MAIN = new Series.Look(Theme::accent, 2.2, true, -1, Series.Spread.NONE),
      NOMINAL = Series.Look.line(Theme::muted, 1.4, 5, 3), ALL = Series.Look.line(Theme::accent, 1.6),
      CORNER = Series.Look.line(Theme::accent, 1.4, 1.5, 3);

  private int most() { return (int) of.reach().max(); }

  private double rate(double n) { return 100 * (1 - StrictMath.pow(1 - of.gamma(), n)); }

  /// Lets a guess be seen that lies above all curves.
  private Scale percent(double most) {
    return Scale.linear(0, Math.max(most, Double.isFinite(guess) ? 104 * guess : 0), 0, 1);
  }

  SidesPlot reached() {
    double[] n = new double[FINE + 1], dropped = new double[n.length], apart = new double[n.length];
    Arrays.setAll(n, i -> i * most() / (double) FINE);
    double shown = hidden ? secondMost() : most();
    for (int i = 0; i < n.length; i++) {
      dropped[i] = n[i] <= shown ? rate(n[i]) : Double.NaN;
      apart[i] = 100 * n[i] * of.gamma();
    }
    List<Line> lines = List.of(
        new Line(Words.of("claimmoments.block.really"), n, dropped, MAIN),
        new Line(Words.of("claimmoments.block.apart"), n, apart, NOMINAL));
    return new SidesPlot(lines, byReach(), Scale.linear(0, most() * 1.03, 0, 1),
        percent(100 * Math.max(1.03 * of.gamma() * most(), 1.2 * of.p())), Words.of("claimmoments.block.n"), 0);
  }

  private double secondMost() {
    double second = 0;
    for (int i = 0; i < of.reach().size(); i++)
      if (of.reach().get(i) < most()) second = Math.max(second, of.reach().get(i));
    return second;
  }

  /// The engine's mean over all cells that equally many blocks reach.
  private List<Dot> byReach() {
    double[] sum = new double[most() + 1];
    int[] cells = new int[sum.length];
    for (int i = 0; i < of.reach().size(); i++) {
      int n = (int) of.reach().get(i);
      sum[n] += of.engine().get(i);
      cells[n]++;
    }
    List<Dot> dots = new ArrayList<>();
    for (int n = 1; n < sum.length; n++)
      if (cells[n] > 0 && !(hidden && n == most()))
        dots.add(new Dot(n, 100 * sum[n] / cells[n], Theme::ink,
            Words.count("claimmoments.block.reach_told", n, cells[n], Shown.percent(rate(n) / 100, 2),
                Shown.percent(sum[n] / cells[n], 2))));
    return dots;
  }

  SidesPlot against() {
    Matrix rates = of.rates();
    double[] p = column(0, 1);
    int last = rates.rows() - 1;
    double[] nothing = new double[p.length];
    Arrays.fill(nothing, Double.NaN);
    List<Line> lines = List.of(
        new Line(Words.of("claimmoments.block.of_centre"), p, hidden ? nothing : column(1, 100), MAIN),
        new Line(Words.of("claimmoments.block.of_p"), p, column(0, 100), NOMINAL),
        new Line(Words.of("claimmoments.block.of_all"), p, column(2, 100), ALL),
        new Line(Words.of("claimmoments.block.of_corner"), p, column(3, 100), CORNER));
    return new SidesPlot(lines, ofEngine(), Scale.linear(0, rates.at(last, 0), 0, 1), percent(102 * rates.at(last, 1)),
        Words.of("claimmoments.block.p"), 0);
  }

  private double[] column(int column, double factor) {
    double[] values = new double[of.rates().rows()];
    Arrays.setAll(values, i -> factor * of.rates().at(i, column));
    return values;
  }

  private List<Dot> ofEngine() {
    int middle = of.middle();
    List<Dot> dots = new ArrayList<>();
    if (!hidden) dots.add(dot(Words.of("claimmoments.block.of_centre"), of.engine().at(middle, middle)));
    dots.add(dot(Words.of("claimmoments.block.of_all"), mean(of.engine())));
    dots.add(dot(Words.of("claimmoments.block.of_corner"), of.engine().at(0, 0)));
    return dots;
  }

  private Dot dot(String what, double share) {
    return new Dot(of.p(), 100 * share, Theme::ink,
        Words.of("claimmoments.block.dot_told", what, Shown.percent(share, 2)));
  }

  static double mean(Matrix values) {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) sum += values.get(i) / values.size();
    return sum;
  }
}

package dropoutlab.figure.passes;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.Hatch;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Trace;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Result;

/// The bands round the mean of the passes. The inner, violet part of each is epistemic: one and two standard
/// deviations of the passes. The outer, hatched part is aleatoric: what the noise adds to two standard deviations.
/// Variances add up, standard deviations do not.
final class LineBands {
  private static final double[] ONE_SD_DASH = {5, 3};
  /// The edges of the filled bands, against those of the hatched ones.
  private static final double THIN = .65;
  private static final double HATCH_GAP = 7;

  private final Result.Line line;
  private final boolean noise;

  /// @param noise whether the noise counts
  LineBands(Result.Line line, boolean noise) {
    this.line = line;
    this.noise = noise;
  }

  /// The colour of the noise: a blue grey.
  static int noiseInk(Theme theme) { return Palette.mix(theme.muted(), theme.negative(), .4); }

  boolean noisy() {
    for (int i = 0; i < line.aleatoricSd().size(); i++) if (aleatoricSd(i) > 0) return true;
    return false;
  }

  double epistemicSd(int i) { return line.epistemicSd().get(i); }

  double aleatoricSd(int i) { return !noise || line.aleatoricSd().isEmpty() ? 0 : line.aleatoricSd().get(i); }

  double totalSd(int i) { return Math.hypot(epistemicSd(i), aleatoricSd(i)); }

  double edge(int i, double deviations) { return line.mean().get(i) + deviations * epistemicSd(i); }

  double noisyEdge(int i, double deviations) { return line.mean().get(i) + deviations * totalSd(i); }

  private interface Edge {
    double at(int i, double deviations);
  }

  void draw(Pen pen, Theme theme, Axes axes) {
    if (line.mean().isEmpty()) return;
    if (noisy()) drawNoise(pen, theme, axes);
    fill(pen, axes, this::edge, 2, Palette.withAlpha(theme.accent(), .18));
    fill(pen, axes, this::edge, 1, Palette.withAlpha(theme.accent(), .24));
    outline(pen, axes, this::edge, 2, Palette.mix(theme.accent(), theme.card(), .3), THIN, Marks.SOLID);
    outline(pen, axes, this::edge, 1, Palette.mix(theme.accent(), theme.card(), .1), THIN, ONE_SD_DASH);
  }

  private void drawNoise(Pen pen, Theme theme, Axes axes) {
    int ink = noiseInk(theme);
    pen.fill(Palette.withAlpha(ink, .09));
    double left = Math.ceil(axes.x().px(line.x().get(0)));
    double[] outer = columns(axes, left, this::noisyEdge, 2);
    double[] inner = columns(axes, left, this::edge, 2);
    double[] lowInner = columns(axes, left, this::edge, -2);
    double[] lowOuter = columns(axes, left, this::noisyEdge, -2);
    area(pen, left, outer, inner);
    area(pen, left, lowInner, lowOuter);
    pen.stroke(Palette.withAlpha(ink, .6), 1);
    Hatch.between(pen, left, outer, inner, HATCH_GAP);
    Hatch.between(pen, left, lowInner, lowOuter, HATCH_GAP);
    outline(pen, axes, this::noisyEdge, 2, ink, 1, Marks.SOLID);
    outline(pen, axes, this::noisyEdge, 1, ink, 1, ONE_SD_DASH);
  }

  private static void area(Pen pen, double left, double[] upper, double[] lower) {
    int n = upper.length;
    double[] x = new double[2 * n];
    double[] y = new double[2 * n];
    for (int i = 0; i < n; i++) {
      if (!Double.isFinite(upper[i]) || !Double.isFinite(lower[i])) return;
      x[i] = x[2 * n - 1 - i] = left + i;
      y[i] = upper[i];
      y[2 * n - 1 - i] = lower[i];
    }
    pen.polygon(x, y, 2 * n);
  }

  /// The heights of an edge pixel by pixel from `left` to the line's end.
  private double[] columns(Axes axes, double left, Edge edge, double deviations) {
    Matrix x = line.x();
    double end = axes.x().px(x.get(x.size() - 1));
    double[] heights = new double[Math.max(1, (int) (end - left) + 1)];
    int i = 0;
    for (int column = 0; column < heights.length; column++) {
      double at = left + column;
      while (i + 2 < x.size() && axes.x().px(x.get(i + 1)) < at) i++;
      int next = Math.min(i + 1, x.size() - 1);
      double from = axes.x().px(x.get(i));
      double to = axes.x().px(x.get(next));
      double share = to > from ? Math.clamp((at - from) / (to - from), 0, 1) : 0;
      double low = CurveFigure.held(axes, edge.at(i, deviations));
      heights[column] = low + share * (CurveFigure.held(axes, edge.at(next, deviations)) - low);
    }
    return heights;
  }

  private void fill(Pen pen, Axes axes, Edge edge, double deviations, int argb) {
    int n = line.mean().size();
    int count = 0;
    for (int i = 0; i < n; i++) if (Double.isFinite(edge.at(i, deviations))) count++;
    double[] x = new double[2 * count];
    double[] y = new double[2 * count];
    for (int i = 0, k = 0; i < n; i++) {
      if (!Double.isFinite(edge.at(i, deviations))) continue;
      x[k] = x[2 * count - 1 - k] = axes.x().px(line.x().get(i));
      y[k] = CurveFigure.held(axes, edge.at(i, deviations));
      y[2 * count - 1 - k] = CurveFigure.held(axes, edge.at(i, -deviations));
      k++;
    }
    pen.fill(argb);
    pen.polygon(x, y, 2 * count);
  }

  private void outline(Pen pen, Axes axes, Edge edge, double deviations, int argb, double width,
                       double[] dash) {
    pen.fill(argb);
    pen.stroke(argb, width, dash);
    for (double side : new double[] {-deviations, deviations}) {
      Trace trace = new Trace(pen, 1);
      for (int i = 0; i < line.mean().size(); i++)
        trace.add(axes.x().px(line.x().get(i)), CurveFigure.held(axes, edge.at(i, side)));
      trace.end();
    }
  }
}

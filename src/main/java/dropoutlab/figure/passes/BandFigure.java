package dropoutlab.figure.passes;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.DataPoints;
import dropoutlab.figure.plot.EndLabels;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Legend;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.Trace;
import dropoutlab.frame.Uncertainty;
import dropoutlab.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// MC dropout of a regression with one input: the mean of the passes, bands of one and two standard deviations of the
/// passes, some single passes, and, as a dashed outline, two standard deviations of the whole: the variance of the
/// passes plus that of the noise.
public final class BandFigure implements Figure {
  private static final double[] NOISE_DASH = {4, 3};

  private final Schema schema;
  private final DataPoints train;
  private final DataPoints validation;
  private final Uncertainty.Band band;
  private final Optional<List<Double>> probe;

  /// @param data of one input and one target
  /// @param band (n x 1) tables, x rising
  public BandFigure(DataSet data, Uncertainty.Band band) { this(data, band, Optional.empty()); }

  /// @param probe a place in the user's units (x) to mark
  public BandFigure(DataSet data, Uncertainty.Band band, Optional<List<Double>> probe) {
    this.schema = data.schema();
    this.train = DataPoints.of(schema, data.train());
    this.validation = DataPoints.of(schema, data.validation());
    this.band = band;
    this.probe = probe;
  }

  private boolean noisy() { return Double.isFinite(band.noise().sd()) && band.noise().sd() > 0; }

  private double epistemicSd(int i) { return band.epistemicSd().at(i, 0); }

  /// Variances add up, standard deviations do not.
  private double totalSd(int i) {
    return Math.sqrt(epistemicSd(i) * epistemicSd(i) + band.noise().sd() * band.noise().sd());
  }

  private double edge(int i, double deviations) { return band.mean().at(i, 0) + deviations * epistemicSd(i); }

  private double noisyEdge(int i, double deviations) { return band.mean().at(i, 0) + deviations * totalSd(i); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    axes.draw(pen, theme);
    CurveFigure.clip(pen, axes);
    drawBand(pen, axes, 2, Palette.withAlpha(theme.accent(), 0.16));
    drawBand(pen, axes, 1, Palette.withAlpha(theme.accent(), 0.22));
    drawEdges(pen, theme, axes);
    drawSingles(pen, theme, axes);
    probe.ifPresent(at -> CurveFigure.drawProbe(pen, theme, axes, at.getFirst()));
    drawNoise(pen, theme, axes);
    validation.draw(pen, theme, axes, false);
    train.draw(pen, theme, axes, true);
    pen.stroke(theme.accent(), 2.4);
    CurveFigure.drawCurve(pen, axes, band.x(), band.mean());
    pen.unclip();
    boolean beside = CurveFigure.labelsBeside(width);
    if (beside && axes.worded()) EndLabels.draw(pen, theme, labels(theme, axes), axes.rightPx(), axes);
    Legend.draw(pen, theme, key(theme, beside), axes);
  }

  private void drawBand(Pen pen, Axes axes, double deviations, int argb) {
    int n = band.mean().rows();
    double[] x = new double[2 * n];
    double[] y = new double[2 * n];
    int count = 0;
    for (int i = 0; i < n; i++) if (Double.isFinite(edge(i, deviations))) count++;
    for (int i = 0, k = 0; i < n; i++) {
      if (!Double.isFinite(edge(i, deviations))) continue;
      x[k] = x[2 * count - 1 - k] = axes.x().px(band.x().at(i, 0));
      y[k] = CurveFigure.held(axes, edge(i, deviations));
      y[2 * count - 1 - k] = CurveFigure.held(axes, edge(i, -deviations));
      k++;
    }
    pen.fill(argb);
    pen.polygon(x, y, 2 * count);
  }

  private void drawSingles(Pen pen, Theme theme, Axes axes) {
    pen.stroke(Palette.withAlpha(theme.accent(), 0.45), 0.8);
    for (int pass = 0; pass < band.singles().rows(); pass++) {
      Trace trace = new Trace(pen, 1);
      for (int i = 0; i < band.singles().cols(); i++)
        trace.add(axes.x().px(band.x().at(i, 0)), CurveFigure.held(axes, band.singles().at(pass, i)));
      trace.end();
    }
  }

  /// The bands' outlines, since their tints alone are too pale to be told from the ground.
  private void drawEdges(Pen pen, Theme theme, Axes axes) {
    for (int deviations = -2; deviations <= 2; deviations++) {
      if (deviations == 0) continue;
      pen.stroke(Palette.mix(theme.accent(), theme.card(), Math.abs(deviations) == 1 ? 0.1 : 0.3), 1);
      Trace trace = new Trace(pen, 1);
      for (int i = 0; i < band.mean().rows(); i++)
        trace.add(axes.x().px(band.x().at(i, 0)), CurveFigure.held(axes, edge(i, deviations)));
      trace.end();
    }
  }

  private void drawNoise(Pen pen, Theme theme, Axes axes) {
    if (!noisy()) return;
    pen.stroke(theme.accent(), 1, NOISE_DASH);
    for (int side = -2; side <= 2; side += 4) {
      Trace trace = new Trace(pen, 1);
      for (int i = 0; i < band.mean().rows(); i++)
        trace.add(axes.x().px(band.x().at(i, 0)), CurveFigure.held(axes, noisyEdge(i, side)));
      trace.end();
    }
  }

  private Axes axes(double width, double height) {
    Span data = new Span().addAll(train.y()).addAll(validation.y());
    Span bands = new Span();
    for (int i = 0; i < band.mean().rows(); i++) {
      bands.add(edge(i, -2)).add(edge(i, 2));
      if (noisy()) bands.add(noisyEdge(i, -2)).add(noisyEdge(i, 2));
    }
    Scale x = new Span().addAll(train.x()).addAll(validation.x()).addAll(band.x()).scale(0);
    Scale y = data.grownTowards(bands).scale(0.04);
    double room = CurveFigure.labelsBeside(width)
        ? EndLabels.room(List.of(noisy() ? "2 sd + noise" : "mean"), Axes.textSize(width, height)) : 0;
    return Axes.layOut(x, y, schema.inputs().getFirst(), schema.target(), width, height, room);
  }

  private List<EndLabels.Label> labels(Theme theme, Axes axes) {
    int last = band.mean().rows() - 1;
    if (last < 0) return List.of();
    int pale = Palette.mix(theme.accent(), theme.card(), 0.2);
    List<EndLabels.Label> labels = new ArrayList<>();
    labels.add(new EndLabels.Label("mean", CurveFigure.end(axes, band.mean()), theme.accent(), true));
    labels.add(new EndLabels.Label("2 sd", axes.y().px(edge(last, 2)), pale, false));
    labels.add(new EndLabels.Label("1 sd", axes.y().px(edge(last, 1)), pale, false));
    if (noisy()) labels.add(new EndLabels.Label("2 sd + noise", axes.y().px(noisyEdge(last, 2)), pale, false));
    return EndLabels.finite(labels);
  }

  private List<Legend.Entry> key(Theme theme, boolean beside) {
    List<Legend.Entry> entries = new ArrayList<>();
    if (beside) {
      entries.add(new Legend.Entry(Legend.Mark.DISC, "training", Palette.mix(theme.ink(), theme.card(), 0.25)));
      if (!validation.isEmpty())
        entries.add(new Legend.Entry(Legend.Mark.RING, "validation", Palette.mix(theme.ink(), theme.card(), 0.35)));
      if (!band.singles().isEmpty())
        entries.add(0, new Legend.Entry(Legend.Mark.LINE, "single passes", Palette.withAlpha(theme.accent(), 0.45)));
      return entries;
    }
    if (noisy()) entries.add(new Legend.Entry(Legend.Mark.LINE, "+ noise", theme.accent(), NOISE_DASH));
    entries.add(new Legend.Entry(Legend.Mark.PATCH, "2 sd", Palette.withAlpha(theme.accent(), 0.16)));
    entries.add(new Legend.Entry(Legend.Mark.PATCH, "1 sd", Palette.withAlpha(theme.accent(), 0.35)));
    entries.add(new Legend.Entry(Legend.Mark.LINE, "mean", theme.accent()));
    return entries;
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    if (band.mean().isEmpty() || !axes.contains(x, y)) return Optional.empty();
    int i = CurveFigure.nearest(band.x(), axes.x().data(x));
    double mean = band.mean().at(i, 0);
    String text = schema.inputs().getFirst() + ": " + Numbers.brief(band.x().at(i, 0), schema.inputSpread(0))
        + "\nmean: " + Numbers.reading(mean, schema.targetSpread())
        + "\nsd of the passes: " + Numbers.reading(epistemicSd(i));
    if (noisy()) text += "\nsd with the noise: " + Numbers.reading(totalSd(i));
    if (noisy() && band.noise().atBound()) text += "\nthe fit of the noise ended at its bound: it may be less";
    return Optional.of(new Hit.Place(band.x().at(i, 0), mean, text));
  }
}

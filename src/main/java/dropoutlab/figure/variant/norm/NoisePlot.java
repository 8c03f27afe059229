package dropoutlab.figure.variant.norm;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.NormEvidence.Network;
import dropoutlab.frame.NormEvidence.Noise;
import dropoutlab.theory.VarianceRatio;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The ratio of the variances against the variance of the factor, for the mean and the variance of what comes into the
/// first layer of dropout: of the noise only its variance counts, be it p / (1 - p) of dropout or β² / 3 of uniform
/// noise.
record NoisePlot(List<NormView.Measured> measured) implements Figure {
  private static final double LEAST = 0.002, MOST = 5, RADIUS = 3.6, REACH = 12;
  private static final int POINTS = 60;
  private static final double[] BETAS = {0.1}, RATES = {0.1, 0.5, 0.8};

  NoisePlot { measured = List.copyOf(measured); }

  private static Optional<Noise> first(NormView.Measured of) {
    return of.found().map(Network::noises).filter(all -> !all.isEmpty()).map(List::getFirst);
  }

  private static double found(NormView.Measured of) {
    return of.found().orElseThrow().layers().get(first(of).orElseThrow().layer()).ratio();
  }

  private static double ratio(Noise of, double noise) {
    return VarianceRatio.direct(Math.sqrt(of.squaredMean()), of.variance(), noise);
  }

  private static Axes axes(double width, double height) {
    return Axes.layOut(new Scale(true, LEAST, MOST, 0, 1), Scale.linear(0, 1.05, 0, 1), "",
        Words.of("besideview.norm.ratio.axis"),
        width, height, 8);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Axes axes = axes(width, height);
    axes.draw(pen, theme, false);
    double free = 0;
    for (double beta : BETAS)
      free = drawTick(pen, theme, axes, VarianceRatio.ofUniform(beta),
          Words.of("besideview.layer.beta", Shown.briefRate(beta)), free);
    for (double p : RATES)
      free = drawTick(pen, theme, axes, VarianceRatio.ofDropout(p), Words.of("besideview.layer.p", Shown.briefRate(p)),
          free);
    for (NormView.Measured each : measured.reversed())
      first(each).ifPresent(noise -> drawCurve(pen, theme, axes, each, noise));
    for (NormView.Measured each : measured.reversed())
      first(each).ifPresent(noise ->
          each.side().mark(pen, theme, axes.x().px(noise.noise()), axes.y().px(found(each)), RADIUS));
  }

  /// @param free where there is room for words; returns where there is after these
  private static double drawTick(Pen pen, Theme theme, Axes axes, double noise, String text, double free) {
    Type type = new Type(Face.TEXT, axes.textSize());
    double x = Math.round(axes.x().px(noise)) + .5;
    pen.stroke(theme.line(), 1, 2, 3);
    pen.line(x, axes.topPx(), x, axes.bottomPx());
    double half = pen.textWidth(text, type) / 2;
    if (!axes.worded() || x - half < free) return free;
    pen.fill(theme.muted());
    pen.text(text, x, axes.bottomPx() + Math.round(1.5 * axes.textSize()), type, Align.CENTRE);
    return x + half + 5;
  }

  private static void drawCurve(Pen pen, Theme theme, Axes axes, NormView.Measured of, Noise noise) {
    double[] x = new double[POINTS], y = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[i] = axes.leftPx() + (axes.rightPx() - axes.leftPx()) * i / (POINTS - 1);
      y[i] = axes.y().px(ratio(noise, axes.x().data(x[i])));
    }
    pen.stroke(of.side().colour(theme), 1.6, of.side().dash());
    pen.polyline(x, y, POINTS);
    pen.stroke(theme.ink(), 1, Marks.SOLID);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Axes axes = axes(width, height);
    return measured.stream().filter(each -> first(each).isPresent())
        .filter(each -> Math.hypot(axes.x().px(first(each).orElseThrow().noise()) - x,
            axes.y().px(found(each)) - y) < REACH)
        .<Hit>map(each -> {
          Noise noise = first(each).orElseThrow();
          return new Hit.Place(noise.noise(), found(each),
              Words.of("besideview.norm.noise.told", each.side().letter().name(),
              Numbers.brief(noise.noise()), Numbers.reading(found(each)),
                  Numbers.reading(ratio(noise, noise.noise()))));
        }).findFirst();
  }
}

package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Series;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.SidesPlot.Dot;
import dropoutlab.figure.theory.SidesPlot.Line;
import dropoutlab.figure.theory.SidesPlot;
import dropoutlab.frame.bench.MomentsPicture.Alpha;
import dropoutlab.frame.bench.MomentsPicture.Noise;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A moment behind each layer of noise, of alpha and plain dropout.
///
/// @param hidden whether the asked variance is still to be guessed
record AlphaDepth(Alpha of, boolean hidden, double guess) {
  /// From this ratio on the axis is logarithmic.
  private static final double LOG = 8, LEFT = 40;

  private static final Series.Look ALPHA = new Series.Look(Theme::accent, 2.2, true, -1, Series.Spread.NONE),
      PLAIN = Series.Look.line(Theme::rivalText, 1.8);

  SidesPlot variance() {
    Span span = new Span().addAll(0, 1.2, Double.isFinite(guess) ? 1.05 * guess : 1);
    add(span, Noise.VARIANCE, 1.08);
    Scale y = span.max() > LOG ? Scale.log(.5, span.max(), 0, 1) : Scale.linear(0, span.max(), 0, 1);
    return plot(Noise.VARIANCE, y);
  }

  SidesPlot mean() {
    Span span = new Span().addAll(-.05, .05);
    add(span, Noise.MEAN, 1);
    return plot(Noise.MEAN, span.scale(.08));
  }

  /// A moment of both kinds of noise, exact and by the engine.
  private void add(Span span, int column, double factor) {
    for (Noise noise : List.of(of.ofAlpha(), of.ofPlain()))
      for (int i = 0; i <= of.depth(); i++)
        span.addAll(factor * noise.stages().at(i, column), factor * noise.stages().at(i, column + 2));
  }

  private boolean isHidden(Noise noise, int column) {
    return hidden && column == Noise.VARIANCE && noise.equals(of.asked());
  }

  private SidesPlot plot(int column, Scale y) {
    List<Line> lines = new ArrayList<>();
    List<Dot> dots = new ArrayList<>();
    add(of.ofAlpha(), column, Words.of("claimmoments.alpha.alpha"), ALPHA, lines, dots);
    add(of.ofPlain(), column, Words.of("claimmoments.alpha.plain"), PLAIN, lines, dots);
    return new SidesPlot(lines, dots, Scale.linear(0, of.depth() * 1.02, 0, 1), y,
        Words.of("claimmoments.alpha.layer"), LEFT);
  }

  private void add(Noise noise, int column, String name, Series.Look look, List<Line> lines, List<Dot> dots) {
    double[] stages = new double[of.depth() + 1], exact = new double[stages.length];
    Arrays.setAll(stages, i -> i);
    Arrays.setAll(exact, i -> isHidden(noise, column) ? Double.NaN : noise.stages().at(i, column));
    String end = Numbers.fixed(exact[of.depth()], Math.abs(exact[of.depth()]) < LOG ? 2 : 1);
    lines.add(new Line(Words.of("claimmoments.alpha.ends", name, end), stages, exact, look));
    if (isHidden(noise, column)) return;
    for (int i = 0; i < stages.length; i++)
      dots.add(new Dot(i, noise.stages().at(i, column + 2), look.ink(), told(noise, column, name, i)));
  }

  private static String told(Noise noise, int column, String name, int stage) {
    String what = Words.of(column == Noise.MEAN ? "claimmoments.alpha.of_mean" : "claimmoments.alpha.of_variance");
    String exact = Numbers.fixed(noise.stages().at(stage, column), 4);
    String engine = column == Noise.MEAN ? Numbers.fixed(noise.stages().at(stage, Noise.ENGINE_MEAN), 4)
        : Shown.within(noise.stages().at(stage, Noise.ENGINE_VARIANCE), noise.stages().at(stage, Noise.ERROR));
    return Words.count("claimmoments.alpha.stage", stage, name, what, exact, engine);
  }
}

package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.EngineMark;
import dropoutlab.frame.bench.FeaturesPicture.TakenAway;
import dropoutlab.frame.bench.FeaturesPicture.TakenAway.Errors;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.util.CombinatoricsUtils;

/// The plot of wrong answers against units taken away: its place in the figure, its axes and its curves.
/// @param narrow whether there is no room beside the plot
record TakenPlot(TakenAway of, Inset room, Scale x, Scale y, double size, boolean narrow) {
  private static final double NARROW = 460, LEFT = 46, TOP = 34, BELOW = 38, DOT = 3.6;
  private static final double[] TWIN_DASH = {6, 3.5};

  /// @param right where the figure ends
  static TakenPlot in(TakenAway of, double right, double height) {
    boolean narrow = right < NARROW;
    double size = narrow || height < 300 ? 11 : 12;
    double beside = narrow ? 14 : Math.max(width(Words.of("claimfeatures.taken.x"), size),
        width(Words.of("claimfeatures.taken.ways_axis"), size)) + 26;
    Inset room = new Inset(LEFT, TOP, right - LEFT - beside, Math.max(20, height - TOP - BELOW));
    return new TakenPlot(of, room, Scale.linear(0, of.units(), room.left(), room.right()),
        Scale.linear(0, most(of), room.bottom(), room.top()), size, narrow);
  }

  private static double width(String text, double size) {
    return TextMeasure.width(text, new Type(Face.TEXT, size));
  }

  /// The end of the scale, in whole tens of per cent.
  private static double most(TakenAway of) {
    double most = of.seeds().stream().flatMap(seed -> Stream.of(seed.own().exact(), seed.twin().exact(),
        of.shown().twin().worst()))
        .flatMap(List::stream).mapToDouble(Double::doubleValue).max().orElse(1);
    return Math.min(1, Math.ceil(10 * most - 1e-9) / 10);
  }

  double[] xs() { return numbers(k -> x.px(k)); }

  double[] ys(List<Double> shares) { return numbers(k -> y.px(shares.get(k))); }

  private double[] numbers(IntToDoubleFunction at) {
    return IntStream.rangeClosed(0, of.units()).mapToDouble(at).toArray();
  }

  /// The number of units away that lies nearest to a place.
  int nearest(double xPx) { return Math.clamp(Math.round(x.data(xPx)), 0, of.units()); }

  void drawAxes(Pen pen, Theme theme) {
    Type number = new Type(Face.NUMBER, size - 1), words = new Type(Face.TEXT, size - .5);
    double step = room.height() / (10 * y.to()) < 17 ? .2 : .1;
    pen.stroke(theme.line(), 1, Marks.SOLID);
    for (int i = 0; i * step <= y.to() + 1e-9; i++) {
      double line = Math.round(y.px(i * step)) + .5;
      pen.line(room.left(), line, room.right(), line);
      pen.fill(theme.muted());
      pen.text(Shown.percent(i * step), room.left() - 8, line + 3.5, number, Align.RIGHT);
    }
    for (int k = 0; k <= of.units(); k++) {
      pen.fill(theme.muted());
      pen.text(Numbers.count(k), x.px(k), room.bottom() + 16, number, Align.CENTRE);
      pen.fill(theme.muted());
      pen.text(Numbers.count(CombinatoricsUtils.binomialCoefficientDouble(of.units(), k)), x.px(k), room.bottom() + 31,
          new Type(Face.NUMBER, size - 2), Align.CENTRE);
    }
    if (narrow) return;
    pen.fill(theme.muted());
    pen.text(Words.of("claimfeatures.taken.x"), room.right() + 20, room.bottom() + 16, words, Align.LEFT);
    pen.fill(theme.muted());
    pen.text(Words.of("claimfeatures.taken.ways_axis"), room.right() + 20, room.bottom() + 31, words, Align.LEFT);
  }

  /// From the best to the worst choice of units.
  void drawBand(Pen pen, Errors of, int argb) {
    double[] low = ys(of.best()), high = ys(of.worst()), xs = xs();
    int n = xs.length;
    double[] px = new double[2 * n], py = new double[2 * n];
    for (int i = 0; i < n; i++) {
      px[i] = xs[i];
      py[i] = high[i];
      px[2 * n - 1 - i] = xs[i];
      py[2 * n - 1 - i] = low[i];
    }
    pen.fill(argb);
    pen.polygon(px, py, 2 * n);
  }

  /// The exact curve as a line, the engine's as hollow circles on it.
  void drawCurve(Pen pen, Theme theme, Errors of, boolean own) {
    int ink = own ? theme.accent() : theme.muted();
    double[] xs = xs(), engine = ys(of.engine());
    if (own) pen.stroke(ink, 2.4, Marks.SOLID);
    else pen.stroke(ink, 1.8, TWIN_DASH);
    pen.polyline(xs, ys(of.exact()), xs.length);
    for (int k = 0; k < xs.length; k++) EngineMark.draw(pen, theme, xs[k], engine[k], ink);
  }

  /// A dot for every other seed, right of its column: round of the network's, square of the twin's.
  void drawSeeds(Pen pen, Theme theme) {
    for (Inset each : seeds(false)) {
      pen.fill(Palette.withAlpha(theme.muted(), .6));
      pen.fillRect(each.left(), each.top(), each.width(), each.height());
    }
    for (Inset each : seeds(true)) {
      pen.fill(theme.accentMid());
      pen.fillOval(each.left() + each.width() / 2, each.top() + each.height() / 2, .6 * each.width());
    }
  }

  /// Where the dots of the other seeds are.
  List<Inset> seeds() { return Stream.concat(seeds(true).stream(), seeds(false).stream()).toList(); }

  private List<Inset> seeds(boolean own) {
    List<Inset> dots = new ArrayList<>();
    for (TakenAway.Seed seed : of.seeds().subList(1, of.seeds().size()))
      for (int k = 0; k < of.units(); k++)
        dots.add(new Inset(x.px(k) + (own ? 5 : 10), y.px((own ? seed.own() : seed.twin()).exact().get(k)) - DOT / 2,
        DOT, DOT));
    return dots;
  }
}

package dropoutlab.figure.variant.beside;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.predict.variant.Histogram;
import dropoutlab.predict.variant.WeightSizes;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// How many weights of a layer, or norms of its units, are how large; on the scale of both sides. A spike that would
/// flatten the rest is cut, and its share is written beside it.
///
/// @param most  the share of the values at which bars are cut
/// @param limit a line at the largest norm that is allowed; NaN for none
/// @param note  what is counted
record WeightHistogram(Side side, String name, String note, Histogram counts, double most, double limit)
    implements Figure {
  private static final int BINS = 41, UNIT_BINS = 30;
  private static final double HEAD = 16, FOOT = 16, CUT = 1.25;
  private static final Type NAME = new Type(Face.TEXT_MEDIUM, 11), SMALL = new Type(Face.TEXT, 10.5);

  /// @param both of A and B, for the scales
  static WeightHistogram ofWeights(Side side, String name, WeightSizes own, List<WeightSizes> both) {
    double range = Math.max(1e-3, both.stream().mapToDouble(WeightSizes::largest).max().orElse(1));
    List<Histogram> all = both.stream().map(each -> Histogram.of(each.weights().toArray(), -range, range, BINS))
        .toList();
    return new WeightHistogram(side, name,
        Words.of("besideview.weights.near", Shown.percent(own.nearZero(), own.nearZero() < .1 ? 1 : 0)),
        Histogram.of(own.weights().toArray(), -range, range, BINS), most(all, BINS / 2), Double.NaN);
  }

  /// @param limit c
  static WeightHistogram ofUnits(Side side, String name, WeightSizes own, List<WeightSizes> both, double limit) {
    double range = Math.max(1.1 * limit, both.stream().mapToDouble(WeightSizes::largestUnit).max().orElse(1));
    // The limit is the end of a bin.
    double bin = limit / Math.max(1, Math.floor(UNIT_BINS * limit / range));
    int bins = (int) Math.ceil(range / bin);
    List<Histogram> all = both.stream().map(each -> norms(each, limit, bin, bins)).toList();
    return new WeightHistogram(side, name, Words.of("besideview.weights.largest", Numbers.reading(own.largestUnit())),
        norms(own, limit, bin, bins), most(all, -1), limit);
  }

  /// A norm that was scaled to the limit may be a rounding above it.
  private static Histogram norms(WeightSizes of, double limit, double bin, int bins) {
    return Histogram.of(of.unitNorms().stream()
        .mapToDouble(norm -> Math.abs(norm / limit - 1) < 1e-4 ? limit * (1 - 1e-4) : norm)
        .toArray(), 0, bins * bin, bins);
  }

  /// Returns the largest share of any bin but the one in the middle, which is cut a little above it.
  private static double most(List<Histogram> all, int middle) {
    double most = 0, spike = 0;
    for (Histogram each : all)
      for (int bin = 0; bin < each.counts().size(); bin++)
        if (bin == middle) spike = Math.max(spike, share(each, bin));
        else most = Math.max(most, share(each, bin));
    return Math.max(1e-6, middle < 0 || spike < 2 * most ? Math.max(most, spike) : CUT * most);
  }

  private static double share(Histogram of, int bin) {
    return of.total() == 0 ? 0 : (double) of.counts().get(bin) / of.total();
  }

  private record Plot(Scale x, Scale y) {}

  private Plot plot(double width, double height) {
    double bottom = Math.max(HEAD + 2, height - FOOT), end = counts.from() + counts.counts().size() * counts.width();
    return new Plot(Scale.linear(counts.from(), end, 2, width - 2), Scale.linear(0, most, bottom, HEAD + 4));
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    double noted = pen.textWidth(note, SMALL);
    pen.fill(theme.ink());
    pen.text(Fit.within(pen, name, NAME, width - noted - 10), 2, 11, NAME, Align.LEFT);
    pen.fill(theme.muted());
    pen.text(note, width - 2, 11, SMALL, Align.RIGHT);
    Plot plot = plot(width, height);
    for (int bin = 0; bin < counts.counts().size(); bin++) drawBin(pen, theme, plot, bin);
    drawAxis(pen, theme, plot);
    if (Double.isFinite(limit)) drawLimit(pen, theme, plot);
  }

  private void drawBin(Pen pen, Theme theme, Plot plot, int bin) {
    double share = share(counts, bin);
    if (share == 0) return;
    double left = plot.x.px(counts.from() + bin * counts.width()),
        right = plot.x.px(counts.from() + (bin + 1) * counts.width());
    double top = plot.y.px(Math.min(share, most)), bottom = plot.y.fromPx();
    pen.fill(side.colour(theme));
    pen.fillRect(left + .4, top, Math.max(.8, right - left - .8), bottom - top);
    if (share <= most * (1 + 1e-9)) return;
    pen.fill(theme.card());
    for (int gap = 0; gap < 2; gap++) pen.fillRect(left - 1, top + 5 + 4 * gap, right - left + 2, 1.6);
    pen.fill(theme.ink());
    pen.text(Shown.percent(share), right + 4, top + 9, SMALL, Align.LEFT);
  }

  private void drawAxis(Pen pen, Theme theme, Plot plot) {
    double base = Math.round(plot.y.fromPx()) + .5;
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(plot.x.fromPx(), base, plot.x.toPx(), base);
    List<Double> ticks = plot.x.ticks(5);
    List<String> labels = plot.x.labels(ticks);
    pen.fill(theme.muted());
    for (int i = 0; i < ticks.size(); i++) {
      double half = pen.textWidth(labels.get(i), SMALL) / 2;
      pen.text(labels.get(i), Math.clamp(plot.x.px(ticks.get(i)), half, Math.max(half, plot.x.toPx() + 2 - half)),
          base + 12, SMALL, Align.CENTRE);
    }
  }

  private void drawLimit(Pen pen, Theme theme, Plot plot) {
    double x = Math.round(plot.x.px(limit)) + .5;
    pen.stroke(theme.ink(), 1.4, 3, 2);
    pen.line(x, plot.y.toPx() - 2, x, plot.y.fromPx());
    pen.fill(theme.ink());
    pen.text(Words.of("besideview.strength.c", Numbers.brief(limit)),
        x - (plot.x.px(counts.width()) - plot.x.px(0)) - 5, plot.y.toPx() + 8, SMALL, Align.RIGHT);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Plot plot = plot(width, height);
    int bin = (int) Math.floor((plot.x.data(x) - counts.from()) / counts.width());
    if (bin < 0 || bin >= counts.counts().size() || y < HEAD) return Optional.empty();
    double from = counts.from() + bin * counts.width();
    return Optional.of(new Hit.Place(counts.middle(bin), share(counts, bin), Words.of("besideview.weights.told", name,
        Numbers.brief(from), Numbers.brief(from + counts.width()), counts.counts().get(bin), counts.total())));
  }
}

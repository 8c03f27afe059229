package dropoutlab.figure.quality;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Glyphs;
import dropoutlab.figure.plot.Hatch;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Scale;
import dropoutlab.figure.plot.ShiftedPen;
import dropoutlab.figure.plot.Span;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Result;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;

/// How well the mutual information tells glyphs of our own drawing from the images of the data: a histogram of each, in
/// shares of their number, the images' full and the glyphs' hatched; above them some of the glyphs with their
/// information, and the areas under the ROC curve with their 95 % intervals (.5: not at all, 1: without a mistake). It
/// speaks of digits only where the images are known to be digits.
public final class SeparationFigure implements Figure {
  private static final int BINS = 24;
  private static final double SMALLEST_PICTURE = 18;
  private static final double LARGEST_PICTURE = 52;

  private final Result.Foreign foreign;
  private final double binWidth;
  private final double[] inside;
  private final double[] outside;
  private final double highest;

  public SeparationFigure(Result.Foreign foreign) {
    this.foreign = foreign;
    double top = new Span().add(0).addAll(foreign.inside()).addAll(foreign.outside()).max();
    this.binWidth = top > 0 ? Scale.step(top, BINS) : .01;
    int bins = Math.max(1, (int) Math.ceil(top / binWidth - 1e-9));
    this.inside = percent(foreign.inside(), bins);
    this.outside = percent(foreign.outside(), bins);
    this.highest = new Span().add(1).addAll(inside).addAll(outside).max();
  }

  private double[] percent(Matrix values, int bins) {
    double[] shares = new double[bins];
    for (int i = 0; i < values.size(); i++)
      if (Double.isFinite(values.get(i)))
        shares[Math.clamp((int) (values.get(i) / binWidth), 0, bins - 1)] += 100.0 / values.size();
    return shares;
  }

  /// @param top of the histogram; `picture` the side of a glyph, 0 for none
  private record Layout(Axes axes, double top, double picture, int pictures, double size) {}

  private Layout layout(double width, double height) {
    double size = Axes.textSize(width, height);
    boolean worded = Axes.roomForWords(width, height);
    double side = Math.min(LARGEST_PICTURE, .17 * height);
    boolean pictured = worded && side >= SMALLEST_PICTURE && !foreign.pictures().isEmpty();
    double words = worded ? 1.9 * size : 0;
    double top = words + (pictured ? side + 1.9 * size : 0);
    Axes axes = Axes.layOut(Scale.linear(0, binWidth * inside.length, 0, 1),
        Scale.linear(0, 1.3 * highest, 0, 1), Words.of("figure.separation.x"), Words.of("figure.separation.y"), width,
        Math.max(1, height - top), 0);
    int pictures = (int) ((width + 6) / (Math.max(side, 3 * size) + 6));
    return new Layout(axes, top, pictured ? side : 0, Math.min(foreign.pictures().rows(), pictures), size);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Layout layout = layout(width, height);
    if (layout.axes.worded() && !Double.isNaN(foreign.information().area())) drawAreas(pen, theme, layout, width);
    if (layout.picture > 0) drawPictures(pen, theme, layout, width);
    Pen plot = new ShiftedPen(pen, 0, layout.top);
    layout.axes.draw(plot, theme);
    drawBars(plot, theme, layout.axes);
    if (layout.axes.worded()) drawNames(plot, theme, layout.axes);
  }

  private void drawAreas(Pen pen, Theme theme, Layout layout, double width) {
    Type bold = new Type(Face.TEXT_BOLD, layout.size);
    Type plain = new Type(Face.TEXT, layout.size);
    String head = Words.of("figure.separation.area", Numbers.fixed(foreign.information().area(), 3));
    double left = pen.textWidth(head + "  ", bold);
    String ours = interval(foreign.information()), theirs = interval(foreign.entropy());
    String other = Numbers.fixed(foreign.entropy().area(), 3);
    pen.fill(theme.ink());
    pen.text(head, 0, Math.round(layout.size), bold, Align.LEFT);
    pen.fill(theme.muted());
    String words = Fit.firstThatFits(pen, plain, width - left, Words.of("figure.separation.all", ours, other, theirs),
        Words.of("figure.separation.most", ours, other), Words.of("figure.separation.some", ours), ours);
    pen.text(words, left, Math.round(layout.size), plain, Align.LEFT);
  }

  private static String interval(Result.Area area) {
    return Words.of("figure.interval", Numbers.fixed(area.low(), 3), Numbers.fixed(area.high(), 3));
  }

  private void drawPictures(Pen pen, Theme theme, Layout layout, double width) {
    double each = Math.max(layout.picture, 3 * layout.size) + 6;
    Type number = new Type(Face.NUMBER, layout.size - 1);
    double top = 1.9 * layout.size;
    for (int i = 0; i < layout.pictures; i++) {
      double x = i * each;
      double side = each - 6;
      Glyphs.draw(pen, theme, foreign.pictures(), i, foreign.width(), foreign.height(), x + (side - layout.picture) / 2,
          top, layout.picture);
      pen.fill(ink(theme, false));
      pen.text(Numbers.fixed(foreign.pictureInformation().get(i), 2), x + side / 2,
          top + layout.picture + 1.15 * layout.size, number, Align.CENTRE);
    }
    Type words = new Type(Face.TEXT, layout.size - 1);
    double left = layout.pictures * each + 4;
    pen.fill(theme.muted());
    pen.text(Fit.firstThatFits(pen, words, width - left,
        Words.of(foreign.digits() ? "figure.separation.pictures.digits" : "figure.separation.pictures.images"),
        Words.of("figure.separation.x"), ""), left, top + layout.picture + 1.15 * layout.size, words, Align.LEFT);
  }

  private static String counted(String key, Matrix values) {
    return values.isEmpty() ? "" : Words.count(key, values.size(), Numbers.count(values.size()));
  }

  private static int ink(Theme theme, boolean inside) {
    return Palette.readable(theme, inside ? theme.negative() : theme.positive());
  }

  private void drawBars(Pen pen, Theme theme, Axes axes) {
    for (int i = 0; i < inside.length; i++) {
      double left = axes.x().px(i * binWidth);
      double width = axes.x().px((i + 1) * binWidth) - left - 1;
      if (inside[i] > 0) {
        pen.fill(Palette.withAlpha(theme.negative(), .55));
        pen.fillRect(left + .5, axes.y().px(inside[i]), Math.max(.5, width), axes.bottomPx() - axes.y().px(inside[i]));
      }
      if (outside[i] == 0) continue;
      double top = axes.y().px(outside[i]);
      pen.stroke(ink(theme, false), 1);
      Hatch.rect(pen, left + .5, top, Math.max(.5, width), axes.bottomPx() - top, 6);
      pen.stroke(ink(theme, false), 1.4);
      pen.strokeRect(left + .5, top, Math.max(.5, width), axes.bottomPx() - top);
    }
  }

  /// Each histogram's name above the place where it stands out most.
  private void drawNames(Pen pen, Theme theme, Axes axes) {
    Type type = new Type(Face.TEXT_BOLD, axes.textSize());
    String images = counted(
        foreign.digits() ? "figure.separation.inside.digits" : "figure.separation.inside.images", foreign.inside());
    String glyphs = counted(
        foreign.digits() ? "figure.separation.outside.digits" : "figure.separation.outside.images", foreign.outside());
    double[] first = spot(pen, axes, type, images, inside, outside);
    double[] second = spot(pen, axes, type, glyphs, outside, inside);
    boolean crossing = first[0] < second[0] + second[2] + 6 && second[0] < first[0] + first[2] + 6
        && Math.abs(first[1] - second[1]) < 1.3 * type.size();
    if (crossing) {
      // The higher one goes further up.
      double[] upper = first[1] <= second[1] ? first : second;
      double[] lower = upper == first ? second : first;
      upper[1] = Math.min(upper[1], lower[1] - 1.3 * type.size());
    }
    pen.fill(ink(theme, true));
    pen.text(images, first[0], first[1], type, Align.LEFT);
    pen.fill(ink(theme, false));
    pen.text(glyphs, second[0], second[1], type, Align.LEFT);
  }

  /// Left, baseline and width of a name above all bars that it spans.
  private double[] spot(Pen pen, Axes axes, Type type, String name, double[] own, double[] other) {
    int best = 0;
    for (int i = 1; i < own.length; i++) if (own[i] - other[i] > own[best] - other[best]) best = i;
    double wide = pen.textWidth(name, type);
    double left = Math.clamp(axes.x().px((best + .5) * binWidth) - wide / 2, axes.leftPx() + 4,
        Math.max(axes.leftPx() + 4, axes.rightPx() - wide));
    double top = axes.bottomPx();
    for (int i = 0; i < own.length; i++) {
      boolean under = axes.x().px((i + 1) * binWidth) > left && axes.x().px(i * binWidth) < left + wide;
      if (under) top = Math.min(top, axes.y().px(Math.max(own[i], other[i])));
    }
    return new double[] {left, top - 5, wide};
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Layout layout = layout(width, height);
    Axes axes = layout.axes;
    if (!axes.contains(x, y - layout.top)) return Optional.empty();
    int i = Math.clamp((int) (axes.x().data(x) / binWidth), 0, inside.length - 1);
    return Optional.of(new Hit.Place((i + .5) * binWidth, inside[i],
        Words.of(foreign.digits() ? "figure.separation.told.digits" : "figure.separation.told.images",
        Numbers.brief(i * binWidth), Numbers.brief((i + 1) * binWidth), Shown.percent(inside[i] / 100, 1),
        Shown.percent(outside[i] / 100, 1))));
  }

  @Override public Description describe() { return new SeparationTold(foreign).describe(); }

  @Override public Optional<DataTable> table() { return new SeparationTold(foreign).table(); }
}

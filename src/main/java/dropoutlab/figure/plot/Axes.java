package dropoutlab.figure.plot;

import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/// Two scales around a plot: thin horizontal grid lines, tick labels, and titles with their units. Nothing here needs a
/// pen to find its place, so that the drawing and the question what lies under a point always agree.
///
/// @param xTitle empty for none, as `yTitle`
/// @param right  where the figure ends; the x title stands between the last tick label and there
@RecordBuilder
public record Axes(Scale x, Scale y, String xTitle, String yTitle, double textSize, double right)
    implements AxesBuilder.With {
  /// The room around a plot, in pixels.
  record Margins(double left, double top, double right, double bottom) {}

  /// 12 px, a little less where there is little room.
  public static double textSize(double width, double height) {
    return width < 320 || height < 180 ? 10.5 : 12;
  }

  /// Whether there is room for any words at all.
  public static boolean roomForWords(double width, double height) {
    return width >= 120 && height >= 80;
  }

  /// The width of a line of words.
  public static double widthOf(String text, double size) { return TextMeasure.width(text, new Type(Face.TEXT, size)); }

  /// The width of the widest label, whichever digits it has, so that the plot rests while they change.
  private static double widest(List<String> labels, double size) {
    return TextMeasure.widest(labels.stream().map(label -> label.replaceAll("[1-9]", "0")).toList(),
        new Type(Face.TEXT, size));
  }

  /// Lays a plot out in a figure: the margins for the tick labels of `yRange` and the titles, plus what `keep` wants on
  /// the right.
  public static Axes layOut(Scale xRange, Scale yRange, String xTitle, String yTitle, double width, double height,
                     double keepRight) {
    double size = textSize(width, height);
    Margins m = margins(yRange, width, height, size, keepRight, !yTitle.isEmpty());
    double bottom = Math.max(m.top + 1, height - m.bottom);
    double rightPx = Math.max(m.left + 1, width - m.right);
    return new Axes(xRange.at(m.left, rightPx), yRange.at(bottom, m.top), xRange.named(xTitle), yRange.named(yTitle),
        size, width);
  }

  private static Margins margins(Scale y, double width, double height, double size, double keepRight, boolean titled) {
    if (!roomForWords(width, height)) return new Margins(2, 2, 2, 2);
    double left = Math.round(widest(y.labels(yTicks(y, height - 4 * size, size)), size) + 10);
    double top = titled ? Math.round(2.2 * size) : Math.round(0.8 * size);
    return new Margins(left, top, Math.max(keepRight, Math.round(size)), Math.round(1.9 * size));
  }

  /// The same plot with nothing written above it.
  public Axes untitledAbove() { return withYTitle(""); }

  public double leftPx() { return x.fromPx(); }

  public double rightPx() { return x.toPx(); }

  public double topPx() { return y.toPx(); }

  public double bottomPx() { return y.fromPx(); }

  public boolean contains(double xPx, double yPx) {
    return xPx >= leftPx() && xPx <= rightPx() && yPx >= topPx() && yPx <= bottomPx();
  }

  public boolean worded() { return leftPx() > 2; }

  /// Decades come as they are, so they may stand closer than even ticks, which are chosen.
  private static List<Double> yTicks(Scale y, double lengthPx, double size) {
    if (y.log()) return y.ticks(tickCount(lengthPx, 2.6 * size));
    int most = Math.min(7, tickCount(lengthPx, 3.2 * size));
    List<Double> ticks = y.ticks(most);
    // A single tick is no scale.
    for (int more = 1; more < 3 && ticks.size() < 2 && lengthPx > 2.8 * size; more++) ticks = y.ticks(most + more);
    return ticks;
  }

  private static int tickCount(double lengthPx, double spacingPx) {
    return Math.max(2, (int) (lengthPx / spacingPx) + 1);
  }

  /// The same plot beginning at another pixel.
  Axes from(double leftPx) {
    return withX(x.at(leftPx, Math.max(leftPx + 1, rightPx())));
  }

  /// The same plot beginning so much lower, where there is that much room.
  public Axes lowered(double byPx) {
    return withY(y.at(bottomPx(), Math.min(topPx() + byPx, Math.max(topPx(), bottomPx() - 1))));
  }

  /// Draws grid, labels and titles.
  public void draw(Pen pen, Theme theme) { draw(pen, theme, true); }

  /// @param below whether anything is written below the x axis
  public void draw(Pen pen, Theme theme, boolean below) {
    List<Double> yTicks = yTicks(y, bottomPx() - topPx(), textSize);
    pen.stroke(theme.line(), 1);
    for (double tick : yTicks) {
      double line = Math.round(y.px(tick)) + 0.5;
      pen.line(leftPx(), line, rightPx(), line);
    }
    double base = Math.round(bottomPx()) + 0.5;
    // Beside the lowest grid line a base line would only be a double line.
    if (yTicks.isEmpty() || bottomPx() - y.px(yTicks.getFirst()) > 14) pen.line(leftPx(), base, rightPx(), base);
    if (!worded()) return;
    drawYLabels(pen, theme, yTicks);
    if (below) drawXLabels(pen, theme);
  }

  private void drawYLabels(Pen pen, Theme theme, List<Double> ticks) {
    Type type = new Type(Face.TEXT, textSize);
    List<String> labels = y.labels(ticks);
    pen.fill(theme.muted());
    double taken = Double.POSITIVE_INFINITY;
    for (int i = 0; i < labels.size(); i++) {
      double line = Math.round(y.px(ticks.get(i)));
      if (line > taken - 1.05 * textSize) continue;
      pen.text(labels.get(i), leftPx() - 7, line + 0.36 * textSize + 0.5, type, Align.RIGHT);
      taken = line;
    }
    if (!yTitle.isEmpty()) pen.text(yTitle, 2, Math.round(textSize), type, Align.LEFT);
  }

  private void drawXLabels(Pen pen, Theme theme) {
    Type type = new Type(Face.TEXT, textSize);
    double baseline = bottomPx() + Math.round(1.5 * textSize);
    double titleWidth = xTitle.isEmpty() ? 0 : pen.textWidth(xTitle, type);
    List<Double> ticks = xTicks();
    List<String> labels = x.labels(ticks);
    pen.fill(theme.muted());
    double taken = Double.NEGATIVE_INFINITY;
    double titleLeft = titleLeft(pen, type, titleWidth, labels, ticks);
    for (int i = 0; i < labels.size(); i++) {
      double half = pen.textWidth(labels.get(i), type) / 2;
      double centre = Math.clamp(x.px(ticks.get(i)), half, Math.max(half, right - half));
      boolean free = centre - half > taken && (xTitle.isEmpty() || centre + half + 4 <= titleLeft);
      if (!free) continue;
      pen.text(labels.get(i), centre, baseline, type, Align.CENTRE);
      taken = centre + half + 6;
    }
    if (!xTitle.isEmpty()) pen.text(xTitle, titleLeft, baseline, type, Align.LEFT);
  }

  private List<Double> xTicks() {
    double widest = widest(x.labels(x.ticks(5)), textSize);
    return x.ticks(Math.min(9, tickCount(rightPx() - leftPx(), widest + 3.2 * textSize)));
  }

  /// Right after the last tick label where that fits, else at the very right in place of it.
  private double titleLeft(Pen pen, Type type, double titleWidth, List<String> labels, List<Double> ticks) {
    if (labels.isEmpty()) return right - titleWidth;
    double end = x.px(ticks.getLast()) + pen.textWidth(labels.getLast(), type) / 2 + 9;
    return Math.min(Math.max(end, rightPx() - titleWidth), right - titleWidth);
  }
}

package dropoutlab.figure.plot;

import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.frame.Viewport;
import java.util.List;

/// A part of the data plane shown in a rectangle of a figure, with room for a colour bar below where one is wanted, and
/// for ticks and names where the figure is large enough for print. Where one side of the window is at most twice the
/// other, both have one scale, so that distances look the same in every direction and in every map of the window; else
/// the two inputs measure different things, and the plane fills the room.
///
/// @param axes whether the margins have room for ticks and names
public record Plane(Viewport window, double left, double top, double width, double height, boolean axes) {
  private static final double BAR_ROOM = 30;
  /// From this side on there are ticks with numbers.
  public static final double AXES_FROM = 320;
  private static final double AXES_LEFT = 46;
  private static final double BESIDE_TICK = 7;
  private static final int TICKS = 7;
  private static final double FONT = 12;
  private static final double LINE = 1.8 * FONT;
  private static final double MOST_UNLIKE = 2;
  private static final double INNER_TICKS_FROM = 90;

  public static Plane of(Viewport window, double width, double height, boolean bar) {
    double room = bar && height > 3 * BAR_ROOM ? BAR_ROOM : 0;
    if (Math.min(width, height) >= AXES_FROM) {
      double left = Math.max(AXES_LEFT, Math.ceil(widestTick(window)) + BESIDE_TICK + 2);
      return new Plane(window, left, LINE, width - left - FONT, height - 2 * LINE - room, true).evened();
    }
    return new Plane(window, .5, .5, Math.max(1, width - 1), Math.max(1, height - 1 - room), false).evened();
  }

  private static double widestTick(Viewport window) {
    Scale y = Scale.linear(window.yMin(), window.yMax(), 1, 0);
    return TextMeasure.widest(y.labels(y.ticks(TICKS)), new Type(Face.TEXT, FONT));
  }

  /// The largest plane in the middle of this one's top that has one scale for both directions, if these are alike.
  private Plane evened() {
    double aspect = aspect(window);
    if (aspect == 0) return this;
    double w = Math.min(width, height * aspect);
    double h = Math.min(height, width / aspect);
    return new Plane(window, left + (width - w) / 2, top, w, h, axes);
  }

  /// The width of a window as a multiple of its height where both have one scale, else 0.
  public static double aspect(Viewport window) {
    double aspect = (window.xMax() - window.xMin()) / (window.yMax() - window.yMin());
    return aspect >= 1 / MOST_UNLIKE && aspect <= MOST_UNLIKE ? aspect : 0;
  }

  /// A plane without units and so without axes, above a colour bar.
  public static Plane bare(double width, double height) {
    double room = height > 3 * BAR_ROOM ? BAR_ROOM : 0;
    return new Plane(new Viewport(0, 1, 0, 1), .5, .5, Math.max(1, width - 1), Math.max(1, height - 1 - room), false);
  }

  /// Where a colour bar may begin.
  public double below() { return top + height + (axes ? LINE : 0); }

  public double xPx(double xData) { return left + width * (xData - window.xMin()) / (window.xMax() - window.xMin()); }

  public double yPx(double yData) { return top + height * (window.yMax() - yData) / (window.yMax() - window.yMin()); }

  public double xData(double xPx) { return window.xMin() + (window.xMax() - window.xMin()) * (xPx - left) / width; }

  public double yData(double yPx) { return window.yMax() - (window.yMax() - window.yMin()) * (yPx - top) / height; }

  public boolean contains(double xPx, double yPx) {
    return xPx >= left && xPx < left + width && yPx >= top && yPx < top + height;
  }

  /// The row of a table of grid cells (rows from the bottom) under a point inside the plane.
  public int cell(double xPx, double yPx, int columns, int rows) {
    int column = Math.clamp((int) ((xPx - left) / width * columns), 0, columns - 1);
    int row = Math.clamp((int) ((top + height - yPx) / height * rows), 0, rows - 1);
    return row * columns + column;
  }

  /// Draws a grid of cells (rows from the bottom) with a frame. `colours` gives the colour of a table row.
  public void drawGrid(Pen pen, int columns, int rows, Colour colours) {
    int[] pixels = new int[columns * rows];
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < columns; column++)
        pixels[(rows - 1 - row) * columns + column] = colours.of(row * columns + column);
    pen.image(pixels, columns, rows, left, top, width, height, true);
  }

  /// Ticks with their numbers and the names of both inputs; nothing where there is no room for them.
  public void drawAxes(Pen pen, String xName, String yName, Theme theme) {
    if (!axes) {
      drawInnerTicks(pen, theme);
      return;
    }
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    pen.fill(theme.muted());
    drawXAxis(pen, xName);
    drawYAxis(pen, yName);
  }

  /// The ticks alone, inside of the frame, so that small maps of one window can still be compared.
  private void drawInnerTicks(Pen pen, Theme theme) {
    if (Math.min(width, height) < INNER_TICKS_FROM) return;
    Scale x = Scale.linear(window.xMin(), window.xMax(), left, left + width);
    Scale y = Scale.linear(window.yMin(), window.yMax(), top + height, top);
    pen.stroke(Palette.withAlpha(theme.ink(), .8), 1, Marks.SOLID);
    for (double tick : x.ticks(TICKS)) pen.line(x.px(tick), top + height - 4, x.px(tick), top + height);
    for (double tick : y.ticks(TICKS)) pen.line(left, y.px(tick), left + 4, y.px(tick));
  }

  private void drawXAxis(Pen pen, String name) {
    Type type = new Type(Face.TEXT, FONT);
    Scale x = Scale.linear(window.xMin(), window.xMax(), left, left + width);
    double baseline = top + height + 5 + FONT;
    String named = x.named(name);
    double nameLeft = Math.max(left, left + width - pen.textWidth(named, type));
    List<Double> ticks = x.ticks(TICKS);
    List<String> labels = x.labels(ticks);
    for (int i = 0; i < ticks.size(); i++) {
      double at = x.px(ticks.get(i));
      pen.line(at, top + height, at, top + height + 4);
      if (at + pen.textWidth(labels.get(i), type) / 2 + 6 < nameLeft)
        pen.text(labels.get(i), at, baseline, type, Align.CENTRE);
    }
    pen.text(Fit.within(pen, named, type, width), nameLeft, baseline, type, Align.LEFT);
  }

  private void drawYAxis(Pen pen, String name) {
    Type type = new Type(Face.TEXT, FONT);
    Scale y = Scale.linear(window.yMin(), window.yMax(), top + height, top);
    List<Double> ticks = y.ticks(TICKS);
    List<String> labels = y.labels(ticks);
    for (int i = 0; i < ticks.size(); i++) {
      double at = y.px(ticks.get(i));
      pen.line(left - 4, at, left, at);
      pen.text(labels.get(i), left - BESIDE_TICK, at + .36 * FONT, type, Align.RIGHT);
    }
    double nameLeft = Math.max(2, left - AXES_LEFT + 2);
    pen.text(Fit.within(pen, y.named(name), type, width), nameLeft, FONT, type, Align.LEFT);
  }

  /// A ring with four ticks, dark under white so that it shows on every colour; nothing for a place outside.
  public void drawProbe(Pen pen, double xData, double yData) {
    double x = xPx(xData);
    double y = yPx(yData);
    if (!contains(x, y)) return;
    double size = Math.clamp(Math.min(width, height) / 200, .7, 1);
    pen.clip(left, top, width, height);
    for (int layer = 0; layer < 2; layer++) {
      pen.stroke(layer == 0 ? 0x90101418 : 0xFFFFFFFF, size * (layer == 0 ? 4 : 2), Marks.SOLID);
      pen.strokeOval(x, y, 7 * size);
      pen.line(x - 11 * size, y, x - 4 * size, y);
      pen.line(x + 4 * size, y, x + 11 * size, y);
      pen.line(x, y - 11 * size, x, y - 4 * size);
      pen.line(x, y + 4 * size, x, y + 11 * size);
    }
    pen.unclip();
  }

  public void drawFrame(Pen pen, Theme theme) {
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRect(left, top, width, height);
  }

  @FunctionalInterface
  public interface Colour {
    int of(int cell);
  }
}

package dropoutlab.figure.plot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A pen that draws nothing and remembers where words and formulas come to stand, and how far all that is drawn
/// reaches. What a clip hides whole is not there.
public final class Measure implements Pen {
  /// How far above and below the baseline letters reach, in their size.
  private static final double ABOVE = .75, BELOW = .25;
  /// Less than so many pixels of words may be drawn over.
  private static final double HIDES = 2;

  /// What overlaps by less only touches.
  private static final double TOUCH = .1;

  /// A line of words, or a letter of a formula.
  ///
  /// @param text empty for a letter of a formula
  /// @param size of the words; 0 for a letter of a formula
  /// @param cut  whether a part of it is hidden, by a clip or by what is drawn over it
  public record Placed(String text, double left, double top, double right, double bottom, double size, int argb,
                       boolean cut) {
    public boolean isWords() { return size > 0; }

    public boolean overlaps(Placed other) {
      return left < other.right - TOUCH && other.left < right - TOUCH && top < other.bottom - TOUCH
          && other.top < bottom - TOUCH;
    }

    /// Whether the figure had to shorten it.
    public boolean isShortened() { return text.length() > 1 && text.endsWith("…"); }

    private Placed hidden() { return new Placed(text, left, top, right, bottom, size, argb, true); }
  }

  /// A rectangle by its sides.
  public record Extent(double left, double top, double right, double bottom) {
    private static final Extent ALL = new Extent(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final Extent NONE = new Extent(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    public double width() { return right - left; }

    public double height() { return bottom - top; }

    private Extent and(Extent other) {
      return new Extent(Math.max(left, other.left), Math.max(top, other.top), Math.min(right, other.right),
          Math.min(bottom, other.bottom));
    }

    private Extent with(Extent other) {
      return new Extent(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right),
          Math.max(bottom, other.bottom));
    }
  }

  private final List<Placed> placed = new ArrayList<>();
  private final Deque<Extent> clips = new ArrayDeque<>(List.of(Extent.ALL));
  private Extent extent = Extent.NONE;
  private int fill;

  /// Draws a figure in a room, to be asked what came of it.
  public static Measure of(Figure figure, double width, double height, Theme theme) {
    Measure measure = new Measure();
    figure.draw(measure, width, height, theme);
    return measure;
  }

  public List<Placed> placed() { return List.copyOf(placed); }

  /// How far everything reaches that is drawn; of nothing, from plus to minus infinity.
  public Extent extent() { return extent; }

  private void place(String text, double left, double top, double right, double bottom, double size) {
    Extent clip = clips.peek();
    boolean hidden = right <= clip.left || left >= clip.right || bottom <= clip.top || top >= clip.bottom;
    boolean cut = left < clip.left - 1 || right > clip.right + 1 || top < clip.top - 1 || bottom > clip.bottom + 1;
    if (hidden || !(right > left)) return;
    placed.add(new Placed(text, left, top, right, bottom, size, fill, cut));
    reach(left, top, right, bottom);
  }

  private void reach(double left, double top, double right, double bottom) {
    Extent seen = new Extent(left, top, right, bottom).and(clips.peek());
    if (seen.width() >= 0 && seen.height() >= 0) extent = extent.with(seen);
  }

  /// What is drawn over words hides them.
  private void cover(double left, double top, double width, double height) {
    reach(left, top, left + width, top + height);
    Extent over = new Extent(left, top, left + width, top + height).and(clips.peek());
    for (int i = 0; i < placed.size(); i++) {
      Placed each = placed.get(i);
      Extent both = over.and(new Extent(each.left, each.top, each.right, each.bottom));
      if (both.width() > HIDES && both.height() > HIDES) placed.set(i, each.hidden());
    }
  }

  private void reach(double[] x, double[] y, int count) {
    for (int i = 0; i < count; i++) reach(x[i], y[i], x[i], y[i]);
  }

  @Override public void fill(int argb) { fill = argb; }

  @Override public void text(String text, double x, double y, Type type, Align align) {
    double width = textWidth(text, type);
    double left = switch (align) {
      case LEFT -> x;
      case CENTRE -> x - width / 2;
      case RIGHT -> x - width;
    };
    if (!text.isBlank())
      place(text, left, y - ABOVE * type.size(), left + width, y + BELOW * type.size(), type.size());
  }

  @Override public void outline(Outline outline, double x, double y, double scale) {
    Outline.Bounds bounds = outline.bounds();
    place("", x + scale * bounds.left(), y + scale * bounds.top(), x + scale * bounds.right(),
        y + scale * bounds.bottom(), 0);
  }

  @Override public void clip(double x, double y, double width, double height) {
    clips.push(new Extent(x, y, x + width, y + height).and(clips.peek()));
  }

  @Override public void unclip() { clips.pop(); }

  @Override public void stroke(int argb, double width, double... dash) {}

  @Override public void fillRect(double x, double y, double width, double height) {
    if (fill >>> 24 > 127) cover(x, y, width, height);
    else reach(x, y, x + width, y + height);
  }

  @Override public void strokeRect(double x, double y, double width, double height) {
    reach(x, y, x + width, y + height);
  }

  @Override public void fillRoundRect(double x, double y, double width, double height, double radius) {
    fillRect(x, y, width, height);
  }

  @Override public void strokeRoundRect(double x, double y, double width, double height, double radius) {
    strokeRect(x, y, width, height);
  }

  @Override public void fillOval(double centreX, double centreY, double radius) {
    reach(centreX - radius, centreY - radius, centreX + radius, centreY + radius);
  }

  @Override public void strokeOval(double centreX, double centreY, double radius) {
    fillOval(centreX, centreY, radius);
  }

  @Override public void line(double x1, double y1, double x2, double y2) {
    reach(x1, y1, x1, y1);
    reach(x2, y2, x2, y2);
  }

  @Override public void curve(double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2,
                              double y2) {
    line(x1, y1, x2, y2);
  }

  @Override public void polyline(double[] x, double[] y, int count) { reach(x, y, count); }

  @Override public void polygon(double[] x, double[] y, int count) { reach(x, y, count); }

  @Override public void image(int[] argb, int columns, int rows, double x, double y, double width, double height,
                              boolean smooth) {
    cover(x, y, width, height);
  }
}

package dropoutlab.figure.plot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A pen that draws nothing and remembers where words and formulas come to stand. What a clip hides whole is not there.
public final class Measure implements Pen {
  /// How far above and below the baseline letters reach, in their size.
  private static final double ABOVE = .75, BELOW = .25;

  /// A line of words, or a letter of a formula.
  ///
  /// @param text empty for a letter of a formula
  /// @param size of the words; 0 for a letter of a formula
  /// @param cut  whether a clip hides a part of it
  public record Placed(String text, double left, double top, double right, double bottom, double size, int argb,
                       boolean cut) {
    public boolean isWords() { return size > 0; }

    public boolean overlaps(Placed other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /// Whether it leaves (0, 0, width, height) by more than `slack`.
    public boolean leaves(double width, double height, double slack) {
      return left < -slack || top < -slack || right > width + slack || bottom > height + slack;
    }
  }

  private record Clip(double left, double top, double right, double bottom) {
    private static final Clip NONE = new Clip(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    Clip within(Clip other) {
      return new Clip(Math.max(left, other.left), Math.max(top, other.top), Math.min(right, other.right),
          Math.min(bottom, other.bottom));
    }
  }

  private final List<Placed> placed = new ArrayList<>();
  private final Deque<Clip> clips = new ArrayDeque<>(List.of(Clip.NONE));
  private int fill;

  /// What a figure writes in a room.
  public static List<Placed> of(Figure figure, double width, double height, Theme theme) {
    Measure measure = new Measure();
    figure.draw(measure, width, height, theme);
    return measure.placed();
  }

  public List<Placed> placed() { return List.copyOf(placed); }

  private void place(String text, double left, double top, double right, double bottom, double size) {
    Clip clip = clips.peek();
    boolean hidden = right <= clip.left || left >= clip.right || bottom <= clip.top || top >= clip.bottom;
    boolean cut = left < clip.left - 1 || right > clip.right + 1 || top < clip.top - 1 || bottom > clip.bottom + 1;
    if (!hidden && right > left) placed.add(new Placed(text, left, top, right, bottom, size, fill, cut));
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
    clips.push(new Clip(x, y, x + width, y + height).within(clips.peek()));
  }

  @Override public void unclip() { clips.pop(); }

  @Override public void stroke(int argb, double width, double... dash) {}

  @Override public void fillRect(double x, double y, double width, double height) {}

  @Override public void strokeRect(double x, double y, double width, double height) {}

  @Override public void fillRoundRect(double x, double y, double width, double height, double radius) {}

  @Override public void strokeRoundRect(double x, double y, double width, double height, double radius) {}

  @Override public void fillOval(double centreX, double centreY, double radius) {}

  @Override public void strokeOval(double centreX, double centreY, double radius) {}

  @Override public void line(double x1, double y1, double x2, double y2) {}

  @Override public void curve(double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2,
                              double y2) {}

  @Override public void polyline(double[] x, double[] y, int count) {}

  @Override public void polygon(double[] x, double[] y, int count) {}

  @Override public void image(int[] argb, int columns, int rows, double x, double y, double width, double height,
                              boolean smooth) {}
}

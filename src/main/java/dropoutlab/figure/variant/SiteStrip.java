package dropoutlab.figure.variant;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An architecture in one line: its layers as boxes, and a crossed circle with its number where something is dropped.
/// A click on one brings its masks forward. Where the line is too long, the boxes in the middle are left out.
///
/// @param boxes   in the order of the data
/// @param focused the number of the site that stands in front, from 0
public record SiteStrip(List<Box> boxes, int focused) implements Figure {
  public static final double HEIGHT = 40;
  /// The radius of a place of dropout.
  public static final double CIRCLE = 9;
  private static final double BOX = 22, PAD = 8, ARROW = 14;
  private static final Type WORDS = new Type(Face.TEXT, 11.5), NUMBER = new Type(Face.TEXT_BOLD, 10);

  public SiteStrip { boxes = List.copyOf(boxes); }

  /// A layer, or with a `site` from 0 a place of dropout.
  ///
  /// @param text   what the layer is called; for a site what the pointer is told
  /// @param plain  whether it stands without a frame, as inputs and outputs do
  public record Box(String text, int site, boolean plain) {
    public static Box layer(String text) { return new Box(text, -1, false); }

    public static Box end(String text) { return new Box(text, -1, true); }

    public static Box site(int number, String told) { return new Box(told, number, false); }

    boolean isSite() { return site >= 0; }

    double width() { return isSite() ? 2 * CIRCLE : TextMeasure.width(text, WORDS) + (plain ? 0 : 2 * PAD); }
  }

  /// A box with its place in the line.
  public record Placed(Box box, double left) {
    public double right() { return left + box.width(); }
  }

  /// Returns what there is room for.
  public List<Placed> placed(double width) {
    List<Box> shown = shortened(width);
    List<Placed> placed = new ArrayList<>();
    double left = 0;
    for (Box box : shown) {
      placed.add(new Placed(box, left));
      left += box.width() + ARROW;
    }
    return placed;
  }

  private List<Box> shortened(double width) {
    List<Box> left = new ArrayList<>(boxes);
    Box gap = Box.end("…");
    while (length(left) > width && left.size() > 3) {
      int middle = left.indexOf(gap) >= 0 ? left.indexOf(gap) : left.size() / 2;
      if (left.get(middle) != gap) left.set(middle, gap);
      else left.remove(middle + (middle + 1 < left.size() - 1 && middle >= left.size() / 2 ? 1 : -1));
      if (left.stream().filter(gap::equals).count() == left.size()) break;
    }
    return left;
  }

  /// Returns whether the line needs no shortening in that width.
  public static boolean fits(List<Box> boxes, double width) { return length(boxes) <= width; }

  private static double length(List<Box> boxes) {
    return boxes.stream().mapToDouble(Box::width).sum() + ARROW * Math.max(0, boxes.size() - 1);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    double middle = Math.round(height / 2) + 2;
    List<Placed> all = placed(width);
    for (int i = 0; i < all.size(); i++) {
      Placed one = all.get(i);
      if (one.box.isSite()) drawSite(pen, theme, one.left + CIRCLE, middle, one.box.site, one.box.site == focused);
      else drawBox(pen, theme, one, middle, width);
      if (i + 1 < all.size()) drawArrow(pen, theme, one.left + one.box.width(), middle);
    }
  }

  private static void drawBox(Pen pen, Theme theme, Placed one, double middle, double width) {
    Box box = one.box;
    if (!box.plain) {
      pen.fill(theme.page());
      pen.fillRoundRect(one.left, middle - BOX / 2, box.width(), BOX, 4);
      pen.stroke(theme.line(), 1);
      pen.strokeRoundRect(one.left + .5, middle - BOX / 2 + .5, box.width() - 1, BOX - 1, 4);
    }
    pen.fill(box.plain ? theme.muted() : theme.ink());
    pen.text(Fit.within(pen, box.text, WORDS, Math.max(10, width - one.left)), one.left + (box.plain ? 0 : PAD), middle + 4, WORDS, Align.LEFT);
  }

  /// Draws a place of dropout around a point.
  ///
  /// @param front whether its masks stand in front
  public static void drawSite(Pen pen, Theme theme, double x, double middle, int site, boolean front) {
    int colour = front ? theme.accent() : theme.accentMid();
    pen.fill(front ? theme.accentPale() : theme.card());
    pen.fillOval(x, middle, CIRCLE);
    pen.stroke(colour, front ? 2 : 1.4);
    pen.strokeOval(x, middle, CIRCLE);
    Marks.cross(pen, x, middle, 4);
    pen.fill(front ? theme.accent() : theme.muted());
    pen.text(Words.of("variants.site.number", site + 1), x + CIRCLE - 1, middle - CIRCLE + 1, NUMBER, Align.LEFT);
  }

  private static void drawArrow(Pen pen, Theme theme, double left, double y) {
    double end = left + ARROW - 2;
    pen.stroke(theme.muted(), 1, Marks.SOLID);
    pen.line(left + 2, y, end, y);
    pen.polyline(new double[] {end - 3, end, end - 3}, new double[] {y - 2.5, y, y + 2.5}, 3);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return placed(width).stream().filter(one -> new Inset(one.left - 2, 0, one.box.width() + 4, height).contains(x, y))
        .filter(one -> one.box.isSite()).<Hit>map(one -> new Hit.Site(one.box.site, one.box.text)).findFirst();
  }
}

package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import java.util.List;

/// What a mark means: the mark and some words.
record Key(Mark mark, String text) {
  private static final double MARK = 12, GAP = 5, BETWEEN = 16;

  enum Mark { DOT, RING, BAR, BRACKET, CROSS, TWIN }

  static double width(Pen pen, List<Key> keys, Type type) {
    return keys.stream().mapToDouble(key -> MARK + GAP + pen.textWidth(key.text, type)).sum()
        + BETWEEN * Math.max(0, keys.size() - 1);
  }

  /// Draws as many of the keys as fit, from the left.
  static void draw(Pen pen, Theme theme, List<Key> keys, double left, double right, double baseline, Type type,
      int argb) {
    double x = left;
    for (Key key : keys) {
      double end = x + MARK + GAP + pen.textWidth(key.text, type);
      if (end > right) return;
      key.drawMark(pen, theme, x + MARK / 2, baseline - .36 * type.size(), argb);
      pen.fill(theme.muted());
      pen.text(key.text, x + MARK + GAP, baseline, type, Align.LEFT);
      x = end + BETWEEN;
    }
  }

  private void drawMark(Pen pen, Theme theme, double x, double y, int argb) {
    switch (mark) {
      case DOT -> {
        pen.fill(argb);
        pen.fillOval(x + 2, y, 2.3);
      }
      case RING -> {
        pen.stroke(argb, 2);
        pen.strokeOval(x + 1.5, y, 3.4);
      }
      case BAR -> line(pen, argb, 3, x + 2.5, y - 5.5, x + 2.5, y + 5.5);
      case BRACKET -> {
        line(pen, theme.ink(), 1.6, x + 2, y - 5, x + 2, y + 5);
        pen.line(x - 1, y - 5, x + 5, y - 5);
        pen.line(x - 1, y + 5, x + 5, y + 5);
      }
      case CROSS -> {
        pen.stroke(theme.ink(), 1.3);
        Marks.cross(pen, x + 1.5, y, 2.8);
      }
      case TWIN -> line(pen, theme.muted(), 1.6, x - 6, y, x + 6, y, 4, 2.5);
    }
  }

  private static void line(Pen pen, int argb, double width, double x1, double y1, double x2, double y2,
                           double... dash) {
    pen.stroke(argb, width, dash);
    pen.line(x1, y1, x2, y2);
  }
}

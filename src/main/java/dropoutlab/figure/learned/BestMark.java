package dropoutlab.figure.learned;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Words;

/// Marks the epoch whose weights early stopping keeps: a thin dotted line, and its name beside the line's upper end.
final class BestMark {
  private BestMark() {}

  static void drawLine(Pen pen, Theme theme, Axes axes, double xPx) {
    pen.stroke(Palette.withAlpha(theme.ink(), 0.5), 1, 2, 3);
    pen.line(xPx, axes.topPx(), xPx, axes.bottomPx());
  }

  /// On the side where there is room; nothing where there is none, or no words are written at all.
  static void drawLabel(Pen pen, Theme theme, Axes axes, double xPx, int epoch) {
    double size = axes.textSize();
    Type type = new Type(Face.TEXT, size);
    String text = Words.of("figure.loss.best", epoch);
    double width = pen.textWidth(text, type) + 6;
    boolean right = xPx + 3 + width <= axes.rightPx();
    if (!axes.worded() || !right && xPx - 3 - width < axes.leftPx()) return;
    double left = right ? xPx + 3 : xPx - 3 - width;
    pen.fill(Palette.withAlpha(theme.card(), 0.85));
    pen.fillRoundRect(left, axes.topPx() + 2, width, 1.4 * size, 3);
    pen.fill(theme.muted());
    pen.text(text, left + 3, axes.topPx() + 1.2 * size, type, Align.LEFT);
  }
}

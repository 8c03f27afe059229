package dropoutlab.figure.learned;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;

/// The epoch that is looked back at: a line through the curves, with its number in a pill above them.
record ScrubMark(Axes axes, int epoch) {
  void draw(Pen pen, Theme theme) {
    double line = px(axes, epoch), size = axes.textSize();
    pen.stroke(Palette.withAlpha(theme.ink(), 0.55), 1);
    pen.line(line, axes.worded() ? 1.6 * size : axes.topPx(), line, axes.bottomPx());
    pen.fill(theme.ink());
    pen.fillOval(line, axes.bottomPx(), 3.5);
    if (!axes.worded()) return;
    double width = pillWidth(), left = Math.clamp(line - width / 2, 0, axes.right() - width);
    pen.fillRoundRect(left, 0, width, 1.6 * size, 4);
    pen.fill(theme.card());
    pen.text(Integer.toString(epoch), left + width / 2, 1.16 * size, new Type(Face.NUMBER_BOLD, size), Align.CENTRE);
  }

  /// Whether the pill stands where the title of the loss axis would.
  boolean hidesTitle() {
    return px(axes, epoch) - pillWidth() / 2 < Axes.widthOf(axes.yTitle(), axes.textSize()) + 6;
  }

  private double pillWidth() {
    Type type = new Type(Face.NUMBER_BOLD, axes.textSize());
    return TextMeasure.width(Integer.toString(epoch), type) + 1.6 * axes.textSize();
  }

  static double px(Axes axes, int epoch) { return axes.x().px(Math.clamp(epoch, 0, (long) axes.x().to())); }
}

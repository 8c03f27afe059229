package dropoutlab.figure;

import dropoutlab.figure.Pen.Align;
import dropoutlab.figure.Pen.Face;
import dropoutlab.figure.Pen.Type;
import java.util.ArrayList;
import java.util.List;

/// The names of curves, written where the curves end: in their colour, pushed apart, with a thin leader where a name
/// had to move.
final class EndLabels {
  private static final double LEADER = 14;

  /// @param text  what to write
  /// @param yPx   where the curve ends
  /// @param bold  for the curve that matters most
  record Label(String text, double yPx, int argb, boolean bold) {}

  private EndLabels() {}

  /// The room that labels need to the right of the curves' ends.
  static double room(List<String> texts, double textSize) {
    double widest = 0;
    for (String text : texts) widest = Math.max(widest, Axes.widthOf(text, textSize));
    return LEADER + widest * 1.04 + 4;
  }

  /// Draws the labels beside `xPx`. Where there is not room for all, the first of the list are drawn.
  static void draw(Pen pen, Theme theme, List<Label> labels, double xPx, Axes axes) {
    double size = axes.textSize();
    double gap = 1.32 * size;
    double top = axes.topPx();
    double bottom = axes.bottomPx();
    List<Label> shown = labels.subList(0, Math.min(labels.size(), Labels.room(gap, top, bottom)));
    double[] wanted = new double[shown.size()];
    for (int i = 0; i < wanted.length; i++) wanted[i] = Math.clamp(shown.get(i).yPx, top, bottom);
    double[] places = Labels.spread(wanted, gap, top, bottom);
    for (int i = 0; i < wanted.length; i++) draw(pen, theme, shown.get(i), xPx, wanted[i], places[i], axes);
  }

  private static void draw(Pen pen, Theme theme, Label label, double xPx, double endPx, double placePx, Axes axes) {
    double size = axes.textSize();
    Type type = new Type(label.bold ? Face.TEXT_BOLD : Face.TEXT, size);
    double left = xPx + LEADER;
    if (left < axes.rightPx()) {
      pen.fill(theme.card());
      pen.fillRect(left - 2, placePx - 0.6 * size, pen.textWidth(label.text, type) + 4, 1.2 * size);
    }
    if (Math.abs(placePx - endPx) > 0.3 * size) {
      pen.stroke(Palette.withAlpha(label.argb, 0.45), 0.8);
      pen.line(xPx + 3, endPx, left - 3, placePx);
    }
    pen.fill(label.argb);
    pen.text(label.text, left, placePx + 0.36 * size, type, Align.LEFT);
  }

  /// The labels in the order of the list, those without a finite place left out.
  static List<Label> finite(List<Label> labels) {
    List<Label> finite = new ArrayList<>();
    for (Label label : labels) if (Double.isFinite(label.yPx)) finite.add(label);
    return finite;
  }
}

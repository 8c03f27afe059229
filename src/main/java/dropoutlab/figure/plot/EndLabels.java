package dropoutlab.figure.plot;

import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import java.util.ArrayList;
import java.util.List;

/// The names of curves, written where the curves end: in their colour, pushed apart, with a thin leader where a name
/// had to move.
public final class EndLabels {
  private static final double LEADER = 14;
  private static final double BEFORE_VALUE = 8;
  /// As wide as a value gets, so that the plot does not move with the values.
  private static final String WIDEST_VALUE = "↓1.00e−4";

  /// @param text  what to write
  /// @param value the curve's present value, in a column right of all texts, or empty
  /// @param yPx   where the curve ends
  /// @param bold  for the curve that matters most
  public record Label(String text, String value, double yPx, int argb, boolean bold) {
    public Label(String text, double yPx, int argb, boolean bold) { this(text, "", yPx, argb, bold); }
  }

  private EndLabels() {}

  /// The room that labels need to the right of the curves' ends.
  public static double room(List<String> texts, double textSize) {
    return LEADER + TextMeasure.widest(texts, new Type(Face.TEXT_BOLD, textSize)) + 4;
  }

  private static double valueWidth(double textSize) {
    return TextMeasure.width(WIDEST_VALUE, new Type(Face.NUMBER, textSize));
  }

  /// The same with a column of values.
  public static double room(List<String> texts, boolean values, double textSize) {
    return room(texts, textSize) + (values ? BEFORE_VALUE + valueWidth(textSize) : 0);
  }

  /// Draws the labels beside `xPx`. Where there is not room for all, the first of the list are drawn.
  public static void draw(Pen pen, Theme theme, List<Label> labels, double xPx, Axes axes) {
    double size = axes.textSize();
    double gap = 1.32 * size;
    double top = axes.topPx();
    // Clear of the title of the x axis.
    double bottom = Math.max(top, axes.bottomPx() - 0.6 * size);
    List<Label> shown = labels.subList(0, Math.min(labels.size(), Labels.room(gap, top, bottom)));
    double[] wanted = new double[shown.size()];
    for (int i = 0; i < wanted.length; i++) wanted[i] = Math.clamp(shown.get(i).yPx, top, bottom);
    double[] places = Labels.spread(wanted, gap, top, bottom);
    double valueLeft = xPx + LEADER + BEFORE_VALUE;
    for (Label label : shown)
      valueLeft = Math.max(valueLeft, xPx + LEADER + BEFORE_VALUE + textWidth(pen, label, size));
    for (int i = 0; i < wanted.length; i++) {
      double end = Math.clamp(shown.get(i).yPx, top, axes.bottomPx());
      draw(pen, theme, shown.get(i), xPx, end, places[i], valueLeft, axes);
    }
  }

  private static double textWidth(Pen pen, Label label, double size) {
    return pen.textWidth(label.text, type(label, size));
  }

  private static Type type(Label label, double size) { return new Type(label.bold ? Face.TEXT_BOLD : Face.TEXT, size); }

  private static void draw(Pen pen, Theme theme, Label label, double xPx, double endPx, double placePx,
                           double valueLeft, Axes axes) {
    double size = axes.textSize();
    double left = xPx + LEADER;
    double valueRight = valueLeft + valueWidth(size);
    if (left < axes.rightPx()) {
      double right = label.value.isEmpty() ? left + textWidth(pen, label, size) : valueRight;
      pen.fill(Palette.withAlpha(theme.card(), 0.85));
      pen.fillRect(left - 2, placePx - 0.6 * size, right - left + 4, 1.2 * size);
    }
    if (Math.abs(placePx - endPx) > 0.3 * size) {
      pen.stroke(Palette.withAlpha(label.argb, 0.45), 0.8);
      pen.line(xPx + 3, endPx, left - 3, placePx);
    }
    pen.fill(label.argb);
    pen.text(label.text, left, placePx + 0.36 * size, type(label, size), Align.LEFT);
    if (label.value.isEmpty()) return;
    Type number = new Type(label.bold ? Face.NUMBER_BOLD : Face.NUMBER, size);
    pen.text(label.value, Math.min(valueRight, axes.right() - 1), placePx + 0.36 * size, number, Align.RIGHT);
  }

  /// The labels in the order of the list, those without a finite place left out.
  public static List<Label> finite(List<Label> labels) {
    List<Label> finite = new ArrayList<>();
    for (Label label : labels) if (Double.isFinite(label.yPx)) finite.add(label);
    return finite;
  }
}

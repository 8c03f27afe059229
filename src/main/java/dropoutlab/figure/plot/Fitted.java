package dropoutlab.figure.plot;

import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Type;

/// Text that stays within its room: a little smaller, then cut short with an ellipsis, then left out.
public final class Fitted {
  private static final double SMALLEST = 9.5;

  private Fitted() {}

  /// Draws from the left at `x`, at most `width` wide, in the fill colour.
  public static void text(Pen pen, String text, double x, double baseline, Type type, double width) {
    Type fitted = type;
    double wide = pen.textWidth(text, type);
    if (wide > width) fitted = new Type(type.face(), Math.clamp(type.size() * width / wide, SMALLEST, type.size()));
    String shown = Fit.within(pen, text, fitted, width + 0.01);
    if (!shown.isEmpty()) pen.text(shown, x, baseline, fitted, Align.LEFT);
  }
}

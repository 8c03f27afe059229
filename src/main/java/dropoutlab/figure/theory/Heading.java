package dropoutlab.figure.theory;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;

/// The title of a part of a picture: a few bold words, then muted ones, as far as there is room.
public final class Heading {
  /// The room that a title needs above a part.
  public static final double HEIGHT = 22;
  private static final Type BOLD = new Type(Face.TEXT_BOLD, 12), REST = new Type(Face.TEXT, 12);
  private static final double GAP = 4;

  private Heading() {}

  /// Draws from the left at `x`, at most `width` wide, and returns where it ends.
  ///
  /// @param rest wordings of what follows the bold words, of which the first that fits is written, or none
  public static double draw(Pen pen, Theme theme, double x, double baseline, double width, String bold,
                            String... rest) {
    String shown = Fit.within(pen, bold, BOLD, width);
    pen.fill(theme.ink());
    if (!shown.isEmpty()) pen.text(shown, x, baseline, BOLD, Align.LEFT);
    double end = x + pen.textWidth(shown, BOLD) + GAP;
    for (String each : rest) {
      if (each.isEmpty() || end + pen.textWidth(each, REST) > x + width) continue;
      pen.fill(theme.muted());
      pen.text(each, end, baseline, REST, Align.LEFT);
      return end + pen.textWidth(each, REST);
    }
    return end - GAP;
  }
}

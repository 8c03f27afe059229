package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;

/// The title of a part of a figure: its subject in bold, and the rest muted.
final class Heading {
  static final double HEIGHT = 22;
  private static final Type BOLD = new Type(Face.TEXT_BOLD, 12), REST = new Type(Face.TEXT, 12);
  private static final double BASELINE = 12, GAP = 4;

  private Heading() {}

  /// Draws it from the left end of a part whose top is at 0. The rest is left out where it does not fit.
  static void draw(Pen pen, Theme theme, String bold, String rest, double left, double width) {
    pen.fill(theme.ink());
    String shown = Fit.within(pen, bold, BOLD, width);
    pen.text(shown, left, BASELINE, BOLD, Align.LEFT);
    double end = left + pen.textWidth(shown, BOLD) + GAP;
    if (rest.isEmpty() || end + pen.textWidth(rest, REST) > left + width) return;
    pen.fill(theme.muted());
    pen.text(rest, end, BASELINE, REST, Align.LEFT);
  }
}

package dropoutlab.figure.plot;

import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import java.util.List;

/// What marks mean, on the line above a plot, from the right: for marks that no label can stand beside.
public final class Legend {
  /// How a mark is drawn.
  public enum Mark { DISC, RING, LINE, PATCH, HATCH, DIAMOND }

  /// @param shape of the mark on a line, as of a class in [Marks]; -1 for none
  public record Entry(int shape, Mark mark, String text, int argb, double... dash) {
    public Entry(Mark mark, String text, int argb, double... dash) { this(-1, mark, text, argb, dash); }
  }

  private Legend() {}

  /// Draws the entries from the right end in their order; the first of them go where there is not room for all.
  public static void draw(Pen pen, Theme theme, List<Entry> entries, Axes axes) {
    if (!axes.worded()) return;
    Type type = new Type(Face.TEXT, axes.textSize());
    double free = axes.yTitle().isEmpty() ? 0 : pen.textWidth(axes.yTitle(), type) + 16;
    double right = axes.right() - 2;
    for (Entry entry : entries.reversed()) {
      double textLeft = right - pen.textWidth(entry.text, type);
      double markWidth = entry.mark == Mark.LINE ? 20 : 10;
      if (textLeft - markWidth - 4 < free) return;
      double middle = Math.round(axes.textSize()) - 0.36 * axes.textSize();
      drawMark(pen, theme, entry, textLeft - markWidth - 4, markWidth, middle);
      pen.fill(theme.muted());
      pen.text(entry.text, textLeft, Math.round(axes.textSize()), type, Align.LEFT);
      right = textLeft - markWidth - 16;
    }
  }

  private static void drawMark(Pen pen, Theme theme, Entry entry, double left, double width, double middle) {
    pen.fill(entry.argb);
    pen.stroke(entry.argb, entry.mark == Mark.LINE ? 1.8 : 1, entry.dash);
    switch (entry.mark) {
      case DISC -> pen.fillOval(left + width / 2, middle, 2.6);
      case RING -> pen.strokeOval(left + width / 2, middle, 2.6);
      case LINE -> pen.line(left, middle, left + width, middle);
      case DIAMOND -> Marks.diamond(pen, left + width / 2, middle, 4);
      case PATCH -> pen.fillRect(left, middle - 4, width, 8);
      case HATCH -> {
        Hatch.rect(pen, left, middle - 4, width, 8, 4);
        pen.strokeRect(left, middle - 4, width, 8);
      }
    }
    if (entry.shape >= 0)
      new Marks().classDot(pen, entry.shape, left + width / 2, middle, 2.6, entry.argb, theme.card(), 1);
  }
}

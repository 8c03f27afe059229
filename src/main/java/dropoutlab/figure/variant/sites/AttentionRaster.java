package dropoutlab.figure.variant.sites;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;

/// The weights of one head: a row for each word that looks, a column for each word that is looked at. A dropped weight
/// is
/// a hollow square, which is crossed if the weight was large.
record AttentionRaster(Seen seen, int head, int first, int words) {
  private static final double LARGE = .2, SMALLEST_SQUARE = 5, SMALLEST_CROSS = 7, VISIBLE = .7;

  private int index(int cell) { return seen.place().index(head, first + cell / words, first + cell % words); }

  /// @param colour of what is dropped
  void draw(Pen pen, Inset at, int colour, Theme theme) {
    int[] cells = new int[words * words];
    for (int i = 0; i < cells.length; i++) cells[i] = colour(index(i), theme);
    pen.image(cells, words, words, at.left(), at.top(), at.width(), at.height(), false);
    if (Math.min(at.width(), at.height()) / words < SMALLEST_SQUARE) return;
    for (int i = 0; i < cells.length; i++) {
      if (seen.isDropped(index(i))) drawDropped(pen, cell(at, i), seen.value(index(i)), colour, theme);
      if (seen.isDroppedInA(index(i))) mark(pen, cell(at, i), theme.accent(), false);
      if (seen.isDroppedInB(index(i))) mark(pen, cell(at, i), theme.rival(), true);
    }
  }

  private Inset cell(Inset at, int cell) {
    double wide = at.width() / words, high = at.height() / words;
    return new Inset(at.left() + cell % words * wide, at.top() + cell / words * high, wide, high);
  }

  private int colour(int index, Theme theme) {
    double value = seen.value(index);
    if (seen.isDifference()) return Palette.diverging(theme, value);
    return seen.isDropped(index) ? theme.card() : Palette.mix(theme.card(), theme.ink(), shade(value));
  }

  /// Small weights are made a little more visible.
  private static double shade(double weight) { return Math.pow(Math.clamp(weight, 0, 1), VISIBLE); }

  private static void drawDropped(Pen pen, Inset cell, double weight, int colour, Theme theme) {
    boolean large = weight >= LARGE;
    pen.stroke(large ? colour : Palette.mix(colour, theme.card(), .45), large ? 1.3 : .9, Marks.SOLID);
    double edge = large ? 1.2 : 1.8;
    pen.strokeRect(cell.left() + edge, cell.top() + edge, cell.width() - 2 * edge, cell.height() - 2 * edge);
    double arm = Math.min(cell.width(), cell.height()) / 2 - 3;
    if (large && Math.min(cell.width(), cell.height()) >= SMALLEST_CROSS)
      Marks.cross(pen, cell.left() + cell.width() / 2, cell.top() + cell.height() / 2, arm);
  }

  private static void mark(Pen pen, Inset cell, int colour, boolean hollow) {
    double x = cell.left() + cell.width() / 2, y = cell.top() + cell.height() / 2;
    pen.fill(colour);
    pen.stroke(colour, 1, Marks.SOLID);
    if (hollow) pen.strokeRect(x - 2.5, y - 2.5, 5, 5);
    else pen.fillOval(x, y, 1.7);
  }
}

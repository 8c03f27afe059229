package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;

/// The last masks that the engine drew, each with the factor of what it keeps. What is dropped is dashed and crossed.
record BlockMasks(List<Matrix> masks) {
  private static final double GAP = 8, BELOW = 18, CROSSED = 4;
  private static final Type TYPE = new Type(Face.TEXT, 11);

  /// Where a mask stands among `columns` in a row, in the whole of a room.
  static Inset place(Inset room, int i, int columns, int rows) {
    double side = side(room, columns, rows);
    int column = i % columns, row = i / columns;
    return new Inset(room.left() + column * (side + GAP), room.top() + row * (side + BELOW), side, side);
  }

  private static double side(Inset room, int columns, int rows) {
    return Math.min((room.width() - (columns - 1) * GAP) / columns, (room.height() - (rows - 1) * BELOW) / rows);
  }

  void draw(Pen pen, Inset room, int columns, int rows, Theme theme) {
    for (int i = 0; i < Math.min(masks.size(), columns * rows); i++) {
      Inset at = place(room, i, columns, rows);
      draw(pen, masks.get(i), at, theme);
      pen.fill(theme.muted());
      pen.text(caption(masks.get(i)), at.left(), at.bottom() + 12, TYPE, Align.LEFT);
    }
  }

  static String caption(Matrix mask) {
    return mask.min() > 0 ? Words.of("claimmoments.block.kept") : mask.max() == 0 ? Words.of("claimmoments.block.lost")
        : Words.of("claimmoments.block.factor", Numbers.fixed(mask.max(), 2));
  }

  private static void draw(Pen pen, Matrix mask, Inset at, Theme theme) {
    int side = mask.rows();
    double cell = at.width() / side;
    int[] cells = new int[mask.size()];
    for (int i = 0; i < cells.length; i++) cells[i] = mask.get(i) == 0 ? theme.card() : theme.accentPale();
    pen.image(cells, side, side, at.left(), at.top(), at.width(), at.height(), false);
    pen.stroke(theme.muted(), cell < 2 * CROSSED ? .6 : 1, Marks.SOLID);
    for (int i = 0; i < cells.length; i++)
      if (mask.get(i) == 0 && cell >= CROSSED)
        Marks.cross(pen, at.left() + (i % side + .5) * cell, at.top() + (i / side + .5) * cell, .22 * cell);
    edges(pen, mask, at, theme);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRect(at.left() - .5, at.top() - .5, at.width() + 1, at.height() + 1);
  }

  /// The dashed edge of what is dropped.
  private static void edges(Pen pen, Matrix mask, Inset at, Theme theme) {
    int side = mask.rows();
    double cell = at.width() / side;
    pen.stroke(theme.muted(), 1, 2.4, 2);
    for (int r = 0; r < side; r++)
      for (int c = 0; c < side; c++) {
        double x = at.left() + c * cell, y = at.top() + r * cell;
        boolean dropped = mask.at(r, c) == 0;
        if (c > 0 && dropped != (mask.at(r, c - 1) == 0)) pen.line(x, y, x, y + cell);
        if (r > 0 && dropped != (mask.at(r - 1, c) == 0)) pen.line(x, y, x + cell, y);
      }
  }
}

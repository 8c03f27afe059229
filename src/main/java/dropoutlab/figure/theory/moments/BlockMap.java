package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import java.util.function.IntPredicate;

/// A map of numbers, cell by cell. A line parts what is above `parted` from the rest, so that it is seen without colour
/// too; of differences `parted` is NaN, and signs tell them apart; where cells are large, they hold their numbers.
///
/// @param values (side x side)
/// @param colours of a value
/// @param hidden which cells are not shown, by their row-major index
record BlockMap(Matrix values, double parted, Colours colours, IntPredicate hidden) {
  private static final double NUMBERED = 18, SIGNED = 9, DECIMALS = 33, LARGEST_NUMBER = 12;

  private static final Type QUESTION = new Type(Face.TEXT_BOLD, 18);

  @FunctionalInterface
  interface Colours {
    int of(double value);
  }

  void draw(Pen pen, Inset at, Theme theme) {
    int side = values.rows();
    int[] cells = new int[side * side];
    for (int i = 0; i < cells.length; i++)
      cells[i] = hidden.test(i) ? theme.card() : colours.of(values.get(i));
    pen.image(cells, side, side, at.left(), at.top(), at.width(), at.height(), false);
    drawNumbers(pen, at, theme, cells);
    drawParting(pen, at, theme);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRect(at.left() - .5, at.top() - .5, at.width() + 1, at.height() + 1);
  }

  private void drawNumbers(Pen pen, Inset at, Theme theme, int[] cells) {
    int side = values.rows();
    double cell = at.width() / side;
    Type type = new Type(Face.NUMBER, Math.min(LARGEST_NUMBER, .42 * cell));
    for (int i = 0; i < cells.length; i++) {
      double x = at.left() + (i % side + .5) * cell, y = at.top() + (i / side + .5) * cell + .36 * type.size();
      if (hidden.test(i)) {
        boolean middle = i == side / 2 * side + side / 2;
        if (middle) drawQuestion(pen, x, at.top() + (i / side + .5) * cell, theme);
      } else if (cell >= (isDifference() ? SIGNED : NUMBERED)) {
        pen.fill(Palette.inkOn(theme, cells[i]));
        pen.text(told(values.get(i), cell >= DECIMALS), x, y, type, Align.CENTRE);
      }
    }
  }

  private static void drawQuestion(Pen pen, double x, double middle, Theme theme) {
    pen.fill(theme.ink());
    pen.text("?", x, middle + .36 * QUESTION.size(), QUESTION, Align.CENTRE);
  }

  private boolean isDifference() { return Double.isNaN(parted); }

  /// A value in per cent; a difference has its sign.
  String percent(double value) {
    String number = Numbers.fixed(100 * value, 1);
    return isDifference() && value > 0 ? "+" + number : number;
  }

  /// In a cell: in full where there is room; of a difference else the sign alone.
  private String told(double value, boolean full) {
    if (full) return percent(value);
    return !isDifference() ? Numbers.fixed(100 * value, 0) : value > 0 ? "+" : Numbers.signed("", value);
  }

  /// Lines between neighbours of which one alone is above; nothing is told of hidden ones.
  private void drawParting(Pen pen, Inset at, Theme theme) {
    int side = values.rows();
    double cell = at.width() / side;
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    for (int r = 0; r < side; r++)
      for (int c = 0; c < side; c++) {
        double x = at.left() + c * cell, y = at.top() + r * cell;
        if (c > 0 && parts(r * side + c, r * side + c - 1)) pen.line(x, y, x, y + cell);
        if (r > 0 && parts(r * side + c, (r - 1) * side + c)) pen.line(x, y, x + cell, y);
      }
  }

  private boolean parts(int one, int other) {
    return !hidden.test(one) && !hidden.test(other) && values.get(one) > parted != values.get(other) > parted;
  }
}

package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Numbers;

/// A small matrix of numbers, each in a cell of its own.
///
/// @param across,down the pitch of its columns and rows
record CellGrid(double left, double top, double across, double down, int rows, MicroscopeLayout layout) {
  /// What a cell is: a number; one that a mask has kept; a factor of a mask, which is 1/(1 - p); nothing, since it was
  /// dropped; and a factor of 0, with or without a frame.
  enum Look { PLAIN, KEPT, FACTOR, GONE, CROSSED, CROSS }

  private static final double GAP = 1;

  double right() { return left + MicroscopeLayout.UNITS * across; }

  double bottom() { return top + rows * down; }

  double centreX(int unit) { return left + (unit + .5) * across; }

  double baseline(int row) { return top + (row + .5) * down + .36 * layout.number().size(); }

  /// The number of the cell under a point; -1 for none.
  int cell(double x, double y) {
    if (x < left || x >= right() || y < top || y >= bottom()) return -1;
    return (int) ((y - top) / down) * MicroscopeLayout.UNITS + (int) ((x - left) / across);
  }

  void draw(Pen pen, Theme theme, int row, int unit, double value, Look look) {
    double x = left + unit * across + GAP, y = top + row * down + GAP, w = across - 2 * GAP, h = down - 2 * GAP;
    switch (look) {
      case PLAIN -> fill(pen, Palette.mix(theme.card(), theme.line(), .42), x, y, w, h);
      case KEPT -> fill(pen, theme.accentPale(), x, y, w, h);
      case FACTOR -> {
        fill(pen, theme.accentPale(), x, y, w, h);
        pen.stroke(theme.accent(), 1.3, Marks.SOLID);
        pen.strokeRoundRect(x + .5, y + .5, w - 1, h - 1, 3);
      }
      case GONE, CROSSED -> {
        pen.stroke(Palette.mix(theme.card(), theme.faint(), .7), 1, 2, 2);
        pen.strokeRoundRect(x + .5, y + .5, w - 1, h - 1, 3);
      }
      case CROSS -> { }
    }
    if (look == Look.CROSSED) cross(pen, theme, x, y, w, h);
    if (look == Look.CROSS) {
      pen.stroke(theme.muted(), 1.1, Marks.SOLID);
      Marks.cross(pen, x + w / 2, y + h / 2, 3.6);
    } else write(pen, theme, row, unit, value, look);
  }

  private static void fill(Pen pen, int colour, double x, double y, double w, double h) {
    pen.fill(colour);
    pen.fillRoundRect(x, y, w, h, 3);
  }

  /// Long flat strokes, so that the 0 between them stays to be read.
  private static void cross(Pen pen, Theme theme, double x, double y, double w, double h) {
    pen.stroke(Palette.mix(theme.card(), theme.faint(), .8), 1, Marks.SOLID);
    double in = .2 * w, out = .38 * w, rise = .3 * h, low = .14 * h, cx = x + w / 2, cy = y + h / 2;
    for (int side = -1; side <= 1; side += 2)
      for (int up = -1; up <= 1; up += 2) pen.line(cx + side * in, cy + up * low, cx + side * out, cy + up * rise);
  }

  private void write(Pen pen, Theme theme, int row, int unit, double value, Look look) {
    boolean gone = look == Look.GONE || look == Look.CROSSED;
    pen.fill(gone ? theme.muted() : look == Look.FACTOR ? theme.accent() : theme.ink());
    Pen.Type type = gone || look == Look.PLAIN ? layout.number() : layout.boldNumber();
    String text = look == Look.FACTOR || gone ? Numbers.brief(value) : Numbers.fixed(value, 2);
    for (int decimals = 1; decimals >= 0 && TextMeasure.width(text, type) > across - 2; decimals--)
      text = Numbers.fixed(value, decimals);
    pen.text(text, centreX(unit), baseline(row), type, Align.CENTRE);
  }
}

package dropoutlab.figure.variant.maps;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.ValueRaster;
import dropoutlab.figure.variant.Site;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// Some values of an example at a place of dropout, as a raster: what goes on, ỹ, in colour, and what was dropped as a
/// grey ghost of the value that is lost. Squares of DropBlock have a dashed outline, single values a dot; a raster of
/// which nothing is left is crossed out.
///
/// @param from    the index of the first value
/// @param count   of values, from the top left; cells behind them are empty
/// @param largest the size of a value that has the full colour; 0 means that all are 0
/// @param blocks  whether what was dropped is outlined
record CellRaster(Site site, int example, int from, int count, int columns, double largest, boolean blocks) {
  /// A cell is so many pixels of the raster wide, so that a dot fits into it.
  private static final int FINE = 3;
  private static final double GHOST = .4, LEAST_APART = 9;
  private static final double[] DASH = {2.2, 1.8};

  int rows() { return Math.ceilDiv(count, columns); }

  private IntPredicate dropped() { return i -> i < count && site.isDropped(example, from + i); }

  private boolean isAllDropped() {
    for (int i = 0; i < count; i++) if (!site.isDropped(example, from + i)) return false;
    return true;
  }

  void draw(Pen pen, Inset at, Theme theme) {
    boolean whole = isAllDropped();
    int[] pixels = pixels(theme, !blocks && !whole);
    pen.image(pixels, FINE * columns, FINE * rows(), at.left(), at.top(), at.width(), at.height(), false);
    if (whole) {
      ValueRaster.crossOut(pen, at, theme);
      return;
    }
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRect(at.left() - .5, at.top() - .5, at.width() + 1, at.height() + 1);
    if (!blocks) return;
    pen.stroke(theme.muted(), 1, DASH);
    MaskOutline.draw(pen, at, rows(), columns, dropped());
  }

  /// Draws each value as a square of its own, hollow, dashed and crossed where it was dropped; as one raster where
  /// there is too little room for that.
  void drawApart(Pen pen, Inset at, Theme theme) {
    double cell = at.width() / columns;
    if (cell < LEAST_APART) {
      draw(pen, at, theme);
      return;
    }
    for (int i = 0; i < count; i++) {
      boolean dropped = site.isDropped(example, from + i);
      double left = at.left() + i % columns * cell + 1, top = at.top() + i / columns * cell + 1, side = cell - 3;
      pen.fill(colour(theme, i, dropped));
      pen.fillRect(left, top, side, side);
      if (dropped) pen.stroke(theme.muted(), 1, DASH);
      else pen.stroke(theme.line(), 1, Marks.SOLID);
      pen.strokeRect(left + .5, top + .5, side - 1, side - 1);
      if (!dropped) continue;
      pen.stroke(theme.muted(), 1, Marks.SOLID);
      Marks.cross(pen, left + side / 2, top + side / 2, side / 5);
    }
  }

  private int[] pixels(Theme theme, boolean dotted) {
    int wide = FINE * columns;
    int[] pixels = new int[wide * FINE * rows()];
    for (int i = 0; i < count; i++) {
      boolean dropped = site.isDropped(example, from + i);
      int colour = colour(theme, i, dropped), corner = i / columns * FINE * wide + i % columns * FINE;
      for (int row = 0; row < FINE; row++)
        for (int column = 0; column < FINE; column++) pixels[corner + row * wide + column] = colour;
      if (dropped && dotted) pixels[corner + FINE / 2 * wide + FINE / 2] = theme.muted();
    }
    return pixels;
  }

  private int colour(Theme theme, int i, boolean dropped) {
    if (!(largest > 0)) return dropped ? theme.card() : Palette.diverging(theme, 0);
    Site.Reading read = site.read(example, from + i);
    return dropped ? Palette.mix(theme.card(), theme.faint(), GHOST * Math.min(1, Math.abs(read.before()) / largest))
        : Palette.diverging(theme, read.after() / largest);
  }

  /// Draws a frame round one of its values, if it is the one with that index.
  void drawCursor(Pen pen, Inset at, int index, Theme theme) {
    int i = index - from;
    if (i < 0 || i >= count) return;
    double width = at.width() / columns, height = at.height() / rows();
    double left = at.left() + i % columns * width, top = at.top() + i / columns * height;
    pen.stroke(theme.card(), 4, Marks.SOLID);
    pen.strokeRect(left - 2, top - 2, width + 4, height + 4);
    pen.stroke(theme.ink(), 2, Marks.SOLID);
    pen.strokeRect(left - 2, top - 2, width + 4, height + 4);
  }

  /// The index of the value under a point.
  OptionalInt at(Inset at, double x, double y) {
    if (!at.contains(x, y)) return OptionalInt.empty();
    int column = (int) ((x - at.left()) / at.width() * columns), row = (int) ((y - at.top()) / at.height() * rows());
    int i = row * columns + column;
    return i < count ? OptionalInt.of(from + i) : OptionalInt.empty();
  }
}

package dropoutlab.figure.variant.sites;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.ValueRaster;

/// The values of all words at a place: a row for each word, a column for each feature.
///
/// @param largest the size of a value that has the full colour
record FeatureRaster(Seen seen, double largest, int first, int words) {
  private static final double SMALLEST_CELL = 3.5;

  private int columns() { return seen.place().width(); }

  void draw(Pen pen, Inset at, Theme theme) {
    int from = first * columns();
    new ValueRaster(words, columns(), i -> seen.value(from + i), i -> seen.isDropped(from + i))
        .draw(pen, at, largest, theme);
    if (seen.isDifference()) drawMarks(pen, at, theme);
  }

  /// What A dropped has a disc, what B dropped a hollow square.
  private void drawMarks(Pen pen, Inset at, Theme theme) {
    double wide = at.width() / columns(), high = at.height() / words;
    if (wide < SMALLEST_CELL) return;
    pen.fill(theme.accent());
    pen.stroke(theme.rival(), 1, Marks.SOLID);
    for (int i = 0; i < words * columns(); i++) {
      double x = at.left() + (i % columns() + .5) * wide, y = at.top() + (i / columns() + .5) * high;
      if (seen.isDroppedInA(first * columns() + i)) pen.fillOval(x, y, 1.4);
      if (seen.isDroppedInB(first * columns() + i)) pen.strokeRect(x - 1.8, y - 1.8, 3.6, 3.6);
    }
  }
}

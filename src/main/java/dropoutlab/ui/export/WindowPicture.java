package dropoutlab.ui.export;

import dropoutlab.export.picture.Page;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;

/// The pixels of the window, as a figure that fills its page to the edges.
///
/// @param argb row 0 on top; not changed by anybody
record WindowPicture(int[] argb, int columns, int rows) implements Figure {
  /// Pixels of the picture for each of the window's.
  static final int FINE = 2;

  /// The page on which each pixel is one.
  Page page(Theme theme) { return Page.ofPixels(columns / FINE, rows / FINE, FINE, theme); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Page page = page(theme);
    double margin = page.marginPt() / Page.PT_PER_INCH * Page.SCREEN_PER_INCH;
    pen.image(argb, columns, rows, -margin, -margin, width + 2 * margin, height + 2 * margin, true);
  }
}

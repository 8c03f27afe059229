package dropoutlab.ui.export;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;

/// The pixels of the window, as a figure.
///
/// @param argb row 0 on top; not changed by anybody
record WindowPicture(int[] argb, int columns, int rows) implements Figure {
  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    pen.image(argb, columns, rows, 0, 0, width, height, true);
  }
}

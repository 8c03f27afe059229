package dropoutlab.figure;

import dropoutlab.frame.Window;

/// A part of the data plane shown in a rectangle of a figure, with room for a colour bar below where one is wanted.
record Plane(Window window, double left, double top, double width, double height) {
  private static final double BAR_ROOM = 30;

  static Plane of(Window window, double width, double height, boolean bar) {
    double room = bar && height > 3 * BAR_ROOM ? BAR_ROOM : 0;
    return new Plane(window, .5, .5, Math.max(1, width - 1), Math.max(1, height - 1 - room));
  }

  double xPx(double xData) { return left + width * (xData - window.xMin()) / (window.xMax() - window.xMin()); }

  double yPx(double yData) { return top + height * (window.yMax() - yData) / (window.yMax() - window.yMin()); }

  double xData(double xPx) { return window.xMin() + (window.xMax() - window.xMin()) * (xPx - left) / width; }

  double yData(double yPx) { return window.yMax() - (window.yMax() - window.yMin()) * (yPx - top) / height; }

  boolean contains(double xPx, double yPx) {
    return xPx >= left && xPx < left + width && yPx >= top && yPx < top + height;
  }

  /// The row of a table of grid cells (rows from the bottom) under a point inside the plane.
  int cell(double xPx, double yPx, int columns, int rows) {
    int column = Math.clamp((int) ((xPx - left) / width * columns), 0, columns - 1);
    int row = Math.clamp((int) ((top + height - yPx) / height * rows), 0, rows - 1);
    return row * columns + column;
  }

  /// Draws a grid of cells (rows from the bottom) with a frame. `colours` gives the colour of a table row.
  void drawGrid(Pen pen, int columns, int rows, Colour colours) {
    int[] pixels = new int[columns * rows];
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < columns; column++)
        pixels[(rows - 1 - row) * columns + column] = colours.of(row * columns + column);
    pen.image(pixels, columns, rows, left, top, width, height, true);
  }

  void drawFrame(Pen pen, Theme theme) {
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRect(left, top, width, height);
  }

  @FunctionalInterface
  interface Colour {
    int of(int cell);
  }
}

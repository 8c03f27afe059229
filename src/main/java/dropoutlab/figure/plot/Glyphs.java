package dropoutlab.figure.plot;

import dropoutlab.frame.Matrix;

/// Pictures of a table, a row a picture, 0 paper to 1 ink.
public final class Glyphs {
  private Glyphs() {}

  public static void draw(Pen pen, Theme theme, Matrix pictures, int row, int width, int height, double left, double top,
                   double side) {
    double pixel = side / Math.max(width, height);
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++)
      argb[i] = Palette.mix(theme.card(), theme.ink(), Math.clamp(pictures.at(row, i), 0, 1));
    double across = pixel * width;
    double down = pixel * height;
    double x = left + (side - across) / 2;
    double y = top + (side - down) / 2;
    pen.image(argb, width, height, x, y, across, down, false);
    pen.stroke(theme.line(), 1);
    pen.strokeRect(x - .5, y - .5, across + 1, down + 1);
  }
}

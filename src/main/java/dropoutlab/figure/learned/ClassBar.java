package dropoutlab.figure.learned;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Plane;
import dropoutlab.figure.plot.Theme;
import java.util.List;

/// The colours of several classes below a map: for each a stretch that grows stronger with the class's probability, and
/// its mark and name.
final class ClassBar {
  private static final int STEPS = 32;
  private static final double GAP = 3;

  /// The colour of a class as strong as `confidence`, 0 at chance to 1 at certainty.
  @FunctionalInterface
  interface Colour {
    int of(int index, double confidence);
  }

  private ClassBar() {}

  static void draw(Pen pen, Plane plane, double figureHeight, List<String> classes, Colour colours, Theme theme) {
    double top = plane.below() + 8;
    if (top + 12 > figureHeight) return;
    double each = plane.width() / classes.size();
    Marks marks = new Marks();
    for (int c = 0; c < classes.size(); c++) {
      int index = c;
      double left = plane.left() + c * each;
      int[] pixels = new int[STEPS];
      for (int i = 0; i < STEPS; i++) pixels[i] = colours.of(index, i / (STEPS - 1.0));
      pen.image(pixels, STEPS, 1, left, top, Math.max(1, each - GAP), 8, true);
      int strong = Palette.categorical(theme, c);
      Type type = new Type(Face.TEXT, 11);
      String fitted = Fit.within(pen, classes.get(c), type, each - 14);
      String name = fitted.length() > 3 || fitted.equals(classes.get(c)) ? fitted : "";
      double wide = name.isEmpty() ? 8 : 11 + pen.textWidth(name, type);
      double from = left + Math.max(0, (each - GAP - wide) / 2);
      if (each > 9) marks.classDot(pen, c, from + 4, top + 16, 3, strong, theme.ink(), .6);
      pen.fill(theme.muted());
      pen.text(name, from + 11, top + 20, type, Align.LEFT);
    }
  }
}

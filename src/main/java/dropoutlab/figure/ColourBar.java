package dropoutlab.figure;

import dropoutlab.figure.Pen.Align;
import dropoutlab.figure.Pen.Face;
import dropoutlab.figure.Pen.Type;
import java.util.function.DoubleFunction;

/// A colour scale below a map: its ends as numbers and between them what it measures.
final class ColourBar {
  private static final int STEPS = 128;

  private ColourBar() {}

  /// @param colours of a share in [0, 1] of the bar
  static void draw(Pen pen, Plane plane, double figureHeight, String low, String title, String high,
                   DoubleFunction<Integer> colours, Theme theme) {
    double top = plane.below() + 8;
    if (top + 12 > figureHeight) return;
    int[] pixels = new int[STEPS];
    for (int i = 0; i < STEPS; i++) pixels[i] = colours.apply(i / (STEPS - 1.0));
    pen.image(pixels, STEPS, 1, plane.left(), top, plane.width(), 8, true);
    Type numbers = new Type(Face.NUMBER, 11);
    Type words = new Type(Face.TEXT, 11);
    double baseline = top + 20;
    double lowWidth = pen.textWidth(low, numbers);
    double highWidth = pen.textWidth(high, numbers);
    pen.fill(theme.muted());
    pen.text(low, plane.left(), baseline, numbers, Align.LEFT);
    if (lowWidth + highWidth + 8 > plane.width()) return;
    double right = plane.left() + plane.width();
    pen.text(high, right, baseline, numbers, Align.RIGHT);
    double middle = (plane.left() + lowWidth + right - highWidth) / 2;
    String fitted = Fit.within(pen, title, words, plane.width() - lowWidth - highWidth - 12);
    // A stump of a word says less than none.
    if (fitted.equals(title) || fitted.length() - 1 > 0.6 * title.length())
      pen.text(fitted, middle, baseline, words, Align.CENTRE);
  }
}

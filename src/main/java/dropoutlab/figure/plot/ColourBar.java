package dropoutlab.figure.plot;

import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import java.util.List;
import java.util.function.DoubleFunction;

/// A colour scale below a map: its ends as numbers and between them what it measures.
public final class ColourBar {
  private static final int STEPS = 128;

  private ColourBar() {}

  public static void draw(Pen pen, Plane plane, double figureHeight, String low, String title, String high,
                   DoubleFunction<Integer> colours, Theme theme) {
    draw(pen, plane, figureHeight, low, List.of(title), high, colours, theme);
  }

  /// @param titles  of which the first is written that fits
  /// @param colours of a share in [0, 1] of the bar
  public static void draw(Pen pen, Plane plane, double figureHeight, String low, List<String> titles, String high,
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
    String last = titles.getLast();
    String fitted = Fit.firstThatFits(pen, words, plane.width() - lowWidth - highWidth - 12,
        titles.toArray(String[]::new));
    // A stump of a word says less than none.
    if (titles.contains(fitted) || fitted.length() - 1 > 0.6 * last.length())
      pen.text(fitted, middle, baseline, words, Align.CENTRE);
  }

  /// A small triangle above the bar, where the map's largest value stands on a scale that it shares with others.
  public static void drawReach(Pen pen, Plane plane, double figureHeight, double share, Theme theme) {
    double top = plane.below() + 8;
    if (top + 12 > figureHeight || !(share < .985)) return;
    double x = plane.left() + Math.max(0, share) * plane.width();
    pen.fill(theme.ink());
    pen.polygon(new double[] {x - 4, x + 4, x}, new double[] {top - 6, top - 6, top}, 3);
  }
}

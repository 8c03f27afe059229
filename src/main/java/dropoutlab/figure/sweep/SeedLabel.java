package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;

/// The number of a seed beside its dot, on a ground that keeps it readable over other dots.
final class SeedLabel {
  private static final double OPACITY = .88;

  private SeedLabel() {}

  static void draw(Pen pen, Theme theme, String text, double x, double baseline, Type type) {
    double wide = pen.textWidth(text, type);
    pen.fill(Palette.withAlpha(theme.card(), OPACITY));
    pen.fillRoundRect(x - wide / 2 - 2, baseline - .85 * type.size(), wide + 4, 1.12 * type.size(), 3);
    pen.fill(theme.ink());
    pen.text(text, x, baseline, type, Align.CENTRE);
  }
}

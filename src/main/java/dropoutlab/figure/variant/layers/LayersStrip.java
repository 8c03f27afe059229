package dropoutlab.figure.variant.layers;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Versus;
import dropoutlab.figure.variant.View;

/// How the pictures are read; where nothing else tells whose they are, that too.
///
/// @param named whether the methods are named, each above its picture
record LayersStrip(Versus versus, String text, boolean named) implements Figure {
  private static final Type WORDS = new Type(Face.TEXT, 12), BOLD = new Type(Face.TEXT_BOLD, 12);

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    if (named) {
      for (Side side : versus.sides()) drawName(pen, side, width, theme);
      return;
    }
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, text, WORDS, width), 0, 18, WORDS, Align.LEFT);
  }

  private static void drawName(Pen pen, Side side, double width, Theme theme) {
    double half = Math.floor((width - View.GAP) / 2), left = side.letter() == Side.Letter.A ? 0 : width - half;
    side.mark(pen, theme, left + 6, 14, 4);
    pen.fill(side.words(theme));
    pen.text(Fit.within(pen, side.method().title(), BOLD, half - 16), left + 16, 18, BOLD, Align.LEFT);
  }
}

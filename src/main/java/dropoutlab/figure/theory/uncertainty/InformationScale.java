package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;

/// The scale of both information maps, upright beside them.
record InformationScale(UncertaintyPicture.Asking of) implements Figure {
  static final double WIDTH = 40;
  private static final int STEPS = 64;
  private static final double BAR = 8;

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    int[] colours = new int[STEPS];
    for (int i = 0; i < STEPS; i++) colours[i] = Palette.sequential(theme, 1 - i / (STEPS - 1.0));
    pen.image(colours, 1, STEPS, 0, .5, BAR, height - 1, true);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRect(0, .5, BAR, height - 1);
    pen.fill(theme.muted());
    pen.text(Numbers.fixed(of.exact().max(), 2), BAR + 4, 10, Lettering.NUMBER, Align.LEFT);
    pen.text(Words.of("claimuncertainty.panel.unit"), BAR + 4, height / 2 + 4, Lettering.SMALL, Align.LEFT);
    pen.text(Numbers.brief(0), BAR + 4, height - 1, Lettering.NUMBER, Align.LEFT);
  }
}

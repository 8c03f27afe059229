package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Heading;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;

/// The penalty by hand: the loss under each of the four masks with its probability, their mean, and what is left when
/// the loss with masks off is taken away.
record MaskLosses(RegulariserPicture.FallingPenalty of) implements Figure {
  static final double HEIGHT = 82;
  private static final Type NUMBER = new Type(Face.NUMBER, 11), SMALL = new Type(Face.TEXT, 10.5),
      BOLD = new Type(Face.TEXT_BOLD, 11.5);
  private static final double UNIT = 4.5, LOSSES_SHARE = .66;

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Heading.draw(pen, theme, 0, 12, width, Words.of("claimregulariser.falling.hand"),
        Words.of("claimregulariser.falling.hand_rest"));
    double column = LOSSES_SHARE * width / of.losses().rows(), mean = 0;
    for (int i = 0; i < of.losses().rows(); i++) {
      int mask = of.losses().rows() - 1 - i;
      double x = column * (i + .5);
      for (int input = 0; input < 2; input++) unit(pen, theme, x + (input == 0 ? -8 : 8), 34, (mask >> input & 1) == 1);
      pen.fill(theme.ink());
      pen.text(Numbers.fixed(of.losses().at(mask, 1), of.losses().at(mask, 1) < 10 ? 3 : 1), x, 58, NUMBER,
          Align.CENTRE);
      pen.fill(theme.muted());
      pen.text(Shown.percent(of.losses().at(mask, 0)), x, 74, SMALL, Align.CENTRE);
      mean += of.losses().at(mask, 0) * of.losses().at(mask, 1);
    }
    pen.fill(theme.muted());
    pen.text(Words.of("claimregulariser.falling.mean", Numbers.fixed(mean, 4)), width, 38, SMALL, Align.RIGHT);
    pen.text(Words.of("claimregulariser.falling.off", Numbers.fixed(of.off(), 4)), width, 55, SMALL, Align.RIGHT);
    pen.fill(theme.accent());
    pen.text(Words.of("claimregulariser.falling.penalty", Numbers.fixed(of.penalty(), 4)), width, 74, BOLD,
        Align.RIGHT);
  }

  /// A dropped input is dashed and crossed.
  private static void unit(Pen pen, Theme theme, double x, double y, boolean kept) {
    pen.fill(kept ? theme.accent() : theme.card());
    pen.fillOval(x, y, UNIT);
    if (kept) pen.stroke(theme.accent(), 1.6, Marks.SOLID);
    else pen.stroke(theme.muted(), 1, 2, 1.6);
    pen.strokeOval(x, y, UNIT);
    if (kept) return;
    pen.stroke(theme.muted(), 1.1, Marks.SOLID);
    Marks.cross(pen, x, y, 2.6);
  }
}

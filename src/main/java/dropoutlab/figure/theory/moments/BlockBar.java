package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.frame.bench.MomentsPicture.DropBlock;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;

/// The scale of colours beside the maps, with p upon it, which can be dragged there.
record BlockBar(Inset at, double most, double p, Dragged number) {
  private static final double WIDE = 10, LEFT = 15, APART = 15;
  private static final int STEPS = 64;
  private static final Type NUMBER = new Type(Face.NUMBER, 11), BOLD = new Type(Face.NUMBER_BOLD, 11);

  static BlockBar of(DropBlock of, Inset at, double most) {
    double y = at.bottom() - at.height() * of.p() / most;
    String told = Words.of("claimmoments.block.drag", Shown.dropRate(of.p()));
    String number = Words.of("claimmoments.block.p_is", Shown.briefRate(of.p()));
    return new BlockBar(at, most, of.p(), new Dragged("p", 0, number, at.left() + LEFT, y + 4, BOLD, told));
  }

  /// @param full,none the colours at its ends
  void draw(Pen pen, Theme theme, int full, int none) {
    int[] pixels = new int[STEPS];
    for (int i = 0; i < STEPS; i++) pixels[i] = Palette.mix(full, none, i / (STEPS - 1.0));
    pen.image(pixels, 1, STEPS, at.left(), at.top(), WIDE, at.height(), false);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRect(at.left() - .5, at.top() - .5, WIDE + 1, at.height() + 1);
    double y = number.baseline() - 4;
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    pen.line(at.left() - 3, y, at.left() + WIDE + 3, y);
    pen.fill(theme.accent());
    number.draw(pen, theme);
    pen.fill(theme.muted());
    double left = at.left() + LEFT;
    if (y - at.top() > APART) pen.text(Numbers.fixed(100 * most, 0), left, at.top() + 8, NUMBER, Align.LEFT);
    if (at.bottom() - y > APART) pen.text(Words.of("claimmoments.block.none"), left, at.bottom(), NUMBER, Align.LEFT);
  }

  Optional<Hit> hit(double x, double y) { return number.hit(x, y); }
}

package dropoutlab.figure.variant.maps;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.words.Words;
import java.util.Optional;

/// What a network says about an example: a bar for the probability of each class under its mask, and a line for that
/// with masks off, where it is known.
///
/// @param on  the probabilities under the mask
/// @param off the same with masks off
record ClassBars(Side side, Schema schema, double[] on, Optional<double[]> off, int label) implements Figure {
  static final double HEIGHT = 60;
  private static final double FOOT = 17, HEAD = 17;
  private static final Type WORDS = new Type(Face.TEXT, 11.5), BOLD = new Type(Face.TEXT_BOLD, 11.5),
      SMALL = new Type(Face.TEXT, 11);

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    String axis = Words.of("maps.class.axis"), says = schema.className(best());
    double before = pen.textWidth(Words.of("maps.class.says"), WORDS) + 4;
    double words = Math.max(pen.textWidth(axis, SMALL), before + pen.textWidth(says, BOLD) + 18);
    double left = Math.min(.4 * width, words + 8);
    pen.fill(theme.muted());
    pen.text(Words.of("maps.class.says"), 0, 12, WORDS, Align.LEFT);
    pen.text(axis, 0, height - 4, SMALL, Align.LEFT);
    pen.fill(theme.ink());
    String shown = Fit.within(pen, says, BOLD, left - before - 18);
    pen.text(shown, before, 12, BOLD, Align.LEFT);
    pen.stroke(theme.ink(), 1.5, Marks.SOLID);
    double sign = before + pen.textWidth(shown, BOLD) + 9;
    if (best() == label) Marks.tick(pen, sign, 8, 4);
    else Marks.cross(pen, sign, 8, 3.4);
    String key = Words.of(off.isPresent() ? "maps.class.both" : "maps.class.on");
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, key, SMALL, width - left), width, 11, SMALL, Align.RIGHT);
    drawBars(pen, left, width, height, theme);
  }

  private int best() {
    int best = 0;
    for (int i = 1; i < on.length; i++) if (on[i] > on[best]) best = i;
    return best;
  }

  private void drawBars(Pen pen, double from, double width, double height, Theme theme) {
    double base = height - FOOT, high = base - HEAD, each = (width - from) / on.length, bar = Math.min(.6 * each, 22);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(from, base + .5, width, base + .5);
    for (int i = 0; i < on.length; i++) {
      double middle = from + (i + .5) * each, tall = Math.max(1, high * on[i]);
      pen.fill(side.colour(theme));
      pen.fillRect(middle - bar / 2, base - tall, bar, tall);
      drawName(pen, i, middle, height, each, theme);
      if (off.isEmpty()) continue;
      double line = Math.min(base - 1, base - high * off.get()[i]);
      pen.stroke(theme.ink(), 1.6, Marks.SOLID);
      pen.line(middle - bar / 2 - 3, line, middle + bar / 2 + 3, line);
    }
  }

  private void drawName(Pen pen, int index, double middle, double height, double each, Theme theme) {
    Type type = index == label ? BOLD : WORDS;
    String name = schema.className(index);
    pen.fill(index == label ? theme.ink() : theme.muted());
    if (pen.textWidth(name, type) <= each - 2) pen.text(name, middle, height - 4, type, Align.CENTRE);
  }
}

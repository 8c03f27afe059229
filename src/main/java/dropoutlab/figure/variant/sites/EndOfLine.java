package dropoutlab.figure.variant.sites;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.Matrix;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.IntStream;

/// What networks say about an example with their masks on: the probabilities of the classes, or a number. The true
/// class
/// is in bold, and a tick tells that it is the one they say.
///
/// @param sides whose answers stand below each other
record EndOfLine(List<Side> sides, Schema schema, int example) {
  private static final double LINE = 15, BAR = 5;
  private static final Type WORDS = new Type(Face.TEXT, 11);

  void draw(Pen pen, Inset at, Theme theme) {
    pen.fill(theme.muted());
    pen.text(Words.of("depth.says.mean"), at.left(), at.top() - 6, WORDS, Align.LEFT);
    if (schema.task() == Task.REGRESSION) drawNumbers(pen, at, theme);
    else drawClasses(pen, at, theme);
  }

  private double p(Side side, int index) {
    Matrix output = side.view().layers().getLast().activations();
    int row = Math.min(example, output.rows() - 1);
    if (output.cols() > 1) return output.at(row, index);
    return index == 1 ? output.at(row, 0) : 1 - output.at(row, 0);
  }

  private int truth() { return (int) sides.getFirst().view().targets().at(example, 0); }

  private void drawClasses(Pen pen, Inset at, Theme theme) {
    double each = LINE + BAR * sides.size() + 6;
    int most = Math.max(1, (int) (at.height() / each));
    List<Integer> ranked = IntStream.range(0, schema.classes().size()).boxed()
        .sorted((a, b) -> Double.compare(p(sides.getFirst(), b), p(sides.getFirst(), a))).toList();
    List<Integer> shown = ranked.size() <= most ? ranked.stream().sorted().toList() : ranked.subList(0, most);
    double top = at.top() + (shown.size() == ranked.size() ? Math.max(0, (at.height() - shown.size() * each) / 2) : 0);
    for (int i = 0; i < shown.size(); i++)
      drawClass(pen, new Inset(at.left(), top + i * each, at.width(), each), shown.get(i), ranked.getFirst(), theme);
  }

  private void drawClass(Pen pen, Inset at, int index, int said, Theme theme) {
    boolean right = index == truth();
    Type name = new Type(right ? Face.TEXT_BOLD : Face.TEXT, 11), number = new Type(Face.NUMBER, 11);
    pen.fill(right ? theme.ink() : theme.muted());
    String called = Fit.within(pen, schema.className(index), name, at.width() - 44);
    pen.text(called, at.left(), at.top() + 11, name, Align.LEFT);
    if (sides.size() == 1) pen.text(Numbers.fixed(p(sides.getFirst(), index), 2), at.right() - 2, at.top() + 11,
        number, Align.RIGHT);
    if (index == said && right) {
      pen.stroke(sides.getFirst().colour(theme), 1.6, Marks.SOLID);
      Marks.tick(pen, at.left() + pen.textWidth(called, name) + 7, at.top() + 7.5, 3);
    }
    for (int s = 0; s < sides.size(); s++) bar(pen, sides.get(s), at, at.top() + LINE + s * BAR,
        p(sides.get(s), index), theme);
  }

  private static void bar(Pen pen, Side side, Inset at, double top, double share, Theme theme) {
    double wide = (at.width() - 3) * Math.clamp(share, 0, 1);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(at.left(), top + 3.5, at.left() + at.width() - 3, top + 3.5);
    pen.fill(side.colour(theme));
    pen.stroke(side.colour(theme), 1, Marks.SOLID);
    if (side.letter() == Side.Letter.A) pen.fillRect(at.left(), top, Math.max(1, wide), 4);
    else pen.strokeRect(at.left() + .5, top + .5, Math.max(1, wide), 3);
  }

  private void drawNumbers(Pen pen, Inset at, Theme theme) {
    double y = at.top() + 14;
    Type number = new Type(Face.NUMBER_BOLD, 12);
    pen.fill(theme.muted());
    pen.text(Words.of("depth.says.truth"), at.left(), y, WORDS, Align.LEFT);
    pen.text(Numbers.reading(sides.getFirst().view().targets().at(example, 0)), at.left(), y + LINE, number,
        Align.LEFT);
    for (Side side : sides) {
      y += 2.6 * LINE;
      pen.fill(side.words(theme));
      pen.text(Words.of("depth.says.answer"), at.left(), y, WORDS, Align.LEFT);
      pen.text(Numbers.reading(side.view().layers().getLast().activations().at(example, 0)), at.left(), y + LINE,
          number, Align.LEFT);
    }
  }
}

package dropoutlab.figure.variant.layers;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.words.Numbers;
import java.util.List;

/// What stands below the blocks of a chain, each in its column: how much it changes the example, with which probability
/// it is kept and how often it was in this batch, and which examples of the batch went through it.
record BlockBands(Side side, List<DeepBlock> blocks, ChainLayout layout, int example) {
  private static final Type NUMBER = new Type(Face.NUMBER, 10);
  private static final double LEAST_SHADE = .18, MOST_SHADE = .85;

  void draw(Pen pen, Theme theme) {
    if (ChainLayout.has(layout.changes())) drawChanges(pen, theme);
    if (ChainLayout.has(layout.survival())) drawSurvival(pen, theme);
    if (ChainLayout.has(layout.batch())) drawBatch(pen, theme);
  }

  private double wide() { return Math.max(2, Math.min(14, .5 * layout.each())); }

  private void drawChanges(Pen pen, Theme theme) {
    Inset at = layout.changes();
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(at.left(), at.bottom() + .5, at.right(), at.bottom() + .5);
    pen.fill(theme.muted());
    for (int i = 0; i < blocks.size(); i++) {
      double high = at.height() * Math.clamp(blocks.get(i).change(example), 0, 1);
      if (high > 0) pen.fillRect(layout.middle(i) - wide() / 2, at.bottom() - Math.max(1, high), wide(),
          Math.max(1, high));
    }
    drawTicks(pen, at, theme);
  }

  private static void drawTicks(Pen pen, Inset at, Theme theme) {
    pen.fill(theme.muted());
    pen.text(Numbers.brief(1), at.right() + 6, at.top() + 6, NUMBER, Align.LEFT);
    pen.text(Numbers.brief(0), at.right() + 6, at.bottom() + 2, NUMBER, Align.LEFT);
  }

  /// Bars for the probability, marks for what was counted in the batch.
  private void drawSurvival(Pen pen, Theme theme) {
    Inset at = layout.survival();
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.line(at.left(), at.bottom() + .5, at.right(), at.bottom() + .5);
    pen.line(at.left(), at.top() + .5, at.right(), at.top() + .5);
    for (int i = 0; i < blocks.size(); i++) {
      double x = layout.middle(i), high = at.height() * (1 - blocks.get(i).p());
      pen.fill(Palette.mix(theme.card(), side.colour(theme), .3));
      pen.fillRect(x - wide() / 2, at.bottom() - high, wide(), high);
      side.mark(pen, theme, x, at.bottom() - at.height() * blocks.get(i).keptInBatch(), Math.min(3, wide() / 2 + 1));
    }
    drawTicks(pen, at, theme);
    drawNumbers(pen, at.bottom() + 12, theme);
  }

  private void drawNumbers(Pen pen, double y, Theme theme) {
    int every = layout.each() >= 18 ? 1 : layout.each() >= 10 ? 2 : 4;
    pen.fill(theme.muted());
    for (int i = 0; i < blocks.size(); i++) {
      int number = layout.first() + i + 1;
      if (i == 0 || number % every == 0) pen.text(Integer.toString(number), layout.middle(i), y, NUMBER, Align.CENTRE);
    }
  }

  /// A row for each example; the shown one is framed, with the number of blocks that it went through.
  private void drawBatch(Pen pen, Theme theme) {
    Inset at = layout.batch();
    int rows = blocks.getFirst().examples(), columns = blocks.size();
    if (rows == 0) return;
    int[] cells = new int[rows * columns];
    for (int i = 0; i < cells.length; i++) cells[i] = shade(blocks.get(i % columns).kept(i / columns), theme);
    pen.image(cells, columns, rows, at.left(), at.top(), at.width(), at.height(), false);
    pen.stroke(theme.card(), 1.5, Marks.SOLID);
    for (int i = 1; i < columns; i++) pen.line(at.left() + i * layout.each(), at.top(), at.left() + i * layout.each(),
        at.bottom());
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRect(at.left() - .5, at.top() - .5, at.width() + 1, at.height() + 1);
    double high = at.height() / rows, top = at.top() + example * high;
    pen.stroke(theme.ink(), 1.2, Marks.SOLID);
    pen.strokeRect(at.left() - 2, top - 1, at.width() + 4, high + 2);
    pen.fill(theme.ink());
    double through = blocks.stream().mapToDouble(block -> block.isSkipped(example) ? 0 : 1).sum();
    pen.text(Numbers.count(through), at.right() + 6, Math.clamp(top + high / 2 + 4, at.top() + 8, at.bottom()), NUMBER,
        Align.LEFT);
  }

  private int shade(double kept, Theme theme) {
    return kept == 0 ? theme.card()
        : Palette.mix(theme.card(), side.colour(theme), LEAST_SHADE + (MOST_SHADE - LEAST_SHADE) * kept);
  }
}

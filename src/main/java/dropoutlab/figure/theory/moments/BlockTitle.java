package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Dragged;
import dropoutlab.frame.bench.MomentsPicture.DropBlock;
import dropoutlab.words.Words;
import java.util.Optional;

/// Over the masks: what they are, with the sides of block and map, which can be dragged.
record BlockTitle(String blocks, Dragged block, String map, Dragged side, String end, double left, double baseline) {
  private static final Type BOLD = new Type(Face.TEXT_BOLD, 12), REST = new Type(Face.TEXT, 12),
      NUMBER = new Type(Face.NUMBER_BOLD, 12);

  static BlockTitle of(DropBlock of, Inset masks) {
    double baseline = masks.top() - 7;
    double at = masks.left() + TextMeasure.width(Words.of("claimmoments.block.masks"), BOLD);
    String blocks = Words.of("claimmoments.block.masks.blocks");
    String map = Words.of("claimmoments.block.masks.map", of.block());
    String end = Words.of("claimmoments.block.masks.end", of.side());
    Dragged block = dragged("block", of.block(), at + TextMeasure.width(blocks, REST), baseline,
        Words.of("claimmoments.block.drag_block", of.block()));
    Dragged side = dragged("side", of.side(), block.right() + TextMeasure.width(map, REST), baseline,
        Words.of("claimmoments.block.drag_side", of.side()));
    return new BlockTitle(blocks, block, map, side, end, at, baseline);
  }

  private static Dragged dragged(String control, int number, double left, double baseline, String told) {
    return new Dragged(control, 0, Integer.toString(number), left, baseline, NUMBER, told);
  }

  void draw(Pen pen, Theme theme) {
    String bold = Words.of("claimmoments.block.masks");
    pen.fill(theme.ink());
    pen.text(bold, left - TextMeasure.width(bold, BOLD), baseline, BOLD, Align.LEFT);
    block.draw(pen, theme);
    side.draw(pen, theme);
    pen.fill(theme.muted());
    pen.text(blocks, left, baseline, REST, Align.LEFT);
    pen.text(map, block.right(), baseline, REST, Align.LEFT);
    pen.text(end, side.right(), baseline, REST, Align.LEFT);
  }

  Optional<Hit> hit(double x, double y) { return block.hit(x, y).or(() -> side.hit(x, y)); }
}

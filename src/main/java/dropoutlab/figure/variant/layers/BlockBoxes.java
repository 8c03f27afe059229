package dropoutlab.figure.variant.layers;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.ValueRaster;
import dropoutlab.figure.variant.Side;
import java.util.List;

/// The blocks of a chain with the values in them, and the path. A residual block stands above the path, which goes on
/// where the block is skipped; an encoder block stands in it, and where it is skipped the path leads through an empty
/// frame.
record BlockBoxes(Side side, List<DeepBlock> blocks, ChainLayout layout, int example, int front, double largest) {
  private static final double SUM = 3.5, CIRCLE = 4;
  private static final double[] DASHED = {3, 2.5};

  void draw(Pen pen, Theme theme) {
    drawPath(pen, theme);
    for (int i = 0; i < blocks.size(); i++) {
      if (!isSlabs()) drawBranch(pen, i, theme);
      drawBox(pen, i, theme);
    }
  }

  private boolean isSlabs() { return blocks.getFirst().isLayerDrop(); }

  private double left() { return layout.boxes().left() - 4; }

  private double right() { return layout.boxes().right() + 8; }

  /// Where it leads through the blocks, it is seen between them and through those that were skipped.
  private void drawPath(Pen pen, Theme theme) {
    double x = right(), y = layout.path();
    pen.stroke(theme.ink(), 2, Marks.SOLID);
    pen.line(left(), y, x, y);
    pen.polyline(new double[] {x - 4, x, x - 4}, new double[] {y - 3, y, y + 3}, 3);
  }

  /// Up into the block, and down to the sum.
  private void drawBranch(Pen pen, int i, Theme theme) {
    Inset box = layout.box(i);
    boolean skipped = blocks.get(i).isSkipped(example);
    boolean path = blocks.get(i).where() == DeepBlock.Where.PATH;
    double up = box.left() + box.width() * (path ? .1 : .22), down = box.left() + box.width() * (path ? .56 : .78),
        y = layout.path();
    pen.stroke(skipped ? theme.faint() : theme.muted(), 1.1, skipped ? DASHED : Marks.SOLID);
    pen.line(up, y, up, box.bottom());
    pen.line(down, box.bottom(), down, y - SUM);
    pen.fill(theme.card());
    pen.fillOval(down, y, SUM);
    pen.stroke(skipped ? theme.faint() : theme.ink(), 1.1, Marks.SOLID);
    pen.strokeOval(down, y, SUM);
    if (skipped) return;
    pen.line(down - 2, y, down + 2, y);
    pen.line(down, y - 2, down, y + 2);
    if (path) drawOnPath(pen, box.right() + (layout.each() - box.width()) / 2, y, theme);
  }

  /// Dropout that stands in the path itself.
  private void drawOnPath(Pen pen, double x, double y, Theme theme) {
    pen.fill(theme.card());
    pen.fillOval(x, y, CIRCLE);
    pen.stroke(side.colour(theme), 1.3, Marks.SOLID);
    pen.strokeOval(x, y, CIRCLE);
    Marks.cross(pen, x, y, 2.2);
  }

  private void drawBox(Pen pen, int i, Theme theme) {
    DeepBlock block = blocks.get(i);
    Inset box = layout.box(i);
    boolean skipped = block.isSkipped(example), inFront = block.site().number() >= 0 && block.site().number() == front;
    if (skipped) {
      pen.stroke(inFront ? side.colour(theme) : theme.muted(), inFront ? 1.8 : 1.1, DASHED);
      pen.strokeRoundRect(box.left() + .5, box.top() + .5, box.width() - 1, box.height() - 1, 3);
      if (isSlabs()) return;
      pen.stroke(Palette.mix(theme.muted(), theme.ink(), .4), 1.3, Marks.SOLID);
      Marks.cross(pen, box.left() + box.width() / 2, box.top() + box.height() / 2, Math.min(4.5, box.width() / 3.5));
      return;
    }
    raster(i).draw(pen, box, largest, theme);
    pen.stroke(side.colour(theme), inFront ? 2 : 1.2, Marks.SOLID);
    pen.strokeRect(box.left() - .5, box.top() - .5, box.width() + 1, box.height() + 1);
  }

  private int columns(int i) {
    DeepBlock block = blocks.get(i);
    if (block.columns() > 0) return block.columns();
    Inset box = layout.box(i);
    return (int) Math.clamp(Math.round(Math.sqrt(block.size() * box.width() / box.height())), 1,
        Math.max(1, block.size()));
  }

  private ValueRaster raster(int i) {
    DeepBlock block = blocks.get(i);
    int columns = columns(i), rows = Math.max(1, Math.ceilDiv(block.size(), columns));
    return new ValueRaster(rows, columns, cell -> cell < block.size() ? block.value(example, cell) : 0,
        cell -> block.units() && cell < block.size() && block.site().isDropped(example, cell));
  }

  /// Returns the index of the value that lies at a point of a box.
  int index(int i, double x, double y) {
    Inset box = layout.box(i);
    int columns = columns(i), rows = Math.max(1, Math.ceilDiv(blocks.get(i).size(), columns));
    int column = Math.clamp((int) ((x - box.left()) * columns / box.width()), 0, columns - 1);
    int row = Math.clamp((int) ((y - box.top()) * rows / box.height()), 0, rows - 1);
    return Math.clamp(row * columns + column, 0, Math.max(0, blocks.get(i).size() - 1));
  }

  void drawCursor(Pen pen, int i, int index, Theme theme) {
    Inset box = layout.box(i);
    int columns = columns(i), rows = Math.max(1, Math.ceilDiv(blocks.get(i).size(), columns));
    if (index >= blocks.get(i).size()) return;
    double wide = box.width() / columns, high = box.height() / rows;
    double left = box.left() + index % columns * wide - 1, top = box.top() + index / columns * high - 1;
    pen.stroke(theme.card(), 3.2, Marks.SOLID);
    pen.strokeRect(left, top, wide + 2, high + 2);
    pen.stroke(theme.ink(), 1.5, Marks.SOLID);
    pen.strokeRect(left, top, wide + 2, high + 2);
  }
}

package dropoutlab.figure.variant.layers;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Says;
import dropoutlab.figure.variant.Side;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// One example on its way through the blocks of a network, and below each block how much it changes, how often it is
/// kept,
/// and which examples of the batch went through it.
///
/// @param largest the size of a value that has the full colour
record ChainFigure(Side side, List<DeepBlock> blocks, Look look, Schema schema, double largest) implements Figure {
  private static final Type WORDS = new Type(Face.TEXT, 11), NUMBER = new Type(Face.NUMBER, 11),
      LABEL = new Type(Face.TEXT, 10.5);

  private boolean slabs() { return !blocks.isEmpty() && blocks.getFirst().isLayerDrop(); }

  private int example() {
    int rows = blocks.stream().mapToInt(DeepBlock::examples).min().orElse(1);
    return Math.clamp(look.example(), 0, Math.max(0, rows - 1));
  }

  private ChainLayout layout(double width, double height) {
    return ChainLayout.of(Math.max(1, blocks.size()), slabs(), look.first(), width, height);
  }

  private List<DeepBlock> shown(ChainLayout layout) {
    return blocks.subList(layout.first(), Math.min(blocks.size(), layout.first() + layout.blocks()));
  }

  private BlockBoxes boxes(ChainLayout layout) {
    return new BlockBoxes(side, shown(layout), layout, example(), look.site(), largest);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    if (blocks.isEmpty()) return;
    ChainLayout layout = layout(width, height);
    boxes(layout).draw(pen, theme);
    new BlockBands(side, shown(layout), layout, example()).draw(pen, theme);
    drawLabels(pen, layout, theme);
    drawCursor(pen, layout, theme);
    drawFoot(pen, width, height, theme);
  }

  private void drawLabels(Pen pen, ChainLayout layout, Theme theme) {
    pen.fill(theme.muted());
    Inset boxes = layout.boxes();
    label(pen, bandOfBoxes(), boxes.top() + boxes.height() / (slabs() ? 4 : 2));
    if (!slabs()) label(pen, Words.of("depth.band.path"), layout.path());
    if (ChainLayout.has(layout.changes())) label(pen, Words.of("depth.band.changes"), layout.changes().bottom() - 5);
    if (ChainLayout.has(layout.survival())) label(pen, Words.of("depth.band.kept"), layout.survival().top() + 6);
    if (ChainLayout.has(layout.batch())) label(pen, Words.of("depth.band.batch"), layout.batch().top() + 6);
    if (blocks.size() > layout.blocks())
      label(pen, Words.of("depth.band.some", layout.blocks(), blocks.size()), layout.survival().bottom());
  }

  private String bandOfBoxes() {
    boolean output = slabs() || blocks.stream().anyMatch(block -> block.where() == DeepBlock.Where.PATH);
    return output ? Words.of("depth.band.blocks") : Words.of("depth.band.branch");
  }

  private static void label(Pen pen, String text, double middle) {
    pen.text(text, ChainLayout.LEFT - 8, middle + 4, LABEL, Align.RIGHT);
  }

  private void drawCursor(Pen pen, ChainLayout layout, Theme theme) {
    if (look.cursor().isEmpty()) return;
    for (int i = 0; i < shown(layout).size(); i++)
      if (shown(layout).get(i).site().number() == look.cursor().get().site())
        boxes(layout).drawCursor(pen, i, look.cursor().get().index(), theme);
  }

  private void drawFoot(Pen pen, double width, double height, Theme theme) {
    pen.fill(theme.muted());
    String told = told();
    pen.text(Fit.within(pen, told, WORDS, width), 0, height - 21, WORDS, Align.LEFT);
    new Says(side, schema, example()).draw(pen, theme, width, height - 5);
  }

  private long skipped() { return blocks.stream().filter(block -> block.isSkipped(example())).count(); }

  /// What was dropped of the shown example.
  String told() {
    if (blocks.stream().anyMatch(DeepBlock::units)) {
      double share = blocks.stream().mapToDouble(block -> 1 - block.kept(example())).average().orElse(0);
      boolean path = blocks.stream().anyMatch(block -> block.where() == DeepBlock.Where.PATH);
      return path ? Words.of("depth.foot.path", Shown.percent(share, 1))
          : Words.of("depth.foot.units", Shown.percent(share, 1));
    }
    if (blocks.stream().allMatch(block -> block.p() == 0)) return Words.of("depth.foot.none");
    return slabs() ? Words.of("depth.foot.slabs", skipped(), blocks.size())
        : Words.of("depth.foot.blocks", skipped(), blocks.size());
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    if (blocks.isEmpty()) return Optional.empty();
    ChainLayout layout = layout(width, height);
    int at = (int) Math.floor((x - layout.boxes().left()) / layout.each());
    if (at < 0 || at >= shown(layout).size()) return Optional.empty();
    DeepBlock block = shown(layout).get(at);
    if (block.site().number() < 0) return Optional.empty();
    if (!layout.box(at).contains(x, y)) return y > layout.boxes().bottom() && y < layout.batch().bottom()
        ? Optional.of(new Hit.Site(block.site().number(), told(layout.first() + at))) : Optional.empty();
    int index = boxes(layout).index(at, x, y);
    return Optional.of(new Hit.Cell(block.site().number(), index, told(layout.first() + at)));
  }

  private String told(int number) {
    DeepBlock block = blocks.get(number);
    String what = block.units() ? Words.of("depth.told.units", Shown.percent(block.kept(example())))
        : block.isSkipped(example()) ? Words.of("depth.told.skipped")
            : Words.of("depth.told.kept", Numbers.reading(block.change(example())));
    return Words.of("depth.told.block", number + 1, Shown.dropRate(block.p()), Shown.percent(block.keptInBatch()))
        + "\n" + what;
  }
}

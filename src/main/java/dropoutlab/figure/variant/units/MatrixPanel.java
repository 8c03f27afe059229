package dropoutlab.figure.variant.units;

import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.LayerName;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.plot.ValueRaster;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The weights into the layers: a column for each unit, a row for each of its inputs, blank with a dot where this
/// example dropped the weight. For targeted dropout each column is sorted by size, the least at the bottom, and a line
/// stands above the candidates. All layers stand one below the other where there is room, else the one in front.
record MatrixPanel(Dense dense, Side side) implements SidePanel {
  private static final Type WORDS = new Type(Face.TEXT, 10);
  private static final double HEAD = 28, NAME = 15, LARGEST = 15, READABLE = 5;

  /// A layer's matrix in its place.
  private record Block(LayerWeights weights, Inset at) {}

  private List<LayerWeights> layers() {
    return dense.columns().stream().filter(column -> column > 0 && dense.isOfWeights(column)
        && !SidePanel.layer(side, column).weights().isEmpty())
        .map(column -> LayerWeights.of(dense, side, column)).toList();
  }

  private List<Block> blocks(double width, double height) {
    List<LayerWeights> all = layers();
    double cell = cell(all, width, height);
    if (cell < READABLE && all.size() > 1) {
      all = all.stream().filter(each -> each.column() == dense.frontColumn()).toList();
      cell = cell(all, width, height);
    }
    List<Block> blocks = new ArrayList<>();
    double top = HEAD;
    for (LayerWeights each : all) {
      blocks.add(new Block(each, new Inset(1, top + NAME - 2, cell * each.units(), cell * each.inputs())));
      top += NAME + cell * each.inputs() + 4;
    }
    return blocks;
  }

  private static double cell(List<LayerWeights> all, double width, double height) {
    int rows = all.stream().mapToInt(LayerWeights::inputs).sum(),
        units = all.stream().mapToInt(LayerWeights::units).max().orElse(1);
    double high = (height - HEAD - (NAME + 4) * all.size()) / Math.max(1, rows);
    double cell = Math.clamp(Math.min((width - 2) / units, high), .5, LARGEST);
    return cell > 2 ? Math.floor(cell) : cell;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    boolean sorted = dense.isTargeted();
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, Words.of("units.matrix"), WORDS, width), 0, 10, WORDS, Align.LEFT);
    pen.text(Fit.firstThatFits(pen, WORDS, width, Words.of(sorted ? "units.matrix.sorted" : "units.matrix.plain"),
        Words.of(sorted ? "units.matrix.sorted.brief" : "units.matrix.plain.brief")), 0, 22, WORDS, Align.LEFT);
    for (Block block : blocks(width, height)) draw(pen, theme, block, width);
  }

  private void draw(Pen pen, Theme theme, Block block, double width) {
    LayerWeights of = block.weights;
    int units = of.units();
    new ValueRaster(of.inputs(), units, i -> of.weight(of.input(i / units, i % units), i % units),
        i -> of.isDropped(of.input(i / units, i % units), i % units)).draw(pen, block.at, of.largest(), theme);
    String name = LayerName.hidden(of.column());
    pen.fill(of.column() == dense.frontColumn() ? theme.ink() : theme.muted());
    pen.text(Fit.within(pen, name, WORDS, width), 0, block.at.top() - 4, WORDS, Align.LEFT);
    if (of.candidates() == 0) return;
    double y = block.at.bottom() - of.candidates() * block.at.height() / of.inputs();
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    pen.line(block.at.left() - 1, y, block.at.right() + 1, y);
    String cut = Words.of("units.matrix.cut", Shown.percent(of.share()));
    double left = pen.textWidth(name, WORDS) + 8;
    pen.fill(theme.muted());
    if (left + pen.textWidth(cut, WORDS) <= width) pen.text(cut, width, block.at.top() - 4, WORDS, Align.RIGHT);
  }

  @Override public Optional<Inset> place(Look.Cell cell, double width, double height) {
    return blocks(width, height).stream().filter(block -> dense.siteOf(block.weights.column()) == cell.site()
        && cell.index() < block.weights.units() * block.weights.inputs()).map(block -> {
          LayerWeights of = block.weights;
          int unit = cell.index() % of.units();
          double wide = block.at.width() / of.units(), high = block.at.height() / of.inputs();
          return new Inset(block.at.left() + unit * wide, block.at.top()
              + of.row(cell.index() / of.units(), unit) * high, wide, high);
        }).findFirst();
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return blocks(width, height).stream().filter(block -> block.at.contains(x, y)).<Hit>map(block -> {
      LayerWeights of = block.weights;
      int unit = (int) ((x - block.at.left()) * of.units() / block.at.width());
      int from = of.input((int) ((y - block.at.top()) * of.inputs() / block.at.height()), unit);
      String told = Words.of("units.matrix.told", LayerName.hidden(of.column()), from + 1, unit + 1,
          Shown.signed(of.weight(from, unit)),
          Words.of(of.isDropped(from, unit) ? "units.matrix.dropped" : "units.matrix.kept"));
      return new Hit.Cell(dense.siteOf(of.column()), from * of.units() + unit, told);
    }).findFirst();
  }
}

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
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Matrix;
import dropoutlab.spec.DropoutSpec.Targeted;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;

/// The weights into a layer: a column for each unit, a row for each of its inputs, blank with a dot where this example
/// dropped the weight. For targeted dropout each column is sorted by size, the least at the bottom, and a line stands
/// above the candidates.
record MatrixPanel(Dense dense, Side side, int column) implements SidePanel {
  private static final Type WORDS = new Type(Face.TEXT, 10);
  private static final double HEAD = 28, FOOT = 16, LARGEST = 15;

  private ColumnView layer() { return SidePanel.layer(side, column); }

  private Matrix weights() { return layer().weights(); }

  private boolean isSorted() { return dense.isTargeted(); }

  /// Returns the inputs of a unit in the order of their rows.
  private int[][] order() {
    int[][] order = new int[weights().cols()][];
    for (int unit = 0; unit < order.length; unit++) {
      List<Integer> ranked = Candidates.ranked(Candidates.into(weights(), unit));
      order[unit] = isSorted() ? ranked.stream().mapToInt(Integer::intValue).toArray() : ranked.stream().sorted().mapToInt(Integer::intValue).toArray();
    }
    return order;
  }

  private Inset room(double width, double height) {
    double cell = Math.clamp(Math.min(width / weights().cols(), (height - HEAD - FOOT) / weights().rows()), .5, LARGEST);
    double whole = cell > 2 ? Math.floor(cell) : cell;
    return new Inset(1, HEAD, whole * weights().cols(), whole * weights().rows());
  }

  private boolean isDropped(int from, int unit) {
    int example = dense.example(side);
    return layer().dropped(example, unit) || layer().edgeDropped(example, from, unit);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Inset room = room(width, height);
    int[][] order = order();
    int units = weights().cols();
    double largest = Math.max(Math.abs(weights().min()), Math.abs(weights().max()));
    new ValueRaster(weights().rows(), units, i -> weights().at(order[i % units][i / units], i % units),
        i -> isDropped(order[i % units][i / units], i % units)).draw(pen, room, largest, theme);
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, Words.of("units.matrix", LayerName.hidden(column)), WORDS, width), 0, 10, WORDS, Align.LEFT);
    pen.text(Fit.firstThatFits(pen, WORDS, width, Words.of(isSorted() ? "units.matrix.sorted" : "units.matrix.plain"),
        Words.of(isSorted() ? "units.matrix.sorted.brief" : "units.matrix.plain.brief")), 0, 22, WORDS, Align.LEFT);
    if (isSorted()) drawCut(pen, theme, room, width);
  }

  /// The line above the candidates, where the method has any.
  private void drawCut(Pen pen, Theme theme, Inset room, double width) {
    if (!(Dense.method(side, column) instanceof Targeted targeted)) return;
    int rows = weights().rows();
    double y = room.bottom() - Math.floor(targeted.share() * rows + 1e-9) * room.height() / rows;
    pen.stroke(theme.ink(), 1.6, Marks.SOLID);
    pen.line(room.left() - 1, y, room.right() + 1, y);
    pen.fill(theme.muted());
    pen.text(Fit.firstThatFits(pen, WORDS, width, Words.of("units.matrix.cut", Shown.percent(targeted.share())),
        Words.of("units.matrix.cut.brief", Shown.percent(targeted.share()))), 0, room.bottom() + 12, WORDS, Align.LEFT);
  }

  @Override public Optional<Inset> place(Look.Cell cell, double width, double height) {
    int units = weights().cols(), unit = cell.index() % units, from = cell.index() / units;
    if (cell.site() != dense.siteOf(column) || cell.index() >= weights().size()) return Optional.empty();
    int[] order = order()[unit];
    for (int row = 0; row < order.length; row++) if (order[row] == from) return Optional.of(cell(row, unit, room(width, height)));
    return Optional.empty();
  }

  private Inset cell(int row, int unit, Inset room) {
    double wide = room.width() / weights().cols(), high = room.height() / weights().rows();
    return new Inset(room.left() + unit * wide, room.top() + row * high, wide, high);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Inset room = room(width, height);
    if (!room.contains(x, y)) return Optional.empty();
    int unit = (int) ((x - room.left()) * weights().cols() / room.width()), row = (int) ((y - room.top()) * weights().rows() / room.height());
    int from = order()[unit][row];
    String told = Words.of("units.matrix.told", from + 1, unit + 1, Shown.signed(weights().at(from, unit)),
        Words.of(isDropped(from, unit) ? "units.matrix.dropped" : "units.matrix.kept"));
    return Optional.of(new Hit.Cell(dense.siteOf(column), from * weights().cols() + unit, told));
  }
}

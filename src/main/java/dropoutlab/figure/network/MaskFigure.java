package dropoutlab.figure.network;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.LayerName;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Series.Ink;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.Pin;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;

/// The masks of a batch: a raster of examples (rows) x units (columns) for each masked layer. Kept cells are violet,
/// dropped ones have the page's colour and a dot; the chosen example's row is outlined and darker. Cells are whole
/// pixels. Where a layer has more units or the batch more examples than there are pixels, a pixel stands for some of
/// them and its tint is the share of the kept ones.
public final class MaskFigure implements Figure {
  private static final double LARGEST_CELL = 16;
  private static final double GRID_FROM = 3;
  private static final double DOT_FROM = 5;
  private static final int MOST_DOTS = 4_000;
  private static final double DIRECTIONS_SIZE = 10;

  private final List<Integer> masked = new ArrayList<>();
  private final NetworkView view;
  private final int example;
  private final Shades shades;

  /// How cells are shaded.
  ///
  /// @param ink   of the darkest cells
  /// @param shade of a factor, from 0 (dropped, with a dot) to 1
  /// @param only  the one layer that is shown; empty for all
  public record Shades(Ink ink, DoubleUnaryOperator shade, OptionalInt only) {
    public static final Shades PLAIN = new Shades(Theme::accent, factor -> factor == 0 ? 0 : 1, OptionalInt.empty());
  }

  /// Where the raster of `layer` stands.
  private record Raster(int layer, double left, double top, double width, double height, int units, int examples) {
    double cellWidth() { return width / units; }

    double cellHeight() { return height / examples; }
  }

  /// @param example the row of the batch, from 0; one beyond the batch means the last row
  public MaskFigure(NetworkView view, int example) { this(view, example, Shades.PLAIN); }

  public MaskFigure(NetworkView view, int example, Shades shades) {
    this.view = view;
    this.shades = shades;
    this.example = Math.clamp(example, 0, view.batchSize() - 1);
    for (int l = 0; l < view.layers().size(); l++) {
      ColumnView layer = view.layers().get(l);
      if (layer.p() <= 0 && layer.mask().isEmpty()) continue;
      if (shades.only.isEmpty() || shades.only.getAsInt() == l) masked.add(l);
    }
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    double font = font(height);
    double left = left(width, height);
    Type words = new Type(Face.TEXT, font);
    pen.fill(theme.muted());
    boolean none = masked.isEmpty();
    String heading = Fit.firstThatFits(pen, words, width - left,
        Words.of(none ? "figure.masks.none" : "figure.masks.heading"),
        Words.of(none ? "figure.masks.none.brief" : "figure.masks.heading.brief"));
    pen.text(heading, left, font, words, Align.LEFT);
    if (directed(width, height))
      pen.text(Words.of("figure.masks.directions"), 0, font + 4 + DIRECTIONS_SIZE,
          new Type(Face.TEXT, DIRECTIONS_SIZE), Align.LEFT);
    for (int i = 0; i < masked.size(); i++) drawRaster(pen, raster(i, width, height), width - left, font, theme);
  }

  /// Whether there is room to say what rows and columns are.
  private boolean directed(double width, double height) {
    return !masked.isEmpty() && height >= 160 * masked.size()
        && Axes.widthOf(Words.of("figure.masks.directions"), DIRECTIONS_SIZE) <= width;
  }

  private Raster raster(int index, double width, double height) {
    int layer = masked.get(index);
    int units = view.layers().get(layer).units();
    int examples = view.batchSize();
    double font = font(height);
    double head = font + 4 + (directed(width, height) ? DIRECTIONS_SIZE + 5 : 0);
    double slot = (height - head) / masked.size();
    double top = Math.round(head + index * slot + font + 6);
    double left = Math.round(left(width, height));
    double rasterWidth = units * cell(width - left - 2, units);
    double rasterHeight = examples * cell(slot - font - 12, examples);
    return new Raster(layer, left, top, rasterWidth, rasterHeight, units, examples);
  }

  /// The size of a cell: whole pixels, or one pixel for a whole number of cells.
  private static double cell(double room, int count) {
    double cell = Math.floor(Math.max(1, room) / count);
    return cell >= 1 ? Math.min(cell, LARGEST_CELL) : 1 / Math.ceil(count / Math.max(1, Math.floor(room)));
  }

  /// One layer stands beside a small network, and has its size of words.
  private double font(double height) { return height < 220 || shades.only.isPresent() ? 10 : 12; }

  /// Where the rasters begin: beside the chosen example's number.
  private double left(double width, double height) {
    if (masked.isEmpty()) return 0;
    double number = TextMeasure.width(Integer.toString(example + 1), new Type(Face.NUMBER, font(height) - 1));
    return Math.min(Math.ceil(number) + 7, width / 4);
  }

  private void drawRaster(Pen pen, Raster raster, double room, double font, Theme theme) {
    ColumnView layer = view.layers().get(raster.layer);
    drawHeading(pen, raster, room, font, theme);
    if (layer.mask().isEmpty()) {
      drawNoMask(pen, raster, font, theme);
      return;
    }
    int across = together(raster.cellWidth());
    int down = together(raster.cellHeight());
    int columns = (raster.units + across - 1) / across;
    int rows = (raster.examples + down - 1) / down;
    int[] all = cells(layer, across, down, 0, raster.examples, theme.page(), kept(theme, shades.ink.of(theme)));
    pen.image(all, columns, rows, raster.left, raster.top, columns * across * raster.cellWidth(),
        rows * down * raster.cellHeight(), false);
    double rowHeight = Math.max(5, raster.cellHeight());
    double rowTop = Math.clamp(raster.top + (example + .5) * raster.cellHeight() - rowHeight / 2, raster.top,
        Math.max(raster.top, raster.top + raster.height - rowHeight));
    int ink = shades.ink.of(theme), strong = theme.dark() ? Palette.mix(ink, 0xFFFFFFFF, .25) : ink;
    pen.image(cells(layer, across, 1, example, example + 1, theme.page(), strong), columns, 1, raster.left, rowTop,
        columns * across * raster.cellWidth(), rowHeight, false);
    drawGrid(pen, raster, theme);
    drawDots(pen, layer, raster, theme);
    drawChosen(pen, raster, rowTop, rowHeight, font, theme);
  }

  static int kept(Theme theme, int ink) { return Palette.mix(theme.card(), ink, .66); }

  /// How many cells share a pixel.
  private static int together(double cell) { return cell >= 1 ? 1 : (int) Math.round(1 / cell); }

  /// The raster's pixels, `across` x `down` cells each: the share of kept cells from `dropped` to `kept`.
  private int[] cells(ColumnView layer, int across, int down, int from, int to, int dropped, int kept) {
    int columns = (layer.units() + across - 1) / across;
    int[] pixels = new int[columns * ((to - from + down - 1) / down)];
    for (int i = 0; i < pixels.length; i++) {
      int firstExample = from + i / columns * down;
      int endExample = Math.min(to, firstExample + down);
      int firstUnit = i % columns * across;
      int endUnit = Math.min(layer.units(), firstUnit + across);
      double sum = 0;
      for (int e = firstExample; e < endExample; e++)
        for (int u = firstUnit; u < endUnit; u++) sum += shades.shade.applyAsDouble(layer.mask().at(e, u));
      double share = sum / ((endExample - firstExample) * (endUnit - firstUnit));
      pixels[i] = Palette.mix(dropped, kept, share);
    }
    return pixels;
  }

  /// A dot in each dropped cell, so that it does not look like a gap; where cells are large enough.
  private void drawDots(Pen pen, ColumnView layer, Raster raster, Theme theme) {
    double cell = Math.min(raster.cellWidth(), raster.cellHeight());
    if (cell < DOT_FROM || raster.units * raster.examples > MOST_DOTS) return;
    double side = Math.max(2, Math.floor(cell / 4));
    double x = raster.left + Math.floor((raster.cellWidth() - side + 1) / 2);
    double y = raster.top + Math.floor((raster.cellHeight() - side + 1) / 2);
    pen.fill(theme.muted());
    for (int e = 0; e < raster.examples; e++)
      for (int u = 0; u < raster.units; u++)
        if (shades.shade.applyAsDouble(layer.mask().at(e, u)) == 0)
          pen.fillRect(x + u * raster.cellWidth(), y + e * raster.cellHeight(), side, side);
  }

  private void drawHeading(Pen pen, Raster raster, double room, double font, Theme theme) {
    ColumnView layer = view.layers().get(raster.layer);
    Type words = new Type(Face.TEXT, font);
    double baseline = raster.top - 6;
    pen.fill(theme.muted());
    String name = Fit.firstThatFits(pen, words, room, layer.name(),
        LayerName.brief(view, raster.layer));
    pen.text(name, raster.left, baseline, words, Align.LEFT);
    int kept = 0;
    for (int i = 0; i < layer.mask().size(); i++) if (layer.mask().get(i) != 0) kept++;
    if (layer.mask().isEmpty() || shades.only.isPresent() && kept == layer.mask().size()) return;
    Type number = new Type(Face.NUMBER, font - 1);
    String share = Words.of("figure.masks.kept", Shown.percent((double) kept / layer.mask().size()));
    double right = raster.left + Math.max(raster.width, room - 2);
    if (pen.textWidth(share, number) + pen.textWidth(name, words) + 8 > right - raster.left) return;
    pen.fill(theme.muted());
    pen.text(share, right, baseline, number, Align.RIGHT);
  }

  private static void drawNoMask(Pen pen, Raster raster, double font, Theme theme) {
    Type words = new Type(Face.TEXT, font - 1);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRect(raster.left, raster.top, raster.width, raster.height);
    pen.fill(theme.muted());
    pen.text(
        Fit.firstThatFits(pen, words, raster.width - 4, Words.of("figure.no_mask"), Words.of("figure.no_mask.brief")),
        raster.left + raster.width / 2, raster.top + raster.height / 2 + 4, words, Align.CENTRE);
  }

  private static void drawGrid(Pen pen, Raster raster, Theme theme) {
    // Half a pixel to the side, so that a line fills one column of pixels.
    pen.stroke(theme.card(), 1, Marks.SOLID);
    for (int u = 1; u < raster.units && raster.cellWidth() >= GRID_FROM; u++) {
      double x = raster.left + u * raster.cellWidth() + .5;
      pen.line(x, raster.top, x, raster.top + raster.height);
    }
    for (int e = 1; e < raster.examples && raster.cellHeight() >= GRID_FROM; e++) {
      double y = raster.top + e * raster.cellHeight() + .5;
      pen.line(raster.left, y, raster.left + raster.width, y);
    }
  }

  private void drawChosen(Pen pen, Raster raster, double rowTop, double rowHeight, double font, Theme theme) {
    pen.stroke(theme.ink(), 1.3, Marks.SOLID);
    pen.strokeRect(raster.left - 1.5, rowTop - 1, raster.width + 3, rowHeight + 2);
    pen.fill(theme.ink());
    Type number = new Type(Face.NUMBER, font - 1);
    pen.text(Integer.toString(example + 1), raster.left - 5, rowTop + rowHeight / 2 + 4, number, Align.RIGHT);
  }

  /// Where the cell of a unit of the chosen example stands; empty for a layer without a mask.
  public Optional<Inset> place(int layer, int unit, double width, double height) {
    int index = masked.indexOf(layer);
    if (index < 0 || view.layers().get(layer).mask().isEmpty() || unit >= view.layers().get(layer).units())
      return Optional.empty();
    Raster raster = raster(index, width, height);
    return Optional.of(new Inset(raster.left + unit * raster.cellWidth(), raster.top + example * raster.cellHeight(),
        raster.cellWidth(), raster.cellHeight()));
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    for (int i = 0; i < masked.size(); i++) {
      Raster raster = raster(i, width, height);
      ColumnView layer = view.layers().get(raster.layer);
      int unit = (int) Math.floor((x - raster.left) / raster.cellWidth());
      int row = (int) Math.floor((y - raster.top) / raster.cellHeight());
      if (layer.mask().isEmpty() || unit < 0 || unit >= raster.units || row < 0 || row >= raster.examples) continue;
      return Optional.of(new Hit.MaskCell(raster.layer, row, unit, text(raster.layer, row, unit)));
    }
    return Optional.empty();
  }

  private String text(int l, int row, int unit) {
    ColumnView layer = view.layers().get(l);
    double mask = layer.mask().at(row, unit);
    Pin pin = layer.pin(unit);
    boolean pinned = pin != Pin.RANDOM;
    String fate = mask == 0 ? pinned ? "figure.masks.cell.dropped.pinned" : "figure.masks.cell.dropped"
        : pinned ? "figure.masks.cell.kept.pinned" : "figure.masks.cell.kept";
    return Words.of("figure.masks.cell", view.layers().get(l).name(), unit + 1, row + 1) + "\n"
        + Words.of(fate, mask == 0 ? "0" : Numbers.fixed(mask, 2));
  }

  @Override public Description describe() { return new MasksTold(view, masked, example).describe(); }

  @Override public Optional<DataTable> table() { return new MasksTold(view, masked, example).table(); }
}

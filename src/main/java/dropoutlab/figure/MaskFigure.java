package dropoutlab.figure;

import dropoutlab.figure.Pen.Align;
import dropoutlab.figure.Pen.Face;
import dropoutlab.figure.Pen.Type;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.Pin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The masks of a batch: a raster of examples (rows) x units (columns) for each masked layer. Kept cells are violet,
/// dropped ones have the page's colour; the chosen example's row is outlined and darker. Where a layer has more units
/// or the batch more examples than there are pixels, a pixel's tint is the share of kept cells in it.
public final class MaskFigure implements Figure {
  private static final double LARGEST_CELL = 16;
  private static final double GRID_FROM = 3;

  private final List<Integer> masked = new ArrayList<>();
  private final NetworkView view;
  private final int example;

  /// Where the raster of `layer` stands.
  private record Raster(int layer, double left, double top, double width, double height, int units, int examples) {
    double cellWidth() { return width / units; }

    double cellHeight() { return height / examples; }
  }

  /// @param example the row of the batch, from 0; one beyond the batch means the last row
  public MaskFigure(NetworkView view, int example) {
    this.view = view;
    this.example = Math.clamp(example, 0, view.batchSize() - 1);
    for (int l = 0; l < view.layers().size(); l++) {
      LayerView layer = view.layers().get(l);
      if (layer.p() > 0 || !layer.mask().isEmpty()) masked.add(l);
    }
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    double font = font(height);
    double left = left(width);
    Type words = new Type(Face.TEXT, font);
    pen.fill(theme.muted());
    String heading = masked.isEmpty() ? "p = 0: nothing is dropped" : "masks of this batch";
    pen.text(Fit.firstThatFits(pen, words, width - left, heading, masked.isEmpty() ? "p = 0" : "masks"), left, font,
        words, Align.LEFT);
    for (int i = 0; i < masked.size(); i++) drawRaster(pen, raster(i, width, height), font, theme);
  }

  private Raster raster(int index, double width, double height) {
    int layer = masked.get(index);
    int units = view.layers().get(layer).units();
    int examples = view.batchSize();
    double font = font(height);
    double slot = (height - font - 4) / masked.size();
    double top = font + 4 + index * slot + font + 6;
    double left = left(width);
    double rasterWidth = Math.max(1, Math.min(width - left - 2, units * LARGEST_CELL));
    double rasterHeight = Math.max(1, Math.min(slot - font - 14, examples * LARGEST_CELL));
    return new Raster(layer, left, top, rasterWidth, rasterHeight, units, examples);
  }

  private static double font(double height) { return height < 220 ? 10 : 12; }

  /// Where the rasters begin: beside the chosen example's number.
  private double left(double width) {
    return masked.isEmpty() ? 0 : Math.min(7 + 7 * Integer.toString(example + 1).length(), width / 4);
  }

  private void drawRaster(Pen pen, Raster raster, double font, Theme theme) {
    LayerView layer = view.layers().get(raster.layer);
    drawHeading(pen, layer, raster, font, theme);
    if (layer.mask().isEmpty()) {
      drawNoMask(pen, raster, font, theme);
      return;
    }
    int columns = Math.min(raster.units, Math.max(1, (int) raster.width));
    int rows = Math.min(raster.examples, Math.max(1, (int) raster.height));
    int kept = Palette.mix(theme.card(), theme.accent(), theme.dark() ? .5 : .48);
    int[] all = cells(layer, columns, rows, 0, raster.examples, theme.page(), kept);
    pen.image(all, columns, rows, raster.left, raster.top, raster.width, raster.height, false);
    double rowHeight = Math.max(5, raster.cellHeight());
    double rowTop = Math.clamp(raster.top + (example + .5) * raster.cellHeight() - rowHeight / 2, raster.top,
        Math.max(raster.top, raster.top + raster.height - rowHeight));
    int strong = theme.dark() ? Palette.mix(theme.accent(), 0xFFFFFFFF, .25) : theme.accent();
    pen.image(cells(layer, columns, 1, example, example + 1, theme.page(), strong), columns, 1, raster.left, rowTop,
        raster.width, rowHeight, false);
    drawGrid(pen, raster, theme);
    drawChosen(pen, raster, rowTop, rowHeight, font, theme);
  }

  /// The raster's pixels: the share of kept cells from `dropped` to `kept`.
  private static int[] cells(LayerView layer, int columns, int rows, int from, int to, int dropped, int kept) {
    int[] pixels = new int[columns * rows];
    for (int row = 0; row < rows; row++) {
      int firstExample = from + (int) ((long) row * (to - from) / rows);
      int endExample = from + (int) ((long) (row + 1) * (to - from) / rows);
      for (int column = 0; column < columns; column++) {
        int firstUnit = (int) ((long) column * layer.units() / columns);
        int endUnit = (int) ((long) (column + 1) * layer.units() / columns);
        int count = 0;
        for (int e = firstExample; e < endExample; e++)
          for (int u = firstUnit; u < endUnit; u++) if (!layer.dropped(e, u)) count++;
        double share = (double) count / ((endExample - firstExample) * (endUnit - firstUnit));
        pixels[row * columns + column] = Palette.mix(dropped, kept, share);
      }
    }
    return pixels;
  }

  private static void drawHeading(Pen pen, LayerView layer, Raster raster, double font, Theme theme) {
    Type words = new Type(Face.TEXT, font);
    double baseline = raster.top - 6;
    pen.fill(theme.muted());
    String name = Fit.within(pen, layer.name(), words, Math.max(raster.width, 4 * font));
    pen.text(name, raster.left, baseline, words, Align.LEFT);
    if (layer.mask().isEmpty()) return;
    int kept = 0;
    for (int i = 0; i < layer.mask().size(); i++) if (layer.mask().get(i) != 0) kept++;
    Type number = new Type(Face.NUMBER, font - 1);
    String share = Shown.percent((double) kept / layer.mask().size()) + " kept";
    double room = raster.width - pen.textWidth(name, words) - 8;
    if (pen.textWidth(share, number) > room) return;
    pen.fill(theme.faint());
    pen.text(share, raster.left + raster.width, baseline, number, Align.RIGHT);
  }

  private static void drawNoMask(Pen pen, Raster raster, double font, Theme theme) {
    Type words = new Type(Face.TEXT, font - 1);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRect(raster.left, raster.top, raster.width, raster.height);
    pen.fill(theme.faint());
    pen.text(Fit.firstThatFits(pen, words, raster.width - 4, "no mask in this phase", "no mask"),
        raster.left + raster.width / 2, raster.top + raster.height / 2 + 4, words, Align.CENTRE);
  }

  private static void drawGrid(Pen pen, Raster raster, Theme theme) {
    pen.stroke(theme.card(), 1, Marks.SOLID);
    for (int u = 1; u < raster.units && raster.cellWidth() >= GRID_FROM; u++) {
      double x = raster.left + u * raster.cellWidth();
      pen.line(x, raster.top, x, raster.top + raster.height);
    }
    for (int e = 1; e < raster.examples && raster.cellHeight() >= GRID_FROM; e++) {
      double y = raster.top + e * raster.cellHeight();
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

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    for (int i = 0; i < masked.size(); i++) {
      Raster raster = raster(i, width, height);
      LayerView layer = view.layers().get(raster.layer);
      int unit = (int) Math.floor((x - raster.left) / raster.cellWidth());
      int row = (int) Math.floor((y - raster.top) / raster.cellHeight());
      if (layer.mask().isEmpty() || unit < 0 || unit >= raster.units || row < 0 || row >= raster.examples) continue;
      return Optional.of(new Hit.MaskCell(raster.layer, row, unit, text(layer, row, unit)));
    }
    return Optional.empty();
  }

  private static String text(LayerView layer, int row, int unit) {
    float mask = layer.mask().at(row, unit);
    Pin pin = layer.pin(unit);
    String cause = pin == Pin.RANDOM ? "" : " (pinned)";
    return layer.name() + ", unit " + (unit + 1) + "\nexample " + (row + 1) + "\n"
        + (mask == 0 ? "dropped" + cause + ": × 0" : "kept" + cause + ": × " + Numbers.fixed(mask, 2));
  }
}

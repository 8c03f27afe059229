package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Marks;
import dropoutlab.figure.plot.Palette;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.bench.FeaturesPicture.Sparse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What each unit of a network looks at: the weights of the first layer as pictures, that unit first whose loss costs
/// one class most. Units that are 0 for every example are crossed.
///
/// @param largest the weight that has the full colour
record SparseTiles(Sparse of, Sparse.Units units, double largest) {
  private static final double SATURATED = .55;

  static SparseTiles of(Sparse of, Sparse.Units units) {
    double largest = 1e-12;
    for (Sparse.Units each : List.of(of.own(), of.twin()))
      largest = Math.max(largest, Math.max(each.inputs().max(), -each.inputs().min()));
    // A few weights are far larger than the others, which would be pale beside them.
    return new SparseTiles(of, units, SATURATED * largest);
  }

  /// The number of pictures in a row that leaves them largest.
  private int columns(Inset at) {
    int best = 1;
    double most = 0;
    for (int columns = 1; columns <= units.count(); columns++) {
      double scale = scale(at, columns);
      if (scale <= most) continue;
      most = scale;
      best = columns;
    }
    return best;
  }

  private int rows(int columns) { return (units.count() + columns - 1) / columns; }

  /// The pixels of all pictures in a row, with one between each two.
  private int across(int columns) { return columns * (of.width() + 1) - 1; }

  private int down(int columns) { return rows(columns) * (of.height() + 1) - 1; }

  private double scale(Inset at, int columns) {
    return Math.min(at.width() / across(columns), at.height() / down(columns));
  }

  /// The units in the order in which they stand.
  List<Integer> order() {
    return IntStream.range(0, units.count()).boxed()
        .sorted(Comparator.comparingDouble((Integer unit) -> -units.worst(unit))).toList();
  }

  /// Where a picture stands, by its place in the order.
  Inset place(Inset at, int i) {
    int columns = columns(at), column = i % columns, row = i / columns;
    double scale = scale(at, columns);
    return new Inset(at.left() + column * (of.width() + 1) * scale, at.top() + row * (of.height() + 1) * scale,
        of.width() * scale, of.height() * scale);
  }

  /// All in one raster, with a pixel between them.
  void draw(Pen pen, Inset at, OptionalInt pointed, Theme theme) {
    int columns = columns(at), across = across(columns), down = down(columns);
    int[] pixels = new int[across * down];
    Arrays.fill(pixels, theme.card());
    List<Integer> order = order();
    for (int i = 0; i < order.size(); i++) {
      int left = i % columns * (of.width() + 1), top = i / columns * (of.height() + 1);
      for (int p = 0; p < of.width() * of.height(); p++)
        pixels[(top + p / of.width()) * across + left + p % of.width()] = colour(order.get(i), p, theme);
    }
    double scale = scale(at, columns);
    pen.image(pixels, across, down, at.left(), at.top(), across * scale, down * scale, false);
    for (int i = 0; i < order.size(); i++) {
      Inset tile = place(at, i);
      if (units.each().at(order.get(i), Sparse.Units.ZEROS) == 1) crossOut(pen, tile, theme);
      if (pointed.isPresent() && pointed.getAsInt() == order.get(i)) frame(pen, tile, theme);
    }
  }

  /// One alone, enlarged.
  void drawOne(Pen pen, Inset at, int unit, Theme theme) {
    int[] pixels = new int[of.width() * of.height()];
    for (int p = 0; p < pixels.length; p++) pixels[p] = colour(unit, p, theme);
    pen.image(pixels, of.width(), of.height(), at.left(), at.top(), at.width(), at.height(), false);
    pen.stroke(theme.line(), 1, Marks.SOLID);
    pen.strokeRect(at.left() - .5, at.top() - .5, at.width() + 1, at.height() + 1);
  }

  private int colour(int unit, int pixel, Theme theme) {
    return Palette.diverging(theme, units.inputs().at(unit, pixel) / largest);
  }

  private static void crossOut(Pen pen, Inset tile, Theme theme) {
    pen.stroke(theme.muted(), 1, 2, 2);
    pen.strokeRect(tile.left(), tile.top(), tile.width(), tile.height());
    pen.stroke(theme.ink(), 1, Marks.SOLID);
    Marks.cross(pen, tile.left() + tile.width() / 2, tile.top() + tile.height() / 2, tile.width() / 4);
  }

  private static void frame(Pen pen, Inset tile, Theme theme) {
    pen.stroke(theme.ink(), 2, Marks.SOLID);
    pen.strokeRect(tile.left() - 1, tile.top() - 1, tile.width() + 2, tile.height() + 2);
  }

  /// The unit under a point.
  OptionalInt at(Inset room, double x, double y) {
    List<Integer> order = order();
    for (int i = 0; i < order.size(); i++) if (place(room, i).contains(x, y)) return OptionalInt.of(order.get(i));
    return OptionalInt.empty();
  }
}

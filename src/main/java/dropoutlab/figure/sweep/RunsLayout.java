package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import java.util.List;
import java.util.function.DoubleToIntFunction;

/// Where the cells of a raster are. Seeds that would be narrower than two pixels are drawn together.
///
/// @param gap     between two blocks
/// @param seed    how wide a seed is
/// @param row     how high a row is
/// @param bundle  how many seeds are drawn together
/// @param keys    how many lines the legend has
/// @param places  where each seed begins
record RunsLayout(RunsRows rows, double size, double left, double top, double gap, double seed, double row, int bundle,
                  int keys, double[] places) {
  private static final double WIDEST = 16, HIGHEST = 22, LEAST = 2, MOST_LABEL = .34, SMALL = .9, HEAD = 110,
      MOST_KEYS = .28, LINE = 1.65;

  /// @param keyLines how many lines the legend has in a width
  static RunsLayout of(RunsRows rows, double width, double height, DoubleToIntFunction keyLines) {
    boolean worded = Axes.roomForWords(width, height);
    double size = worded ? SMALL * Axes.textSize(width, height) : 0;
    double left = worded ? labels(rows, width, size) : 1;
    boolean head = worded && height >= HEAD && rows.hasTasks();
    int keys = worded ? keyLines.applyAsInt(width - left) : 0;
    if (keys * LINE * size > MOST_KEYS * height) keys = 0;
    double top = head ? Math.round(2.6 * size) : 2;
    double gap = rows.blocks().size() < 2 ? 0 : Math.clamp(.3 * (width - left) / (rows.seeds() + 1), 1, 5);
    double room = Math.max(1, width - left - 2 - gap * (rows.blocks().size() - 1));
    if (room < .6 * (width - left)) {
      gap = 0;
      room = width - left - 2;
    }
    int bundle = (int) Math.max(1, Math.ceil(LEAST * rows.seeds() / room));
    double row = Math.min(HIGHEST,
        (height - top - keys * LINE * size - (keys > 0 ? .5 * size : 1)) / rows.rows().size());
    return new RunsLayout(rows, size, left, top, gap, Math.min(WIDEST, room / rows.seeds()), Math.max(.5, row), bundle,
        keys, places(rows, left, gap, Math.min(WIDEST, room / rows.seeds())));
  }

  private static double[] places(RunsRows rows, double left, double gap, double seed) {
    double[] places = new double[rows.seeds()];
    for (int block = 0; block < rows.blocks().size(); block++)
      for (int i = rows.blocks().get(block); i < rows.end(block); i++) places[i] = left + i * seed + block * gap;
    return places;
  }

  private static double labels(RunsRows rows, double width, double size) {
    double widest = TextMeasure.widest(rows.rows().stream().map(RunsRows.Row::label).toList(),
        new Type(Face.NUMBER_BOLD, size));
    return Math.round(Math.min(widest, MOST_LABEL * width) + 9);
  }

  boolean head() { return top > 3; }

  boolean worded() { return size > 0; }

  double x(int seed) { return places[seed]; }

  double y(int index) { return top + index * row; }

  double right() { return x(rows.seeds() - 1) + seed; }

  double bottom() { return y(rows.rows().size()); }

  /// Returns the seed at a place, -1 for none.
  int seedAt(double x) {
    for (int i = 0; i < rows.seeds(); i++) if (x >= x(i) && x < x(i) + seed) return i;
    return -1;
  }

  int rowAt(double y) {
    int index = (int) Math.floor((y - top) / row);
    return index >= 0 && index < rows.rows().size() ? index : -1;
  }

  /// Returns every how many rows a label finds room.
  int labelEvery() { return (int) Math.max(1, Math.ceil(1.05 * size / row)); }

  Type number() { return new Type(Face.NUMBER, Math.min(size, Math.max(8.5, row / .95))); }

  Type numberBold() { return new Type(Face.NUMBER_BOLD, number().size()); }

  Type words() { return new Type(Face.TEXT, size); }

  Type bold() { return new Type(Face.TEXT_BOLD, size); }

  List<Integer> blocks() { return rows.blocks(); }
}

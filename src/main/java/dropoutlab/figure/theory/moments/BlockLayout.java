package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Inset;
import java.util.ArrayList;
import java.util.List;

/// Where the parts of the DropBlock picture stand. Where it is small, first the scale of colours and the plot against p
/// go; hardly any room holds one map.
///
/// @param single  whether the exact map stands alone
/// @param large   whether there is room for the scale of colours and for more than one mask
record BlockLayout(Inset exact, Inset engine, Inset bar, Inset masks, List<Inset> plots, boolean single,
                   boolean large) {
  private static final double HEAD = 20, GAP = 18, BAR = 68, FOOT = 22, PLOT = 24, LEAST_PLOT = 70, MOST_OF_HEIGHT = .5,
      MASK = .42;

  static BlockLayout of(double width, double height) {
    if (width < 240 || height < 150) {
      double side = Math.max(1, Math.min(width, height) - 2);
      Inset map = new Inset(1, 1, side, side);
      return new BlockLayout(map, map, map, map, List.of(), true, false);
    }
    boolean large = width >= 640 && height >= 330;
    double beside = large ? BAR : GAP, masks = large ? 3 * MASK : 1;
    double side = Math.floor(Math.min((width - GAP - beside) / (2 + masks), MOST_OF_HEIGHT * height - HEAD));
    double engine = side + GAP, right = engine + side + beside;
    Inset room = new Inset(right, HEAD, width - right, side + (large ? FOOT - 4 : 0));
    return new BlockLayout(new Inset(0, HEAD, side, side), new Inset(engine, HEAD, side, side),
        new Inset(engine + side + 10, HEAD, BAR - 10, side), room,
        plots(width, height, HEAD + side + FOOT + PLOT, large), false, large);
  }

  private static List<Inset> plots(double width, double height, double top, boolean large) {
    List<Inset> plots = new ArrayList<>();
    if (height - top < LEAST_PLOT) return plots;
    double each = large ? (width - GAP) / 2 : width;
    plots.add(new Inset(0, top, each, height - top));
    if (large) plots.add(new Inset(width - each, top, each, height - top));
    return plots;
  }

  /// The baseline of the titles of the maps.
  double title() { return HEAD - 7; }

  int columns() { return large ? 3 : 1; }
}

package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Inset;

/// Where the parts of a [WallFigure] stand: the wall, what its networks say below it, and on the right the table of means
/// with the wrong answers below. What there is no room for is null.
///
/// @param map   the side of a map of the table
record WallLayout(Inset wall, Inset strip, double tableLeft, double map, Inset errors) {
  static final double HEAD = 23;
  static final double GAP = 9;
  /// What stands between two rows of the table: a number below a map, a name above the next.
  static final double BETWEEN = 30;
  private static final double KEPT = 30;
  private static final double ASIDE = 28;
  private static final double LARGEST_MAP = 118;
  private static final double ERRORS = 64;
  private static final double LEAST_STRIP = 84;
  private static final double BELOW_TABLE = 24;
  /// Below it the maps need all the height.
  private static final double ROOMY = 400;

  static WallLayout of(double width, double height, boolean errors) {
    boolean table = width >= 600 && height >= 330, roomy = height >= ROOMY, words = width >= 200 && height >= 140;
    double below = errors && roomy ? ERRORS : 4;
    double map = Math.floor(Math.min(LARGEST_MAP, Math.min((.37 * width - 2 * GAP) / 3, (height - HEAD - 14 - 3 * BETWEEN - below) / 3)));
    double tableLeft = width - 3 * map - 2 * GAP, right = table ? tableLeft - ASIDE : width;
    double strip = words && height >= 230 ? Math.round(Math.max(LEAST_STRIP, .23 * height)) : 0;
    double bottom = words ? height - strip - KEPT - (strip > 0 ? 8 : 0) : height;
    double tableBottom = HEAD + 14 + 3 * map + 2 * BETWEEN + BELOW_TABLE;
    Inset errorsAt = table && errors && roomy ? new Inset(tableLeft, tableBottom, width - tableLeft, height - tableBottom) : null;
    return new WallLayout(new Inset(0, words ? HEAD : 0, right, bottom - (words ? HEAD : 0)),
        strip > 0 ? new Inset(0, height - strip, right, strip) : null, table ? tableLeft : Double.NaN, map, errorsAt);
  }

  boolean hasTable() { return !Double.isNaN(tableLeft); }

  boolean hasWords() { return wall.top() > 0; }

  /// A cell of the table of means.
  Inset cell(int row, int column) {
    return new Inset(tableLeft + column * (map + GAP), HEAD + 14 + row * (map + BETWEEN), map, map);
  }
}

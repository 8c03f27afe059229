package dropoutlab.figure.variant;

import dropoutlab.figure.variant.Glyph.Brush;

/// Methods on units and on weights: four units of four examples.
final class UnitGlyphs {
  private UnitGlyphs() {}

  private static void units(Brush brush, String... rows) { brush.cells(.4, .4, 3.8, rows); }

  /// Kept at × 1: small squares.
  static void standard(Brush brush) { units(brush, "5.55", "55.5", ".555", "5.5."); }

  /// Kept at × 1/(1-p): large ones.
  static void inverted(Brush brush) { units(brush, "9.99", "99.9", ".999", "9.9."); }

  /// Factors of all sizes.
  static void gaussian(Brush brush) { units(brush, "9386", "6492", "3759", "8265"); }

  /// The noise of the last unit has grown.
  static void learntGaussian(Brush brush) { units(brush, "5659", "5463", "4658", "5542"); }

  /// Nearly the same factor everywhere.
  static void uniform(Brush brush) { units(brush, "7678", "6776", "8667", "7786"); }

  /// What is dropped has a value of its own: a short bar.
  static void alpha(Brush brush) {
    units(brush, "9 99", "99 9", " 999", "9 9 ");
    double[][] dropped = {{1, 0}, {2, 1}, {0, 2}, {1, 3}, {3, 3}};
    for (double[] at : dropped) brush.box(.4 + 3.8 * at[0] + .8, .4 + 3.8 * at[1] + 1.4, 2.2, 1);
  }

  /// Soft decisions.
  static void concrete(Brush brush) {
    double[][] kept = {{1, .9, .15, 1}, {1, .3, 1, .7}, {.1, 1, .85, 1}, {.95, .5, 1, .15}};
    for (int r = 0; r < 4; r++)
      for (int c = 0; c < 4; c++) brush.box(.6 + 3.8 * c, .6 + 3.8 * r, 3.3, 3.3, kept[r][c]);
  }

  /// Ranked by norm: the least are candidates, one of which is dropped.
  static void targetedUnits(Brush brush) {
    brush.frame(.9, 11.6, 2.4, 3.4, 1, 1);
    brush.box(4.5, 9.6, 3, 5.8, .45);
    brush.box(8.5, 5.4, 3, 10);
    brush.box(12.5, 1, 3, 14.4);
  }

  /// All units stay, some edges are gone.
  static void dropConnect(Brush brush) {
    double[] y = {2, 8, 14};
    int[][] edges = {{0, 0}, {0, 1}, {1, 0}, {1, 2}, {2, 1}, {2, 2}};
    for (int[] edge : edges) brush.line(2.4, y[edge[0]], 13.6, y[edge[1]]);
    for (double at : y) {
      brush.disc(2.4, at, 1.7);
      brush.disc(13.6, at, 1.7);
    }
  }

  /// A matrix of weights: only small ones are dropped.
  static void targetedWeights(Brush brush) { units(brush, "9.6.", ".848", "6.9.", ".7.9"); }
}

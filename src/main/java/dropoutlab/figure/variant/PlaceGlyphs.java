package dropoutlab.figure.variant;

import dropoutlab.figure.variant.Glyph.Brush;

/// Methods on maps, steps, layers and the places of a transformer.
final class PlaceGlyphs {
  private PlaceGlyphs() {}

  /// A map with holes.
  static void perPixel(Brush brush) {
    brush.cells(.5, .5, 3, "00 00", "0 000", "000 0", " 0000", "00 00");
  }

  /// Four maps, one gone.
  static void spatial(Brush brush) {
    brush.box(.8, .8, 6.4, 6.4);
    brush.frame(9.3, 1.3, 5.4, 5.4, 1.3, 1.1);
    brush.box(.8, 8.8, 6.4, 6.4);
    brush.box(8.8, 8.8, 6.4, 6.4);
  }

  /// A map with a square hole.
  static void dropBlock(Brush brush) {
    brush.cells(.5, .5, 3, "99999", "9   9", "9   9", "9   9", "99999");
  }

  private static void steps(Brush brush, String... rows) {
    for (int r = 0; r < rows.length; r++)
      for (int c = 0; c < rows[r].length(); c++) {
        double x = .5 + 3 * c, y = .9 + 5.2 * r;
        switch (rows[r].charAt(c)) {
          case '.' -> brush.dot(x + 1.2, y + 1.9);
          case '-' -> brush.box(x - .6, y + 1.4, 3.6, 1);
          case '=' -> brush.box(x - .3, y, 3, 3.8, .5);
          default -> brush.box(x, y, 2.5, 3.8);
        }
      }
  }

  /// Units over time, other dots in every step.
  static void perStep(Brush brush) { steps(brush, "#.##.", "##.#.", ".#.##"); }

  /// A row of dots: the same unit in every step.
  static void variational(Brush brush) { steps(brush, "#####", ".....", "#####"); }

  /// The memory goes through where the news is dropped.
  static void candidate(Brush brush) { steps(brush, "#-##-", "##-#-", "-#-##"); }

  /// What was there before runs on, paler.
  static void zoneout(Brush brush) { steps(brush, "##==#", "#=##=", "#==##"); }

  /// Whole words: a column is gone at both of its places.
  static void wordTypes(Brush brush) { steps(brush, "#.##.", "#.##.", "#.##."); }

  /// Blocks under an unbroken skip line.
  static void stochasticDepth(Brush brush) {
    brush.line(.6, 1.4, 15.4, 1.4);
    brush.box(.8, 4, 3, 11.4);
    brush.box(4.9, 4, 3, 11.4);
    brush.frame(9.3, 4.4, 2.2, 10.6, 1.2, 1.1);
    brush.box(12.8, 4, 2.6, 11.4);
  }

  /// Slabs, one of which is gone.
  static void layerDrop(Brush brush) {
    brush.box(.8, 1, 14.4, 2.6);
    brush.box(.8, 4.9, 14.4, 2.6);
    brush.frame(1.2, 9.1, 13.6, 1.8, 1.2, 1.1);
    brush.box(.8, 12.4, 14.4, 2.6);
  }

  /// Numbers of words, above the wave of their positions.
  static void embedding(Brush brush) {
    brush.cells(.4, .2, 3.8, "8.88", "888.", ".888");
    brush.curve(.6, 14, 3, 11, 5, 17, 8, 14);
    brush.curve(8, 14, 11, 11, 13, 17, 15.4, 14);
  }

  /// A matrix of weights: what is dropped is a hollow square.
  static void attention(Brush brush) {
    brush.cells(.4, .4, 3.8, "8 5.", ".8.5", "5. 8", ". 88");
    brush.frame(5, 1.2, 2.2, 2.2);
    brush.frame(8.8, 8.8, 2.2, 2.2);
    brush.frame(5, 12.6, 2.2, 2.2);
  }

  /// A branch with a crossed place on it, and the sum.
  static void residual(Brush brush) {
    brush.line(1.2, 13.4, 13, 13.4);
    brush.line(1.8, 13.4, 1.8, 4.4);
    brush.line(1.8, 4.4, 5.6, 4.4);
    brush.line(10.4, 4.4, 13.4, 4.4);
    brush.line(13.4, 4.4, 13.4, 13.4);
    brush.ring(8, 4.4, 2.5);
    brush.line(6.4, 2.8, 9.6, 6);
    brush.line(6.4, 6, 9.6, 2.8);
    brush.disc(13.4, 13.4, 1.9);
  }

  /// In, wide, out; one of the wide is a dot.
  static void feedForward(Brush brush) {
    for (double x : new double[] {1.8, 8, 14.2}) {
      boolean dropped = x > 14;
      if (!dropped) {
        brush.line(8, 1.6, x, 8);
        brush.line(8, 14.4, x, 8);
        brush.square(x, 8, 3.4);
      } else brush.ring(x, 8, 1.3);
    }
    brush.disc(8, 1.9, 1.7);
    brush.disc(8, 14.1, 1.7);
  }
}

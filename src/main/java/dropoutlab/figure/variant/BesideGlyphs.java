package dropoutlab.figure.variant;

import dropoutlab.figure.variant.Glyph.Brush;

/// What stands beside dropout.
final class BesideGlyphs {
  private BesideGlyphs() {}

  /// Two distributions of one value: narrow at inference, wide in training.
  static void batchNorm(Brush brush) {
    brush.curve(4, 14.4, 7, 14.4, 6, 1.6, 8, 1.6);
    brush.curve(8, 1.6, 10, 1.6, 9, 14.4, 12, 14.4);
    brush.curve(.6, 14.4, 5, 14.4, 5, 7.6, 8, 7.6);
    brush.curve(8, 7.6, 11, 7.6, 11, 14.4, 15.4, 14.4);
  }

  /// The ball of the L1 norm, with the corner where weights end.
  static void l1(Brush brush) {
    double[][] corners = {{8, 1.6}, {14.4, 8}, {8, 14.4}, {1.6, 8}};
    for (int i = 0; i < 4; i++)
      brush.line(corners[i][0], corners[i][1], corners[(i + 1) % 4][0], corners[(i + 1) % 4][1]);
    brush.disc(8, 1.9, 1.5);
  }

  /// The ball of the L2 norm.
  static void l2(Brush brush) {
    brush.ring(8, 8, 6.3);
    brush.disc(12.5, 3.5, 1.5);
  }

  /// Weights that shrink, step by step.
  static void weightDecay(Brush brush) {
    brush.box(.8, 1, 3, 14.4);
    brush.box(4.8, 5, 3, 10.4);
    brush.box(8.8, 8, 3, 7.4);
    brush.box(12.8, 10.2, 2.6, 5.2);
  }

  /// A weight that is cut at the circle.
  static void maxNorm(Brush brush) {
    brush.ring(8, 8.6, 6.4, 1.5, 1.2);
    brush.line(8, 8.6, 12.4, 4.2);
    brush.line(12.5, 4.1, 12.5, 7);
    brush.line(12.5, 4.1, 9.6, 4.1);
    brush.line(13.4, 3.2, 15.6, 1, .9, .9);
  }

  /// A validation curve, stopped at its best.
  static void earlyStopping(Brush brush) {
    brush.curve(1, 2.6, 3.4, 14, 7, 15, 14.8, 6.4);
    brush.line(6.6, 1, 6.6, 9.4, 1.2, 1.2);
    brush.disc(6.6, 11.9, 1.7);
  }

  /// One tall bar, and a little for all others.
  static void labelSmoothing(Brush brush) {
    brush.box(.8, 13, 2.8, 2.4);
    brush.box(4.7, 1.4, 2.8, 14);
    brush.box(8.6, 13, 2.8, 2.4);
    brush.box(12.5, 13, 2.8, 2.4);
  }

  /// Two pictures, half seen through each other.
  static void mixup(Brush brush) {
    brush.box(1, 1, 9.4, 9.4, .55);
    brush.box(5.8, 5.8, 9.4, 9.4, .55);
  }

  /// A picture with a square cut out.
  static void cutout(Brush brush) {
    brush.box(.9, .9, 14.2, 3.2);
    brush.box(.9, 3.9, 6, 7);
    brush.box(13.3, 3.9, 1.8, 7);
    brush.box(.9, 10.7, 14.2, 4.4);
  }

  /// Nothing: a ring of dashes.
  static void none(Brush brush) { brush.ring(8, 8, 6.2, 2.4, 1.5); }
}

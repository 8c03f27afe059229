package dropoutlab.figure.plot;

import dropoutlab.frame.Method;

/// How each way to predict looks wherever it is compared: a colour, a dash and a mark of its own. Violet is MC
/// dropout's alone.
public enum MethodLook {
  DETERMINISTIC(1, 1.5, 6, 3.5),
  MC_DROPOUT(0, 2.2),
  ENSEMBLE(2, 1.7, 10, 3, 2, 3),
  EXACT_BAYES(3, 1.7, 2, 2.4);

  private final int shape;
  final double width;
  private final double[] dash;

  MethodLook(int shape, double width, double... dash) {
    this.shape = shape;
    this.width = width;
    this.dash = dash;
  }

  public static MethodLook of(Method method) {
    return switch (method) {
      case DETERMINISTIC -> DETERMINISTIC;
      case MC_DROPOUT -> MC_DROPOUT;
      case ENSEMBLE -> ENSEMBLE;
      case EXACT_BAYES -> EXACT_BAYES;
    };
  }

  public int colour(Theme theme) {
    return switch (this) {
      case DETERMINISTIC -> theme.muted();
      case MC_DROPOUT -> theme.accent();
      case ENSEMBLE -> theme.rival();
      case EXACT_BAYES -> theme.negative();
    };
  }

  public int shape() { return shape; }

  public boolean bold() { return this == MC_DROPOUT; }

  public double[] dash() { return dash.clone(); }

  /// Sets the stroke, and the fill of a lone point.
  public void take(Pen pen, Theme theme) { take(pen, theme, width); }

  public void take(Pen pen, Theme theme, double wide) {
    pen.stroke(colour(theme), wide, dash);
    pen.fill(colour(theme));
  }

  /// The mark, with a rim of the card's colour that keeps marks apart.
  public void mark(Pen pen, Theme theme, double x, double y, double radius) {
    new Marks().classDot(pen, shape, x, y, radius, colour(theme), theme.card(), 1);
  }
}

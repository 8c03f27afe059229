package dropoutlab.figure;

import dropoutlab.frame.Convergence;

/// How mean and standard deviation settle as passes are added.
public final class ConvergenceFigure implements Figure {
  private final Convergence convergence;
  private final String quantity;

  /// @param quantity what the passes say, with its unit: "CO₂, ppm" or "p(class 3)"
  public ConvergenceFigure(Convergence convergence, String quantity) {
    this.convergence = convergence;
    this.quantity = quantity;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}

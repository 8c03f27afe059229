package dropoutlab.figure;

import dropoutlab.frame.Critique;

/// What becomes of the predictive standard deviation as the data are repeated.
public final class CritiqueFigure implements Figure {
  private final Critique critique;

  public CritiqueFigure(Critique critique) {
    this.critique = critique;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}

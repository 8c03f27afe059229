package dropoutlab.figure;

import dropoutlab.frame.Finding;

/// How well the mutual information tells foreign glyphs from digits.
public final class SeparationFigure implements Figure {
  private final Finding.Foreign foreign;

  public SeparationFigure(Finding.Foreign foreign) {
    this.foreign = foreign;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}

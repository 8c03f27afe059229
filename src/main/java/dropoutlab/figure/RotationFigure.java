package dropoutlab.figure;

import dropoutlab.frame.Finding;

/// What the passes say of a picture as it turns.
public final class RotationFigure implements Figure {
  private final Finding.Rotation rotation;

  public RotationFigure(Finding.Rotation rotation) {
    this.rotation = rotation;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}

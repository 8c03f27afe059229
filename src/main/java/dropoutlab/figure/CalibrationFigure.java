package dropoutlab.figure;

import dropoutlab.frame.Quality;
import java.util.List;

/// The reliability diagram.
public final class CalibrationFigure implements Figure {
  private final List<Quality.Reliability> methods;

  public CalibrationFigure(List<Quality.Reliability> methods) {
    this.methods = methods;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}

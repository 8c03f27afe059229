package dropoutlab.figure;

import dropoutlab.frame.Quality;
import java.util.List;

/// The error as the most uncertain examples are left out.
public final class SparsificationFigure implements Figure {
  private final List<Quality.Sparsification> methods;
  private final String error;

  /// @param error what is measured, with its unit: "RMSE, ppm" or "share wrong"
  public SparsificationFigure(List<Quality.Sparsification> methods, String error) {
    this.methods = methods;
    this.error = error;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}

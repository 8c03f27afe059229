package dropoutlab.figure;

import dropoutlab.frame.Quality;
import java.util.List;

/// How many targets the predicted intervals hold.
public final class CoverageFigure implements Figure {
  private final List<Quality.Coverage> methods;
  private final String target;

  /// @param target what is predicted, with its unit
  public CoverageFigure(List<Quality.Coverage> methods, String target) {
    this.methods = methods;
    this.target = target;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}

package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.ScalingPicture;

/// The figure of each bench of the group.
public final class ScalingFigures {
  private ScalingFigures() {}

  public static Figure of(ScalingPicture picture, Showing showing) {
    return switch (picture) {
      case ScalingPicture.Microscope numbers -> new ScalingMicroscopeFigure(numbers, showing);
      case ScalingPicture.JensenGap gap -> new JensenFigure(gap, showing);
      case ScalingPicture.Backward gradients -> new BackwardFigure(gradients, showing);
      case ScalingPicture.TwoPaths paths -> new TwoPathsFigure(paths, showing);
    };
  }
}

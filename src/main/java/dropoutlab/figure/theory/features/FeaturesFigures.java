package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.FeaturesPicture;

/// The figure of each bench of the group.
public final class FeaturesFigures {
  private FeaturesFigures() {}

  public static Figure of(FeaturesPicture picture, Showing showing) {
    return switch (picture) {
      case FeaturesPicture.TakenAway taken -> new TakenAwayFigure(taken, showing);
      case FeaturesPicture.Nested nested -> new NestedFigure(nested, showing);
      case FeaturesPicture.Sparse sparse -> new SparseFigure(sparse, showing);
      case FeaturesPicture.Information bits -> new InformationFigure(bits, showing);
    };
  }
}

package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.EnsemblePicture;

/// The figure of each bench of the group.
public final class EnsembleFigures {
  private EnsembleFigures() {}

  public static Figure of(EnsemblePicture picture, Showing showing) {
    return switch (picture) {
      case EnsemblePicture.Wall wall -> new WallFigure(wall, showing);
      case EnsemblePicture.NearlyNormal normal -> new NearlyNormalFigure(normal, showing);
      case EnsemblePicture.Committees committees -> new CommitteesFigure(committees, showing);
    };
  }
}

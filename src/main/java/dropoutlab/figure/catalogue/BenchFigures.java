package dropoutlab.figure.catalogue;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.ensemble.EnsembleFigures;
import dropoutlab.figure.theory.features.FeaturesFigures;
import dropoutlab.figure.theory.moments.MomentsFigures;
import dropoutlab.figure.theory.regulariser.RegulariserFigures;
import dropoutlab.figure.theory.scaling.ScalingFigures;
import dropoutlab.figure.theory.uncertainty.UncertaintyFigures;
import dropoutlab.frame.bench.EnsemblePicture;
import dropoutlab.frame.bench.FeaturesPicture;
import dropoutlab.frame.bench.MomentsPicture;
import dropoutlab.frame.bench.Picture;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.frame.bench.UncertaintyPicture;

/// The figure of each bench, by what it found.
public final class BenchFigures {
  private BenchFigures() {}

  public static Figure of(Picture picture, Showing showing) {
    return switch (picture) {
      case ScalingPicture scaling -> ScalingFigures.of(scaling, showing);
      case EnsemblePicture ensemble -> EnsembleFigures.of(ensemble, showing);
      case RegulariserPicture regulariser -> RegulariserFigures.of(regulariser, showing);
      case FeaturesPicture features -> FeaturesFigures.of(features, showing);
      case UncertaintyPicture uncertainty -> UncertaintyFigures.of(uncertainty, showing);
      case MomentsPicture moments -> MomentsFigures.of(moments, showing);
    };
  }
}

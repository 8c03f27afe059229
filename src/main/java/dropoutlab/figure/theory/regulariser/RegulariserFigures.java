package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.RegulariserPicture;

/// The figure of each bench of the group.
public final class RegulariserFigures {
  private RegulariserFigures() {}

  public static Figure of(RegulariserPicture picture, Showing showing) {
    return switch (picture) {
      case RegulariserPicture.AdaptiveL2 found -> new AdaptiveL2Figure(found, showing);
      case RegulariserPicture.FallingPenalty found -> new FallingPenaltyFigure(found, showing);
      case RegulariserPicture.Equalise found -> new EqualiseFigure(found, showing);
      case RegulariserPicture.DoubleDescent found -> new DoubleDescentFigure(found, showing);
      case RegulariserPicture.KMasks found -> new KMasksFigure(found, showing);
    };
  }
}
